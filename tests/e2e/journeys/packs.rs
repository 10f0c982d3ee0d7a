//! A pack of a site: installed through Settings, shown on the handout desk, refused when it is broken, removed again.

use std::fs;

use e2e::Stage;

use crate::cast::{create_vault, go};

const PACK: &str = r#"format = 1
extends = "waymark"
id = "lakeside"
title = "Lakeside additions"
version = "0.3.0"
languages = ["en"]
licence = "CC-BY-4.0"
"#;

const SERVICES: &str = r#"[[service]]
name = "Harbour House"
phone = "555 0177"
hours = "Weekdays, 9 to 15"
what_for = "Coffee and company"
about = "services"
checked_on = 2026-11-02
"#;

#[test]
fn a_pack_is_installed_refused_and_removed() {
    let stage = Stage::new("packs");
    let page = stage.open();
    create_vault(&page);
    // What a dialog would answer here is the folder for saved files.
    let folder = stage.saved();
    fs::write(folder.join("pack.toml"), PACK).unwrap();
    fs::write(folder.join("services.toml"), SERVICES).unwrap();

    go(&page, "#/settings");
    page.see("packs");
    page.click("install-folder");
    page.see("pack-lakeside");
    page.see_words("Lakeside additions");
    page.check_accessible("an installed pack");
    go(&page, "#/help");
    page.see("site-services");
    page.see_words("Harbour House");
    page.check_accessible("help with what the site lists");
    go(&page, "#/settings");
    page.see("pack-lakeside");

    fs::write(folder.join("services.toml"), "[[service]]\nnmae = 1\n").unwrap();
    page.click("install-folder");
    page.see("pack-problems");
    page.see_words("services.toml");
    page.check_accessible("a pack that was refused");
    page.screenshot("refused");
    page.see("pack-lakeside");

    page.click("remove-lakeside");
    page.see("remove-pack-dialog");
    page.click("remove-pack-stay");
    page.see("pack-lakeside");
    page.click("remove-lakeside");
    page.click("remove-pack-go");
    page.see_gone("pack-lakeside");
    page.see("pack-waymark");
}
