//! The check of the vault: encryption, pages, tables and both chains.

use crate::{
    app::App,
    error::Result,
    read::self_test,
    wire::{Nothing, OfSelfTest, SelfTest, VaultCheck},
};

/// Checks everything there is to check.
pub fn check_vault(app: &App, _: Nothing) -> Result<VaultCheck> {
    self_test::look(app)
}

/// Checks the same, and says it in sentences.
pub fn self_test(app: &App, ask: OfSelfTest) -> Result<SelfTest> {
    let found = self_test::look(app)?;
    Ok(SelfTest {
        well: self_test::is_well(&found),
        document: self_test::document(app, &found, ask.language),
    })
}
