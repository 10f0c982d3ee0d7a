SELECT
    practice.id,
    session.id AS agreed_in,
    practice.agreed_on,
    practice.what,
    practice.when_words,
    practice.place,
    practice.with_whom,
    practice.materials,
    practice.reminder,
    practice.why,
    practice.confidence,
    practice.obstacle,
    goal.id AS goal,
    practice.topic,
    reviewed.id AS review_session,
    review.on_day AS review_on,
    review.result AS review_result,
    review.what_happened AS review_what_happened,
    review.effect AS review_effect,
    review.obstacle AS review_obstacle,
    review.obstacle_kinds AS review_obstacle_kinds,
    review.next_time AS review_next_time
FROM practice
JOIN session ON session.seq = practice.agreed_in
LEFT JOIN goal ON goal.seq = practice.goal
LEFT JOIN practice_review AS review ON review.practice = practice.seq
LEFT JOIN session AS reviewed ON reviewed.seq = review.session
