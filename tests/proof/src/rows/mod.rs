//! The rows, in the order of the targets.

mod backups;
mod bits;
mod clock;
mod derivation;
mod faults;
mod kills;
mod log;
mod making;
mod passphrases;
mod power;
mod signed;
mod trail;
mod visitors;

pub use visitors::visit;

use crate::Row;

pub static ALL: &[Row] = &[
    kills::ROW,
    faults::ROW,
    power::ROW,
    log::ROW,
    bits::ROW,
    passphrases::ROW,
    derivation::ROW,
    trail::ROW,
    signed::ROW,
    backups::ROW,
    making::ROW,
    visitors::ROW,
    clock::ROW,
];
