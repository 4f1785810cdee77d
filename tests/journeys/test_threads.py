"""Journeys through many conversations: find, name, pin, delete, notice what is new, and read back (P-02)."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect
from sqlalchemy import create_engine, text

from tests.journeys.desk import at_the_desk, log, message, say, scrolls_sideways, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations

Visits = Callable[..., BrowserContext]
PHONE = {"viewport": {"width": 375, "height": 800}, "has_touch": True, "is_mobile": True}
FIRST_ROW = """
to => {
  const log = document.querySelector('[role=log]'), top = log.getBoundingClientRect().top;
  if (to !== null) log.scrollTop = to;
  const rows = [...log.querySelectorAll('.log-rows > .contents > *')];
  const row = rows.find(one => one.getBoundingClientRect().bottom > top);
  return [row.textContent, Math.round(row.getBoundingClientRect().top)];
}
"""
"""What one reads at the top of the log, and where it stands; scrolled to a place before, where one is given."""
HAS_ROWS = "count => document.querySelectorAll('.log-rows > .contents').length === count"


def talk(page: Page, *said: str) -> None:
    """A new conversation for each sentence."""
    for sentence in said:
        page.get_by_role("button", name="New chat").click()
        expect(log(page).get_by_text("Tell me what you have to do")).to_be_visible()
        say(page, sentence)


def listed(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Conversations")


def link(page: Page, title: str) -> Locator:
    return listed(page).get_by_role("link", name=title)


def choose(page: Page, title: str, deed: str) -> None:
    """Something in the menu of one conversation."""
    link(page, title).hover()
    listed(page).get_by_role("button", name=f"More for {title}", exact=True).click()
    page.get_by_role("menuitem", name=f"{deed} {title}", exact=True).click()


def by_keys(page: Page, deed: str) -> None:
    """The first thing in the menu of the line that has the focus."""
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name=deed)).to_be_focused()
    page.keyboard.press("Enter")


def remembers(served: Served, page: Page, count: int, *, items: int = 0) -> None:
    """Conversations of the last weeks, the newest of them with so many messages, for whoever sits at the page."""
    person = page.request.get("/api/auth/me").json()["user"]["id"]
    engine = create_engine(served.settings["DATABASE_URL"])
    now = datetime.now(UTC).replace(tzinfo=None)
    thread = text(
        "INSERT INTO threads (id, person_id, title, search_text, data, shown, created, updated) "
        "VALUES (:id, :person, :title, :words, :data, '', :at, :at)"
    )
    item = text(
        "INSERT INTO items (id, thread_id, kind, data, search_text, created) "
        "VALUES (:id, :thread, 'user_message', :data, :words, :at)"
    )
    with engine.begin() as connection:
        for n in range(count):
            at = now - timedelta(hours=12 * (n + 2))
            about = {"id": f"thr_{person}_{n}", "created_at": at.isoformat(), "status": {"type": "active"}}
            row = {"id": about["id"], "person": person, "title": f"Talk {n:04}", "words": f"talk {n:04}", "at": at}
            connection.execute(thread, row | {"data": json.dumps(about)})
        for n in range(items):
            said = {
                "id": f"msg_{person}_{n}",
                "type": "user_message",
                "thread_id": f"thr_{person}_0",
                "attachments": [],
            }
            said |= {"content": [{"type": "input_text", "text": f"line {n:04}"}], "created_at": now.isoformat()}
            row = {"id": said["id"], "thread": said["thread_id"], "data": json.dumps(said), "at": now}
            connection.execute(item, row | {"words": f"line {n:04}"})
    engine.dispose()


def test_conversations_stand_by_day_and_are_found_by_what_was_said(anna: BrowserContext, served: Served) -> None:
    page = try_it(anna)
    remembers(served, page, 1000, items=10)
    talk(page, "create a task to water the plants")

    headings = listed(page).get_by_role("heading")
    expect(headings.first).to_have_text("Today")
    expect(listed(page).get_by_role("listitem")).to_have_count(50)
    box = listed(page).get_by_role("searchbox", name="Search conversations")
    box.fill("line 0007")
    expect(listed(page).get_by_role("listitem")).to_have_count(1)
    expect(link(page, "Talk 0000")).to_be_visible()

    box.fill("zeppelin")
    expect(listed(page).get_by_text("No conversation speaks of “zeppelin”.")).to_be_visible()
    assert violations(page) == ""
    listed(page).get_by_role("button", name="Clear search").click()

    expect(listed(page).get_by_role("listitem")).to_have_count(50)
    expect(box).to_be_focused()
    for count in (100, 150):
        listed(page).get_by_role("listitem").last.scroll_into_view_if_needed()
        expect(listed(page).get_by_role("listitem")).to_have_count(count)


def test_one_is_renamed_where_it_stands_by_keys_alone(anna: BrowserContext) -> None:
    page = try_it(anna)
    talk(page, "create a task to water the plants")
    old = "create a task to water the plants"
    link(page, old).focus()
    by_keys(page, f"Rename {old}")
    name = page.get_by_role("textbox", name=f"Rename {old}")
    expect(name).to_be_focused()
    assert violations(page) == ""

    page.keyboard.type("not this")
    page.keyboard.press("Escape")
    expect(link(page, old)).to_be_focused()
    by_keys(page, f"Rename {old}")
    name.fill(" ")
    page.keyboard.press("Enter")
    expect(page.get_by_text("A conversation needs a name.")).to_be_visible()
    name.fill("The garden")
    page.keyboard.press("Enter")

    expect(link(page, "The garden")).to_be_focused()
    expect(page.get_by_role("region", name="Chat").get_by_role("heading", name="The garden")).to_be_visible()
    page.reload()
    expect(link(page, "The garden")).to_be_visible()


def test_one_is_pinned_and_one_comes_back_from_being_deleted(anna: BrowserContext) -> None:
    page = try_it(anna)
    talk(page, "create a task to water the plants", "create a task to feed the cat")
    other = anna.new_page()
    other.goto("/")
    plants, cat = "create a task to water the plants", "create a task to feed the cat"

    choose(page, plants, "Pin")
    for one in (page, other):
        expect(listed(one).get_by_role("heading").first).to_have_text("Pinned")
        expect(listed(one).get_by_role("listitem").first).to_contain_text(plants)
    choose(page, cat, "Delete")
    expect(link(page, cat)).to_have_count(0)
    expect(link(other, cat)).to_have_count(0)
    expect(log(page).get_by_text("Tell me what you have to do")).to_be_visible()
    assert violations(page) == ""
    page.get_by_role("button", name="Undo").click()

    for one in (page, other):
        expect(link(one, cat)).to_be_visible()
    choose(page, plants, "Unpin")
    expect(listed(page).get_by_role("heading")).to_have_text(["Today"])


def test_one_is_kept_as_a_file(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "add buy milk")
    link(page, "add buy milk").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    with page.expect_download() as kept:
        page.get_by_role("menuitem", name="Export add buy milk").press("Enter")

    assert kept.value.suggested_filename == "add buy milk.md"
    text = kept.value.path().read_text("utf-8")
    assert text.startswith("# add buy milk\n") and "- Created: buy milk" in text


def test_an_answer_elsewhere_is_unread_until_it_is_looked_at(anna: BrowserContext, served: Served) -> None:
    page = try_it(anna)
    talk(page, "create a task to water the plants")
    thread = page.url.partition("c=")[2].partition("&")[0]
    page.get_by_role("button", name="New chat").click()
    other = anna.new_page()
    other.goto("/")
    unread = re.compile("unread")

    content = [{"type": "input_text", "text": "create a task to feed the cat"}]
    said = {"content": content, "attachments": [], "inference_options": {}}
    asked = {"type": "threads.add_user_message", "params": {"thread_id": thread, "input": said}}
    assert anna.request.post("/api/chatkit", data=asked).ok

    for one in (page, other):
        expect(listed(one).get_by_role("link", name=unread)).to_have_count(1)
    assert violations(page) == ""
    listed(other).get_by_role("link", name=unread).click()
    expect(log(other).get_by_text("feed the cat").first).to_be_visible()
    for one in (page, other):
        expect(listed(one).get_by_role("link", name=unread)).to_have_count(0)


def test_each_conversation_keeps_what_is_half_written_in_it(anna: BrowserContext) -> None:
    page = try_it(anna)
    talk(page, "create a task to water the plants", "create a task to feed the cat")
    plants, cat = "create a task to water the plants", "create a task to feed the cat"
    message(page).fill("about the cat")

    link(page, plants).click()
    expect(message(page)).to_have_value("")
    message(page).fill("about the plants")
    page.get_by_role("button", name="New chat").click()
    expect(message(page)).to_have_value("")
    link(page, cat).click()
    expect(message(page)).to_have_value("about the cat")
    page.reload()
    expect(message(page)).to_have_value("about the cat")

    at_the_desk(page)
    say(page, "what is on today?")
    link(page, plants).click()
    expect(message(page)).to_have_value("about the plants")
    link(page, cat).click()
    expect(log(page).get_by_text("what is on today?").first).to_be_visible()
    expect(message(page)).to_have_value("")


def test_what_is_written_while_a_conversation_begins_stays_with_it(anna: BrowserContext) -> None:
    page = try_it(anna)
    message(page).fill("create a task to water the plants")
    message(page).press("Enter")
    message(page).press_sequentially("and the cat")

    expect(log(page).get_by_text("Created: water the plants")).to_be_visible()
    expect(message(page)).to_have_value("and the cat")
    page.get_by_role("button", name="New chat").click()
    expect(message(page)).to_have_value("")
    link(page, "create a task to water the plants").click()
    expect(message(page)).to_have_value("and the cat")


def test_signing_out_takes_the_drafts_along_but_the_one_before_ones_eyes(anna: BrowserContext) -> None:
    page = try_it(anna)
    talk(page, "create a task to water the plants", "create a task to feed the cat")
    message(page).fill("about the cat")
    link(page, "create a task to water the plants").click()
    expect(message(page)).to_have_value("")
    message(page).fill("about the plants")
    other = anna.new_page()
    other.goto("/settings")

    other.get_by_role("button", name="Sign out").click()

    expect(page.get_by_text("You were signed out").first).to_be_visible()
    expect(message(page)).to_have_value("about the plants")
    kept = page.evaluate("Object.entries(localStorage).filter(([key]) => key.startsWith('taskchat.draft.'))")
    assert [json.loads(draft)["text"] for _, draft in kept] == ["about the plants"]


def test_what_was_said_earlier_comes_when_one_scrolls_up_and_moves_nothing(
    anna: BrowserContext, served: Served
) -> None:
    page = try_it(anna)
    remembers(served, page, 1, items=2000)
    page.reload()

    link(page, "Talk 0000").click()
    expect(log(page).get_by_text("line 1999")).to_be_in_viewport()
    for count in (60, 120):
        page.wait_for_function(HAS_ROWS, arg=count)
        before = page.evaluate(FIRST_ROW, 500)

        page.wait_for_function(HAS_ROWS, arg=count + 60)

        assert page.evaluate(FIRST_ROW, None) == before
    expect(page.get_by_role("button", name="Jump to latest")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_on_a_phone_the_list_has_a_page_of_its_own(visits: Visits, served: Served, theme: str) -> None:
    page = visits(served.address, color_scheme=theme, reduced_motion="reduce", **PHONE).new_page()
    page.goto("/")
    page.get_by_role("button", name="Try it now").tap()
    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").tap()
    at_the_desk(page)
    say(page, "create a task to water the plants")
    old = "create a task to water the plants"
    page.get_by_role("button", name="All conversations").tap()
    dialog = page.get_by_role("dialog", name="Conversations")
    expect(dialog.get_by_role("link", name=old)).to_be_visible()
    assert scrolls_sideways(page) <= 0
    assert violations(page) == ""

    dialog.get_by_role("button", name=f"More for {old}").tap()
    page.get_by_role("menuitem", name=f"Rename {old}").tap()
    name = dialog.get_by_role("textbox", name=f"Rename {old}")
    expect(name).to_be_focused()
    name.press("Escape")
    expect(dialog).to_be_visible()
    dialog.get_by_role("button", name=f"More for {old}").tap()
    page.get_by_role("menuitem", name=f"Delete {old}").tap()
    expect(dialog.get_by_role("link", name=old)).to_have_count(0)
    dialog.get_by_role("button", name="Undo").tap()
    expect(dialog.get_by_role("link", name=old)).to_be_visible()
    box = dialog.get_by_role("button", name=f"More for {old}").bounding_box()
    assert box and min(box["width"], box["height"]) >= 44

    dialog.get_by_role("link", name=old).tap()

    expect(dialog).to_be_hidden()
    expect(log(page).get_by_text("Created: water the plants")).to_be_visible()
