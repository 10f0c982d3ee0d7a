//! The paper that opens the vault when the passphrase is forgotten.

use domain::{
    Document,
    document::{Block, Fact},
};

use zeroize::Zeroize;

use super::ours::{self, paragraph, quotation};
use crate::{app::App, read::labels::Labels};

/// Writes out the recovery code and how to use it.
pub(super) fn document(app: &App, code: &str) -> Document {
    let lang = app.settings().language;
    let labels = Labels::of(lang);
    let folder = Fact {
        label: labels.vault_folder.clone(),
        value: app.vault_dir().display().to_string(),
    };
    let blocks = vec![
        quotation(in_two_lines(code), String::new()),
        paragraph(&labels.recovery_use),
        paragraph(&labels.recovery_keep),
        Block::Facts { rows: vec![folder] },
    ];
    let head = ours::Head {
        lang,
        title: &labels.recovery_code,
        purpose: &labels.recovery_code_purpose,
        person: None,
    };
    ours::document(app, &head, blocks)
}

/// Puts half of its groups on each line: broken where the line happens to end, it is typed wrong.
fn in_two_lines(code: &str) -> String {
    let dashes: Vec<usize> = code.match_indices('-').map(|(at, _)| at).collect();
    let halves = dashes
        .get(dashes.len() / 2)
        .and_then(|at| code.split_at_checked(at + 1));
    match halves {
        Some((first, second)) if dashes.len() > 3 => format!("{first}\n{second}"),
        _ => code.to_owned(),
    }
}

/// Wipes the code out of a sheet that was written out.
pub(super) fn wipe(document: &mut Document) {
    for block in &mut document.blocks {
        if let Block::Quotation { words, .. } = block {
            words.zeroize();
        }
    }
}
