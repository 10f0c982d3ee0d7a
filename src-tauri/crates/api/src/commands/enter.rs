//! How a request enters: the one place where text comes into the core.

use domain::text::{self, LONGEST_TEXT};
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::error::{ApiError, ErrorCode, Result};

/// Reads a request that carries a secret: straight to where it is wiped, with no copy on the way.
pub(super) fn straight<A: DeserializeOwned>(request: &str) -> Result<A> {
    serde_json::from_str(request).map_err(|e| bad_request(&e))
}

/// Reads a request whose texts are all somebody's words: unwritable characters leave, what is too long is refused.
pub(super) fn cleaned<A: DeserializeOwned>(request: &str) -> Result<A> {
    let mut value: Value = straight(request)?;
    clean_texts(&mut value)?;
    serde_json::from_value(value).map_err(|e| bad_request(&e))
}

fn clean_texts(value: &mut Value) -> Result<()> {
    match value {
        Value::String(text) => {
            let length = text.chars().count();
            if length > LONGEST_TEXT {
                return Err(ApiError::new(ErrorCode::TooLong)
                    .with("longest", LONGEST_TEXT)
                    .with("length", length));
            }
            *text = text::clean(text);
            Ok(())
        }
        Value::Array(values) => values.iter_mut().try_for_each(clean_texts),
        Value::Object(fields) => fields.values_mut().try_for_each(clean_texts),
        Value::Null | Value::Bool(_) | Value::Number(_) => Ok(()),
    }
}

/// Says what kind of mistake a request has, without quoting it: it may hold somebody's words.
fn bad_request(error: &serde_json::Error) -> ApiError {
    ApiError::new(ErrorCode::BadRequest).with(
        "what",
        format!("{:?} at column {}", error.classify(), error.column()),
    )
}
