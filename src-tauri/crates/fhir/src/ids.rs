//! Ids that stay: those of the record, and those derived from them for resources the record has no row of.

use domain::{SheetId, TopicId};
use sha2::{Digest, Sha256};
use uuid::{Builder, Uuid};

/// The system of an identifier that is a URI (RFC 3986).
pub(crate) const URI: &str = "urn:ietf:rfc:3986";

/// How one resource names another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Links {
    /// By `urn:uuid:`, as inside a document that stands for itself.
    Inside,
    /// By type and id, as on a server that keeps the ids it is given.
    OnServer,
}

impl Links {
    /// Returns what stands in `reference`.
    pub(crate) fn to(self, kind: &str, id: Uuid) -> String {
        match self {
            Self::Inside => urn(id),
            Self::OnServer => format!("{kind}/{id}"),
        }
    }
}

/// The UUID as a URI.
pub(crate) fn urn(id: Uuid) -> String {
    format!("urn:uuid:{id}")
}

/// The id of what was answered on a page, by what it was answered in: a whole record or one session.
pub fn page_id(of: Uuid, topic: &TopicId, sheet: Option<SheetId>) -> Uuid {
    let sheet = sheet.map(|sheet| sheet.uuid().into_bytes());
    let sheet: &[u8] = sheet.as_ref().map_or(&[], |bytes| bytes.as_slice());
    derived(
        "answers",
        &[of.as_bytes(), topic.as_str().as_bytes(), sheet],
    )
}

/// Derives an id from others: the same ones give the same, for ever. SHA-256 over the parts, each with its length, in the
/// shape of a UUID of version 8 (RFC 9562, 5.8).
pub(crate) fn derived(what: &str, of: &[&[u8]]) -> Uuid {
    let mut hash = Sha256::new();
    for part in std::iter::once(what.as_bytes()).chain(of.iter().copied()) {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    let digest: [u8; 32] = hash.finalize().into();
    let bytes = digest.first_chunk::<16>().copied().unwrap_or_default();
    Builder::from_custom_bytes(bytes).into_uuid()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_derived_id_is_always_the_same_and_its_parts_do_not_run_together() {
        let id = derived("plan", &[b"ab", b"c"]);
        assert_eq!(id, derived("plan", &[b"ab", b"c"]));
        assert_ne!(id, derived("plan", &[b"a", b"bc"]));
        assert_ne!(id, derived("score", &[b"ab", b"c"]));
        assert_eq!(id.get_version_num(), 8);
        assert_eq!(id.to_string(), "07bafdbd-32f7-84a1-ac47-e457a4554129");
    }
}
