//! The check of the vault: encryption, pages, tables and both chains.

use crate::{
    app::App,
    error::Result,
    read::count,
    wire::{Nothing, VaultCheck},
};

/// Checks everything there is to check.
pub fn check_vault(app: &App, _: Nothing) -> Result<VaultCheck> {
    app.with_store(|store| {
        let report = store.check()?;
        Ok(VaultCheck {
            encrypted: report.encrypted,
            whole: report.is_well(),
            audit_broken_at: report.audit.broken_at.map(count::narrow),
            notes_broken_at: report.notes.broken_at.map(count::narrow),
            header_copies: report.header_copies,
            opening: report.findings,
            chain: store.chain_tip(),
            audit_entries: report.counts.audit_entries,
            signed_notes: report.counts.signed_notes,
            people: report.counts.people,
            cipher_version: report.cipher_version,
            findings: report.problems,
        })
    })
}
