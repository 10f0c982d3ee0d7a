//! How deep a topic went: what the record knows of it, named in four words that are not steps of one ladder. A page may be
//! taken home that was never opened in a meeting.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::{TopicId, session::Depth};

/// Something in the record that tells of a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trace {
    /// It was met in a session.
    Met(Depth),
    /// Something on its page was answered.
    Answered,
    /// A promise came from it.
    Promised,
    /// Such a promise was done, in whole or in part.
    Done,
    /// A worksheet of it was filled in.
    Sheet,
    /// Its page left for the person.
    HandedOver,
}

/// How deep a topic went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reached {
    /// Its page was opened together.
    pub read: bool,
    /// It was talked through, or answered on.
    pub discussed: bool,
    /// What it is about was tried: on a worksheet, or in a promise that was done.
    pub practised: bool,
    /// The person took it along: as a page, or as a promise.
    pub taken_home: bool,
}

impl Reached {
    fn take(&mut self, trace: Trace) {
        match trace {
            Trace::Met(Depth::Opened) => self.read = true,
            Trace::Met(Depth::Partly | Depth::Covered) => {
                (self.read, self.discussed) = (true, true);
            }
            Trace::Answered => self.discussed = true,
            Trace::Promised => self.taken_home = true,
            Trace::Done => (self.practised, self.taken_home) = (true, true),
            Trace::Sheet => self.practised = true,
            Trace::HandedOver => self.taken_home = true,
        }
    }
}

/// Gathers what tells of each topic.
pub fn reached(traces: impl IntoIterator<Item = (TopicId, Trace)>) -> BTreeMap<TopicId, Reached> {
    let mut found: BTreeMap<TopicId, Reached> = BTreeMap::new();
    for (topic, trace) in traces {
        found.entry(topic).or_default().take(trace);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trace_says_what_it_says_and_no_more() {
        let of = |traces: &[Trace]| {
            let topic = TopicId::from("what-helps");
            let found = reached(traces.iter().map(|trace| (topic.clone(), *trace)));
            let Reached {
                read,
                discussed,
                practised,
                taken_home,
            } = found.get(&topic).copied().unwrap_or_default();
            [read, discussed, practised, taken_home].map(u8::from)
        };
        for (traces, told) in [
            (vec![], [0, 0, 0, 0]),
            (vec![Trace::Met(Depth::Opened)], [1, 0, 0, 0]),
            (vec![Trace::Met(Depth::Partly)], [1, 1, 0, 0]),
            (vec![Trace::Met(Depth::Covered)], [1, 1, 0, 0]),
            (vec![Trace::Answered], [0, 1, 0, 0]),
            (vec![Trace::Promised], [0, 0, 0, 1]),
            (vec![Trace::Promised, Trace::Done], [0, 0, 1, 1]),
            (vec![Trace::Sheet], [0, 0, 1, 0]),
            (vec![Trace::HandedOver], [0, 0, 0, 1]),
            (vec![Trace::Met(Depth::Covered), Trace::Done], [1, 1, 1, 1]),
        ] {
            assert_eq!(of(&traces), told, "{traces:?}");
        }
    }
}
