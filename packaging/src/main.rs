//! `packaging licences | copyright FILE | sbom FILE MOMENT`: writes what a package has beside the program;
//! `packaging ages`: prints the days for `ages.toml`.

use std::{
    error::Error,
    fs,
    io::{self, Write},
    path::Path,
};

fn main() -> Result<(), Box<dyn Error + Send + Sync>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .ok_or("the repository has no root")?;
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    if words[..] == ["ages"] {
        let mut out = io::stdout().lock();
        for (name, day) in packaging::ages::released(root)? {
            writeln!(out, "{name} = \"{day}\"")?;
        }
        return Ok(());
    }
    let parts = packaging::parts(root)?;
    let list = packaging::licences::list(&parts);
    match words[..] {
        ["licences"] => fs::write(
            root.join(packaging::LICENCES),
            packaging::licences::as_json(&list),
        )?,
        ["copyright", file] => fs::write(file, packaging::copyright::file(root, &list)?)?,
        ["sbom", file, moment] => fs::write(
            file,
            packaging::sbom::bill(&parts, env!("CARGO_PKG_VERSION"), moment),
        )?,
        _ => return Err("say `licences`, `ages`, `copyright FILE` or `sbom FILE MOMENT`".into()),
    }
    Ok(())
}
