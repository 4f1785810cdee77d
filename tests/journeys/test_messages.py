"""Journeys through what one does with a message: copy, say in other words, try again, quote, rate, find the end."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import at_the_desk, log, message, say, scrolls_sideways, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations

Visits = Callable[..., BrowserContext]
SELECT = """
words => {
  const walk = document.createTreeWalker(document.querySelector('[role=log]'), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at < 0 || !walk.currentNode.parentElement.closest('.answer [data-words]')) continue;
    getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
    return;
  }
}
"""
"""Select these words where they stand in an answer."""


@pytest.fixture
def anna(visits: Visits, served: Served) -> BrowserContext:
    context = visits(served.address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=served.address)
    return context


@pytest.fixture(params=[1280, 375], ids=["desk", "phone"])
def talker(request: pytest.FixtureRequest, visits: Visits, served: Served) -> Page:
    """Somebody at the conversation, at a desk or on a phone."""
    is_phone = request.param < 768
    page = try_it(visits(served.address, has_touch=is_phone, is_mobile=is_phone))
    page.set_viewport_size({"width": request.param, "height": 740})
    page.goto("/?pane=chat")
    at_the_desk(page)
    return page


def mine(page: Page) -> Locator:
    """The person's messages."""
    return log(page).locator(".mine")


def answers(page: Page) -> Locator:
    return log(page).locator(".answer")


def press(row: Locator, name: str) -> None:
    """A button under a message: there with the pointer, and always by touch."""
    row.scroll_into_view_if_needed()
    row.hover()
    row.get_by_role("button", name=name, exact=True).click()


def test_a_message_is_copied_as_it_reads(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "add *milk* tomorrow")

    press(mine(page).last, "Copy message")
    expect(mine(page).last.get_by_role("button", name="Copied")).to_be_visible()
    asked = page.evaluate("navigator.clipboard.readText()")
    press(answers(page).last, "Copy message")
    expect(answers(page).last.get_by_role("button", name="Copied")).to_be_visible()
    answered = page.evaluate("navigator.clipboard.readText()")

    assert asked == "add *milk* tomorrow"
    assert answered == answers(page).last.locator("[data-words]").inner_text().strip()
    assert "milk" in answered


def test_other_words_take_back_what_the_first_did(talker: Page) -> None:
    say(talker, "add buy stamps tomorrow")
    say(talker, "what can you do?")

    press(mine(talker).first, "Edit message")
    field = log(talker).get_by_role("textbox", name="New wording")
    expect(field).to_be_focused()
    expect(field).to_have_value("add buy stamps tomorrow")
    expect(log(talker)).to_contain_text("“buy stamps” is gone again")
    expect(log(talker)).to_contain_text("1 later message goes too.")
    assert scrolls_sideways(talker) <= 0
    field.fill("add buy paint tomorrow")
    field.press("Enter")

    expect(mine(talker)).to_have_count(1)
    expect(mine(talker)).to_contain_text("add buy paint tomorrow")
    expect(log(talker)).to_contain_text("Took it back: “buy stamps” is gone again.")
    expect(answers(talker).last).to_contain_text("buy paint")
    assert titles(talker) == {"buy paint"}


def titles(page: Page) -> set[str]:
    """Of the two that are spoken of, those that exist; asked as a program asks."""
    found = page.evaluate("fetch('/api/tasks?limit=100').then(answer => answer.json())")
    return {task["title"] for task in found["tasks"]} & {"buy stamps", "buy paint"}


def test_other_words_may_keep_what_the_first_did(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "add buy stamps tomorrow")

    press(mine(page).first, "Edit message")
    log(page).get_by_role("textbox", name="New wording").fill("add buy paint tomorrow")
    log(page).get_by_role("checkbox", name="Keep what was changed").check()
    log(page).get_by_role("button", name="Replace message").click()

    expect(answers(page).last).to_contain_text("buy paint")
    assert titles(page) == {"buy stamps", "buy paint"}


def test_leaving_a_message_as_it_was_changes_nothing(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "add buy stamps tomorrow")

    press(mine(page).first, "Edit message")
    log(page).get_by_role("textbox", name="New wording").press("Escape")

    expect(mine(page)).to_contain_text("add buy stamps tomorrow")
    expect(log(page)).to_be_focused()
    assert titles(page) == {"buy stamps"}


def test_an_answer_is_had_anew_and_nothing_is_there_twice(talker: Page) -> None:
    say(talker, "add buy stamps tomorrow")

    press(answers(talker).last, "Retry")
    expect(log(talker)).to_contain_text("“buy stamps” is gone again")
    log(talker).get_by_role("button", name="Try again").click()

    expect(log(talker)).to_contain_text("Took it back")
    expect(answers(talker).last).to_contain_text("buy stamps")
    expect(answers(talker)).to_have_count(1)
    assert titles(talker) == {"buy stamps"}


def test_only_the_last_answer_offers_retry_and_at_once_where_nothing_goes_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "what can you do?")
    say(page, "hello")
    expect(log(page).get_by_role("button", name="Retry")).to_have_count(1)

    answers(page).last.evaluate("answer => (answer.isOld = true)")

    press(answers(page).last, "Retry")

    page.wait_for_function(
        "() => [...document.querySelectorAll('.answer')].map(a => a.isOld ?? false).join() === 'false,false'"
    )
    expect(log(page).get_by_role("button", name="Try again")).to_have_count(0)


def test_selected_words_go_with_the_next_message(talker: Page) -> None:
    say(talker, "add buy stamps tomorrow")

    talker.evaluate(SELECT, "buy stamps")
    talker.get_by_role("button", name="Quote", exact=True).click()
    chip = talker.get_by_role("group", name="Quoted")
    expect(chip).to_contain_text("buy stamps")
    expect(message(talker)).to_be_focused()
    chip.get_by_role("button", name="Remove quote").click()
    expect(chip).to_have_count(0)
    talker.evaluate(SELECT, "buy stamps")
    talker.get_by_role("button", name="Quote", exact=True).click()
    say(talker, "thank you")

    expect(chip).to_have_count(0)
    expect(mine(talker).last.locator("blockquote")).to_have_text("buy stamps")
    talker.reload()
    at_the_desk(talker)
    expect(mine(talker).last.locator("blockquote")).to_have_text("buy stamps")


def test_what_one_thinks_of_an_answer_is_kept_everywhere(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "what can you do?")
    other = anna.new_page()
    other.goto(page.url)
    at_the_desk(other)

    press(answers(page).last, "Bad answer")
    log(page).get_by_role("textbox").fill("too long")
    log(page).get_by_role("button", name="Keep comment").click()

    for tab in (page, other):
        expect(thumb(tab, "Bad answer")).to_have_attribute("aria-pressed", "true")
        expect(thumb(tab, "Good answer")).to_have_attribute("aria-pressed", "false")
        expect(answers(tab).last).to_contain_text("Your comment: too long")
    page.reload()
    at_the_desk(page)
    expect(thumb(page, "Bad answer")).to_have_attribute("aria-pressed", "true")
    expect(answers(page).last).to_contain_text("Your comment: too long")
    thumb(page, "Good answer").click()
    for tab in (page, other):
        expect(thumb(tab, "Good answer")).to_have_attribute("aria-pressed", "true")
        expect(thumb(tab, "Bad answer")).to_have_attribute("aria-pressed", "false")
        expect(answers(tab).last).not_to_contain_text("Your comment")
    thumb(page, "Good answer").click()
    expect(thumb(other, "Good answer")).to_have_attribute("aria-pressed", "false")


def thumb(page: Page, name: str) -> Locator:
    return answers(page).last.get_by_role("button", name=name, exact=True)


def test_who_reads_further_up_is_left_in_peace_and_finds_back(talker: Page) -> None:
    for _ in range(6):
        say(talker, "what can you do?")
    latest = talker.get_by_role("button", name="Jump to latest")
    expect(latest).to_have_count(0)

    log(talker).evaluate("log => log.scrollTop -= 300")
    expect(latest).to_be_visible()
    before = log(talker).evaluate("log => log.scrollTop")
    talker.evaluate(SEND)
    expect(mine(talker)).to_have_count(7)
    expect(answers(talker)).to_have_count(7)

    assert log(talker).evaluate("log => log.scrollTop") == before
    latest.click()
    expect(latest).to_have_count(0)
    expect(log(talker)).to_be_focused()
    assert log(talker).evaluate("log => log.scrollHeight - log.scrollTop - log.clientHeight") < 2


SEND = """
async () => {
  const thread = new URLSearchParams(location.search).get('c');
  const content = [{type: 'input_text', text: 'what can you do?'}];
  const input = {content, attachments: [], inference_options: {}};
  const body = JSON.stringify({type: 'threads.add_user_message', params: {thread_id: thread, input}});
  const headers = {'Content-Type': 'application/json'};
  await (await fetch('/api/chatkit', {method: 'POST', body, headers})).text();
}
"""
"""A message that comes through another door."""


def test_every_message_tells_its_time_by_the_persons_clock(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "what can you do?")

    for row in (mine(page).last, answers(page).last):
        time = row.locator("time")
        at = time.get_attribute("datetime") or ""
        here = page.evaluate("at => new Date(at).toLocaleTimeString('en-GB', {hour: '2-digit', minute: '2-digit'})", at)
        expect(time).to_contain_text(here)
        assert at.endswith(("+13:00", "+12:00"))


def test_actions_are_reached_by_the_keyboard(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "what can you do?")
    copy = answers(page).last.get_by_role("button", name="Copy message")
    foot = answers(page).last.locator(".foot")
    page.mouse.move(0, 0)
    expect(foot).to_have_css("opacity", "0")

    copy.focus()
    expect(foot).to_have_css("opacity", "1")
    for name in ("Retry", "Good answer", "Bad answer"):
        page.keyboard.press("Tab")
        expect(answers(page).last.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Space")

    expect(thumb(page, "Bad answer")).to_have_attribute("aria-pressed", "true")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_opens_under_a_message_is_for_everybody(theme: str, visits: Visits, served: Served) -> None:
    page = try_it(visits(served.address, color_scheme=theme, reduced_motion="reduce"))
    say(page, "add buy stamps tomorrow")
    press(answers(page).last, "Bad answer")
    expect(log(page).get_by_role("textbox")).to_be_visible()
    page.evaluate(SELECT, "buy stamps")
    page.get_by_role("button", name="Quote", exact=True).click()
    assert violations(page) == ""

    press(mine(page).first, "Edit message")
    expect(log(page).get_by_role("textbox", name="New wording")).to_be_visible()

    assert violations(page) == ""
