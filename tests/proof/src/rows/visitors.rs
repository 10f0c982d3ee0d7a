//! Packs and backups from somebody who means harm.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::Instant,
};

use curriculum::Curriculum;
use store::Secret;
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{Dice, Got, Row, Size, child, kit};

pub const ROW: Row = Row {
    name: "visitors",
    figure: "hostile packs and backups refused, nothing written beside them, slowest, most memory",
    target: "≥ 60 refused, < 1 s, < 200 MB",
    control: "a good pack and a good backup",
    run,
};

/// What the child does with a file, and what it says.
pub fn visit(file: &Path) {
    let started = Instant::now();
    let taken = if file.extension().is_some_and(|end| end == "waymark") {
        let place = file.with_extension("restored");
        store::restore(
            file,
            &place,
            Secret::Passphrase(&kit::passphrase()),
            kit::at(9),
        )
        .is_ok()
    } else {
        Curriculum::read(file).is_ok_and(|files| Curriculum::from_files(&files).is_ok())
    };
    println!(
        "{} 1\nms {}\nmib {}",
        if taken { "taken" } else { "refused" },
        started.elapsed().as_millis(),
        child::most_memory() / 1024
    );
}

fn run(_: Size) -> Got {
    let dir = kit::folder();
    let mut visitors = packs(&dir.path().join("packs"));
    visitors.extend(backups(&dir.path().join("backups")));
    let (mut refused, mut slowest, mut most, mut strays) = (0, 0, 0, 0);
    for file in &visitors {
        let before = names(dir.path());
        let said = child::lines(child::command("visit", file));
        if child::numbers(&said, "refused").len() == 1 {
            refused += 1;
        } else {
            eprintln!("{}: {said:?}", file.display());
        }
        slowest = slowest.max(
            child::numbers(&said, "ms")
                .first()
                .copied()
                .unwrap_or(u16::MAX),
        );
        most = most.max(
            child::numbers(&said, "mib")
                .first()
                .copied()
                .unwrap_or(u16::MAX),
        );
        if names(dir.path()) != before {
            eprintln!("{} left something behind", file.display());
            strays += 1;
        }
    }
    let good = [
        good_pack(&dir.path().join("good.zip")),
        good_backup(&dir.path().join("good")),
    ];
    let taken = good.iter().filter(|file| {
        child::numbers(&child::lines(child::command("visit", file)), "taken").len() == 1
    });
    let taken = taken.count();
    Got {
        figure: format!(
            "{refused} of {} refused, {strays} left something, {slowest} ms, {most} MiB",
            visitors.len()
        ),
        met: refused == visitors.len()
            && refused >= 60
            && strays == 0
            && slowest < 1000
            && most < 200,
        control: format!("{taken} of 2 taken"),
        shown: taken == 2,
    }
}

/// Every file and folder below one.
fn names(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
    {
        if entry.is_dir() && !entry.is_symlink() {
            found.extend(names(&entry));
        }
        found.push(entry);
    }
    found.sort();
    found
}

/// The little pack of the fixtures.
fn little() -> Files {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/pack");
    Curriculum::read(&folder).unwrap().into_iter().collect()
}

fn zipped(file: &Path, files: &[(String, Vec<u8>)]) {
    let mut zip = ZipWriter::new(fs::File::create(file).unwrap());
    for (name, bytes) in files {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        zip.start_file(name.as_str(), options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

fn good_pack(file: &Path) -> PathBuf {
    zipped(file, &little());
    file.to_owned()
}

/// A page of the little pack.
const TOPIC: &str = "modules/01-words/en/my-words.md";

/// The files of a pack.
type Files = Vec<(String, Vec<u8>)>;

/// Packs as zip files and as folders: bad names, bombs, broken structure, broken text, links.
fn packs(folder: &Path) -> Vec<PathBuf> {
    fs::create_dir_all(folder).unwrap();
    let mut made = Vec::new();
    let mut pack = |change: &dyn Fn(&mut Files)| {
        let file = folder.join(format!("{}.zip", made.len()));
        let mut files = little();
        change(&mut files);
        zipped(&file, &files);
        made.push(file);
    };
    for name in [
        "../out.toml",
        "../../../../tmp/out.toml",
        "/etc/out.toml",
        "modules/../../out.toml",
        "C:\\out.toml",
        "\\\\host\\share\\out",
        "a\\..\\..\\out.toml",
        "modules//x.toml",
        "./pack2.toml",
        "CON",
        "nul.toml",
        "a\u{0}b.toml",
        "modules/\u{202e}lmot.x",
        "pack.toml/x.toml",
        "PACK.TOML",
        "modules/01-a/en/../../../out.md",
        "~/out.toml",
        "file:///etc/passwd",
        "a\nb.toml",
        "%2e%2e/out.toml",
    ] {
        pack(&|files| files.push((name.to_owned(), b"x = 1".to_vec())));
    }
    let bomb = vec![b'a'; 60 << 20];
    pack(&|files| files.push(("modules/bomb.md".to_owned(), bomb.clone())));
    let many = vec![b'#'; 1 << 20];
    pack(&|files| {
        files.extend((0..40).map(|n| (format!("modules/{n:02}-a/x.toml"), many.clone())))
    });
    pack(&|files| files.extend((0..5000).map(|n| (format!("modules/{n:05}/x.toml"), Vec::new()))));
    let text = |change: &dyn Fn(String) -> Vec<u8>, which: &str, files: &mut Files| {
        let (_, bytes) = files
            .iter_mut()
            .find(|(name, _)| name.ends_with(which))
            .unwrap();
        *bytes = change(String::from_utf8(bytes.clone()).unwrap());
    };
    for which in ["pack.toml", "module.toml", TOPIC] {
        pack(&|files| text(&|_| vec![0xff, 0xfe, 0, 0x41], which, files));
        pack(&|files| text(&|_| Vec::new(), which, files));
        pack(&|files| {
            text(
                &|was| [b"\xef\xbb\xbf\0", was.as_bytes()].concat(),
                which,
                files,
            )
        });
        pack(&|files| text(&|_| b"{\"a\": ".repeat(10_000), which, files));
        pack(&|files| text(&|_| b"a = [".repeat(20_000), which, files));
        pack(&|files| {
            text(
                &|was| format!("{was}\n\u{1b}[2J\u{7}").into_bytes(),
                which,
                files,
            )
        });
        pack(&|files| {
            text(
                &|_| {
                    b"<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>".to_vec()
                },
                which,
                files,
            )
        });
        pack(&|files| files.retain(|(name, _)| !name.ends_with(which)));
    }
    for (from, to) in [
        ("id = \"", "id = \"../"),
        ("id = \"", "id = \"\u{202e}"),
        ("version = \"", "version = \"-"),
        ("version = \"", "x = \""),
    ] {
        pack(&|files| {
            text(
                &|was| was.replacen(from, to, 1).into_bytes(),
                "pack.toml",
                files,
            )
        });
        pack(&|files| {
            text(
                &|was| {
                    format!("{was}\nunknown = {}", "9".repeat(400))
                        .replacen(from, to, 1)
                        .into_bytes()
                },
                "pack.toml",
                files,
            )
        });
    }
    let whole = fs::read(good_pack(&folder.join("whole.zip"))).unwrap();
    fs::remove_file(folder.join("whole.zip")).unwrap();
    let mut dice = Dice(17);
    for n in 0..12 {
        let mut bytes = whole.clone();
        match n % 4 {
            0 => bytes.truncate(dice.below(whole.len())),
            1 => bytes = bytes.split_off(1 + dice.below(200)),
            // Sizes in the list of entries that are lies.
            2 => {
                let list = bytes
                    .windows(4)
                    .position(|four| four == b"PK\x01\x02")
                    .unwrap();
                bytes[list + 20..list + 28].fill(0xff);
            }
            _ => bytes = vec![0x50; 1 + dice.below(100_000)],
        }
        let file = folder.join(format!("broken-{n}.zip"));
        fs::write(&file, bytes).unwrap();
        made.push(file);
    }
    #[cfg(unix)]
    for (n, to) in ["/etc/passwd", "..", "/"].into_iter().enumerate() {
        let pack = folder.join(format!("links-{n}"));
        for (name, bytes) in little() {
            fs::create_dir_all(pack.join(&name).parent().unwrap()).unwrap();
            fs::write(pack.join(&name), bytes).unwrap();
        }
        fs::remove_file(pack.join("pack.toml")).unwrap();
        std::os::unix::fs::symlink(to, pack.join("pack.toml")).unwrap();
        made.push(pack);
    }
    made
}

fn good_backup(folder: &Path) -> PathBuf {
    fs::create_dir_all(folder).unwrap();
    let mut desk = kit::signed_desk();
    kit::make_backup(&mut desk.store, folder, kit::at(9))
        .unwrap()
        .path
}

/// Backups whose bytes somebody changed, from the first on: what says how long things are stands there.
fn backups(folder: &Path) -> Vec<PathBuf> {
    let good = good_backup(folder);
    let bytes = fs::read(&good).unwrap();
    fs::remove_file(good).unwrap();
    let mut dice = Dice(19);
    let bad = |n: usize, dice: &mut Dice| {
        let mut bytes = bytes.clone();
        match n {
            0 => bytes.clear(),
            1 => bytes = vec![0xff; 4096],
            2 => bytes = b"SQLite format 3\0".repeat(4096),
            3 => bytes = vec![0; 30 << 20],
            4..=15 => {
                let place = (n - 4) * 8;
                bytes[place..place + 8].fill(0xff);
            }
            16..=20 => bytes.truncate(dice.below(bytes.len())),
            _ => {
                let place = dice.below(bytes.len());
                bytes[place] ^= 0x80;
            }
        }
        bytes
    };
    (0..26)
        .map(|n| {
            let file = folder.join(format!("{n}.waymark"));
            fs::write(&file, bad(n, &mut dice)).unwrap();
            file
        })
        .collect()
}
