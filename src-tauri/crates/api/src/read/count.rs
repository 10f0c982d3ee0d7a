//! Counts as they travel: JSON has no wider whole number that a page can hold.

/// Counts what comes.
pub fn of<T>(items: impl Iterator<Item = T>) -> u32 {
    u32::try_from(items.count()).unwrap_or(u32::MAX)
}

/// Narrows a count; what does not fit is as many as fit.
pub fn narrow(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
