//! What most journeys begin with.

use e2e::Page;
use serde_json::{Value, json};

/// What opens every vault here.
pub const PASSPHRASE: &str = "slow amber lanterns over quiet water 41";

/// Makes an empty vault, as the first run does.
pub fn create_vault(page: &Page) {
    page.click("door-create");
    page.write("practitioner-name", "Ingrid Solheim");
    page.write("practitioner-title", "Occupational therapist");
    page.write("passphrase-new", PASSPHRASE);
    page.write("passphrase-again", PASSPHRASE);
    page.click("create-submit");
    page.see("recovery-code");
    page.click("code-on-paper");
    page.click("code-go-on");
    page.see("lock");
}

/// Opens the vault that is there.
pub fn unlock(page: &Page, passphrase: &str) {
    page.write("unlock-passphrase", passphrase);
    page.click("unlock-submit");
    page.see("lock");
}

/// Makes the vault with the sample caseload, and returns what opens it.
pub fn look_around(page: &Page) -> String {
    page.click("door-sample");
    let passphrase = page.words("sample-passphrase");
    page.click("sample-submit");
    page.see("sample-banner");
    passphrase
}

/// Adds a person through the command table, for journeys about something else, and returns their id.
pub fn add_person(page: &Page, name: &str) -> String {
    let today = ask(page, "app_state", &json!({}))["today"].clone();
    let catalogue = ask(page, "catalogue", &json!({}));
    let courses = catalogue["courses"].as_array().unwrap();
    let usual = |course: &&Value| course["usual"].as_array().unwrap().contains(&json!("en"));
    let details = json!({
        "preferredName": name,
        "recordNumber": "",
        "language": "en",
        "printSize": "normal",
        "course": courses.iter().find(usual).unwrap()["id"],
        "startedOn": today,
        "nextMeeting": null,
        "active": true,
    });
    ask(page, "add_person", &json!({ "details": details }))["made"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// Starts a session with a person through the command table, goes to it, and returns its id.
pub fn start_session(page: &Page, person: &str) -> String {
    let ask_for = json!({ "person": person, "on": null });
    let session = ask(page, "start_session", &ask_for);
    let id = session["made"].as_str().unwrap().to_owned();
    go(page, &format!("#/session/{id}"));
    id
}

/// Asks the core, which must answer.
pub fn ask(page: &Page, name: &str, request: &Value) -> Value {
    page.call(name, request)
        .unwrap_or_else(|error| page.fail(&format!("{name}: {error}")))
}

/// Goes to an address of the page.
pub fn go(page: &Page, hash: &str) {
    page.script(&format!("location.hash = '{hash}'"));
}

/// Returns the words in a field of a handout or form, such as `need-0`.
pub fn field(page: &Page, id: &str) -> String {
    let script = format!(
        "return document.querySelector('[data-testid=\"field-{id}\"] :is(textarea, input)')?.value ?? null"
    );
    page.script(&script).as_str().unwrap_or_default().to_owned()
}
