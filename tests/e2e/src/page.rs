//! The page as a journey sees it: things by their test id, waits for states, screenshots.
//!
//! Every wait is for a state of the page and ends the moment it is there. When it does not come, the journey fails with
//! a screenshot and what the page said instead.

use std::{
    path::PathBuf,
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

use crate::{
    axe, build, display,
    wire::{Refused, Wire},
};

/// How long a state may take. Key derivation and the first PDF take seconds on a busy machine.
const PATIENCE: Duration = Duration::from_secs(40);

/// The window's page; ends the program when dropped.
pub struct Page {
    wire: Wire,
    journey: String,
    display: PathBuf,
}

impl Page {
    pub(crate) fn new(wire: Wire, journey: String, display: PathBuf) -> Self {
        let page = Self {
            wire,
            journey,
            display,
        };
        page.wait_for("the page is drawn", || page.count("h1") > 0);
        page
    }

    /// Waits until something holds.
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let since = Instant::now();
        while !holds() {
            if since.elapsed() > PATIENCE {
                self.fail(&format!("waited in vain until {what}"));
            }
            thread::sleep(Duration::from_millis(40));
        }
    }

    /// Fails the journey with a screenshot and the page's words.
    #[track_caller]
    pub fn fail(&self, why: &str) -> ! {
        self.screenshot("failed");
        let words = self.script("return document.body ? document.body.innerText : ''");
        let address = self.script("return location.href");
        panic!(
            "{}: {why}\n  at {address}, screenshot in {}\n  the page says: {}",
            self.journey,
            build::artefacts().display(),
            words
                .as_str()
                .unwrap_or_default()
                .chars()
                .take(2_000)
                .collect::<String>()
        );
    }

    #[track_caller]
    fn done<T>(&self, what: &str, result: Result<T, Refused>) -> T {
        match result {
            Ok(value) => value,
            Err(refused) => self.fail(&format!("{what}: {refused:?}")),
        }
    }

    /// Runs a script in the page.
    pub fn script(&self, script: &str) -> Value {
        self.wire.run(script, &[]).unwrap_or(Value::Null)
    }

    /// Counts what matches a CSS selector.
    pub fn count(&self, selector: &str) -> usize {
        self.wire.find(selector).map_or(0, |found| found.len())
    }

    /// Tells whether something with this test id is shown.
    pub fn shows(&self, id: &str) -> bool {
        self.wire
            .find(&by_id(id))
            .ok()
            .and_then(|found| found.into_iter().next())
            .is_some_and(|element| {
                self.wire
                    .get(&format!("element/{element}/displayed"))
                    .is_ok_and(|v| v == json!(true))
            })
    }

    /// Waits until something with this test id is shown.
    #[track_caller]
    pub fn see(&self, id: &str) {
        self.wait_for(&format!("“{id}” is shown"), || self.shows(id));
    }

    /// Waits until nothing with this test id is shown.
    #[track_caller]
    pub fn see_gone(&self, id: &str) {
        self.wait_for(&format!("“{id}” is gone"), || !self.shows(id));
    }

    /// Waits until the page holds these words.
    #[track_caller]
    pub fn see_words(&self, words: &str) {
        self.wait_for(&format!("the page says “{words}”"), || self.says(words));
    }

    /// Tells whether the page holds these words, in text or in a field.
    pub fn says(&self, words: &str) -> bool {
        let script = "const fields = [...document.querySelectorAll('input, textarea')].map((f) => f.value).join('\\n');
            return (document.body.innerText + '\\n' + fields).includes(arguments[0])";
        self.wire
            .run(script, &[json!(words)])
            .is_ok_and(|v| v == json!(true))
    }

    #[track_caller]
    fn element(&self, id: &str) -> String {
        self.see(id);
        self.done(id, self.wire.find(&by_id(id)))
            .into_iter()
            .next()
            .unwrap_or_else(|| self.fail(&format!("“{id}” went away")))
    }

    /// Clicks, once it can be clicked.
    #[track_caller]
    pub fn click(&self, id: &str) {
        self.see(id);
        self.click_on(&by_id(id));
    }

    /// Clicks the first thing that matches a CSS selector, once it can be clicked.
    #[track_caller]
    pub fn click_on(&self, selector: &str) {
        let mut last = None;
        let since = Instant::now();
        while since.elapsed() < PATIENCE {
            let tried = self
                .wire
                .find(selector)
                .and_then(|found| match found.first() {
                    Some(element) => {
                        let enabled = self.wire.get(&format!("element/{element}/enabled"))?;
                        if enabled == json!(true) {
                            let it = [crate::wire::reference(element)];
                            // To the middle, as a person scrolls: at the edge a footer may lie over it.
                            self.wire
                                .run("arguments[0].scrollIntoView({ block: 'center' })", &it)?;
                            // What is still being laid out moves away under the pointer.
                            let place = "const box = arguments[0].getBoundingClientRect(); \
                                         return [box.x, box.y]";
                            let stood = self.wire.run(place, &it)?;
                            thread::sleep(Duration::from_millis(30));
                            if self.wire.run(place, &it)? == stood {
                                self.wire
                                    .post(&format!("element/{element}/click"), &json!({}))
                                    .map(|_| true)
                            } else {
                                Ok(false)
                            }
                        } else {
                            Ok(false)
                        }
                    }
                    None => Ok(false),
                });
            match tried {
                Ok(true) => return,
                Ok(false) => {
                    last = Some("it is not there, not enabled or never stands still".to_owned())
                }
                // Redrawn or covered in between: look again.
                Err(refused) => last = Some(format!("{refused:?}")),
            }
            thread::sleep(Duration::from_millis(40));
        }
        self.fail(&format!(
            "cannot click {selector}: {}",
            last.unwrap_or_default()
        ));
    }

    /// Types into a field as a person does, key by key.
    #[track_caller]
    pub fn write(&self, id: &str, text: &str) {
        if text.is_empty() {
            return;
        }
        let element = self.element(id);
        self.done(
            id,
            self.wire.post(
                &format!("element/{element}/value"),
                &json!({ "text": text }),
            ),
        );
    }

    /// Empties a field and types into it.
    #[track_caller]
    pub fn rewrite(&self, id: &str, text: &str) {
        let element = self.element(id);
        self.done(
            id,
            self.wire
                .post(&format!("element/{element}/clear"), &json!({})),
        );
        self.write(id, text);
    }

    /// Adds text to a field as pasting does: at once, any characters. The driver types nothing beyond the first plane.
    #[track_caller]
    pub fn paste(&self, id: &str, text: &str) {
        self.see(id);
        let script = "const field = document.querySelector(arguments[0]);
            field.focus();
            field.setRangeText(arguments[1], field.value.length, field.value.length, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste', data: arguments[1] }))";
        self.done(id, self.wire.run(script, &[json!(by_id(id)), json!(text)]));
    }

    /// Returns what a field holds.
    #[track_caller]
    pub fn value(&self, id: &str) -> String {
        let element = self.element(id);
        let value = self.done(
            id,
            self.wire.get(&format!("element/{element}/property/value")),
        );
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Returns the words of something.
    #[track_caller]
    pub fn words(&self, id: &str) -> String {
        let element = self.element(id);
        let text = self.done(id, self.wire.get(&format!("element/{element}/text")));
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys wherever the focus is.
    #[track_caller]
    pub fn press(&self, pressed: &[char]) {
        self.done("pressing keys", self.wire.press(pressed));
    }

    /// Types where the focus is.
    #[track_caller]
    pub fn type_text(&self, text: &str) {
        self.press(&text.chars().collect::<Vec<_>>());
    }

    /// Returns the test id of what has the focus; empty when it has none.
    pub fn focused(&self) -> String {
        let id = self.script(
            "return document.activeElement?.closest('[data-testid]')?.dataset.testid ?? ''",
        );
        id.as_str().unwrap_or_default().to_owned()
    }

    /// Tabs until something with this test id has the focus.
    #[track_caller]
    pub fn tab_to(&self, id: &str) {
        let mut met = Vec::new();
        for _ in 0..150 {
            if self.focused() == id {
                return;
            }
            self.press(&[crate::keys::TAB]);
            met.push(self.focused());
        }
        self.fail(&format!("Tab does not reach “{id}”; it went to {met:?}"));
    }

    /// Goes to the other window, such as the turned screen, once there is one.
    #[track_caller]
    pub fn to_other_window(&self) {
        let here = self.done("this window", self.wire.get("window"));
        let mut other = None;
        self.wait_for("there is another window", || {
            other = self.wire.get("window/handles").ok().and_then(|handles| {
                handles
                    .as_array()?
                    .iter()
                    .find(|handle| **handle != here)
                    .cloned()
            });
            other.is_some()
        });
        self.to_window(&other.unwrap_or_default());
    }

    /// Goes to the window that is left after another one closed.
    #[track_caller]
    pub fn to_only_window(&self) {
        self.wait_for("there is one window", || self.windows() == 1);
        let handles = self.done("windows", self.wire.get("window/handles"));
        self.to_window(&handles[0]);
    }

    /// Counts the windows.
    pub fn windows(&self) -> usize {
        self.wire
            .get("window/handles")
            .ok()
            .and_then(|handles| Some(handles.as_array()?.len()))
            .unwrap_or(0)
    }

    #[track_caller]
    fn to_window(&self, handle: &Value) {
        self.done(
            "going to the window",
            self.wire.post("window", &json!({ "handle": handle })),
        );
    }

    /// Gives the window a size.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        let wanted = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.done("resizing", self.wire.post("window/rect", &wanted));
        self.wait_for("the window has its size", || {
            self.script("return [innerWidth, innerHeight]") == json!([width, height])
        });
    }

    /// Takes a picture of the display, once it stands still.
    pub fn screenshot(&self, name: &str) {
        display::keep(&self.display, &format!("{}-{name}", self.journey));
    }

    /// Fails when axe finds anything on this screen.
    #[track_caller]
    pub fn check_accessible(&self, screen: &str) {
        let found = self.accessibility(screen);
        if !found.is_empty() {
            self.fail(&format!("axe found\n{}", found.join("\n")));
        }
    }

    /// Returns what axe finds on this screen, one line for each rule and element.
    #[track_caller]
    pub fn accessibility(&self, screen: &str) -> Vec<String> {
        let found = self.done("axe", axe::violations(&self.wire));
        found
            .into_iter()
            .map(|line| format!("{screen}: {line}"))
            .collect()
    }

    /// Calls a row of the command table as the page does, past everything the page would check first.
    #[track_caller]
    pub fn call(&self, name: &str, request: &Value) -> Result<Value, Value> {
        let answer = self.invoke(
            "call",
            &json!({ "name": name, "request": request.to_string() }),
        )?;
        Ok(serde_json::from_str(answer.as_str().unwrap_or_default()).unwrap_or(answer))
    }

    /// Sends any message to the core, as a hijacked page would.
    #[track_caller]
    pub fn invoke(&self, command: &str, payload: &Value) -> Result<Value, Value> {
        let script = "const [command, payload, done] = arguments;
            window.__TAURI_INTERNALS__.invoke(command, payload).then((v) => done({ ok: v }), (e) => done({ err: e }))";
        let answer = self.done(
            command,
            self.wire
                .run_async(script, &[json!(command), payload.clone()]),
        );
        match answer.get("err") {
            Some(error) => Err(error.clone()),
            None => Ok(answer["ok"].clone()),
        }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.wire.close();
    }
}

fn by_id(id: &str) -> String {
    format!("[data-testid=\"{id}\"]")
}
