SELECT
    practice.id,
    practice.agreed_in,
    practice.agreed_on,
    practice.what,
    practice.when_words,
    practice.place,
    practice.with_whom,
    practice.confidence,
    practice.obstacle,
    practice.goal,
    practice.topic,
    review.session AS review_session,
    review.on_day AS review_on,
    review.result AS review_result,
    review.what_happened AS review_what_happened,
    review.obstacle AS review_obstacle
FROM practice
LEFT JOIN practice_review AS review ON review.practice = practice.id
