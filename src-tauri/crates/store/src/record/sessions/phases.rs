//! The eight phases of a session in one text, such as `arrive:done:180 last-time:opened:12`.

use domain::session::{Phase, PhaseRecord, PhaseState};
use rusqlite::Row;

use crate::{
    code::Code,
    row::{Columns, unknown},
};

pub(super) fn write(phases: &[PhaseRecord]) -> String {
    let phase = |phase: &PhaseRecord| {
        format!(
            "{}:{}:{}",
            phase.phase.code(),
            phase.state.code(),
            phase.seconds
        )
    };
    phases.iter().map(phase).collect::<Vec<_>>().join(" ")
}

pub(super) fn read(row: &Row<'_>) -> rusqlite::Result<Vec<PhaseRecord>> {
    row.words("phases")?
        .split_whitespace()
        .map(|phase| parse(phase).ok_or_else(|| unknown("phases")))
        .collect()
}

fn parse(text: &str) -> Option<PhaseRecord> {
    let mut parts = text.split(':');
    let phase = PhaseRecord {
        phase: Phase::from_code(parts.next()?)?,
        state: PhaseState::from_code(parts.next()?)?,
        seconds: parts.next()?.parse().ok()?,
    };
    parts.next().is_none().then_some(phase)
}
