"""Journeys of people: signing up, signing out in every tab, and two of them in one browser."""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.journeys.conftest import ZONE
from tests.journeys.desk import PASSWORD, add, at_the_desk, checkbox, fill_in, log, say, sign_out, sign_up, try_it
from tests.journeys.served import Served


@pytest.fixture
def email() -> str:
    return f"anna.{uuid4().hex[:8]}@example.org"


def test_somebody_new_signs_up_and_comes_back(anna: BrowserContext, email: str) -> None:
    page = sign_up(anna, email)
    add(page, "water the plants")

    sign_out(page)
    fill_in(page, email, PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()

    at_the_desk(page)
    expect(checkbox(page, "water the plants")).to_be_visible()


def test_a_wrong_password_is_told_without_saying_which_part(anna: BrowserContext, email: str) -> None:
    page = anna.new_page()
    page.goto("/sign-in")

    fill_in(page, email, "not my password at all")
    page.get_by_role("button", name="Sign in", exact=True).click()

    expect(page.get_by_role("alert")).to_be_visible()
    expect(page.get_by_role("textbox", name="Email")).to_be_visible()


def test_signing_out_reaches_the_other_tab(anna: BrowserContext, email: str) -> None:
    first = sign_up(anna, email)
    second = anna.new_page()
    second.goto("/")
    at_the_desk(second)

    sign_out(first)

    expect(first).to_have_url(re.compile("/sign-in"))
    expect(second.get_by_text("Sign in").first).to_be_visible(timeout=2_000)
    assert anna.request.get("/api/tasks").status == 401


def test_the_next_person_in_the_same_browser_sees_nothing_of_the_first(anna: BrowserContext, email: str) -> None:
    page = sign_up(anna, email)
    add(page, "a secret plan")
    say(page, "create a task to hide the treasure")

    sign_out(page)
    page.get_by_role("button", name="Try it now").click()

    at_the_desk(page)
    expect(log(page)).to_be_visible()
    expect(page.get_by_text("a secret plan")).to_have_count(0)
    expect(page.get_by_text("hide the treasure")).to_have_count(0)


def test_another_person_never_sees_it(
    anna: BrowserContext, visits: Callable[..., BrowserContext], served: Served
) -> None:
    page = try_it(anna)
    add(page, "annas own plan")
    ben = visits(served.address)
    his = try_it(ben)

    add(page, "another plan of anna")

    expect(checkbox(page, "another plan of anna")).to_be_visible()
    add(his, "bens plan")
    expect(checkbox(his, "bens plan")).to_be_visible()
    expect(his.get_by_text("plan of anna")).to_have_count(0)
    expect(page.get_by_text("bens plan")).to_have_count(0)


def test_the_sign_in_page_works_without_scripts(visits: Callable[..., BrowserContext], served: Served) -> None:
    plain = visits(served.address, java_script_enabled=False)
    page = plain.new_page()
    page.goto("/sign-in")

    page.get_by_role("button", name="Try it now").click()

    assert plain.request.get("/api/auth/me").json()["user"]["guest"] is True


def test_a_click_before_the_page_wakes_up_still_tells_the_zone(anna: BrowserContext) -> None:
    page = anna.new_page()
    page.route("**/assets/*.js", lambda route: None)  # never answered: React never wakes up
    page.goto("/sign-in", wait_until="commit")

    page.get_by_role("button", name="Try it now").click()

    page.wait_for_url("/", wait_until="commit")
    assert anna.request.get("/api/auth/me").json()["user"]["timezone"] == ZONE


def test_the_desk_is_closed_without_a_session(anna: BrowserContext) -> None:
    page = anna.new_page()

    page.goto("/")

    expect(page).to_have_url(re.compile("/sign-in"))


def test_a_guest_keeps_everything_under_an_account(anna: BrowserContext, email: str) -> None:
    page = try_it(anna)
    add(page, "made as a guest")
    expect(checkbox(page, "made as a guest")).to_be_visible()
    page.get_by_role("link", name="Settings").click()
    fill_in(page, email, PASSWORD)

    page.get_by_role("button", name="Create account").click()

    page.goto("/")
    at_the_desk(page)
    expect(checkbox(page, "made as a guest")).to_be_visible()
    assert anna.request.get("/api/auth/me").json()["user"]["email"] == email
