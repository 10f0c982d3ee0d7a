//! What a hijacked page could try: the content policy, the isolation gate and the limits of the turned screen.

use e2e::Stage;
use serde_json::json;

use crate::cast::create_vault;

#[test]
fn ten_ways_around_the_content_policy_are_blocked() {
    let stage = Stage::new("policy");
    let page = stage.open();
    // Each probe leaves a mark on `window` if it runs, or calls `reached` if it gets out.
    page.script(
        r"
        window.marks = []
        window.reached = (how) => window.marks.push(how)
        window.violations = []
        document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.effectiveDirective))
        const add = (tag, set) => { const el = document.createElement(tag); Object.assign(el, set); document.body.append(el); return el }
        add('script', { textContent: 'window.reached(`inline script`)' })
        add('script', { src: 'data:text/javascript,window.reached(`data script`)' })
        add('script', { src: URL.createObjectURL(new Blob(['window.reached(`blob script`)'], { type: 'text/javascript' })) })
        try { (0, eval)('window.reached(`eval`)') } catch {}
        try { new Function('window.reached(`Function`)')() } catch {}
        add('button', { id: 'probe' }).setAttribute('onclick', 'window.reached(`handler`)')
        document.getElementById('probe').click()
        add('img', { src: 'http://127.0.0.1:9/pixel.png', onload: () => window.reached('remote image') })
        fetch('http://127.0.0.1:9/').then(() => window.reached('fetch'), () => {})
        const form = add('form', { action: 'http://127.0.0.1:9/', method: 'post' }); try { form.submit() } catch {}
        add('iframe', { src: 'data:text/html,<script>parent.reached(`frame`)</script>' })
        add('link', { rel: 'stylesheet', href: 'http://127.0.0.1:9/a.css' })
        document.getElementById('probe').remove()",
    );
    page.wait_for("the policy has spoken about each kind", || {
        let spoken = page.script("return [...new Set(window.violations.map((v) => v.replace(/-(elem|attr)$/, '')))].sort().join(' ')");
        let spoken = spoken.as_str().unwrap_or_default().to_owned();
        ["script-src", "img-src", "connect-src", "form-action", "style-src"].iter().all(|kind| spoken.contains(kind))
    });
    assert_eq!(page.script("return window.marks"), json!([]));
    assert_eq!(
        page.script("return location.href.split('#')[0].replace(/index.html$/, '')")
            .as_str()
            .map(|s| s.trim_end_matches('/').to_owned()),
        Some("tauri://localhost".to_owned())
    );
}

#[test]
fn the_gate_lets_one_command_and_three_events_through() {
    let stage = Stage::new("gate");
    let page = stage.open();
    assert!(
        page.invoke("call", &json!({ "name": "app_state", "request": "{}" }))
            .is_ok()
    );
    for (command, payload) in [
        (
            "call",
            json!({ "name": "app_state", "request": "{}", "more": 1 }),
        ),
        ("call", json!({ "name": "../app_state", "request": "{}" })),
        ("call", json!({ "name": "app_state", "request": {} })),
        (
            "plugin:event|emit",
            json!({ "event": "locked", "payload": null }),
        ),
        (
            "plugin:event|listen",
            json!({ "event": "tauri://resize", "target": { "kind": "Any" }, "handler": 1 }),
        ),
        ("plugin:window|close", json!({ "label": "main" })),
        (
            "plugin:webview|create_webview_window",
            json!({ "options": { "label": "x", "url": "https://example.org" } }),
        ),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:app|version", json!({})),
    ] {
        let refused = page.invoke(command, &payload).expect_err(command);
        assert!(
            refused
                .as_str()
                .unwrap_or_default()
                .contains("refused_by_isolation"),
            "{command}: {refused}"
        );
    }
    assert_eq!(
        page.call("no_such_row", &json!({})).unwrap_err()["code"],
        "badRequest"
    );
}

#[test]
fn a_locked_vault_answers_nothing_about_anybody() {
    let stage = Stage::new("locked");
    let page = stage.open();
    create_vault(&page);
    page.click("lock");
    page.see("unlock-passphrase");
    for row in ["today", "people", "hand_off", "check_vault", "undo"] {
        assert_eq!(
            page.call(row, &json!({})).expect_err(row)["code"],
            "locked",
            "{row}"
        );
    }
}

#[test]
fn nothing_of_the_page_can_be_stored_by_the_page() {
    let stage = Stage::new("storage");
    let page = stage.open();
    let stored = page.script(
        "try { localStorage.setItem('a', 'b') } catch { return 'no storage' }
         return localStorage.getItem('a')",
    );
    assert_eq!(stored, json!("no storage"));
    // The frame of the isolation pattern is there and takes no room.
    assert_eq!(
        page.script("return document.getElementById('__tauri_isolation__').offsetHeight"),
        json!(0)
    );
}
