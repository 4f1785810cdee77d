"""Journeys through a bad connection: it shows, nothing typed is lost, nothing is sent twice."""

import signal
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import (
    ANSWERED,
    PASSWORD,
    PHONE,
    SCREENS,
    add,
    at_the_desk,
    checkbox,
    fill_in,
    log,
    message,
    press,
    say,
    scrolls_sideways,
    sign_up,
    task,
    to_the_chat,
    try_it,
)
from tests.journeys.served import Served
from tests.journeys.test_files import NOTES, choose
from tests.journeys.test_looks import violations

LOST_MS = 5_000
"""S-01: losing the connection shows within 5 s."""
BACK_MS = 20_000
Visits = Callable[..., BrowserContext]
CAT, FENCE = "create a task to feed the cat", "create a task to paint the fence"


def strip(page: Page) -> Locator:
    """The sentence for the eye."""
    return page.locator(".strip:visible")


def said_by_me(page: Page) -> list[str]:
    return [words.removeprefix("You:").strip() for words in log(page).locator(".said").all_inner_texts()]


def is_lost(page: Page) -> None:
    expect(page.get_by_role("status", name="Connection")).not_to_contain_text("Connected", timeout=LOST_MS)


def is_back(page: Page) -> None:
    expect(page.get_by_role("status", name="Connection")).to_contain_text("Connected", timeout=BACK_MS)


def test_offline_shows_and_keeps_the_text(anna: BrowserContext) -> None:
    page = try_it(anna)
    message(page).fill("call mom tomorrow at 5pm")

    anna.set_offline(True)

    is_lost(page)
    expect(message(page)).to_have_value("call mom tomorrow at 5pm")
    anna.set_offline(False)
    is_back(page)
    expect(message(page)).to_have_value("call mom tomorrow at 5pm")


@pytest.fixture(scope="module")
def own(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A TaskChat that these journeys freeze and kill, and leave as they found it: a start takes ten seconds."""
    server = Served(tmp_path_factory.mktemp("own"))
    yield server
    server.stop()


def test_a_frozen_server_shows_and_is_forgiven(own: Served, visits: Visits) -> None:
    """Words that went to it before that was known are told again, and taken once."""
    page = try_it(visits(own.address))

    own.freeze()
    message(page).fill(CAT)
    message(page).press("Enter")
    message(page).fill("half a thought")

    is_lost(page)
    own.thaw()
    is_back(page)
    page.wait_for_function(ANSWERED, arg=CAT)
    expect(message(page)).to_have_value("half a thought")
    expect(checkbox(page, "feed the cat")).to_have_count(1)
    assert said_by_me(page) == [CAT]


def test_a_restarted_server_finds_everything_again(own: Served, visits: Visits) -> None:
    page = try_it(visits(own.address))
    say(page, "create a task to call mom tomorrow at 5pm")
    message(page).fill("and the next thing")

    own.stop(signal.SIGKILL)
    is_lost(page)
    own.start()

    is_back(page)
    expect(message(page)).to_have_value("and the next thing")
    expect(log(page).get_by_text("Created: call mom")).to_have_count(1)
    expect(checkbox(page, "call mom")).to_have_count(1)
    say(page, "create a task to water the plants")
    expect(checkbox(page, "water the plants")).to_have_count(1)


@SCREENS
def test_what_is_sent_while_offline_goes_out_once_and_in_order(
    visits: Visits, served: Served, screen: dict[str, Any]
) -> None:
    anna = visits(served.address, **screen)
    page = try_it(anna)
    anna.set_offline(True)
    is_lost(page)
    to_the_chat(page)
    expect(strip(page)).to_contain_text("You are offline. What you write is kept and sent when you are back.")

    for words in (CAT, FENCE):
        message(page).fill(words)
        message(page).press("Enter")
    message(page).fill("half a thought")

    expect(log(page).get_by_text("Not sent yet")).to_have_count(2)
    assert scrolls_sideways(page) <= 0
    assert not screen or violations(page) == ""
    anna.set_offline(False)
    is_back(page)
    page.wait_for_function(ANSWERED, arg=FENCE)
    expect(log(page).get_by_text("Not sent yet")).to_have_count(0)
    assert said_by_me(page) == [CAT, FENCE]
    expect(message(page)).to_have_value("half a thought")
    assert [anna.request.get("/api/tasks", params={"q": q}).json()["total"] for q in ("cat", "the fence")] == [1, 1]


def test_what_is_sent_while_offline_outlives_the_page(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "what is on today?")
    address = page.url
    anna.set_offline(True)
    is_lost(page)
    message(page).fill(CAT)
    message(page).press("Enter")
    expect(log(page).get_by_text("Not sent yet")).to_be_visible()

    page.close()
    anna.set_offline(False)
    again = anna.new_page()
    again.goto(address)

    at_the_desk(again)
    again.wait_for_function(ANSWERED, arg=CAT)
    again.reload()
    expect(log(again).get_by_text("Created: feed the cat")).to_have_count(1)
    assert anna.request.get("/api/tasks", params={"q": "cat"}).json()["total"] == 1


def test_what_is_sent_while_offline_can_be_taken_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    anna.set_offline(True)
    is_lost(page)
    message(page).fill(CAT)
    message(page).press("Enter")

    page.get_by_role("button", name=f"Take back: {CAT}").click()

    expect(message(page)).to_have_value(CAT)
    expect(message(page)).to_be_focused()
    expect(log(page).get_by_text("Not sent yet")).to_have_count(0)
    anna.set_offline(False)
    is_back(page)
    say(page, "what is on today?")
    assert anna.request.get("/api/tasks", params={"q": "cat"}).json()["total"] == 0


@SCREENS
def test_a_new_version_is_told_and_the_text_outlives_it(visits: Visits, served: Served, screen: dict[str, Any]) -> None:
    anna = visits(served.address, **screen)
    page = try_it(anna)
    to_the_chat(page)
    message(page).fill("half a thought")
    page.evaluate("window.__reactRouterManifest.version = 'of yesterday'")  # as a page from before an update has it

    anna.set_offline(True)
    is_lost(page)
    anna.set_offline(False)

    expect(page.get_by_role("status", name="Connection")).to_contain_text("New version", timeout=BACK_MS)
    expect(strip(page)).to_contain_text("TaskChat was updated. Your text is kept.")
    expect(message(page)).to_have_value("half a thought")
    assert not screen or violations(page) == ""
    page.get_by_role("button", name="Reload", exact=True).click()
    at_the_desk(page)
    expect(message(page)).to_have_value("half a thought")
    expect(strip(page)).to_have_count(0)


@SCREENS
def test_who_was_signed_out_comes_back_to_the_same_conversation_and_draft(
    visits: Visits, served: Served, screen: dict[str, Any]
) -> None:
    """S-03."""
    anna, email = visits(served.address, **screen), f"anna.{uuid4().hex[:8]}@example.org"
    page = sign_up(anna, email)
    to_the_chat(page)
    say(page, FENCE)
    address = page.url
    message(page).fill("half a thought")

    assert anna.request.post("/api/auth/sign-out", headers={"Origin": served.address}).ok

    expect(strip(page)).to_contain_text("You were signed out. Your text is kept.", timeout=LOST_MS)
    message(page).press("Enter")
    expect(message(page)).to_have_value("half a thought")
    assert not screen or violations(page) == ""
    strip(page).get_by_role("link", name="Sign in").click()
    fill_in(page, email, PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    at_the_desk(page)
    assert page.url == address
    to_the_chat(page)
    expect(log(page).get_by_text("Created: paint the fence")).to_be_visible()
    expect(message(page)).to_have_value("half a thought")


def test_a_slow_server_is_told_and_a_database_that_is_away_loses_nothing(own: Served, visits: Visits) -> None:
    page = try_it(visits(own.address))
    message(page).fill(CAT)

    with closing(sqlite3.connect(own.folder / "taskchat.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can write, and each waits five seconds for it
        message(page).press("Enter")

        expect(page.get_by_role("status", name="Connection")).to_contain_text("slow to answer", timeout=LOST_MS)
        expect(page.get_by_role("alert")).to_contain_text("The database does not answer.", timeout=BACK_MS)
        other.execute("ROLLBACK")

    expect(message(page)).to_have_value(CAT)
    at_the_desk(page)
    message(page).press("Enter")
    page.wait_for_function(ANSWERED, arg=CAT)
    expect(page.get_by_role("alert")).to_have_count(0)
    expect(checkbox(page, "feed the cat")).to_have_count(1)


def test_a_phone_that_shows_the_tasks_tells_it_there(visits: Visits, served: Served) -> None:
    anna = visits(served.address, **PHONE)
    page = try_it(anna)

    anna.set_offline(True)

    is_lost(page)
    expect(strip(page)).to_be_visible()
    assert scrolls_sideways(page) <= 0
    assert violations(page) == ""
    anna.set_offline(False)
    is_back(page)
    expect(strip(page)).to_have_count(0)


def test_the_hand_is_never_kept_waiting_by_the_server(own: Served, visits: Visits) -> None:
    page = try_it(visits(own.address))
    add(page, "sell the piano")
    expect(checkbox(page, "sell the piano")).to_be_visible()

    choose(page, NOTES)
    expect(page.get_by_role("button", name="Remove notes.md")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)

    own.freeze()
    message(page).fill("keep these")
    message(page).press("Enter")
    add(page, "buy a violin")
    checkbox(page, "Tick me").click()
    press(task(page, "sell the piano"), "Delete sell the piano")

    expect(log(page).get_by_text("keep these")).to_be_visible()
    expect(log(page).get_by_role("list", name="Attached files")).to_contain_text("notes.md")
    expect(page.get_by_text("buy a violin")).to_be_visible()
    expect(checkbox(page, "Tick me")).to_be_checked()
    expect(checkbox(page, "sell the piano")).to_be_hidden()
    own.thaw()
    is_back(page)
    expect(checkbox(page, "buy a violin")).to_have_count(1)
    expect(checkbox(page, "Tick me")).to_be_checked()
    expect(checkbox(page, "sell the piano")).to_have_count(0)
