"""What other programs may leave in a conversation: a form, a step by itself, and an end to it."""

import json
import re
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import at_the_desk, log, message, say, scrolls_sideways, try_it
from tests.journeys.served import Served
from tests.journeys.test_cards import database
from tests.journeys.test_looks import violations_in_both_themes

LIST = {"id": "list", "question": "Which list?", "options": [{"value": "Home"}, {"value": "Work"}]}
DAYS = {
    "id": "days",
    "question": "Which days?",
    "options": [{"value": "Monday"}, {"value": "Friday"}],
    "multiple": True,
}
WHY = {"id": "why", "type": "freeform", "question": "Why?", "description": "In a few words"}
CHOICES = [one | {"type": "multiple_choice"} for one in (LIST, DAYS)]
FORM = {"type": "structured_input", "status": "pending", "inputs": [*CHOICES, WHY]}
Leaves = Callable[[str, dict[str, Any]], Page]


def thread_of(page: Page) -> str:
    found = re.search(r"c=(thr_[\w-]+)", page.url)
    assert found
    return found[1]


def put(connection: sqlite3.Connection, thread: str, kind: str, item: dict[str, Any]) -> None:
    """In place of the last item."""
    last = "select id, data from items where thread_id = ? order by seq desc limit 1"
    item_id, data = connection.execute(last, (thread,)).fetchone()
    kept = {name: json.loads(data)[name] for name in ("id", "thread_id", "created_at")}
    change = "update items set kind = ?, data = ? where id = ?"
    connection.execute(change, (kind, json.dumps(item | kept), item_id))


@pytest.fixture
def left(anna: BrowserContext, served: Served) -> Leaves:
    """A conversation in which another program has left something."""

    def leaving(kind: str, item: dict[str, Any]) -> Page:
        page = try_it(anna)
        say(page, "what can you do?")
        with database(served) as connection:
            put(connection, thread_of(page), kind, item)
        page.reload()
        at_the_desk(page)
        return page

    return leaving


def test_a_form_is_filled_in_and_answered(left: Leaves) -> None:
    page = left("structured_input", FORM)
    form = log(page).locator(".w-card form")
    expect(form.get_by_role("group", name="Which list?")).to_be_visible()
    assert violations_in_both_themes(page) == ""

    form.get_by_role("group", name="Which list?").get_by_role("combobox").select_option("Home")
    form.get_by_role("checkbox", name="Friday").check()
    form.get_by_role("textbox", name="Your answer").fill("so")
    form.get_by_role("button", name="Send answers").click()

    expect(log(page).get_by_text("Which list? Home Which days? Friday Why? so")).to_be_visible()
    expect(form).to_have_count(0)
    expect(page.get_by_role("button", name="Stop")).to_have_count(0)
    page.set_viewport_size({"width": 375, "height": 740})
    assert scrolls_sideways(page) == 0


def test_a_step_by_itself_is_a_step(left: Leaves) -> None:
    page = left(
        "task", {"type": "task", "task": {"type": "custom", "title": "Sorted everything", "content": "by date"}}
    )

    steps = log(page).get_by_role("list", name="Steps")
    steps.get_by_text("Sorted everything").click()

    expect(steps.get_by_text("by date")).to_be_visible()


def test_a_closed_conversation_says_so_and_leads_on(anna: BrowserContext, served: Served) -> None:
    page = try_it(anna)
    say(page, "what can you do?")
    message(page).fill("half a thought")
    with database(served) as connection:
        (data,) = connection.execute("select data from threads where id = ?", (thread_of(page),)).fetchone()
        closed = json.dumps(json.loads(data) | {"status": {"type": "closed", "reason": "This project is over."}})
        connection.execute("update threads set data = ? where id = ?", (closed, thread_of(page)))

    page.reload()

    banner = page.get_by_role("status").filter(has_text="This project is over.")
    expect(banner).to_be_visible()
    expect(message(page)).to_be_hidden()
    expect(log(page).get_by_role("button", name="Retry")).to_have_count(0)
    assert violations_in_both_themes(page) == ""
    banner.get_by_role("button", name="New chat").click()
    expect(message(page)).to_be_visible()
