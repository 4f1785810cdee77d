"""Reminders as they reach a person: in the page, through the system, without a page, and when there is no server."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Worker, expect

from tests.journeys.desk import checkbox, scrolls_sideways, task, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations_in_both_themes
from tests.push_service import Browser

Visits = Callable[..., BrowserContext]
ALLOWED = """
Object.defineProperty(Notification, "permission", {get: () => localStorage.getItem("asked") ? "granted" : "default"});
Notification.requestPermission = async () => (localStorage.setItem("asked", "yes"), "granted");
"""
SYSTEM = """
() => {
  self.shown = [];
  const without = tag => self.shown.filter(one => one.tag !== tag);
  registration.showNotification = async (title, rest) => {
    self.shown = [...without(rest.tag), {title, ...rest, close: () => { self.shown = without(rest.tag); }}];
  };
  registration.getNotifications = async ({tag} = {}) => self.shown.filter(one => !tag || one.tag === tag);
}
"""
"""Stands for what the system shows: a browser without a window refuses every notice."""
SHOWN = """
async count => {
  while (self.shown.length !== count) await new Promise(soon => setTimeout(soon, 20));
  return self.shown.map(one => [one.title, one.body, one.actions.map(({title}) => title).join(", ")]);
}
"""
CLICK = """
action => {
  const click = {action, notification: self.shown[0], waitUntil: () => null};
  dispatchEvent(Object.assign(new ExtendableEvent("notificationclick"), click));
}
"""
PUSH = """
said => {
  dispatchEvent(Object.assign(new PushEvent("push", {data: JSON.stringify(said)}), {waitUntil: () => null}));
}
"""
UNREACHED = "PushManager.prototype.subscribe = () => Promise.reject(new DOMException('no service', 'AbortError'));"
REACHED = """
const sent = SUBSCRIPTION;
const made = {endpoint: sent.endpoint, options: {}, toJSON: () => sent};
made.unsubscribe = async () => (localStorage.removeItem('made'), true);
PushManager.prototype.getSubscription = async () => localStorage.getItem('made') ? made : null;
PushManager.prototype.subscribe = async () => (localStorage.setItem('made', '1'), made);
"""
"""A browser whose push service is there: the tests' own browser has none."""


def remind(context: BrowserContext, *titles: str) -> None:
    """A task each that is due, and told, a second from now."""
    due = (datetime.now(UTC) + timedelta(seconds=1)).isoformat()
    for title in titles:
        made = context.request.post("/api/tasks", data={"title": title, "due": due, "reminder_minutes": 0})
        assert made.status == 201, made.text()


def test_a_reminder_shows_in_one_tab_and_is_settled_in_all(anna: BrowserContext) -> None:
    """Nobody allowed notices here: they show inside TaskChat, and stay in the inbox."""
    page = try_it(anna)
    other = anna.new_page()
    other.goto("/")
    bells = [one.get_by_role("button", name="Reminders, 1 new").first for one in (page, other)]

    remind(anna, "call the plumber")

    for bell in bells:
        expect(bell).to_be_visible()
    cards = [one.get_by_role("region", name="Notices").get_by_text("call the plumber") for one in (page, other)]
    for one in (page, other):
        one.wait_for_function("() => localStorage.getItem('taskchat.told')")
        one.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))")
    assert sum(card.is_visible() for card in cards) == 1
    seen = [page, other][[card.is_visible() for card in cards].index(True)]
    assert violations_in_both_themes(seen) == ""
    seen.get_by_role("button", name="Snooze 10 min").click()

    for one in (page, other):
        expect(one.get_by_role("button", name="Reminders", exact=True).first).to_be_visible()
        expect(one.get_by_role("region", name="Notices").get_by_text("call the plumber")).to_have_count(0)


def test_the_inbox_is_worked_off(anna: BrowserContext) -> None:
    page = try_it(anna)
    remind(anna, "buy stamps", "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle anrufen")
    page.get_by_role("button", name="Reminders, 2 new").first.press("Enter")
    inbox = page.get_by_role("dialog", name="Reminders")
    lines = inbox.get_by_role("list", name="Reminders").get_by_role("listitem")
    expect(lines).to_have_count(2)

    for width in (375, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert scrolls_sideways(page) == 0
    assert violations_in_both_themes(page) == ""
    page.set_viewport_size({"width": 1280, "height": 800})
    inbox.get_by_role("button", name="Mark all read").click()
    expect(page.get_by_role("button", name="Mark all read")).to_be_disabled()
    inbox.get_by_role("button", name="Done: buy stamps").press("Enter")
    expect(lines).to_have_count(1)
    inbox.get_by_role("button", name="Donaudampf").first.click()

    expect(page.get_by_role("dialog", name="Edit task").get_by_role("textbox", name="Title")).to_be_visible()
    page.get_by_role("dialog", name="Edit task").get_by_role("button", name="Close").click()
    expect(checkbox(page, "buy stamps")).to_be_checked()


@pytest.fixture
def allowed(visits: Visits, served: Served) -> BrowserContext:
    """A browser whose person lets TaskChat show notices when it asks."""
    context = visits(served.address, service_workers="allow")
    context.add_init_script(ALLOWED)
    return context


def worker(context: BrowserContext) -> Worker:
    """The one that shows notices, with a system of ours under it."""
    found = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
    found.evaluate(SYSTEM)
    return found


def test_notices_of_the_system_act_without_a_page(allowed: BrowserContext) -> None:
    """No push service is in reach of this browser: an open tab asks for the notice, the worker shows it."""
    allowed.add_init_script(UNREACHED)
    page = try_it(allowed)
    page.goto("/settings")
    notices = page.get_by_role("region", name="Notices")
    expect(notices.get_by_text("This browser shows no notices.")).to_be_visible()
    notices.get_by_role("button", name="Show notices on this device").click()
    expect(notices.get_by_role("button", name="Stop notices on this device")).to_be_visible()
    expect(notices.get_by_role("status")).to_contain_text("could not reach its push service")
    assert violations_in_both_themes(page) == ""
    page.goto("/")
    system = worker(allowed)

    remind(allowed, "call the plumber")

    ((title, body, actions),) = system.evaluate(SHOWN, 1)
    assert (title, actions) == ("call the plumber", "Done, Snooze 10 min")
    assert body.startswith("Due today at")
    expect(page.get_by_role("region", name="Notices").get_by_text("call the plumber")).to_have_count(0)
    system.evaluate(CLICK, "")
    editor = page.get_by_role("dialog", name="Edit task")
    expect(editor.get_by_role("textbox", name="Title")).to_have_value("call the plumber")
    editor.get_by_role("button", name="Close").click()

    remind(allowed, "buy stamps")
    system.evaluate(SHOWN, 1)
    system.evaluate(CLICK, "done")
    expect(checkbox(page, "buy stamps")).to_be_checked()

    system.evaluate(PUSH, {"group": "0199-a", "title": "2 reminders", "body": "One\nTwo", "task": ""})
    assert system.evaluate(SHOWN, 1) == [["2 reminders", "One\nTwo", "All done, Snooze 10 min"]]
    system.evaluate(PUSH, {"over": "0199-a"})
    assert system.evaluate(SHOWN, 0) == []


def test_a_device_stays_off_the_list_once_taken_off_and_ends_with_signing_out(allowed: BrowserContext) -> None:
    allowed.add_init_script(REACHED.replace("SUBSCRIPTION", json.dumps(Browser("phone").subscription())))
    page = try_it(allowed)
    page.goto("/settings")
    notices = page.get_by_role("region", name="Notices")
    notices.get_by_role("button", name="Show notices on this device").click()
    expect(notices.get_by_role("button", name="Send a test notice")).to_be_visible()

    page.reload()
    notices.get_by_role("button", name="Remove Chrome on Linux").click()
    expect(notices.get_by_text("This browser shows no notices.")).to_be_visible()
    page.reload()

    expect(notices.get_by_role("listitem")).to_have_count(0)
    notices.get_by_role("button", name="Show notices on this device").click()
    expect(notices.get_by_role("button", name="Stop notices on this device")).to_be_visible()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_function("() => !localStorage.getItem('made')")


def test_without_a_server_the_page_says_so_and_keeps_nothing_private(allowed: BrowserContext) -> None:
    page = try_it(allowed)
    worker(allowed)
    page.evaluate("navigator.serviceWorker.ready.then(() => null)")
    manifest = page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(one => one.json())")
    for picture in manifest["icons"]:
        assert allowed.request.get(picture["src"]).headers["content-type"] == picture["type"]
    assert (manifest["display"], manifest["start_url"], manifest["scope"]) == ("standalone", "/", "/")

    allowed.set_offline(True)
    page.goto("/?view=today")

    expect(page.get_by_role("heading", name="TaskChat cannot be reached")).to_be_visible()
    kept = page.evaluate(
        "caches.keys().then(names => Promise.all(names.map(n => caches.open(n).then(c => c.keys()))))"
        ".then(all => all.flat().map(({url}) => new URL(url).pathname))"
    )
    assert kept == ["/offline.html"]
    allowed.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(task(page, "Tick me")).to_be_visible()
