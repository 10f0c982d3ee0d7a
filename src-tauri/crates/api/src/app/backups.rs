//! What is known of backups while the program runs.

use domain::Timestamp;
use store::BackupMade;
use uuid::Uuid;

use crate::wire::BackupTrouble;

/// How long after a failure the schedule tries again.
const AGAIN_MS: i64 = 5 * 60_000;

#[derive(Debug, Default)]
pub(crate) struct Backups {
    /// What kept the schedule from its last one.
    pub trouble: Option<BackupTrouble>,
    /// Those that were finished when the vault was locked already, with their vault; they are noted when it opens.
    pub unnoted: Vec<(Uuid, BackupMade)>,
}

impl Backups {
    /// Tells whether the schedule may try now: not right after it could not.
    pub fn may_try(&self, now: Timestamp) -> bool {
        self.trouble
            .as_ref()
            .is_none_or(|trouble| !(0..AGAIN_MS).contains(&(now.millis - trouble.at.millis)))
    }
}
