//! Which monitor the turned screen goes to: names and places in, a choice out.

use api::wire::Side;
use tauri::{Monitor, WebviewWindow};

/// A monitor as the system tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// What the system calls it, such as a model or a plug.
    pub name: String,
    /// Its left edge among all monitors.
    pub x: i32,
    /// Its upper edge.
    pub y: i32,
    /// Its width in dots.
    pub width: u32,
    /// Its height in dots.
    pub height: u32,
}

impl Place {
    /// What a choice is remembered by: a monitor at the same place among others.
    pub fn key(&self) -> String {
        let Self {
            name,
            x,
            y,
            width,
            height,
        } = self;
        format!("{name} {width}x{height}+{x}+{y}")
    }
}

impl From<&Monitor> for Place {
    fn from(monitor: &Monitor) -> Self {
        Self {
            name: monitor.name().cloned().unwrap_or_default(),
            x: monitor.position().x,
            y: monitor.position().y,
            width: monitor.size().width,
            height: monitor.size().height,
        }
    }
}

/// All monitors, and the one with a window.
///
/// # Errors
/// When the system tells none.
pub fn around(window: &WebviewWindow) -> tauri::Result<(Vec<Place>, Place)> {
    #[cfg(feature = "e2e")]
    if let Some(all) = told()
        && let Some(here) = all.first().cloned()
    {
        return Ok((all, here));
    }
    let all: Vec<Place> = window
        .available_monitors()?
        .iter()
        .map(Place::from)
        .collect();
    // A hidden window may be on none.
    let here = window.current_monitor()?.or(window.primary_monitor()?);
    let here = here
        .as_ref()
        .map(Place::from)
        .or_else(|| all.first().cloned());
    Ok((all, here.ok_or(tauri::Error::WindowNotFound)?))
}

/// The monitors of an end-to-end test, whose display has only one: a line for each in a file.
#[cfg(feature = "e2e")]
fn told() -> Option<Vec<Place>> {
    let file = std::env::var_os("WAYMARK_E2E_MONITORS")?;
    let lines = std::fs::read_to_string(file).ok()?;
    let place = |line: &str| {
        let mut words = line.split(' ');
        Some(Place {
            name: words.next()?.to_owned(),
            x: words.next()?.parse().ok()?,
            y: words.next()?.parse().ok()?,
            width: words.next()?.parse().ok()?,
            height: words.next()?.parse().ok()?,
        })
    };
    lines.lines().map(place).collect()
}

/// Says where a monitor lies.
pub fn side(of: &Place, here: &Place) -> Side {
    let centre = |place: &Place| {
        (
            i64::from(place.x) * 2 + i64::from(place.width),
            i64::from(place.y) * 2 + i64::from(place.height),
        )
    };
    let ((x, y), (here_x, here_y)) = (centre(of), centre(here));
    let (across, down) = (x - here_x, y - here_y);
    match (across.abs() >= down.abs(), across, down) {
        (_, 0, 0) => Side::Here,
        (true, ..0, _) => Side::Left,
        (true, ..) => Side::Right,
        (false, _, ..0) => Side::Above,
        (false, ..) => Side::Below,
    }
}

/// Chooses among the monitors: the remembered one, else another than the practitioner's, else the only one.
pub fn choose(remembered: &str, here: &Place, all: &[Place]) -> Option<usize> {
    all.iter()
        .position(|place| place.key() == remembered)
        .or_else(|| all.iter().position(|place| place != here))
        .or_else(|| (!all.is_empty()).then_some(0))
}

#[cfg(test)]
mod tests {
    use super::{Place, Side, choose, side};

    fn place(name: &str, x: i32, y: i32) -> Place {
        Place {
            name: name.to_owned(),
            x,
            y,
            width: 1920,
            height: 1080,
        }
    }

    #[test]
    fn the_remembered_monitor_comes_first_then_another_then_the_only_one() {
        let (laptop, tv, twin) = (
            place("eDP-1", 0, 0),
            place("TV", 1920, 0),
            place("TV", 3840, 0),
        );
        let all = [laptop.clone(), tv.clone(), twin.clone()];
        for (remembered, here, all, chosen) in [
            ("", &laptop, &all[..], Some(1)),
            ("", &tv, &all[..], Some(0)),
            (&*twin.key(), &laptop, &all[..], Some(2)),
            (&*tv.key(), &laptop, &all[..], Some(1)),
            // Chosen by hand: over the practitioner's window.
            (&*laptop.key(), &laptop, &all[..], Some(0)),
            // Unplugged: another one, and when there is none, over the practitioner's window.
            (&*twin.key(), &laptop, &all[..2], Some(1)),
            (&*tv.key(), &laptop, &all[..1], Some(0)),
            ("", &laptop, &all[..0], None),
        ] {
            assert_eq!(
                choose(remembered, here, all),
                chosen,
                "{remembered:?} of {all:?}"
            );
        }
    }

    #[test]
    fn two_of_one_make_are_told_apart_by_their_place() {
        assert_ne!(place("TV", 1920, 0).key(), place("TV", 3840, 0).key());
    }

    #[test]
    fn a_monitor_lies_to_the_side_where_most_of_it_is() {
        let here = place("here", 1920, 1080);
        for (x, y, expected) in [
            (1920, 1080, Side::Here),
            (0, 1080, Side::Left),
            (3840, 900, Side::Right),
            (1920, 0, Side::Above),
            (2400, 2160, Side::Below),
            (0, 0, Side::Left),
        ] {
            assert_eq!(side(&place("other", x, y), &here), expected, "{x} {y}");
        }
    }
}
