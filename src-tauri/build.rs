//! Checks that the page has been built, then lets Tauri read its configuration.

use std::path::Path;

fn main() {
    // Tauri embeds the page into the program, so a missing page would only show as a blank window.
    println!("cargo::rerun-if-changed=../ui/dist");
    if !Path::new("../ui/dist/index.html").exists() {
        println!(
            "cargo::error=The page is not built yet: run `npm ci && npm run build` in ui/, then build again."
        );
        return;
    }
    tauri_build::build();
}
