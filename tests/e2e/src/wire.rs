//! The WebDriver protocol, as much of it as the journeys need.

use std::{fmt, time::Duration};

use serde_json::{Value, json};

/// Keys that are no characters (W3C WebDriver, *Keyboard actions*).
pub mod keys {
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Shift, held until released.
    pub const SHIFT: char = '\u{E008}';
    /// Control, held until released.
    pub const CONTROL: char = '\u{E009}';
    /// Alt, held until released.
    pub const ALT: char = '\u{E00A}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Arrow up.
    pub const UP: char = '\u{E013}';
    /// Arrow left.
    pub const LEFT: char = '\u{E012}';
    /// Arrow right.
    pub const RIGHT: char = '\u{E014}';
    /// Arrow down.
    pub const DOWN: char = '\u{E015}';
    /// Page down.
    pub const PAGE_DOWN: char = '\u{E00F}';
    /// Insert.
    pub const INSERT: char = '\u{E016}';
    /// F5.
    pub const F5: char = '\u{E035}';
    /// F10.
    pub const F10: char = '\u{E03A}';
    /// F12.
    pub const F12: char = '\u{E03C}';
}

/// The name under which the protocol returns an element.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Returns an element as scripts take it.
pub fn reference(element: &str) -> Value {
    json!({ ELEMENT: element })
}

/// What the driver answered instead.
pub struct Refused {
    /// The protocol's error code, such as `no such element`.
    pub code: String,
    /// What the driver said.
    pub message: String,
}

impl fmt::Debug for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.code, self.message)
    }
}

/// A session with the window.
pub struct Wire {
    agent: ureq::Agent,
    base: String,
    id: String,
}

impl Wire {
    /// Starts the program through the driver on this port.
    pub fn open(port: u16, program: &str) -> Result<Self, Refused> {
        let agent: ureq::Agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(90)))
            .build()
            .into();
        let base = format!("http://127.0.0.1:{port}");
        // No browserName: the driver would look for a browser of that name.
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "webkitgtk:browserOptions": { "binary": program, "args": [] },
            "timeouts": { "script": 60_000, "pageLoad": 60_000, "implicit": 0 },
        } } });
        let answer = send(&agent, "POST", &format!("{base}/session"), Some(&wanted))?;
        let id = answer["sessionId"].as_str().unwrap_or_default().to_owned();
        Ok(Self { agent, base, id })
    }

    /// Ends the session, which ends the program.
    pub fn close(&self) {
        let _ = self.delete("");
    }

    fn path(&self, rest: &str) -> String {
        format!(
            "{}/session/{}{}{rest}",
            self.base,
            self.id,
            if rest.is_empty() { "" } else { "/" }
        )
    }

    /// Asks.
    pub fn get(&self, rest: &str) -> Result<Value, Refused> {
        send(&self.agent, "GET", &self.path(rest), None)
    }

    /// Tells.
    pub fn post(&self, rest: &str, body: &Value) -> Result<Value, Refused> {
        send(&self.agent, "POST", &self.path(rest), Some(body))
    }

    /// Takes away.
    pub fn delete(&self, rest: &str) -> Result<Value, Refused> {
        send(&self.agent, "DELETE", &self.path(rest), None)
    }

    /// Finds elements by CSS selector, in document order.
    pub fn find(&self, selector: &str) -> Result<Vec<String>, Refused> {
        let found = self.post(
            "elements",
            &json!({ "using": "css selector", "value": selector }),
        )?;
        Ok(found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|element| element[ELEMENT].as_str().map(str::to_owned))
            .collect())
    }

    /// Runs a script in the page; what it returns comes back as JSON.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Result<Value, Refused> {
        self.post(
            "execute/sync",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Runs a script that calls its last argument when done.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Result<Value, Refused> {
        self.post(
            "execute/async",
            &json!({ "script": script, "args": arguments }),
        )
    }

    /// Presses keys wherever the focus is; modifiers hold until the end.
    pub fn press(&self, pressed: &[char]) -> Result<Value, Refused> {
        let is_modifier = |key: &char| matches!(*key, keys::SHIFT | keys::CONTROL | keys::ALT);
        let mut actions = Vec::new();
        for key in pressed {
            actions.push(json!({ "type": "keyDown", "value": key.to_string() }));
            if !is_modifier(key) {
                actions.push(json!({ "type": "keyUp", "value": key.to_string() }));
            }
        }
        for key in pressed.iter().filter(|key| is_modifier(key)).rev() {
            actions.push(json!({ "type": "keyUp", "value": key.to_string() }));
        }
        self.post(
            "actions",
            &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }),
        )
    }
}

fn send(
    agent: &ureq::Agent,
    method: &str,
    url: &str,
    body: Option<&Value>,
) -> Result<Value, Refused> {
    let sent = match (method, body) {
        ("POST", Some(body)) => agent.post(url).send_json(body),
        ("DELETE", _) => agent.delete(url).call(),
        _ => agent.get(url).call(),
    };
    let unreachable = |error: ureq::Error| Refused {
        code: "unreachable".into(),
        message: error.to_string(),
    };
    let mut response = sent.map_err(unreachable)?;
    let ok = response.status().is_success();
    let answer: Value = response
        .body_mut()
        .with_config()
        .limit(64 << 20)
        .read_json()
        .map_err(unreachable)?;
    let value = answer["value"].clone();
    if ok {
        return Ok(value);
    }
    Err(Refused {
        code: value["error"].as_str().unwrap_or_default().to_owned(),
        message: value["message"].as_str().unwrap_or_default().to_owned(),
    })
}
