//! Many files that leave one after the other: made side by side, entered in the ledger together, and only then written. What a
//! file by itself costs, a row that is flushed before it and one after it and a folder that is flushed, they share.

use std::{
    panic,
    path::PathBuf,
    sync::{
        OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use disk::Kept;
use domain::HandOffId;
use store::{About, HandOff, Op, Outcome};

use super::{
    consent::{self, To},
    hand_off::Leaves,
};
use crate::{
    app::App,
    error::{ApiError, Result},
    file,
    paper::Made,
};

/// Room for a thread to set a page in: what lies deep in a note takes more than a thread has of itself.
const STACK: usize = 8 * 1024 * 1024;

/// A file that is about to leave.
pub(super) struct Going {
    pub leaves: Leaves,
    pub format: &'static str,
    pub made: Made,
    pub place: PathBuf,
}

/// Does something for each of several, on every core there is; what comes of it has their order.
pub(super) fn side_by_side<A: Sync, B: Send>(all: &[A], work: impl Fn(&A) -> B + Sync) -> Vec<B> {
    let next = AtomicUsize::new(0);
    let some = || {
        let mut done = Vec::new();
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(one) = all.get(index) else {
                return done;
            };
            done.push((index, work(one)));
        }
    };
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let mut done = thread::scope(|scope| {
        // Where no thread can be had, this one does it all.
        let beside: Vec<_> = (1..cores.min(all.len()))
            .filter_map(|_| {
                let thread = thread::Builder::new().stack_size(STACK);
                thread.spawn_scoped(scope, some).ok()
            })
            .collect();
        let mut done = some();
        for each in beside {
            match each.join() {
                Ok(theirs) => done.extend(theirs),
                Err(panicked) => panic::resume_unwind(panicked),
            }
        }
        done
    });
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, one)| one).collect()
}

/// Lets files leave, each with rows of its own in the ledger, as `hand_off` does with one: consent is asked, all of them are
/// entered as begun, then written, then entered as they ended. Once nothing more can be written, nothing more is.
pub(super) fn hand_over_together(app: &App, all: &[Going], to: To<'_>) -> Vec<Result<Kept>> {
    let entered = all
        .iter()
        .map(|going| row(app, going, to))
        .collect::<Vec<_>>();
    let mut rows: Vec<HandOff> = entered.iter().flatten().cloned().collect();
    let begun = app.with_store(|store| {
        let begin = store.transact(Op::HandOff, About::vault(), app.now(), |tx| {
            tx.add_hand_offs(&rows)
        });
        Ok(begin?)
    });
    if let Err(error) = begun {
        let refused = |row: Result<HandOff>| Err(row.err().unwrap_or_else(|| error.clone()));
        return entered.into_iter().map(refused).collect();
    }
    let over: OnceLock<ApiError> = OnceLock::new();
    let whole = side_by_side(
        &all.iter().zip(&entered).collect::<Vec<_>>(),
        |(going, entered)| {
            entered.as_ref().map_err(Clone::clone)?;
            if let Some(error) = over.get() {
                return Err(error.clone());
            }
            let part = file::part(&going.place, &going.made.bytes);
            part.inspect_err(|error| {
                if file::ends_all(error.code) {
                    over.get_or_init(|| error.clone());
                }
            })
        },
    );
    let kept = file::keep_all(all.iter().map(|going| going.place.as_path()).zip(whole));
    let ends = kept.iter().zip(&entered).filter(|(_, row)| row.is_ok());
    for (row, (kept, _)) in rows.iter_mut().zip(ends) {
        row.outcome = match kept {
            Ok(_) => Outcome::Left,
            Err(_) => Outcome::Stayed,
        };
    }
    // As with one: where this fails, the rows stand that say that nobody knows.
    let _ = app.with_store(|store| {
        let end = store.transact(Op::HandOff, About::vault(), app.now(), |tx| {
            tx.end_hand_offs(&rows)
        });
        Ok(end?)
    });
    kept
}

fn row(app: &App, going: &Going, to: To<'_>) -> Result<HandOff> {
    let Leaves {
        what,
        person,
        note,
        topics,
        shows,
    } = &going.leaves;
    Ok(HandOff {
        without_consent: consent::check(app, *person, *shows, to)?,
        id: HandOffId::new(app.uuid()),
        what: (*what).to_owned(),
        person: *person,
        note: *note,
        topics: topics.clone(),
        format: going.format.to_owned(),
        at: app.now(),
        to: to.name.trim().to_owned(),
        draft: going.made.draft,
        outcome: Outcome::Begun,
    })
}

#[cfg(test)]
mod tests {
    use super::side_by_side;

    #[test]
    fn what_is_done_side_by_side_keeps_its_order() {
        let all: Vec<usize> = (0..500).collect();
        assert_eq!(
            side_by_side(&all, |one| one * 2),
            all.iter().map(|one| one * 2).collect::<Vec<_>>()
        );
        assert!(side_by_side(&[] as &[usize], |one| *one).is_empty());
    }
}
