//! Getting one's needs met: a service typed in by hand stands on the page in the session, and the page leads to a plan
//! that offers the person's own words and leads back.

use e2e::{Page, Stage, keys};
use serde_json::json;

use crate::cast::{add_person, ask, create_vault, field, go, start_session};

const SERVICE: &str = "Harbour House – \"drop in\"";
const NEED: &str = "Another  day for the appointment, så jeg kan sove.";

/// Chooses a topic of the module in a session, as one would by hand.
fn open_topic(page: &Page, topic: &str) {
    let module = "[data-testid=\"course-getting-your-needs-met\"]";
    let button = format!("topic-{topic}");
    page.click_on("[data-testid=\"other-topic\"] > summary, [data-testid=\"switch-topic\"]");
    if page.count(&format!("{module}[open]")) == 0 {
        page.click_on(&format!("{module} > summary"));
    }
    page.click(&button);
    page.see("turn-screen");
}

#[test]
fn a_service_typed_in_and_a_plan_are_at_hand_in_a_session() {
    let stage = Stage::new("needs");
    let page = stage.open();
    create_vault(&page);

    go(&page, "#/help");
    page.click("services-edit");
    page.write("service-name-0", SERVICE);
    page.write("service-phone-0", "555 0177");
    page.write("service-hours-0", "Weekdays, 9 to 15");
    page.check_accessible("services being typed in");
    page.click("services-save");
    page.see("services-list");
    page.see_words(SERVICE);
    page.screenshot("services");

    let person = add_person(&page, "Maria Holm");
    start_session(&page, &person);
    page.click("phase-topic");
    open_topic(&page, "services-for-you");
    page.see_words(SERVICE);
    page.see_words("555 0177");
    page.screenshot("topic");

    open_topic(&page, "speaking-up");
    page.click_on("[data-testid=\"field-need-0\"] :is(textarea, input)");
    page.type_text(NEED);
    page.wait_for("the words are saved", || {
        page.count("[data-testid=\"saved-at\"][data-state=\"saved\"]") == 1
    });
    page.tab_to("open-form-advocacy-plan");
    page.press(&[keys::ENTER]);
    page.see("back-to-topic");
    page.see_words(NEED);
    assert_eq!(
        field(&page, "need-0"),
        "",
        "nothing is taken over by itself"
    );
    page.click_on("[data-testid=\"offers-need\"] [data-testid=\"use-words\"]");
    page.wait_for("the words are in the plan", || {
        field(&page, "need-0") == NEED
    });
    page.check_accessible("a plan in a session");
    page.screenshot("plan");
    page.click("back-to-topic");
    page.see("form-link-keep-the-plan");
    assert_eq!(field(&page, "need-0"), NEED);
    let forms = ask(&page, "forms", &json!({ "person": person }));
    assert_eq!(forms["forms"][0]["id"], json!("advocacy-plan"), "{forms}");
}
