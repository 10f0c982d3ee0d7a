//! The vault: create, check, change the passphrase, back up, restore.

use std::path::Path;

use api::{ErrorCode, Finding, FindingKind, Kept, act, view, wire::*};
use domain::settings::Practitioner;
use serde_json::json;

use crate::{
    Desk,
    args::VaultCommand,
    output::{Printed, say_first, tell_of_folder},
    sentences::{self, Failure},
};

/// Who keeps a sample vault; made up like everybody in it.
const SAMPLE_PRACTITIONER: &str = "Kim Berg (made up)";

/// Runs a command on the vault.
pub fn run(desk: &Desk, command: VaultCommand) -> Result<Printed, Failure> {
    match command {
        VaultCommand::Create {
            sample,
            practitioner,
            title,
            recovery_sheet,
        } => {
            let unnamed = if sample {
                SAMPLE_PRACTITIONER
            } else {
                "Practitioner"
            };
            let name = practitioner.unwrap_or_else(|| unnamed.to_owned());
            create(
                desk,
                sample,
                Practitioner { name, title },
                recovery_sheet.as_deref(),
            )
        }
        VaultCommand::Check => check(desk),
        VaultCommand::Passwd {
            new_passphrase_file,
        } => passwd(desk, new_passphrase_file.as_deref()),
        VaultCommand::Backup { dir } => back_up(desk, &dir),
        VaultCommand::Restore {
            file,
            dry_run,
            recovery_code,
            new_passphrase_file,
        } => {
            let new = new_passphrase_file.as_deref();
            restore(desk, &file, dry_run, recovery_code, new)
        }
        VaultCommand::Acknowledge { by } => acknowledge(desk, &by),
        VaultCommand::NewKey => new_key(desk),
    }
}

/// Opens the vault; asks for no passphrase when there is none to open.
pub fn open(desk: &Desk) -> Result<(), Failure> {
    open_with_passphrase(desk).map(drop)
}

/// Opens the vault and hands back what opened it.
fn open_with_passphrase(desk: &Desk) -> Result<SecretText, Failure> {
    if !is_there(desk)? {
        return desk.tell(Err(ErrorCode::NoVault.into()));
    }
    let passphrase = desk.secrets.passphrase()?;
    let unlock = Unlock {
        passphrase: passphrase.clone(),
    };
    desk.tell(act::vault::unlock(&desk.app, unlock))?;
    let state = desk.tell(view::state::app_state(&desk.app, Nothing {}))?;
    if let VaultState::Open {
        cannot_write: Some(why),
        ..
    } = state.vault
    {
        say_first(&sentences::of_writing(why, desk.app.data_dir()));
    }
    Ok(passphrase)
}

fn is_there(desk: &Desk) -> Result<bool, Failure> {
    let state = desk.tell(view::state::app_state(&desk.app, Nothing {}))?;
    Ok(!matches!(state.vault, VaultState::None))
}

fn create(
    desk: &Desk,
    sample: bool,
    practitioner: Practitioner,
    recovery_paper: Option<&Path>,
) -> Result<Printed, Failure> {
    if is_there(desk)? {
        return desk.tell(Err(ErrorCode::VaultExists.into()));
    }
    let passphrase = desk.secrets.first_passphrase()?;
    let asked = CreateVault {
        passphrase,
        practitioner,
        sample,
    };
    let code = desk.tell(act::vault::create_vault(&desk.app, asked))?;
    let folder = desk.app.data_dir().display().to_string();
    let text = format!(
        "Made a vault in {folder}.\nRecovery code, shown only now; write it down and keep it apart: {code}"
    );
    let printed = Printed::line(text, &json!({ "dataFolder": folder, "recoveryCode": code }))?;
    let Some(path) = recovery_paper else {
        return Ok(printed);
    };
    let code = SecretText::new(code);
    let saved = act::hand_off::save_recovery_sheet_as(&desk.app, &code, path);
    // The vault is there by now, so its code is shown whether or not its paper could be written.
    Ok(match desk.tell(saved) {
        Ok(kept) => {
            tell_of_folder(path, kept);
            printed
        }
        Err(failure) => printed.failing(failure),
    })
}

fn check(desk: &Desk) -> Result<Printed, Failure> {
    open(desk)?;
    let found = desk.tell(view::check::check_vault(&desk.app, Nothing {}))?;
    let wrong = wrong_with(&found);
    if wrong.is_empty() {
        let text = format!(
            "The vault is well: encrypted (SQLCipher {}), pages and tables whole, {} audit entries and {} signed notes unbroken. \
             Without the key nothing can be read; pages of {} bytes are sealed with {}; a guess at the passphrase takes {} MiB. \
             {} \
             The audit trail ends with entry {}, {}.",
            found.cipher_version,
            found.audit_entries,
            found.signed_notes,
            found.page_size,
            found.page_mac,
            found.guess_mib,
            last_backup(&found),
            found.chain.sequence,
            found.chain.hash
        );
        return Printed::line(text, &found);
    }
    let sentence = format!(
        "The vault is damaged ({}); restore the last backup with `waymark-cli vault restore FILE`.",
        wrong.join("; ")
    );
    let mut printed = Printed::line(String::new(), &found)?;
    printed.text.clear();
    Ok(printed.failing(Failure::damaged(sentence)))
}

fn last_backup(found: &VaultCheck) -> String {
    found.last_backup.map_or_else(
        || "No backup has been made yet; make one with `waymark-cli vault backup DIR`.".to_owned(),
        |at| {
            format!(
                "The last backup was made {}.",
                at.local().format("%Y-%m-%d %H:%M")
            )
        },
    )
}

/// Names everything a check found, in a few words each.
fn wrong_with(found: &VaultCheck) -> Vec<String> {
    let mut wrong = Vec::new();
    if !found.encrypted {
        wrong.push("the file is not encrypted".to_owned());
    }
    if found.opens_without_key {
        wrong.push("the file can be read without its key".to_owned());
    }
    if !found.pages_as_promised {
        wrong.push("its pages are not encrypted and sealed as they should be".to_owned());
    }
    if let Some(entry) = found.audit_broken_at {
        wrong.push(format!("the audit chain is broken at entry {entry}"));
    }
    if let Some(link) = found.notes_broken_at {
        wrong.push(format!(
            "the chain of signed notes is broken at link {link}"
        ));
    }
    if found.header_copies < 2 {
        wrong.push(format!(
            "{} of 2 copies of the key header can be read",
            found.header_copies
        ));
    }
    wrong.extend(found.opening.iter().map(finding));
    wrong.extend(found.findings.iter().cloned());
    if wrong.is_empty() && !found.whole {
        wrong.push("something in it is not whole".to_owned());
    }
    wrong
}

/// Says what was found when the vault was opened, in a few words.
fn finding(finding: &Finding) -> String {
    let since = finding.since.local().format("%Y-%m-%d %H:%M");
    let what = match finding.kind {
        FindingKind::SavesMissing => {
            return format!("saves missing: {}, since {since}", finding.saves);
        }
        FindingKind::Forked => "another copy of this vault was put here",
        FindingKind::HeadGone => "the file that tells whether saves are missing was gone",
        FindingKind::HeadUnreadable => {
            "the file that tells whether saves are missing could not be read"
        }
        FindingKind::HeadOfAnother => "the head file of another vault lay here",
        FindingKind::OldHeader => "an older key file was put back",
        FindingKind::PassphraseUnfinished => {
            "a change of the passphrase was cut off and the one before is valid"
        }
        FindingKind::Schema => {
            return format!("the schema is not this program's: {}", finding.detail);
        }
    };
    format!("{what}, last known good {since}")
}

fn acknowledge(desk: &Desk, by: &str) -> Result<Printed, Failure> {
    open(desk)?;
    let found = desk.tell(view::check::check_vault(&desk.app, Nothing {}))?;
    for each in &found.opening {
        let ask = Acknowledge {
            finding: each.number,
            name: by.to_owned(),
        };
        desk.tell(act::secrets::acknowledge(&desk.app, ask))?;
    }
    let names: Vec<String> = found.opening.iter().map(finding).collect();
    let text = match names.as_slice() {
        [] => "Nothing was waiting to be acknowledged.".to_owned(),
        names => format!("{by} acknowledged: {}.", names.join("; ")),
    };
    Printed::line(text, &json!({ "acknowledged": names.len() }))
}

fn new_key(desk: &Desk) -> Result<Printed, Failure> {
    let passphrase = open_with_passphrase(desk)?;
    let made = desk.tell(act::secrets::new_data_key(
        &desk.app,
        NewDataKey { passphrase },
    ))?;
    let old: Vec<&str> = made
        .old_backups
        .iter()
        .map(|old| old.name.as_str())
        .collect();
    let mut text = format!(
        "Encrypted the vault anew.\nRecovery code, shown only now; write it down and keep it apart: {}",
        made.recovery_code
    );
    if !old.is_empty() {
        text.push_str(&format!(
            "\nThe old code and older passphrases still open these backups; destroy them once a new one is made: {}",
            old.join(", ")
        ));
    }
    Printed::line(text, &made)
}

fn passwd(desk: &Desk, new: Option<&Path>) -> Result<Printed, Failure> {
    let current = open_with_passphrase(desk)?;
    let new = desk.secrets.new_passphrase(new)?;
    let change = ChangePassphrase { current, new };
    desk.tell(act::secrets::change_passphrase(&desk.app, change))?;
    let text =
        "Changed the passphrase; the old one opens nothing any more, except backups made before.";
    Printed::line(text.to_owned(), &json!({ "changed": true }))
}

fn back_up(desk: &Desk, dir: &Path) -> Result<Printed, Failure> {
    open(desk)?;
    let folder = dir.to_str().ok_or_else(|| {
        Failure::wrong_use("The name of the backup folder is not plain text; name another folder.")
    })?;
    let asked = BackUp {
        folder: folder.to_owned(),
    };
    let made = desk.tell(act::backups::back_up(&desk.app, asked))?;
    if !made.flushed {
        tell_of_folder(Path::new(&made.path), Kept::FolderNotFlushed);
    }
    let text = format!(
        "Made and compared a backup: {} ({} bytes).",
        made.path, made.bytes
    );
    Printed::line(text, &made)
}

/// Names what is in the vault here and not in the backup.
fn what_goes(plan: &RestorePlan) -> Option<String> {
    if !plan.compared {
        return Some(
            "The vault here does not open with this passphrase, so nobody can say what is missing from the backup; it is kept aside."
                .to_owned(),
        );
    }
    let goes = plan.goes.as_ref()?;
    let day = |at: domain::Timestamp| at.local().format("%Y-%m-%d %H:%M").to_string();
    Some(format!(
        "Not in the backup: {} saves from {} to {}, {} signed notes and addenda among them; the vault here is kept aside.",
        goes.saves,
        day(goes.from),
        day(goes.to),
        goes.signed
    ))
}

/// What opens the backup, and after a recovery code, the passphrase that opens it from then on.
fn restoring_secrets(
    desk: &Desk,
    by_code: bool,
    ask_new: bool,
    new: Option<&Path>,
) -> Result<(RestoreWith, Option<SecretText>), Failure> {
    if !by_code {
        return Ok((RestoreWith::Passphrase(desk.secrets.passphrase()?), None));
    }
    let code = RestoreWith::RecoveryCode(desk.secrets.recovery_code()?);
    if !ask_new {
        return Ok((code, None));
    }
    // Judged before anything is replaced, so that nobody is left with a vault that only the code opens.
    let passphrase = desk.secrets.new_passphrase(new)?;
    let judge = PassphraseToJudge {
        passphrase: passphrase.clone(),
    };
    if !desk
        .tell(view::state::passphrase_strength(&desk.app, judge))?
        .accepted
    {
        return desk.tell(Err(ErrorCode::WeakPassphrase.into()));
    }
    Ok((code, Some(passphrase)))
}

fn restore(
    desk: &Desk,
    file: &Path,
    dry_run: bool,
    by_code: bool,
    new: Option<&Path>,
) -> Result<Printed, Failure> {
    let name = file.to_str().ok_or_else(|| {
        Failure::wrong_use("The name of the backup is not plain text; rename it.")
    })?;
    if !file.is_file() {
        return Err(Failure::wrong_use(&format!(
            "There is no file {name}; name the backup to restore."
        )));
    }
    let (with, new) = restoring_secrets(desk, by_code, !dry_run, new)?;
    let asked = Restore {
        file: name.to_owned(),
        with,
    };
    let there = is_there(desk)?;
    let plan = desk.tell(act::backups::plan_restore(&desk.app, asked.clone()))?;
    let goes = there.then(|| what_goes(&plan)).flatten();
    if dry_run {
        let text = goes.unwrap_or_else(|| "Nothing would go.".to_owned());
        return Printed::line(text, &plan);
    }
    if let Some(goes) = &goes {
        say_first(goes);
    }
    desk.tell(act::backups::restore(&desk.app, asked))?;
    if let Some(new) = new {
        let current = SecretText::default();
        let change = ChangePassphrase { current, new };
        desk.tell(act::secrets::change_passphrase(&desk.app, change))?;
    }
    let folder = desk.app.data_dir().display().to_string();
    let text = format!("Restored {name} into {folder}.");
    Printed::line(text, &json!({ "restored": name, "dataFolder": folder }))
}
