//! A display that nobody sees, and pictures of it.

use std::{
    collections::HashSet,
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use tempfile::TempDir;

use crate::build;

/// An X server of our own; ends when dropped.
pub struct Display {
    server: Child,
    name: String,
    /// Where the server keeps its picture, as a file that is always current.
    pictures: TempDir,
}

impl Display {
    /// Starts one on the next free number.
    pub fn start(width: u32, height: u32) -> Self {
        let pictures = tempfile::Builder::new()
            .prefix("waymark-display-")
            .tempdir()
            .expect("a folder can be made");
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-noreset"])
            .args(["-screen", "0", &format!("{width}x{height}x24"), "-fbdir"])
            .arg(pictures.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed (Debian: xvfb)");
        // It writes its number when it is ready, so there is nothing to wait for beyond this line.
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("standard output is a pipe"))
            .read_line(&mut number)
            .expect("Xvfb says its number");
        assert!(!number.trim().is_empty(), "Xvfb did not start");
        Self {
            server,
            name: format!(":{}", number.trim()),
            pictures,
        }
    }

    /// Returns its name, as in `DISPLAY`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Returns the file with its picture.
    pub fn picture(&self) -> PathBuf {
        self.pictures.path().join("Xvfb_screen0")
    }

    /// Counts the colours on it, up to a hundred: one when it is empty, many when a page is drawn.
    pub fn colours(&self) -> usize {
        let Some((_, _, pixels)) = look(&self.picture()) else {
            return 0;
        };
        let mut met = HashSet::new();
        for pixel in pixels.chunks_exact(3) {
            if met.len() < 100 {
                met.insert([pixel[0], pixel[1], pixel[2]]);
            }
        }
        met.len()
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

/// What a display shows: width, height and RGB bytes.
///
/// The driver's own screenshots wait for a compositor that is not there, so the picture is taken from the display,
/// which also shows what a person would really see. The format is X11's window dump (XWD, version 7).
pub fn look(file: &Path) -> Option<(u32, u32, Vec<u8>)> {
    let dump = fs::read(file).ok()?;
    let number = |at: usize| {
        dump.get(at * 4..at * 4 + 4)
            .map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]))
    };
    let (header, width, height) = (number(0)?, number(4)?, number(5)?);
    let (bits, line, colours) = (number(11)?, number(12)?, number(19)?);
    assert_eq!(bits, 32, "the display has 32 bits a pixel");
    let start = (header + colours * 12) as usize;
    let mut pixels = Vec::with_capacity((width * height * 3) as usize);
    for row in 0..height as usize {
        let from = start + row * line as usize;
        for pixel in dump.get(from..from + width as usize * 4)?.chunks_exact(4) {
            pixels.extend_from_slice(&[pixel[2], pixel[1], pixel[0]]);
        }
    }
    Some((width, height, pixels))
}

/// Keeps a picture among the artefacts, once the display stands still. A missing picture fails no journey.
pub fn keep(file: &Path, name: &str) {
    let since = Instant::now();
    let mut last = None;
    let picture = loop {
        let now = look(file);
        if (now.is_some() && now == last) || since.elapsed() > Duration::from_secs(5) {
            break now;
        }
        last = now;
        thread::sleep(Duration::from_millis(150));
    };
    let kept = build::artefacts().join(format!("{name}.png"));
    let written = picture
        .ok_or_else(|| "there is no picture".to_owned())
        .and_then(|(width, height, pixels)| {
            let mut png = png::Encoder::new(
                fs::File::create(&kept).map_err(|e| e.to_string())?,
                width,
                height,
            );
            png.set_color(png::ColorType::Rgb);
            png.set_depth(png::BitDepth::Eight);
            let mut png = png.write_header().map_err(|e| e.to_string())?;
            png.write_image_data(&pixels).map_err(|e| e.to_string())
        });
    if let Err(why) = written {
        eprintln!("no screenshot in {}: {why}", kept.display());
    }
}
