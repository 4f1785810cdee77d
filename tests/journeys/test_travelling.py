"""Journeys to another time zone: the page asks once whether to tell the time there (T-14)."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import PHONE, add, at_the_desk, task, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations_in_both_themes

Visits = Callable[..., BrowserContext]


def question(page: Page) -> Locator:
    return page.get_by_role("region", name="Time zone")


def again(page: Page) -> None:
    page.reload()
    at_the_desk(page)


def test_whoever_moves_sees_the_times_of_the_place_in_every_tab(visits: Visits, served: Served) -> None:
    abroad = visits(served.address, timezone_id="America/New_York")
    page = try_it(abroad)
    add(page, "call mom tomorrow at 17:00")
    other = abroad.new_page()
    other.goto("/")
    at_the_desk(other)
    expect(question(page)).to_contain_text("This device is on New York time; the times you see are those of Auckland.")
    expect(task(page, "call mom")).to_contain_text("17:00")

    question(page).get_by_role("button", name="Use New York time").click()

    for one in (page, other):
        expect(question(one)).to_be_hidden()
        expect(task(one, "call mom")).not_to_contain_text("17:00")
    again(page)
    expect(task(page, "call mom")).not_to_contain_text("17:00")
    expect(question(page)).to_be_hidden()


def test_whoever_stays_is_not_asked_again(visits: Visits, served: Served) -> None:
    abroad = visits(served.address, timezone_id="America/New_York", **PHONE)
    page = try_it(abroad)
    other = abroad.new_page()
    other.goto("/")
    expect(question(other)).to_be_visible()
    assert violations_in_both_themes(page) == ""

    question(page).get_by_role("button", name="Keep Auckland time").click()

    expect(question(page)).to_be_hidden()
    expect(question(other)).to_be_hidden()
    again(page)
    expect(page.get_by_role("textbox", name="Add a task")).to_be_visible()
    expect(question(page)).to_be_hidden()


def test_another_name_for_the_same_time_is_no_journey(visits: Visits, served: Served) -> None:
    page = try_it(visits(served.address, timezone_id="Antarctica/McMurdo"))

    page.wait_for_function("performance.getEntriesByType('resource').some(({name}) => name.includes('travelling'))")
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    expect(question(page)).to_be_hidden()
