//! The face of our paper, for words that stand in a picture: a picture looks the same wherever its file is opened.

/// Atkinson Hyperlegible Next, as every page is set.
pub const REGULAR: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Regular.ttf");

/// The same, for what is strong.
pub const BOLD: &[u8] = include_bytes!("../fonts/AtkinsonHyperlegibleNext-Bold.ttf");

/// What the font calls itself.
pub(crate) const FAMILY: &str = "Atkinson Hyperlegible Next";
