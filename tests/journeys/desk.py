"""What a person does on the page, in the accessible names of the product (UX-8)."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.conftest import ZONE

WAYS: dict[str, str | float | bool] = {"timezone": ZONE, "first_weekday": 0, "clock_24": True, "day_first": True}
"""Of the browser of all journeys, as its page would tell them."""
PASSWORD = "a walk along the river"
PHONE: dict[str, Any] = {"viewport": {"width": 375, "height": 667}, "has_touch": True, "is_mobile": True}
SCREENS = pytest.mark.parametrize("screen", [{}, PHONE], ids=["desk", "phone"])
"""For a journey that is walked on both."""


def begin(context: BrowserContext) -> Page:
    """A newcomer presses the button of the first page."""
    page = context.new_page()
    page.goto("/")
    page.get_by_role("button", name="Try it now").click()
    at_the_desk(page)
    return page


def try_it(context: BrowserContext) -> Page:
    """A guest at the desk, whom the button's own form has made: to load two pages takes twice as long."""
    context.request.post("/api/auth/guest", form=WAYS, max_redirects=0)
    page = context.new_page()
    page.goto("/")
    at_the_desk(page)
    return page


def sign_up(context: BrowserContext, email: str) -> Page:
    page = context.new_page()
    page.goto("/sign-in")
    fill_in(page, email, PASSWORD)
    page.get_by_role("button", name="Create account").click()
    at_the_desk(page)
    return page


def sign_out(page: Page) -> None:
    """By the account's own page; leads to the first page."""
    page.get_by_role("link", name="Settings").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("button", name="Try it now")).to_be_visible()


def fill_in(page: Page, email: str, password: str) -> None:
    page.get_by_role("textbox", name="Email").fill(email)
    page.get_by_label("Password", exact=True).fill(password)


def at_the_desk(page: Page) -> None:
    """The workspace is there and connected."""
    expect(page.get_by_role("status", name="Connection")).to_contain_text("Connected")


def to_the_chat(page: Page) -> None:
    """On a narrow screen the tasks stand there first."""
    chat = page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat")
    if chat.is_visible():
        chat.click()


def message(page: Page) -> Locator:
    return page.get_by_role("textbox", name="Message")


def log(page: Page) -> Locator:
    return page.get_by_role("log", name="Conversation")


def tasks(page: Page) -> Locator:
    return page.get_by_role("list", name="Tasks").get_by_role("listitem")


def task(page: Page, title: str) -> Locator:
    """The row of one task."""
    return tasks(page).filter(has=checkbox(page, title))


def checkbox(page: Page, title: str) -> Locator:
    return page.get_by_role("checkbox", name=f"Complete {title}", exact=True)


ANSWERED = """
text => {
  const log = document.querySelector('[role=log]'), last = [...log.querySelectorAll('.mine')].at(-1);
  if (!last?.textContent.includes('You: ' + text) || document.querySelector('button[aria-label="Stop"]')) return false;
  const behind = document.createRange();
  behind.setStartAfter(last);
  behind.setEndAfter(log.lastChild);
  return behind.toString().trim() !== '';
}
"""
"""Something stands behind the person's last message, and nothing runs any more."""


def say(page: Page, text: str) -> None:
    """Send it and wait for the whole answer."""
    message(page).fill(text)
    message(page).press("Enter")
    expect(message(page)).to_have_value("")
    page.wait_for_function(ANSWERED, arg=text, polling=50)


def add(page: Page, line: str) -> None:
    """Quick add."""
    box = page.get_by_role("textbox", name="Add a task")
    box.fill(line)
    box.press("Enter")
    expect(box).to_have_value("")


def press(row: Locator, name: str) -> None:
    """A button that shows when the row has the pointer."""
    row.hover()
    row.get_by_role("button", name=name, exact=True).click()


def starts(words: str) -> re.Pattern[str]:
    return re.compile(f"^{re.escape(words)}", re.IGNORECASE)


def scrolls_sideways(page: Page) -> int:
    """Pixels by which the page is wider than its window."""
    return page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth")
