//! Says what to do with a file that no other file leads to.

use domain::Lang;

use crate::structure::Home;

/// Explains a file that is not part of the pack.
pub(crate) fn explain_unlisted(path: &str, languages: &[Lang]) -> String {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["modules", _, lang, file] if file.ends_with(".md") => {
            explain_page(lang, Home::Module, languages)
        }
        ["forms", lang, file] if file.ends_with(".md") => {
            explain_page(lang, Home::Forms, languages)
        }
        ["modules", _, "figures", file] if file.ends_with(".toml") => {
            "Name it in a block of kind figure in module.toml, or take it out".to_owned()
        }
        _ => "Take it out; FORMAT.md shows the files of a pack".to_owned(),
    }
}

fn explain_page(lang: &str, home: Home, languages: &[Lang]) -> String {
    match lang.parse::<Lang>() {
        Ok(lang) if !languages.contains(&lang) => {
            format!("Add {lang} to the languages in pack.toml, or take the file out")
        }
        Ok(_) => format!(
            "Declare its {} in {}, or take the file out",
            home.noun(),
            home.file()
        ),
        Err(_) => "Put it into a folder named en, da or nb, or take it out".to_owned(),
    }
}
