"""Journeys of writing: names behind @, commands behind /, what is offered, and what must never be sent."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import ANSWERED, at_the_desk, log, message, say, scrolls_sideways, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations_in_both_themes

Visits = Callable[..., BrowserContext]
PHONE = {"viewport": {"width": 375, "height": 800}, "has_touch": True, "is_mobile": True}
LONGEST = 10_000
REMIND = "Remind me 30 minutes before"
COMPOSED = """
(field, how) => field.dispatchEvent(
  new KeyboardEvent('keydown', {key: 'Enter', bubbles: true, cancelable: true, ...how}))
"""
"""Enter as it comes while a word is composed; not every browser says so in the same way."""


def made(context: BrowserContext, **fields: object) -> str:
    answer = context.request.post("/api/tasks", data=fields)
    assert answer.status == 201, answer.text()
    return answer.json()["id"]


def status(context: BrowserContext, task_id: str) -> str:
    return context.request.get(f"/api/tasks/{task_id}").json()["status"]


def titles(context: BrowserContext) -> list[str]:
    return [task["title"] for task in context.request.get("/api/tasks", params={"limit": 100}).json()["tasks"]]


def choices(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def answered(page: Page, text: str) -> None:
    page.wait_for_function(ANSWERED, arg=text)


def names_in(page: Page) -> Locator:
    """The chips in the conversation."""
    return log(page).locator(".said-name")


def paste(page: Page, text: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.evaluate("text => navigator.clipboard.writeText(text)", text)
    message(page).press("Control+v")


def to_the_chat(page: Page) -> None:
    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()
    at_the_desk(page)


def test_a_task_named_by_keyboard_is_exactly_that_one(anna: BrowserContext) -> None:
    page = try_it(anna)
    dated, undated = (made(anna, title="Buy milk", due=due) for due in ("2031-03-02", None))

    message(page).press_sequentially("complete @buy m")
    expect(choices(page)).to_have_count(2)
    expect(choices(page).first).to_have_attribute("aria-selected", "true")
    message(page).press("ArrowDown")
    second = page.get_by_role("option", selected=True)
    expect(second).to_contain_text("2031")
    expect(message(page)).to_have_attribute("aria-activedescendant", str(second.get_attribute("id")))
    message(page).press("Enter")
    expect(message(page)).to_have_value("complete @Buy milk ")
    message(page).press("Enter")

    answered(page, "complete @Buy milk")
    expect(names_in(page)).to_have_text("@Buy milk")
    assert (status(anna, dated), status(anna, undated)) == ("done", "open")
    page.reload()
    expect(names_in(page)).to_have_text("@Buy milk")
    log(page).get_by_role("button", name="@Buy milk").press("Enter")
    expect(page.get_by_role("dialog", name="Edit task").get_by_role("textbox", name="Title")).to_have_value("Buy milk")


def test_enter_waits_for_the_name_that_is_being_looked_for(anna: BrowserContext) -> None:
    page = try_it(anna)
    milk = made(anna, title="Buy milk")

    message(page).press_sequentially("complete @buy m")
    message(page).press("Enter")
    expect(message(page)).to_have_value("complete @Buy milk ")
    message(page).press("Enter")
    answered(page, "complete @Buy milk")
    assert status(anna, milk) == "done"

    message(page).press_sequentially("mail @nobody")
    message(page).press("Enter")

    answered(page, "mail @nobody")
    expect(names_in(page)).to_have_count(1)


HINT_FITS = """
field => {
  const pen = document.createElement('canvas').getContext('2d'), style = getComputedStyle(field);
  pen.font = style.font;
  const inside = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return pen.measureText(field.placeholder).width <= inside;
}
"""


SHORT, LONG = "Add, change or ask", "Say what to do, or ask about your tasks"


@pytest.mark.parametrize(
    ("width", "is_touched", "hint"),
    [(375, True, SHORT), (375, False, SHORT), (1280, False, SHORT), (1920, False, LONG)],
)
def test_the_hint_is_never_cut(width: int, is_touched: bool, hint: str, visits: Visits, served: Served) -> None:
    page = try_it(visits(served.address, has_touch=is_touched, is_mobile=is_touched))
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/?pane=chat")
    expect(message(page)).to_be_visible()

    expect(message(page)).to_have_attribute("placeholder", hint)
    assert message(page).evaluate(HINT_FITS)


def test_a_list_is_named_by_mouse(anna: BrowserContext) -> None:
    page = try_it(anna)
    made(anna, title="Buy bread", list="Weekly shop")

    page.get_by_role("button", name="Name a task or a list").click()
    message(page).press_sequentially("weekl")
    choices(page).filter(has_text="Weekly shop").click()
    expect(message(page)).to_have_value("@Weekly shop ")
    expect(message(page)).to_be_focused()
    message(page).press("Home")
    message(page).press_sequentially("add jam to ")
    message(page).press("Enter")

    answered(page, "add jam to @Weekly shop")
    found = anna.request.get("/api/tasks", params={"list": "Weekly shop"}).json()["tasks"]
    assert sorted(task["title"] for task in found) == ["Buy bread", "jam"]


def test_escape_closes_the_choices_and_the_words_stay(anna: BrowserContext) -> None:
    page = try_it(anna)
    made(anna, title="Buy milk")

    message(page).press_sequentially("mail @buy")
    expect(choices(page)).not_to_have_count(0)
    message(page).press("Escape")
    expect(choices(page)).to_have_count(0)
    message(page).press_sequentially(" mi")
    expect(message(page)).to_have_value("mail @buy mi")
    expect(choices(page)).to_have_count(0)
    message(page).press("Enter")

    answered(page, "mail @buy mi")
    expect(names_in(page)).to_have_count(0)


def test_a_name_in_a_draft_outlives_another_view_and_a_reload(anna: BrowserContext) -> None:
    page = try_it(anna)
    milk = made(anna, title="Buy milk")
    message(page).press_sequentially("complete @buy")
    choices(page).first.click()

    page.get_by_role("link", name=re.compile("^Today")).first.click()
    expect(message(page)).to_have_value("complete @Buy milk ")
    page.reload()
    at_the_desk(page)
    expect(message(page)).to_have_value("complete @Buy milk ")
    message(page).press("Enter")

    answered(page, "complete @Buy milk")
    expect(names_in(page)).to_have_text("@Buy milk")
    assert status(anna, milk) == "done"


def test_a_command_is_called_by_its_name(anna: BrowserContext) -> None:
    page = try_it(anna)

    message(page).press_sequentially("/ov")
    expect(choices(page)).to_have_count(1)
    message(page).press("Tab")
    answered(page, "what is overdue?")
    expect(message(page)).to_have_value("")

    message(page).press_sequentially("/add")
    message(page).press("Enter")
    expect(message(page)).to_have_value("add ")
    message(page).fill("")

    message(page).press_sequentially("/new")
    message(page).press("Enter")
    expect(log(page).get_by_role("list", name="Examples")).to_be_visible()
    expect(message(page)).to_have_value("")


def test_a_slash_elsewhere_is_a_slash(anna: BrowserContext) -> None:
    page = try_it(anna)

    message(page).press_sequentially("and/or")

    expect(message(page)).to_have_value("and/or")
    expect(choices(page)).to_have_count(0)


def test_composing_never_sends(anna: BrowserContext) -> None:
    page = try_it(anna)
    message(page).focus()
    keyboard = anna.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "牛乳", "selectionStart": 2, "selectionEnd": 2})

    message(page).evaluate(COMPOSED, {"isComposing": True})
    message(page).evaluate(COMPOSED, {"keyCode": 229})
    keyboard.send("Input.insertText", {"text": "牛乳を追加"})

    expect(message(page)).to_have_value("牛乳を追加")
    expect(log(page).locator(".said")).to_have_count(0)
    message(page).press("Enter")
    answered(page, "牛乳を追加")


def test_the_field_grows_and_then_scrolls(anna: BrowserContext) -> None:
    page = try_it(anna)
    one = message(page).bounding_box()
    message(page).fill("one")
    message(page).press("Shift+Enter")
    message(page).press_sequentially("two")
    two = message(page).bounding_box()
    message(page).fill("\n".join("line" for _ in range(40)))
    most = message(page).bounding_box()

    assert one and two and most
    assert one["height"] < two["height"] < most["height"] < 200
    assert message(page).evaluate("field => field.scrollHeight > field.clientHeight")
    expect(log(page).locator(".said")).to_have_count(0)


def test_a_long_message_is_counted_and_a_longer_one_not_sent(anna: BrowserContext) -> None:
    page = try_it(anna)

    message(page).fill("ä" * (LONGEST * 9 // 10 - 1))
    expect(page.get_by_text("of 10,000")).to_have_count(0)
    message(page).fill("ä" * (LONGEST * 9 // 10))
    expect(page.get_by_text("9,000 of 10,000")).to_be_visible()
    message(page).fill("ä" * (LONGEST + 1))
    expect(page.get_by_text("10,001 of 10,000")).to_be_visible()
    expect(page.get_by_role("alert")).to_contain_text("at most 10,000 characters")
    message(page).press("Enter")

    expect(log(page).locator(".said")).to_have_count(0)
    expect(message(page)).to_have_value("ä" * (LONGEST + 1))
    message(page).fill("hello")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_pasted_list_becomes_tasks_and_goes_again(anna: BrowserContext) -> None:
    page = try_it(anna)
    before = titles(anna)
    message(page).focus()

    paste(page, "- [ ] milk\n2. eggs\n\n* bread tomorrow\n[x] paid")
    page.get_by_role("button", name="Make a task of each line").click()

    expect(page.get_by_text("Made 3 tasks")).to_be_visible()
    expect(message(page)).to_have_value("[x] paid")
    expect(page.get_by_role("alert")).to_contain_text("1 line is left")
    assert sorted(set(titles(anna)) - set(before)) == ["bread", "eggs", "milk"]

    page.get_by_role("button", name="Undo", exact=True).click()
    expect(page.get_by_role("checkbox", name="Complete eggs")).to_have_count(0)
    assert sorted(titles(anna)) == sorted(before)


def test_who_ignores_the_offer_sends_the_list_as_it_is(anna: BrowserContext) -> None:
    page = try_it(anna)
    message(page).focus()
    paste(page, "one\ntwo")
    expect(page.get_by_role("button", name="Make a task of each line")).to_have_count(0)
    message(page).fill("")

    paste(page, "flurb\nthe\nzork")
    expect(page.get_by_role("button", name="Make a task of each line")).to_be_visible()
    message(page).press("Enter")

    expect(log(page).locator(".said")).to_have_text(re.compile("flurb\nthe\nzork"))
    expect(page.get_by_role("button", name="Make a task of each line")).to_have_count(0)


def test_what_to_say_next_is_sent_by_a_click_and_spares_the_draft(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "create a task to call mom tomorrow at 5pm")
    message(page).fill("a thought")
    follows = log(page).get_by_role("list", name="What to say next")
    expect(follows.get_by_role("button")).to_have_text(["Undo that", REMIND, "Make it high priority"])

    follows.get_by_role("button", name=REMIND).click()

    answered(page, REMIND)
    expect(message(page)).to_have_value("a thought")
    expect(follows.get_by_role("button", name=REMIND)).to_have_count(0)
    (mom,) = anna.request.get("/api/tasks", params={"q": "mom"}).json()["tasks"]
    assert mom["reminder_minutes"] == 30


def test_writing_is_for_everybody(anna: BrowserContext) -> None:
    page = try_it(anna)
    made(anna, title="Buy milk", list="Milkman")

    message(page).press_sequentially("move @milk")
    expect(choices(page)).to_have_count(2)
    assert violations_in_both_themes(page) == ""

    choices(page).first.click()
    assert violations_in_both_themes(page) == ""

    message(page).press_sequentially("to friday")
    message(page).press("Enter")
    answered(page, "move @Buy milk to friday")
    message(page).fill("/")
    expect(choices(page)).not_to_have_count(0)
    assert violations_in_both_themes(page) == ""

    message(page).fill("ä" * (LONGEST + 1))
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations_in_both_themes(page) == ""


def test_a_phone_names_by_touch(visits: Visits, served: Served) -> None:
    context = visits(served.address, **PHONE)
    page = try_it(context)
    to_the_chat(page)
    milk = made(context, title="Buy milk for everybody who comes to the long weekend by the sea")

    message(page).press_sequentially("complete @buy")
    expect(choices(page)).to_have_count(1)
    assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""
    choices(page).first.tap()
    expect(choices(page)).to_have_count(0)
    page.get_by_role("button", name="Send").tap()

    expect(names_in(page)).to_be_visible()
    expect(log(page).get_by_role("list", name="What to say next")).to_be_visible()
    assert status(context, milk) == "done"
    assert scrolls_sideways(page) <= 0
    message(page).press_sequentially("/tod")
    choices(page).first.tap()
    answered(page, "what is on today?")
    assert violations_in_both_themes(page) == ""
