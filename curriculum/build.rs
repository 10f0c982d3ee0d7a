//! Builds anew when a content file comes or goes; `include_dir!` alone notices only changes to files it knows.

fn main() {
    println!("cargo::rerun-if-changed=content");
    println!("cargo::rerun-if-changed=starter");
    println!("cargo::rerun-if-changed=help");
}
