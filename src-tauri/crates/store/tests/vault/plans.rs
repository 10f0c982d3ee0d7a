//! Plans: who has a copy, when they were gone through, which are to be looked at again; each with one person and no other.

use domain::{SheetId, plan::PlanCopy};
use store::{About, Error, Op, Sheet};

use crate::kit::*;

fn sheet(who: u8, number: u16, made: u32) -> Sheet {
    Sheet {
        id: SheetId::new(uuid(who, 10, number)),
        topic: "relapse-prevention-plan".into(),
        block: None,
        about: None,
        made_on: day(made),
        on_paper: false,
        title: String::new(),
        review_on: None,
    }
}

fn with_plans(who: u8, desk: &mut Desk) {
    let id = person_id(who);
    desk.store
        .transact(Op::AddSheet, About::person(id), at(3), |tx| {
            tx.save_supporter(id, &supporter(who, 1))?;
            tx.add_sheet(id, &sheet(who, 1, 1))
        })
        .unwrap();
}

fn set(desk: &mut Desk, who: u8, number: u16, on: Option<u32>) -> store::Result<()> {
    let id = person_id(who);
    desk.store
        .transact(Op::SetReviewDay, About::person(id), at(4), |tx| {
            tx.set_review_day(id, sheet(who, number, 1).id, on.map(day))
        })
}

#[test]
fn what_is_known_of_a_plan_comes_back_as_it_was_and_is_changed_in_its_place() {
    let mut desk = desk_with(&person(1));
    with_plans(1, &mut desk);
    let id = person_id(1);
    let doctor = PlanCopy {
        id: plan_copy(1, 2).id,
        supporter: None,
        holder: "Doctor Lund".to_owned(),
        given_on: day(9),
        ..plan_copy(1, 2)
    };
    for copy in [&plan_copy(1, 1), &doctor] {
        desk.store
            .transact(Op::SavePlanCopy, About::person(id), at(5), |tx| {
                tx.save_plan_copy(id, copy)
            })
            .unwrap();
    }
    let back = PlanCopy {
        taken_back_on: Some(day(8)),
        ..plan_copy(1, 1)
    };
    desk.store
        .transact(Op::SavePlanCopy, About::person(id), at(6), |tx| {
            tx.save_plan_copy(id, &back)?;
            tx.add_rehearsal(id, &rehearsal(1, 1))
        })
        .unwrap();
    assert_eq!(desk.store.plan_copies(id).unwrap(), [doctor.clone(), back]);
    assert_eq!(desk.store.rehearsals(id).unwrap(), [rehearsal(1, 1)]);
    assert!(desk.store.check().unwrap().is_well());

    // The schema itself takes no copy that nobody holds, and none that came back before it was given.
    for wrong in [
        PlanCopy {
            holder: String::new(),
            ..doctor.clone()
        },
        PlanCopy {
            taken_back_on: Some(day(1)),
            ..doctor
        },
    ] {
        let saved = desk
            .store
            .transact(Op::SavePlanCopy, About::person(id), at(7), |tx| {
                tx.save_plan_copy(id, &wrong)
            });
        assert!(saved.is_err());
    }
}

#[test]
fn nobody_holds_or_goes_through_somebody_elses_plan() {
    let mut desk = desk_with(&person(1));
    save_person(&mut desk.store, &person(2));
    for who in 1..=2 {
        with_plans(who, &mut desk);
    }
    let ole = person_id(2);
    let about = About::person(ole);
    let mixed = PlanCopy {
        supporter: Some(supporter(1, 1).id),
        ..plan_copy(2, 1)
    };
    for copy in [plan_copy(1, 1), mixed] {
        let saved = desk.store.transact(Op::SavePlanCopy, about, at(5), |tx| {
            tx.save_plan_copy(ole, &copy)
        });
        assert!(matches!(saved, Err(Error::OtherPerson)));
    }
    let gone_through = desk.store.transact(Op::AddRehearsal, about, at(5), |tx| {
        tx.add_rehearsal(ole, &rehearsal(1, 1))
    });
    assert!(matches!(gone_through, Err(Error::OtherPerson)));
    let day_set = desk.store.transact(Op::SetReviewDay, about, at(5), |tx| {
        tx.set_review_day(ole, sheet(1, 1, 1).id, Some(day(3)))
    });
    assert!(matches!(day_set, Err(Error::NotFound { .. })));
}

#[test]
fn the_newest_version_of_those_who_come_is_due_from_its_day_on() {
    let mut desk = desk_with(&person(1));
    save_person(&mut desk.store, &person(2));
    for who in 1..=2 {
        with_plans(who, &mut desk);
        set(&mut desk, who, 1, Some(9 - u32::from(who))).unwrap();
    }
    let due = |desk: &Desk, on: u32| -> Vec<_> {
        let due = desk.store.plans_to_review(day(on)).unwrap().into_iter();
        due.map(|(whose, sheet)| (whose, sheet.id)).collect()
    };
    let (maria, ole) = (
        (person_id(1), sheet(1, 1, 1).id),
        (person_id(2), sheet(2, 1, 1).id),
    );
    assert_eq!(due(&desk, 6), []);
    assert_eq!(due(&desk, 7), [ole]);
    assert_eq!(due(&desk, 30), [ole, maria]);

    let mut away = person(2);
    away.details.active = false;
    save_person(&mut desk.store, &away);
    assert_eq!(due(&desk, 30), [maria]);

    let id = person_id(1);
    desk.store
        .transact(Op::AddSheet, About::person(id), at(8), |tx| {
            tx.add_sheet(id, &sheet(1, 2, 12))
        })
        .unwrap();
    assert_eq!(due(&desk, 30), []);
    set(&mut desk, 1, 2, Some(20)).unwrap();
    assert_eq!(due(&desk, 30), [(id, sheet(1, 2, 12).id)]);
    desk.store.undo(Some(id), at(9)).unwrap();
    assert_eq!(due(&desk, 30), []);
}
