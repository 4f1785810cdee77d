"""The journey TaskChat is made for: say it in the chat, see it on the dashboard."""

import re
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import ZONE
from tests.journeys.desk import at_the_desk, begin, checkbox, log, message, say, task, tasks, try_it

SAID = "create a task to call mom tomorrow at 5pm"
SCREENSHOT = Path(__file__).resolve().parent.parent.parent / "docs" / "screenshot.png"


def tomorrow_at_five() -> datetime:
    today = datetime.now(ZoneInfo(ZONE)).replace(hour=17, minute=0, second=0, microsecond=0)
    return today + timedelta(days=1)


def dues(context: BrowserContext, title: str) -> list[str]:
    """The due times of the person's tasks of that title, as a program reads them."""
    found = context.request.get("/api/tasks", params={"q": title}).json()["tasks"]
    return [task["due"] for task in found if task["title"] == title]


def test_a_newcomer_says_it_and_sees_it(anna: BrowserContext, request: pytest.FixtureRequest) -> None:
    page = begin(anna)
    possible = {tomorrow_at_five()}

    say(page, SAID)

    possible.add(tomorrow_at_five())  # midnight may have passed
    expect(log(page).get_by_text(SAID)).to_be_visible()
    expect(log(page).get_by_text("Created: call mom")).to_be_visible()
    expect(checkbox(page, "call mom")).to_be_visible()
    expect(task(page, "call mom")).to_contain_text("17:00")
    (due,) = dues(anna, "call mom")
    assert datetime.fromisoformat(due) in possible
    if request.config.getoption("--record", default=False):
        page.screenshot(path=SCREENSHOT)


def test_the_answer_repeats_the_day_with_its_weekday(anna: BrowserContext) -> None:
    page = try_it(anna)

    say(page, SAID)

    expect(log(page)).to_contain_text("17:00")
    expect(log(page)).to_contain_text(f"{tomorrow_at_five():%a}")


def test_everything_is_there_after_a_reload(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, SAID)
    address = page.url

    page.reload()

    at_the_desk(page)
    assert page.url == address
    assert "c=" in address
    expect(log(page).get_by_text(SAID)).to_have_count(1)
    expect(log(page).get_by_text("Created: call mom")).to_have_count(1)
    expect(checkbox(page, "call mom")).to_have_count(1)


def test_a_second_tab_shows_it_and_hears_what_changes(anna: BrowserContext) -> None:
    first = try_it(anna)
    say(first, SAID)
    second = beside(anna, first)
    expect(log(second).get_by_text("Created: call mom")).to_be_visible()
    expect(checkbox(second, "call mom")).to_be_visible()

    say(second, "create a task to water the plants")

    expect(log(first).get_by_text("Created: water the plants")).to_be_visible()
    expect(checkbox(first, "water the plants")).to_be_visible()

    checkbox(first, "water the plants").click()

    expect(checkbox(second, "water the plants")).to_be_checked()


def beside(context: BrowserContext, page: Page) -> Page:
    """The same address in another tab of the same person."""
    other = context.new_page()
    other.goto(page.url)
    at_the_desk(other)
    return other


def test_the_list_has_exactly_one_item_a_task(anna: BrowserContext) -> None:
    page = try_it(anna)

    say(page, SAID)

    open_tasks = anna.request.get("/api/tasks").json()["total"]
    expect(checkbox(page, "call mom")).to_be_visible()
    expect(tasks(page)).to_have_count(open_tasks)


def test_new_chat_starts_empty_and_the_old_one_is_one_click_away(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, SAID)
    thread = parse_qs(urlsplit(page.url).query)["c"][0]

    page.get_by_role("button", name="New chat").click()

    expect(log(page).get_by_text(SAID)).to_have_count(0)
    page.get_by_role("navigation", name="Conversations").get_by_role("link").first.click()
    expect(log(page).get_by_text("Created: call mom")).to_be_visible()
    expect(page).to_have_url(re.compile(thread))


def test_the_way_back_leads_to_the_conversation(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, SAID)
    thread = parse_qs(urlsplit(page.url).query)["c"]
    page.get_by_role("button", name="New chat").click()
    expect(log(page).get_by_text(SAID)).to_have_count(0)

    page.go_back()

    expect(log(page).get_by_text("Created: call mom")).to_be_visible()
    assert parse_qs(urlsplit(page.url).query)["c"] == thread


def test_a_draft_outlives_another_view_and_another_conversation(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, SAID)
    message(page).fill("half a thought")

    page.get_by_role("link", name="Upcoming").first.click()

    expect(page).to_have_url(re.compile("view=upcoming"))
    expect(message(page)).to_have_value("half a thought")

    page.get_by_role("button", name="New chat").click()
    expect(log(page).get_by_text(SAID)).to_have_count(0)
    page.get_by_role("navigation", name="Conversations").get_by_role("link").first.click()

    expect(log(page).get_by_text("Created: call mom")).to_be_visible()
    expect(message(page)).to_have_value("half a thought")


def test_deleting_much_asks_first_and_yes_is_a_click(anna: BrowserContext) -> None:
    page = try_it(anna)
    before = anna.request.get("/api/tasks").json()["total"]

    say(page, "delete all my tasks")

    assert anna.request.get("/api/tasks").json()["total"] == before
    page.get_by_role("button", name="Confirm").click()
    expect(tasks(page)).to_have_count(0)
    assert anna.request.get("/api/tasks").json()["total"] == 0
