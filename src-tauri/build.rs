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
    pack_relocations();
    tauri_build::build();
}

/// Has the linker write the addresses that are settled at start as a map of bits: 24 bytes each become a few bits, which
/// the library of the system (glibc from 2.36 on) reads. Only in the profile of the package: mold 1.10, a quick linker of
/// developers, leaves out a mark without which such a program does not start.
fn pack_relocations() {
    let is = |name: &str, value: &str| std::env::var(name).is_ok_and(|found| found == value);
    let profile = std::env::var("OUT_DIR").unwrap_or_default();
    if profile.contains("/dist/build/")
        && is("CARGO_CFG_TARGET_OS", "linux")
        && is("CARGO_CFG_TARGET_ENV", "gnu")
    {
        println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
