"""Journeys through a bad connection: it shows, nothing typed is lost, nothing is sent twice."""

import signal
from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import add, at_the_desk, checkbox, log, message, press, say, task, try_it
from tests.journeys.served import Served
from tests.journeys.test_files import NOTES, choose

LOST_MS = 5_000
"""S-01: losing the connection shows within 5 s."""
BACK_MS = 20_000
Visits = Callable[..., BrowserContext]


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


def test_a_frozen_server_shows_and_is_forgiven(own: Served, visits: Visits) -> None:
    page = try_it(visits(own.address))
    message(page).fill("half a thought")

    own.freeze()

    is_lost(page)
    own.thaw()
    is_back(page)
    expect(message(page)).to_have_value("half a thought")


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


def test_what_is_sent_while_offline_is_neither_lost_nor_sent_twice(anna: BrowserContext) -> None:
    page = try_it(anna)
    anna.set_offline(True)
    is_lost(page)
    message(page).fill("create a task to feed the cat")
    message(page).press("Enter")

    anna.set_offline(False)

    is_back(page)
    at_the_desk(page)
    if message(page).input_value():
        say(page, message(page).input_value())
    expect(checkbox(page, "feed the cat")).to_have_count(1)
    assert anna.request.get("/api/tasks", params={"q": "feed the cat"}).json()["total"] == 1


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
