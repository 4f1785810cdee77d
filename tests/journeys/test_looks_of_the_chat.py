"""Every state of the chat that opens or goes wrong, in both themes: axe finds nothing."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import add, at_the_desk, log, message, say, try_it
from tests.journeys.served import Served
from tests.journeys.test_cards import database
from tests.journeys.test_files import NOTES, RECEIPT, choose
from tests.journeys.test_looks import violations_in_both_themes
from tests.journeys.test_messages import SELECT
from tests.journeys.test_protocol import thread_of


@pytest.fixture
def talker(anna: BrowserContext) -> Page:
    page = try_it(anna)
    say(page, "create a task to call mom tomorrow at 5pm")
    return page


def test_the_list_of_conversations_and_its_menu(talker: Page) -> None:
    conversations = talker.get_by_role("navigation", name="Conversations")
    conversations.get_by_role("searchbox", name="Search conversations").fill("mom")
    expect(conversations.get_by_text("1 conversation with “mom”.")).to_be_visible()
    assert violations_in_both_themes(talker) == ""

    conversations.get_by_role("button", name="More for").press("Enter")
    expect(talker.get_by_role("menuitem", name="Export")).to_be_visible()
    assert violations_in_both_themes(talker) == ""

    talker.get_by_role("menuitem", name="Rename").press("Enter")
    expect(conversations.get_by_role("textbox", name="Rename")).to_be_focused()
    assert violations_in_both_themes(talker) == ""

    talker.keyboard.press("Escape")
    conversations.get_by_role("searchbox").fill("zeppelin")
    expect(conversations.get_by_text("No conversation speaks of “zeppelin”.")).to_be_visible()
    assert violations_in_both_themes(talker) == ""

    talker.get_by_role("button", name="All conversations").click()
    expect(talker.get_by_role("dialog", name="Conversations")).to_be_visible()
    assert violations_in_both_themes(talker) == ""


def test_what_is_done_with_a_message(talker: Page) -> None:
    answer, mine = log(talker).locator(".answer").last, log(talker).locator(".mine").last
    answer.get_by_role("button", name="Bad answer").focus()
    assert violations_in_both_themes(talker) == ""

    talker.keyboard.press("Enter")
    expect(answer.get_by_role("textbox")).to_be_visible()
    assert violations_in_both_themes(talker) == ""

    talker.evaluate(SELECT, "call mom")
    talker.get_by_role("button", name="Quote").click()
    expect(talker.get_by_role("group", name="Quoted")).to_be_visible()
    assert violations_in_both_themes(talker) == ""

    mine.get_by_role("button", name="Edit message").focus()
    talker.keyboard.press("Enter")
    expect(mine.get_by_role("textbox", name="New wording")).to_be_focused()
    assert violations_in_both_themes(talker) == ""


def test_what_is_offered_and_attached_while_one_writes(talker: Page) -> None:
    for typed in ("@", "/"):
        message(talker).fill("")
        message(talker).press_sequentially(typed)
        expect(talker.get_by_role("listbox")).to_be_visible()
        assert violations_in_both_themes(talker) == ""
    message(talker).fill("x" * 10_001)
    expect(talker.get_by_role("alert")).to_contain_text("at most 10,000 characters")
    assert violations_in_both_themes(talker) == ""

    message(talker).fill("")
    choose(talker, RECEIPT, NOTES)
    expect(talker.get_by_role("button", name="Remove receipt.png")).to_be_visible()
    expect(talker.get_by_role("progressbar")).to_have_count(0)
    assert violations_in_both_themes(talker) == ""


def test_cards_and_what_becomes_of_them(talker: Page) -> None:
    add(talker, "pay rent today 23:59")
    say(talker, "plan my day")
    say(talker, "show all my tasks")
    assert violations_in_both_themes(talker) == ""

    log(talker).get_by_role("button", name="Mark done: call mom").last.click()
    expect(log(talker).get_by_role("button", name="Open again: call mom").last).to_be_visible()
    say(talker, "delete all my tasks")
    talker.get_by_role("button", name="Confirm").last.click()
    expect(log(talker).get_by_text("to the trash.").last).to_be_visible()
    assert violations_in_both_themes(talker) == ""

    log(talker).get_by_role("button", name="Undo").last.click()
    expect(log(talker).get_by_text("Taken back").last).to_be_visible()
    assert violations_in_both_themes(talker) == ""


def test_an_answer_that_failed_and_what_a_retry_takes_back(talker: Page, served: Served) -> None:
    with database(served) as connection:
        failed = (
            "update runs set state = 'failed', cause = 'down', error = 'Google is not answering.' where thread_id = ?"
        )
        connection.execute(failed, (thread_of(talker),))
    talker.reload()
    at_the_desk(talker)
    problem = log(talker).get_by_role("alert")
    expect(problem).to_contain_text("Google is not answering.")
    assert violations_in_both_themes(talker) == ""

    problem.get_by_role("button", name="Retry").click()
    expect(log(talker).get_by_role("form", name="Answer this anew")).to_be_visible()
    assert violations_in_both_themes(talker) == ""
