//! To whom something goes, and whether the person lets them see it.
//!
//! Nothing is refused for good: what a supporter has no consent to see leaves when somebody has read whose consent is missing
//! and says so for that supporter. The ledger then names what went without consent.

use std::collections::BTreeSet;

use domain::{
    PersonId, SupporterId,
    supporter::{ConsentItem, Standing},
};
use serde_json::{Value, to_value};

use crate::{
    app::App,
    error::{ApiError, ErrorCode, Result},
    read::supporters::{self, Lack, Shown},
};

/// To whom something goes.
#[derive(Clone, Copy, Debug, Default)]
pub struct To<'a> {
    /// As it was typed; may be empty.
    pub name: &'a str,
    /// Supporters to whom it goes although consent is missing, each confirmed by name.
    pub despite: &'a [SupporterId],
}

impl<'a> To<'a> {
    /// As a page asks for it.
    pub fn new(name: &'a str, despite: &'a [SupporterId]) -> Self {
        Self { name, despite }
    }
}

impl<'a> From<&'a str> for To<'a> {
    fn from(name: &'a str) -> Self {
        Self::new(name, &[])
    }
}

impl<'a> From<&'a String> for To<'a> {
    fn from(name: &'a String) -> Self {
        name.as_str().into()
    }
}

/// Refuses what goes to a supporter who has no consent to see it, unless that was confirmed. Tells what goes all the same.
///
/// # Errors
/// `ConsentMissing`, which says who and what.
pub(super) fn check(
    app: &App,
    person: Option<PersonId>,
    shows: Shown,
    to: To<'_>,
) -> Result<BTreeSet<ConsentItem>> {
    let Some(person) = person else {
        return Ok(BTreeSet::new());
    };
    let today = app.now().day();
    let lacks =
        app.with_store(|store| supporters::lacking(store, person, shows, to.name, today))?;
    if let Some(lack) = lacks
        .iter()
        .find(|lack| !to.despite.contains(&lack.supporter.id))
    {
        return Err(missing(lack));
    }
    let items = lacks.iter().flat_map(|lack| &lack.items);
    Ok(items.map(|(item, _)| *item).collect())
}

/// Refuses what goes to a supporter of several people, as [`check`] does of each, before any of it is made.
///
/// # Errors
/// `ConsentMissing`, of the first of them.
pub(super) fn check_each(
    app: &App,
    people: impl IntoIterator<Item = PersonId>,
    shows: Shown,
    to: To<'_>,
) -> Result<()> {
    people
        .into_iter()
        .try_for_each(|person| check(app, Some(person), shows, to).map(drop))
}

/// Says who has no consent to what, in details that a page puts into words: each item with where its consent stands, such as
/// `notes withdrawn 2026-04-03`, parted by commas.
fn missing(lack: &Lack) -> ApiError {
    let items: Vec<String> = lack
        .items
        .iter()
        .map(|(item, standing)| {
            let item = match to_value(item) {
                Ok(Value::String(name)) => name,
                _ => String::new(),
            };
            match standing {
                Some(Standing::Withdrawn { on }) => format!("{item} withdrawn {on}"),
                Some(Standing::Over { until }) => format!("{item} over {until}"),
                Some(Standing::Ahead { from }) => format!("{item} ahead {from}"),
                Some(Standing::Holds) | None => format!("{item} never"),
            }
        })
        .collect();
    ApiError::new(ErrorCode::ConsentMissing)
        .with("supporter", lack.supporter.id)
        .with("name", &lack.supporter.details.name)
        .with("items", items.join(","))
}
