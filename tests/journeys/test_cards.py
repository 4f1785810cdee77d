"""Cards in the conversation: answered by click or word, tasks that act from there, and widgets of strangers."""

import json
import re
import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import add, at_the_desk, checkbox, log, message, say, scrolls_sideways, task, tasks, try_it
from tests.journeys.served import Served

PHONE = {"width": 375, "height": 740}
ENDED = "This question has ended. Ask again."
Visits = Callable[..., BrowserContext]


@contextmanager
def database(served: Served) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(served.folder / "taskchat.db", timeout=10)) as connection, connection:
        yield connection


def total(context: BrowserContext, **wanted: str) -> int:
    return context.request.get("/api/tasks", params=wanted).json()["total"]


def beside(context: BrowserContext, page: Page) -> Page:
    """The same address in another tab of the same person."""
    other = context.new_page()
    other.goto(page.url)
    at_the_desk(other)
    return other


def asked(context: BrowserContext) -> Page:
    """A question about all tasks, not answered yet."""
    page = try_it(context)
    say(page, "delete all my tasks")
    expect(page.get_by_role("button", name=re.compile("^Confirm: move"))).to_be_visible()
    return page


def to_the_chat(page: Page) -> None:
    page.set_viewport_size(PHONE)  # pyright: ignore[reportArgumentType]
    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()


def test_a_question_says_what_would_go_and_a_click_answers_it_in_every_tab(anna: BrowserContext) -> None:
    page = asked(anna)
    before = total(anna)
    titles = [one["title"] for one in anna.request.get("/api/tasks").json()["tasks"]]
    second = beside(anna, page)
    card = log(page).locator(".w-card")
    expect(card).to_contain_text(f"Move {before} tasks to the trash?")
    for title in titles[:4]:
        expect(card).to_contain_text(title)
    expect(message(page)).to_be_focused()

    log(second).get_by_role("button", name=re.compile("^Confirm")).click()

    for tab in (page, second):
        expect(log(tab)).to_contain_text(f"Moved {before} tasks to the trash.")
        expect(log(tab).get_by_role("button", name=re.compile("^Confirm"))).to_have_count(0)
    assert total(anna) == 0

    log(page).get_by_role("button", name="Undo").click()

    expect(tasks(page)).to_have_count(before)
    expect(log(second)).to_contain_text("Taken back")


def test_the_very_next_yes_answers_it_after_a_reload_too(anna: BrowserContext) -> None:
    page = asked(anna)
    page.reload()
    at_the_desk(page)
    expect(log(page).get_by_role("button", name=re.compile("^Confirm"))).to_be_visible()

    say(page, "yes")

    expect(tasks(page)).to_have_count(0)
    expect(log(page)).to_contain_text(re.compile(r"Moved \d+ tasks to the trash\."))


def test_a_question_survives_a_restart_and_runs_exactly_once(own: Served, visits: Visits) -> None:
    anna = visits(own.address)
    page = asked(anna)
    before = total(anna)
    second = beside(anna, page)

    own.stop(signal.SIGKILL)
    own.start()

    for tab in (page, second):
        at_the_desk(tab)
    for tab in (second, page):
        log(tab).get_by_role("button", name=re.compile("^Confirm")).dispatch_event("click")
    for tab in (page, second):
        expect(log(tab)).to_contain_text(f"Moved {before} tasks to the trash.")
        expect(log(tab).get_by_role("button", name=re.compile("^Confirm"))).to_have_count(0)
    with database(own) as connection:
        deleted = connection.execute("select count(*) from activity where verb = 'deleted'").fetchone()[0]
    assert (total(anna), deleted) == (0, before)


def test_a_question_that_has_expired_changes_nothing_and_says_so(anna: BrowserContext, served: Served) -> None:
    page = asked(anna)
    before = total(anna)
    thread = re.search(r"c=(thr_[\w-]+)", page.url)
    with database(served) as connection:
        long_ago = "update confirmations set expires = '2020-01-01 00:00:00.000000' where thread_id = ?"
        connection.execute(long_ago, (thread[1] if thread else "",))

    log(page).get_by_role("button", name=re.compile("^Confirm")).click()

    expect(log(page)).to_contain_text(ENDED)
    assert total(anna) == before


def test_a_task_is_completed_opened_and_taken_back_from_the_chat(anna: BrowserContext) -> None:
    page = try_it(anna)
    second = beside(anna, page)
    say(page, "add call mom tomorrow at 5pm")
    second.goto(page.url)
    at_the_desk(second)

    log(page).get_by_role("button", name="Mark done: call mom").click()

    expect(log(page).get_by_role("button", name="Open again: call mom")).to_be_visible()
    expect(log(second).get_by_role("button", name="Open again: call mom")).to_be_visible()
    assert total(anna, q="call mom", status="done") == 1

    log(page).get_by_role("button", name="Open again: call mom").click()
    expect(log(page).get_by_role("button", name="Mark done: call mom")).to_be_visible()
    log(page).get_by_role("button", name="call mom", exact=True).click()
    expect(page.get_by_role("dialog", name="Edit task")).to_be_visible()
    page.keyboard.press("Escape")

    say(page, "add buy milk and add buy bread")
    log(page).get_by_role("button", name="Undo all 2").click()

    for tab in (page, second):
        expect(log(tab)).to_contain_text("All taken back")
    expect(checkbox(page, "buy milk")).to_have_count(0)
    page.reload()
    at_the_desk(page)
    expect(log(page)).to_contain_text("All taken back")


def test_the_day_is_a_plan_whose_tasks_can_be_shown_in_the_list(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "pay rent today 23:59")

    say(page, "show me my day")

    plan = log(page).locator(".tasks-card")
    expect(plan).to_contain_text("Your day")
    expect(plan).to_contain_text("pay rent")
    shown = plan.get_by_role("listitem").count()
    plan.get_by_role("link", name="Show in list").click()
    expect(tasks(page)).to_have_count(shown)
    expect(page).to_have_url(re.compile("only="))

    page.reload()
    at_the_desk(page)
    expect(tasks(page)).to_have_count(shown)
    page.get_by_role("link", name="Clear all").click()
    expect(page).not_to_have_url(re.compile("only="))


def test_what_was_touched_is_marked_until_the_next_message(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "add call mom")
    marked = task(page, "call mom").locator('[data-touched="true"]')
    expect(marked).to_have_count(1)
    page.reload()
    at_the_desk(page)
    expect(marked).to_have_count(1)

    say(page, "how many tasks do I have?")

    expect(marked).to_have_count(0)


STRANGER: dict[str, Any] = {
    "type": "Card",
    "size": "md",
    "status": {"text": "From elsewhere"},
    "children": [
        {"type": "Title", "value": "A stranger's <b>form</b>"},
        {"type": "Hologram", "value": "Something we do not draw"},
        {"type": "Image", "src": "https://evil.example/a.png", "alt": "A cat"},
        {"type": "Markdown", "value": "**Bold**, and <img src=x onerror=alert(1)>"},
        {"type": "Row", "children": [{"type": "Icon", "name": "star"}, {"type": "Badge", "label": "new"}]},
        {"type": "Divider"},
        {"type": "Form", "onSubmitAction": {"type": "their.save", "payload": {"id": 1}}, "children": [
            {"type": "Input", "name": "task.title", "placeholder": "Title", "required": True},
            {"type": "Select", "name": "list", "placeholder": "List", "options": [{"value": "h", "label": "Home"}]},
            {"type": "Checkbox", "name": "sure", "label": "Sure?"},
            {"type": "DatePicker", "name": "due", "placeholder": "Day"},
            {"type": "Button", "label": "Save", "submit": True, "style": "primary"},
        ]},
    ],
}  # fmt: skip


@pytest.fixture
def strange(anna: BrowserContext, served: Served) -> Page:
    """A conversation in which another program has left a widget."""
    page = try_it(anna)
    say(page, "show all my tasks")
    thread = re.search(r"c=(thr_[\w-]+)", page.url)
    with database(served) as connection:
        of_thread = "select id, data from items where thread_id = ? and kind = 'widget'"
        (item_id, data) = connection.execute(of_thread, (thread[1] if thread else "",)).fetchone()
        left = json.dumps(json.loads(data) | {"widget": STRANGER})
        connection.execute("update items set data = ? where id = ?", (left, item_id))
    page.reload()
    at_the_desk(page)
    return page


def test_a_strangers_widget_is_drawn_or_is_its_words(strange: Page) -> None:
    card = log(strange).locator(".w-card")

    for words in ("A stranger's <b>form</b>", "Something we do not draw", "A cat", "From elsewhere"):
        expect(card.get_by_text(words)).to_be_visible()
    expect(card.locator("strong")).to_have_text("Bold")
    expect(card.locator("img")).to_have_count(0)
    strange.set_viewport_size(PHONE)  # pyright: ignore[reportArgumentType]
    assert scrolls_sideways(strange) == 0


def test_a_strangers_form_is_checked_sent_and_answered(strange: Page) -> None:
    card = log(strange).locator(".w-card")
    save = card.get_by_role("button", name="Save")
    save.click()
    expect(strange.get_by_role("alert")).to_have_count(0)

    card.get_by_role("textbox", name="Title").fill("typed")
    card.get_by_role("checkbox", name="Sure?").check()
    save.click()

    expect(strange.get_by_role("alert")).to_contain_text("This server does not know this action.")
    expect(card.get_by_role("textbox", name="Title")).to_have_value("typed")
    expect(save).to_be_enabled()


def test_on_a_phone_cards_fit_and_act(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "add call mom tomorrow at 5pm")
    say(page, "show all my tasks")
    say(page, "delete all my tasks")
    before = total(anna)

    to_the_chat(page)

    assert scrolls_sideways(page) == 0
    log(page).get_by_role("button", name="Mark done: call mom").first.click()
    expect(log(page).get_by_role("button", name="Open again: call mom").first).to_be_visible()
    log(page).get_by_role("button", name=re.compile("^Cancel")).click()
    expect(log(page)).to_contain_text("Kept. Nothing was changed.")
    assert total(anna) == before - 1
