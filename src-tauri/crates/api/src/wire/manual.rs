//! Help with the program itself.

use domain::{Document, Lang};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

asks! {
    /// Asks for the help pages.
    OfManual {
        /// In which language.
        language: Lang,
    }
}

views! {
    /// The help pages.
    ManualView {
        /// In order.
        pages: Vec<ManualPageView>,
    }
    /// A help page.
    ManualPageView {
        /// Names it, in every language the same.
        id: String,
        /// Its words.
        document: Document,
    }
}
