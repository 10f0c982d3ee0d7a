//! Figures behind two decisions of the file format: page size and page HMAC. Run by hand, prints one table.
//!
//! It uses SQLCipher directly with the settings of the store, on 6,000 notes of about 350 words with full-text search.

#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a tool that is run by hand and prints its result"
)]

use std::{fs, path::Path, time::Instant};

use rusqlite::{Connection, types::Value};

const NOTES: usize = 6_000;
const SAVES: usize = 300;

fn main() {
    let dir = std::env::temp_dir().join("waymark-page-figures");
    println!(
        "page   hmac     empty kB  size MB  save p50 ms  p99 ms  log kB/save  scan ms  list ms"
    );
    let plain = run(&dir, 4096, None);
    print(4096, "none", &plain);
    for page in [4096, 8192, 16384] {
        for hmac in ["HMAC_SHA512", "HMAC_SHA256"] {
            let figures = run(&dir, page, Some(hmac));
            print(page, hmac.trim_start_matches("HMAC_"), &figures);
        }
    }
    fs::remove_dir_all(&dir).unwrap();
}

struct Figures {
    empty: u64,
    size: u64,
    p50: f64,
    p99: f64,
    log: u64,
    scan: f64,
    list: f64,
}

fn print(page: u32, hmac: &str, f: &Figures) {
    println!(
        "{page:<6} {hmac:<8} {:>8} {:>8} {:>12.2} {:>7.2} {:>12} {:>8.1} {:>8.3}",
        f.empty / 1000,
        f.size / 1_000_000,
        f.p50,
        f.p99,
        f.log / 1000,
        f.scan,
        f.list
    );
}

fn open(path: &Path, page: u32, hmac: Option<&str>, cache_kib: i64) -> Connection {
    let conn = Connection::open(path).unwrap();
    if let Some(hmac) = hmac {
        conn.pragma_update(None, "cipher_memory_security", "ON")
            .unwrap();
        conn.execute_batch(&format!(
            "PRAGMA key = \"x'{}'\"; PRAGMA cipher_page_size = {page}; PRAGMA cipher_hmac_algorithm = {hmac};",
            "5a".repeat(32)
        ))
        .unwrap();
    } else {
        conn.pragma_update(None, "page_size", page).unwrap();
    }
    conn.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -{cache_kib};"
    ))
    .unwrap();
    conn
}

fn words(seed: usize, count: usize) -> String {
    (0..count)
        .map(|n| format!("word{} ", (seed * 31 + n * 17 + n * n) % 4000))
        .collect()
}

fn run(dir: &Path, page: u32, hmac: Option<&str>) -> Figures {
    let _ = fs::remove_dir_all(dir);
    fs::create_dir_all(dir).unwrap();
    let path = dir.join("figures.db");
    let conn = open(&path, page, hmac, 64 * 1024);
    for part in [
        include_str!("../migrations/0001_first/tables.sql"),
        include_str!("../migrations/0001_first/signed.sql"),
        include_str!("../migrations/0001_first/search.sql"),
    ] {
        conn.execute_batch(part).unwrap();
    }
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    let empty = fs::metadata(&path).unwrap().len();
    conn.execute_batch("PRAGMA foreign_keys = OFF; BEGIN")
        .unwrap();
    for n in 0..NOTES {
        add(&conn, n);
    }
    conn.execute_batch("COMMIT; INSERT INTO search (search) VALUES ('optimize')")
        .unwrap();
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();

    let mut times: Vec<f64> = (0..SAVES)
        .map(|n| {
            let started = Instant::now();
            conn.execute_batch("BEGIN IMMEDIATE").unwrap();
            add(&conn, NOTES + n);
            conn.execute_batch("COMMIT").unwrap();
            started.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let log = fs::metadata(dir.join("figures.db-wal")).unwrap().len() / SAVES as u64;
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        .unwrap();
    drop(conn);

    let size = fs::metadata(&path).unwrap().len();
    let scan = median(|| {
        let conn = open(&path, page, hmac, 2_000);
        let started = Instant::now();
        let total: i64 = conn
            .query_row("SELECT sum(length(text)) FROM note_section", [], |row| {
                row.get(0)
            })
            .unwrap();
        assert!(total > 0);
        started.elapsed().as_secs_f64() * 1000.0
    });
    let list = median(|| {
        let conn = open(&path, page, hmac, 64 * 1024);
        let mut statement = conn
            .prepare(
                "SELECT on_day, number, session FROM note WHERE person = ? ORDER BY on_day DESC",
            )
            .unwrap();
        let started = Instant::now();
        let mut rows = statement.query([id(1, 7)]).unwrap();
        let mut count = 0;
        while rows.next().unwrap().is_some() {
            count += 1;
        }
        assert!(count >= 60);
        started.elapsed().as_secs_f64() * 1000.0
    });
    Figures {
        empty,
        size,
        p50: times[SAVES / 2],
        p99: times[SAVES * 99 / 100],
        log,
        scan,
        list,
    }
}

fn id(kind: u8, n: usize) -> [u8; 16] {
    let mut id = [kind; 16];
    id[..8].copy_from_slice(&(n as u64).to_be_bytes());
    id
}

/// One note in twelve sections, as a session leaves it.
fn add(conn: &Connection, n: usize) {
    conn.prepare_cached(
        "INSERT INTO note (id, session, person, on_day, lang) VALUES (?, ?, ?, ?, 'en')",
    )
    .unwrap()
    .execute(rusqlite::params![
        id(2, n),
        id(3, n),
        id(1, n % 100),
        format!("2026-10-{:02}", n % 28 + 1)
    ])
    .unwrap();
    let rows = ["(?, ?, ?, 'plan', ?)"; 12].join(", ");
    let sections = (0..12i64).flat_map(|place| {
        let text = words(n * 12 + usize::try_from(place).unwrap(), 29);
        [
            Value::Blob(id(2, n).to_vec()),
            Value::Blob(id(1, n % 100).to_vec()),
            Value::Integer(place),
            Value::Text(text),
        ]
    });
    conn.prepare_cached(&format!(
        "INSERT INTO note_section (note, person, position, kind, text) VALUES {rows}"
    ))
    .unwrap()
    .execute(rusqlite::params_from_iter(sections))
    .unwrap();
}

fn median(mut measure: impl FnMut() -> f64) -> f64 {
    let mut times: Vec<f64> = (0..5).map(|_| measure()).collect();
    times.sort_by(f64::total_cmp);
    times[2]
}
