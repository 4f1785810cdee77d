"""Journeys through what keeps an answer from coming: it is said plainly, nothing is lost, and it goes on."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.assistant.provider import refuses, says
from tests.journeys.desk import SCREENS, at_the_desk, log, message, say, scrolls_sideways, to_the_chat, try_it
from tests.journeys.played import Played, played
from tests.journeys.served import Served
from tests.journeys.test_looks import violations

Visits = Callable[..., BrowserContext]
MOST = 2
"""Messages of one person in 24 hours."""
BUSY = "mock has too much to do. Your message is kept. Try again in 90 seconds."


@pytest.fixture(scope="module")
def provider() -> Iterator[Played]:
    with played() as provider:
        yield provider


@pytest.fixture(scope="module")
def hosted(chromium: str, provider: Played, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A TaskChat answered by that provider."""
    folder = tmp_path_factory.mktemp("hosted")
    model = {"TASKCHAT_MODEL": "mock", "TASKCHAT_MODEL_URL": provider.url, "TASKCHAT_TITLES": "false"}
    server = Served(folder, **model, TASKCHAT_LIMIT_DAY=str(MOST))
    yield server
    server.stop()


def ask(page: Page, words: str) -> None:
    message(page).fill(words)
    message(page).press("Enter")


@SCREENS
def test_a_provider_with_too_much_to_do_is_tried_again(
    visits: Visits, hosted: Served, provider: Played, screen: dict[str, Any]
) -> None:
    page = try_it(visits(hosted.address, **screen))
    to_the_chat(page)
    provider.replies[:] = [refuses(429, "90"), says("Here I am again.")]

    ask(page, "are you there?")

    problem = log(page).get_by_role("alert")
    expect(problem).to_contain_text(BUSY)
    assert "SECRET" not in page.content()
    assert scrolls_sideways(page) <= 0
    assert not screen or violations(page) == ""
    page.reload()
    at_the_desk(page)
    expect(problem).to_contain_text(BUSY)
    problem.get_by_role("button", name="Retry").click()
    expect(log(page)).to_contain_text("Here I am again.")
    expect(problem).to_have_count(0)
    expect(log(page).get_by_text("are you there?")).to_have_count(1)


def test_where_trying_again_cannot_help_it_is_not_offered(visits: Visits, hosted: Served, provider: Played) -> None:
    page = try_it(visits(hosted.address))
    provider.replies[:] = [refuses(401)]

    ask(page, "are you there?")

    problem = log(page).get_by_role("alert")
    expect(problem).to_contain_text("mock refused the key of this server. Your message is kept.")
    page.reload()
    expect(problem).to_contain_text("Whoever runs the server can put that right.")
    expect(page.get_by_role("button", name="Retry")).to_have_count(0)


@SCREENS
def test_the_built_in_assistant_answers_where_the_person_asks_it_to(
    visits: Visits, hosted: Served, provider: Played, screen: dict[str, Any]
) -> None:
    page = try_it(visits(hosted.address, **screen))
    to_the_chat(page)
    provider.replies[:] = [refuses(401)]
    ask(page, "add walk the dog")
    problem = log(page).get_by_role("alert")
    assert scrolls_sideways(page) <= 0
    assert not screen or violations(page) == ""

    problem.get_by_role("button", name="Answer with the built-in assistant").click()

    expect(log(page)).to_contain_text("Created: walk the dog")
    expect(problem).to_have_count(0)
    expect(log(page).get_by_text("add walk the dog")).to_have_count(1)


@SCREENS
def test_settings_say_who_answers_what_it_took_and_whether_it_works(
    visits: Visits, hosted: Served, provider: Played, screen: dict[str, Any]
) -> None:
    page = try_it(visits(hosted.address, **screen))
    to_the_chat(page)
    provider.replies[:] = [says("Hello.")]
    say(page, "hi")
    page.goto(f"{hosted.address}/settings")
    assistant = page.get_by_role("region", name="Assistant", exact=True)
    check = assistant.get_by_role("button", name="Check the connection")
    expect(assistant.get_by_role("row", name="mock Today 1 7 5")).to_be_visible()

    provider.replies[:] = [refuses(401)]
    check.click()

    expect(assistant.get_by_role("status")).to_contain_text("mock refused the key")
    expect(check).to_be_enabled()
    assert "SECRET" not in page.content()
    assert scrolls_sideways(page) <= 0
    assert violations(page) == ""


@SCREENS
def test_one_message_too_many_says_when_the_next_may_go(
    visits: Visits, hosted: Served, provider: Played, screen: dict[str, Any]
) -> None:
    page = try_it(visits(hosted.address, **screen))
    to_the_chat(page)
    provider.replies.clear()
    for n in range(MOST):
        say(page, f"message {n}")

    ask(page, "one too many")

    refused = page.locator(".composer").get_by_role("alert")
    expect(refused).to_contain_text(f"You have sent {MOST} messages to mock within 24 hours; that is the limit here.")
    expect(refused).to_contain_text("Send it again tomorrow at ")
    expect(message(page)).to_have_value("one too many")
    expect(log(page).get_by_text("one too many")).to_have_count(0)
    assert scrolls_sideways(page) <= 0
    assert not screen or violations(page) == ""
