//! Search: over every table, the newest day first, by person, kind and days, a page at a time.

use domain::{change::Area, person::Given};
use store::{About, Find, Hit, Op, Query, Store};

use crate::kit::*;

fn desk() -> Desk {
    let mut desk = desk_with(&person(1));
    save_person(&mut desk.store, &person(2));
    for who in [1, 2] {
        for number in 1..=3 {
            let mut record = session(who, number);
            record.agenda = format!("The kettle and walk {number}");
            save_session(&mut desk.store, &record);
            let mut draft = note(who, number);
            draft.sections.truncate(1);
            draft.sections[0].text = format!("Talked of the kettle, {number}");
            save_draft(&mut desk.store, &draft);
        }
        say(&mut desk.store, who, 9, "My kettle, my Sørensen mornings");
    }
    desk
}

fn say(store: &mut Store, who: u8, number: u16, words: &str) {
    let mut said = statement(who, number, words);
    said.given = Given::Said;
    store
        .transact(
            Op::AddStatement,
            About::person(person_id(who)),
            at(5),
            |tx| tx.add_statement(person_id(who), &said),
        )
        .unwrap();
}

fn ask(words: &str) -> Find {
    Find {
        words: Query::parse(words),
        most: 50,
        ..Find::default()
    }
}

fn places(hits: &[Hit]) -> Vec<(u8, &'static str, String)> {
    let place = |hit: &Hit| {
        let who = if hit.person == person_id(1) { 1 } else { 2 };
        (who, hit.table, hit.day.unwrap().to_string())
    };
    hits.iter().map(place).collect()
}

#[test]
fn the_newest_day_comes_first_whatever_table_it_stands_in() {
    let desk = desk();
    let found = desk.store.find(&ask("kettle")).unwrap();
    assert!(!found.more && !found.narrow);
    let days: Vec<String> = found
        .hits
        .iter()
        .map(|hit| hit.day.unwrap().to_string())
        .collect();
    let mut sorted = days.clone();
    sorted.sort_by(|a, b| b.cmp(a));
    assert_eq!(days, sorted);
    assert_eq!(found.hits.len(), 2 * (3 + 3 + 1));
    assert_eq!(found.hits[0].table, "statement");
    // Each says what it leads to.
    let hit = |table| found.hits.iter().find(|hit| hit.table == table).unwrap();
    assert!(hit("session").session.is_some());
    assert!(hit("note_section").note.is_some() && hit("note_section").part == "attendance");
    assert_eq!(
        hit("session")
            .words
            .iter()
            .find(|(column, _)| *column == "agenda")
            .unwrap()
            .1,
        "The kettle and walk 3"
    );
}

#[test]
fn a_search_is_narrowed_by_person_kind_and_days() {
    let desk = desk();
    let mine = Find {
        person: Some(person_id(2)),
        ..ask("kettle")
    };
    let mine = desk.store.find(&mine).unwrap();
    assert_eq!(mine.hits.len(), 7);
    assert!(mine.hits.iter().all(|hit| hit.person == person_id(2)));
    // One record is read, the whole vault is asked of the index: they agree.
    let of_all: Vec<Hit> = desk.store.find(&ask("kettle")).unwrap().hits;
    let of_two: Vec<Hit> = of_all
        .into_iter()
        .filter(|hit| hit.person == person_id(2))
        .collect();
    assert_eq!(mine.hits, of_two);

    let notes = Find {
        area: Some(Area::Notes),
        ..ask("kettle")
    };
    let notes = desk.store.find(&notes).unwrap().hits;
    assert_eq!(notes.len(), 6);
    assert!(notes.iter().all(|hit| hit.area == Area::Notes));

    let on = |from, until| {
        let span = Find {
            from: Some(day(from)),
            until: Some(day(until)),
            ..ask("kettle")
        };
        places(&desk.store.find(&span).unwrap().hits)
    };
    assert_eq!(on(2, 2).len(), 4);
    assert!(
        on(2, 3)
            .iter()
            .all(|(_, _, on)| *on == day(2).to_string() || *on == day(3).to_string())
    );
    assert!(on(4, 8).is_empty());
}

#[test]
fn pages_follow_each_other_and_hold_everything_once() {
    let desk = desk();
    let whole = places(&desk.store.find(&ask("kettle")).unwrap().hits);
    for person in [None, Some(person_id(1))] {
        let whole = desk
            .store
            .find(&Find {
                person,
                ..ask("kettle")
            })
            .unwrap()
            .hits;
        let mut pages = Vec::new();
        loop {
            let page = Find {
                person,
                skip: pages.len(),
                most: 4,
                ..ask("kettle")
            };
            let page = desk.store.find(&page).unwrap();
            pages.extend(page.hits);
            if !page.more {
                break;
            }
        }
        assert_eq!(pages, whole);
    }
    assert_eq!(whole.len(), 14);
}

#[test]
fn nordic_letters_phrases_and_beginnings_are_found() {
    let desk = desk();
    let count = |words: &str| desk.store.find(&ask(words)).unwrap().hits.len();
    for (words, hits) in [
        ("sorensen", 2),
        ("soerensen", 2),
        ("SØRENSEN mornings", 2),
        ("ket", 14),
        ("ke", 0),
        ("\"kettle and\"", 6),
        ("\"and kettle\"", 0),
        ("\"the kettle an", 0),
        ("\"the kettle and", 6),
        ("kettle walk", 6),
        ("kettle -walk", 6),
        ("kettle OR nothere", 0),
    ] {
        assert_eq!(count(words), hits, "{words}");
    }
}

#[test]
fn too_many_words_that_begin_alike_are_said_and_one_more_letter_finds_the_rest() {
    let mut desk = desk_with(&person(1));
    let words: Vec<String> = (0..90).map(|n| format!("mor{:03}", 900 + n)).collect();
    say(&mut desk.store, 1, 1, &words[..80].join(" "));
    say(&mut desk.store, 1, 2, &words[80..].join(" "));
    let found = desk.store.find(&ask("mor")).unwrap();
    assert!(found.narrow);
    assert_eq!(
        found.hits.len(),
        1,
        "those at the end of the alphabet are left out"
    );
    let found = desk.store.find(&ask("mor98")).unwrap();
    assert!(!found.narrow);
    assert_eq!(found.hits.len(), 1);
}

#[test]
fn many_matches_are_found_by_table_as_few_are() {
    let mut desk = desk_with(&person(1));
    for number in 1..=450u16 {
        let mut said = statement(1, number, "the same kettle");
        said.on = day(u32::from(number % 28) + 1);
        desk.store
            .transact(Op::AddStatement, About::person(person_id(1)), at(5), |tx| {
                tx.add_statement(person_id(1), &said)
            })
            .unwrap();
    }
    let mut record = session(1, 1);
    record.agenda = "One kettle more".to_owned();
    save_session(&mut desk.store, &record);
    let sessions = Find {
        area: Some(Area::Sessions),
        ..ask("kettle")
    };
    assert_eq!(desk.store.find(&sessions).unwrap().hits.len(), 1);
    let found = desk.store.find(&ask("kettle")).unwrap();
    assert!(found.more);
    assert_eq!(found.hits.len(), 50);
}

#[test]
fn a_phrase_is_found_behind_however_many_rows_that_hold_its_words_apart() {
    let mut desk = desk_with(&person(1));
    say(&mut desk.store, 1, 1, "a slow morning");
    let apart = (2..=600).map(|number| statement(1, number, "slow was the morning"));
    let apart: Vec<_> = apart.collect();
    desk.store
        .transact(Op::AddStatement, About::person(person_id(1)), at(6), |tx| {
            apart
                .iter()
                .try_for_each(|said| tx.add_statement(person_id(1), said))
        })
        .unwrap();
    let found = desk
        .store
        .find(&Find {
            most: 5,
            ..ask("\"slow morning\"")
        })
        .unwrap();
    assert_eq!(found.hits.len(), 1);
    assert_eq!(found.hits[0].words[0].1, "a slow morning");
    assert!(!found.more && !found.narrow);
}
