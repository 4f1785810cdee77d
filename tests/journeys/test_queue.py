"""Journeys of what is sent while an answer is written: it waits in sight, can be changed, and runs next."""

import re
import signal
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import at_the_desk, log, message, scrolls_sideways, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations, violations_in_both_themes
from tests.journeys.test_streaming import ask, stop

PHONE = {"width": 375, "height": 740}
Visits = Callable[..., BrowserContext]


@pytest.fixture
def anna(hosted: Served, visits: Visits) -> BrowserContext:
    return visits(hosted.address)


def queued(page: Page) -> Locator:
    return page.get_by_role("list", name="Queued messages").get_by_role("listitem")


def send(page: Page, text: str) -> None:
    message(page).fill(text)
    message(page).press("Enter")
    expect(message(page)).to_have_value("")


def beside(context: BrowserContext, page: Page) -> Page:
    other = context.new_page()
    other.goto(page.url)
    at_the_desk(other)
    expect(stop(other)).to_be_visible()
    return other


def said(page: Page) -> Locator:
    return log(page).locator(".mine")


def test_what_is_sent_meanwhile_waits_in_every_tab_and_runs_next_in_its_order(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)
    second = beside(anna, page)

    send(page, "2 words please")
    send(second, "3 words please")

    for tab in (page, second):
        expect(queued(tab)).to_have_text([re.compile("2 words please"), re.compile("3 words please")])
        expect(said(tab)).to_have_count(1)
        expect(stop(tab)).to_be_visible()
        expect(tab.get_by_role("button", name="Send", exact=True)).to_be_visible()
    assert violations(page) == ""

    stop(page).click()

    for tab in (page, second):
        expect(said(tab)).to_contain_text(["1000 words", "2 words please", "3 words please"])
        expect(queued(tab)).to_have_count(0)
        expect(stop(tab)).to_have_count(0)
        expect(log(tab).locator(".answer")).to_have_count(3)


def test_it_goes_back_into_the_field_keeps_its_place_and_spares_the_draft(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)
    second = beside(anna, page)
    send(page, "2 words please")
    send(page, "3 words please")
    message(page).fill("half a draft")

    page.get_by_role("button", name="Edit queued: 2 words please").click()

    expect(message(page)).to_have_value("2 words please")
    expect(message(page)).to_be_focused()
    for tab in (page, second):
        expect(queued(tab)).to_have_text([re.compile("3 words please")])
    page.reload()
    at_the_desk(page)
    expect(message(page)).to_have_value("2 words please")
    expect(queued(page)).to_have_count(1)
    message(page).fill("4 words please")
    message(page).press("Enter")
    expect(message(page)).to_have_value("half a draft")
    for tab in (page, second):
        expect(queued(tab)).to_have_text([re.compile("4 words please"), re.compile("3 words please")])

    second.get_by_role("button", name="Withdraw: 3 words please").click()

    for tab in (page, second):
        expect(queued(tab)).to_have_text([re.compile("4 words please")])
    stop(page).click()
    expect(said(page)).to_contain_text(["1000 words", "4 words please"])
    expect(message(page)).to_have_value("half a draft")


def test_what_has_begun_while_one_reached_for_it_says_so_and_loses_nothing(anna: BrowserContext) -> None:
    page = try_it(anna)
    ask(page)
    send(page, "1000 words and no more")
    second = beside(anna, page)
    message(second).fill("half a draft")
    withdraw = second.get_by_role("button", name="Edit queued: 1000 words and no more")
    expect(withdraw).to_be_visible()

    # What the tab has not heard yet: the message has its turn while its button still stands there.
    second.evaluate(BOTH_AT_ONCE, "Edit queued: 1000 words and no more")

    expect(said(second)).to_contain_text(["1000 words", "1000 words and no more"])
    expect(second.get_by_role("alert")).to_contain_text("This message is being answered already.")
    expect(message(second)).to_have_value("half a draft")
    expect(stop(second)).to_be_visible()


BOTH_AT_ONCE = """
name => {
  document.querySelector('button[aria-label="Stop"]').click();
  document.querySelector(`button[aria-label="${name}"]`).click();
}
"""
"""Events of a tab are dealt with in their order: the server has stopped the answer before it hears of the other."""


def test_a_restart_holds_it_until_it_is_sent(anna: BrowserContext, hosted: Served) -> None:
    page = try_it(anna)
    ask(page)
    send(page, "3 words please")
    expect(page.get_by_role("button", name="Withdraw: 3 words please")).to_be_visible()  # the server has it

    hosted.stop(signal.SIGKILL)
    hosted.start()

    at_the_desk(page)
    expect(queued(page)).to_contain_text(["Not sent"])
    expect(stop(page)).to_have_count(0)
    assert violations_in_both_themes(page) == ""
    page.get_by_role("button", name="Send now: 3 words please").click()
    expect(queued(page)).to_have_count(0)
    expect(said(page)).to_contain_text(["1000 words", "3 words please"])
    expect(log(page).locator(".answer").last).to_contain_text("Mozilla")


def test_on_a_phone_it_is_reached_by_thumb_and_by_keys(visits: Visits, hosted: Served) -> None:
    page = try_it(visits(hosted.address, has_touch=True, is_mobile=True))
    page.set_viewport_size(PHONE)  # pyright: ignore[reportArgumentType]
    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()
    ask(page)
    send(page, "2 words please, and say them slowly enough for everybody to write them down")
    send(page, "3 words please")
    expect(queued(page)).to_have_count(2)
    assert scrolls_sideways(page) == 0
    assert violations(page) == ""
    for button in queued(page).get_by_role("button").all():
        box = button.bounding_box()
        assert box is not None and min(box["width"], box["height"]) >= 44
    for one in (stop(page), page.get_by_role("button", name="Send", exact=True)):
        expect(one).to_be_in_viewport()

    page.get_by_role("button", name="Withdraw: 3 words please").tap()
    expect(queued(page)).to_have_count(1)
    page.get_by_role("button", name=re.compile("^Edit queued")).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(queued(page)).to_have_count(0)
    expect(message(page)).to_be_focused()
