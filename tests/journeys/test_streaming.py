"""Journeys through a long answer of a hosted model: two tabs, a reload, Stop, and a server that dies in the middle."""

import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import at_the_desk, log, message, try_it
from tests.journeys.served import Served

LONG = "1000 words"
"""Asks the mock provider for a thousand tokens."""
SAVED_SINCE = 200
"""Letters: at ten words a second three seconds of them, and what is said is saved every second."""
Visits = Callable[..., BrowserContext]


@pytest.fixture
def anna(hosted: Served, visits: Visits) -> BrowserContext:
    return visits(hosted.address)


def ask(page: Page) -> None:
    """Send it and see the answer begin."""
    message(page).fill(LONG)
    message(page).press("Enter")
    expect(stop(page)).to_be_visible()
    expect(log(page)).to_contain_text("Certainly")


def stop(page: Page) -> Locator:
    return page.get_by_role("button", name="Stop", exact=True)


def said(page: Page) -> str:
    return log(page).inner_text()


def grows(page: Page, by: int = 1) -> None:
    """More text comes than stands there now: so many letters at least."""
    page.wait_for_function(
        "length => document.querySelector('[role=log]').innerText.length >= length", arg=len(said(page)) + by
    )


def test_an_answer_streams_in_both_tabs(anna: BrowserContext) -> None:
    first = try_it(anna)
    ask(first)
    second = anna.new_page()
    second.goto(first.url)
    at_the_desk(second)

    expect(log(second)).to_contain_text("Certainly")
    for page in (first, second):
        expect(stop(page)).to_be_visible()
        grows(page)


def test_a_reload_in_the_middle_finds_the_answer_again(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)

    page.reload()

    at_the_desk(page)
    expect(log(page)).to_contain_text(LONG)
    expect(log(page)).to_contain_text("Certainly")
    expect(stop(page)).to_be_visible()
    grows(page)


def test_stop_keeps_what_was_said(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)
    grows(page)

    stop(page).click()

    expect(stop(page)).to_have_count(0)
    kept = said(page)
    assert "Certainly" in kept
    page.reload()
    at_the_desk(page)
    expect(log(page)).to_contain_text("Certainly")
    expect(stop(page)).to_have_count(0)
    message(page).fill("the composer is usable at once")
    expect(page.get_by_role("button", name="Send")).to_be_enabled()


def test_closing_the_page_does_not_stop_the_answer(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)
    address = page.url
    page.close()

    again = anna.new_page()
    again.goto(address)

    at_the_desk(again)
    expect(stop(again)).to_be_visible()
    grows(again)


def test_a_server_that_dies_in_the_middle_keeps_the_part_and_offers_retry(anna: BrowserContext, hosted: Served) -> None:
    page = try_it(anna)
    ask(page)
    grows(page, by=SAVED_SINCE)

    hosted.stop(signal.SIGKILL)
    hosted.start()

    at_the_desk(page)
    expect(stop(page)).to_have_count(0)
    expect(log(page)).to_contain_text(LONG)
    expect(log(page)).to_contain_text("Certainly")
    page.get_by_role("button", name="Retry").click()
    expect(stop(page)).to_be_visible()


def test_signing_out_ends_a_running_answer(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)
    other = anna.new_page()
    other.goto("/settings")

    other.get_by_role("button", name="Sign out").click()

    expect(page.get_by_text("Sign in").first).to_be_visible()
    expect(stop(page)).to_have_count(0)
