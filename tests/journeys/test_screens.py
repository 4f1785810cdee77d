"""Journeys through the screens themselves: what folds, what lies beside, what is shown of a closed house."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import add, checkbox, message, say, scrolls_sideways, task, tasks, try_it
from tests.journeys.served import Served

Visits = Callable[..., BrowserContext]
LATER = "() => { const now = Date.now; Date.now = () => now() + 61000; }"
LOOKED_AT = "document.dispatchEvent(new Event('visibilitychange'))"


def at(context: BrowserContext, width: int, height: int = 800) -> Page:
    page = try_it(context)
    page.set_viewport_size({"width": width, "height": height})
    return page


def test_filters_fold_by_key_and_give_the_focus_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    button = page.get_by_role("button", name="Filter", exact=True)
    high = page.get_by_role("button", name="High")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(high).to_be_hidden()

    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    high.focus()
    page.keyboard.press("Escape")

    expect(high).to_be_hidden()
    expect(button).to_be_focused()


def test_a_filter_in_the_address_is_unfolded(anna: BrowserContext) -> None:
    page = try_it(anna)

    page.goto("/?priority=high")

    expect(page.get_by_role("button", name="High")).to_have_attribute("aria-pressed", "true")


def test_on_a_wide_screen_a_task_opens_beside_the_list(anna: BrowserContext) -> None:
    page = at(anna, 1920, 1000)
    add(page, "call the plumber")
    add(page, "buy stamps")
    task(page, "call the plumber").get_by_role("button", name="Edit call the plumber").first.click()
    detail = page.get_by_role("dialog", name="Edit task")
    title = detail.get_by_role("textbox", name="Title")
    expect(title).to_be_focused()
    box, list_box = detail.bounding_box(), page.locator(".pane-tasks").bounding_box()
    assert box and list_box
    assert (box["x"], box["width"], list_box["width"]) == (248 + 792, 400, 792)

    task(page, "buy stamps").get_by_role("button", name="Edit buy stamps").first.click()
    expect(title).to_have_value("buy stamps")
    expect(title).to_be_focused()
    say(page, "create a task to feed the cat")
    expect(checkbox(page, "feed the cat")).to_be_visible()
    title.press("Escape")

    expect(detail).to_be_hidden()


def test_the_buttons_of_a_low_dialog_stay_in_view(anna: BrowserContext) -> None:
    page = at(anna, 1280, 400)
    add(page, "call the plumber")

    task(page, "call the plumber").get_by_role("button", name="Edit call the plumber").first.click()

    expect(page.get_by_role("button", name="Save changes")).to_be_in_viewport(ratio=1)
    page.get_by_role("textbox", name="Repeat").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Save changes")).to_be_in_viewport(ratio=1)


def test_between_the_widths_the_chat_lies_over_the_list(anna: BrowserContext) -> None:
    page = at(anna, 800)
    expect(message(page)).to_be_hidden()

    page.keyboard.press("Control+j")
    expect(message(page)).to_be_focused()
    expect(page.get_by_role("textbox", name="Add a task")).to_be_visible()
    page.keyboard.press("Escape")

    expect(message(page)).to_be_hidden()
    page.get_by_role("button", name="Chat beside the list").click()
    expect(message(page)).to_be_visible()
    page.get_by_role("button", name="Close the chat").click()
    expect(message(page)).to_be_hidden()
    expect(page.get_by_role("button", name="Chat beside the list")).to_be_focused()


@pytest.mark.parametrize("width", [375, 1280])
def test_one_key_leads_to_the_chat(width: int, anna: BrowserContext) -> None:
    page = at(anna, width)

    page.keyboard.press("Control+j")

    expect(message(page)).to_be_visible()


def test_a_toast_covers_nothing_of_the_chat_on_a_phone(anna: BrowserContext) -> None:
    page = at(anna, 375)
    add(page, "call the plumber")
    checkbox(page, "call the plumber").click()
    expect(page.get_by_text("Completed: call the plumber")).to_be_visible()

    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()

    chat = page.get_by_role("region", name="Chat").bounding_box()
    toast = page.get_by_text("Completed: call the plumber").bounding_box()
    bar = page.get_by_role("navigation", name="Panes").bounding_box()
    assert chat and toast and bar
    assert chat["y"] + chat["height"] <= toast["y"] < toast["y"] + toast["height"] <= bar["y"]


def test_big_text_fits_a_phone(anna: BrowserContext) -> None:
    page = at(anna, 375)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert scrolls_sideways(page) <= 0

    page.get_by_role("button", name="Edit Tick me").first.click()
    save = page.get_by_role("button", name="Save changes").bounding_box()
    assert save and save["x"] + save["width"] <= 375
    page.get_by_role("button", name="Close").click()
    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()

    expect(message(page)).to_be_visible()
    assert scrolls_sideways(page) <= 0


def test_a_page_that_is_looked_at_again_asks_what_is_true_now(anna: BrowserContext) -> None:
    sent: list[str] = []
    page = anna.new_page()
    page.on("websocket", lambda socket: socket.on("framesent", lambda frame: sent.append(str(frame))))
    page.goto("/")
    page.get_by_role("button", name="Try it now").click()
    expect(tasks(page)).to_have_count(5)

    page.evaluate(LOOKED_AT)
    at_once = reloads(page, sent)
    page.evaluate(LATER)
    page.evaluate(f"{LOOKED_AT}; {LOOKED_AT}")

    assert (at_once, reloads(page, sent)) == (0, 1)


def reloads(page: Page, sent: list[str]) -> int:
    """How often the page has asked; whatever it had to send was sent before the task that is added here."""
    title = f"task {len(sent)}"
    add(page, title)
    expect(checkbox(page, title)).to_be_visible()
    return sum("tasks_state.reload" in frame for frame in sent)


@pytest.fixture
def closed(chromium: str, tmp_path: Path, visits: Visits) -> Iterator[BrowserContext]:
    """A browser at a TaskChat that takes neither guests nor new accounts."""
    server = Served(tmp_path, TASKCHAT_GUESTS="false", TASKCHAT_SIGN_UP="closed")
    yield visits(server.address)
    server.stop()


def test_a_closed_house_shows_no_way_in_that_it_does_not_have(closed: BrowserContext) -> None:
    page = closed.new_page()

    page.goto("/sign-in")

    expect(page.get_by_role("button", name="Sign in", exact=True)).to_be_visible()
    expect(page.get_by_text("Accounts are by invitation")).to_be_visible()
    expect(page.get_by_role("button", name="Try it now")).to_be_hidden()
    expect(page.get_by_role("button", name="Create account")).to_be_hidden()
