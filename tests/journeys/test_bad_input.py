"""Journeys of what nobody should write: nothing runs, nothing is lost, and a sentence says what is wrong (U-01, U-02).

That no page breaks its content policy or asks a stranger for anything is checked by `visits` for every journey.
"""

import unicodedata
from uuid import uuid4

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import PASSWORD, add, at_the_desk, checkbox, fill_in, log, message, press, task, tasks, try_it

HURTS = (
    '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>',
    "[here](javascript:window.hurt=1) ![p](https://evil.example/p.png) <https://evil.example/l>",
    "</textarea></script><svg onload=window.hurt=1> {{7*7}} ${7*7}",
    "`<b onclick=window.hurt=1>` | a | b |\\n|-|-| $$\\frac{<img src=x onerror=window.hurt=1>$$",
    "bell\a escape\x1b[31m delete\x7f end",
    "right \u202eto left\u202c and \u2066alone, tags \U000e0041\U000e0042\U000e007f end",
    "line\u2028paragraph\u2029next\x85end",
    "family 👩‍👩‍👧‍👦 flag 🇩🇪 é \ufeffmark \u200bspace",
    "' OR 1=1; DROP TABLE tasks; -- % _ \\",
)
LONGEST_TITLE, LONGEST_TEXT, LONGEST_MESSAGE = 255, 5_000, 10_000
IS_HARMLESS = """
() => window.hurt === undefined
  && !document.querySelector('a[href^="javascript:"], img[src^="http"], [onerror], [onload], [onclick], iframe, object')
  && [...document.images].every((one) => one.src.startsWith('data:') || new URL(one.src).origin === location.origin)
"""
COUNT_ANSWERS = "() => document.querySelector('[role=log]').textContent.split('You: ').length - 1"
ANSWERED = """
before => {
  const parts = document.querySelector('[role=log]').textContent.split('You: ');
  return parts.length - 1 > before && document.querySelector('button[aria-label="Stop"]') === null;
}
"""


def tell(page: Page, text: str) -> None:
    """Send what may be stored otherwise than it was written, and wait for the whole answer."""
    before = page.evaluate(COUNT_ANSWERS)
    message(page).fill(text)
    message(page).press("Enter")
    expect(message(page)).to_have_value("")
    page.wait_for_function(ANSWERED, arg=before)


def is_refused(page: Page, box: Locator, text: str, words: str) -> None:
    """A sentence says why, and the text is still there."""
    expect(page.get_by_text(words).first).to_be_visible()
    expect(box).to_have_value(text)


def is_clean(title: str) -> bool:
    """Nothing that cannot be seen but joins and marks of emoji, and no bidi control left open."""
    hidden = {
        sign
        for sign in title
        if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} or "\U000e0000" <= sign <= "\U000e007f"
    }
    opened = sum(title.count(sign) for sign in "\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    return not hidden and opened == sum(title.count(sign) for sign in "\u202c\u2069")


def titles(context: BrowserContext) -> list[str]:
    answer = context.request.get("/api/tasks", params={"status": "all", "limit": 100}).json()
    return [one["title"] for one in answer["tasks"]]


def test_whatever_is_written_nothing_of_it_runs(anna: BrowserContext) -> None:
    page = try_it(anna)
    before = len(titles(anna))

    for text in HURTS:
        add(page, f'"{text}"')
        tell(page, f'create a task to "{text} too"')
        tell(page, text)
    tell(page, "list my tasks")

    expect(tasks(page)).not_to_have_count(0)
    stored = titles(anna)
    assert len(stored) >= before + 2 * len(HURTS)
    assert [title for title in stored if not is_clean(title)] == []
    assert [title for title in stored if "family 👩‍👩‍👧‍👦 flag 🇩🇪" in title]
    page.reload()
    at_the_desk(page)
    expect(log(page)).to_contain_text("DROP TABLE")
    assert page.evaluate(IS_HARMLESS)


def test_hurtful_words_in_every_field_of_a_task_do_no_harm(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "mow the lawn")

    for text in HURTS:
        press(tasks(page).filter(has_text="lawn"), "Edit mow the lawn")
        dialog = page.get_by_role("dialog", name="Edit task")
        for field in ("Description", "Tags", "List"):
            dialog.get_by_label(field).fill(text if field == "Description" else text[:40])
        dialog.get_by_role("button", name="Save changes").click()
        expect(dialog).to_be_hidden()
        page.get_by_role("searchbox", name="Search tasks").fill(text[:100])
        page.get_by_role("searchbox", name="Search tasks").fill("")
        expect(checkbox(page, "mow the lawn")).to_be_visible()

    assert page.evaluate(IS_HARMLESS)
    page.goto(
        "/?list=" + "%3Cimg%20src%3Dx%20onerror%3Dwindow.hurt%3D1%3E&c=%3Cscript%3E&view=%22%3E%3Csvg%3E&q=%25_%5C"
    )
    at_the_desk(page)
    assert page.evaluate(IS_HARMLESS)


def test_what_is_too_long_or_empty_is_told_and_kept(anna: BrowserContext) -> None:
    page = try_it(anna)
    before = titles(anna)
    box = page.get_by_role("textbox", name="Add a task")

    message(page).fill("ä" * (LONGEST_MESSAGE + 1))
    message(page).press("Enter")
    is_refused(page, message(page), "ä" * (LONGEST_MESSAGE + 1), "at most 10,000 characters")
    for nothing in ("", "   ", "\u2028 \u3000"):
        message(page).fill(nothing)
        message(page).press("Enter")
        box.fill(nothing)
        box.press("Enter")
    assert page.evaluate(COUNT_ANSWERS) == 0

    long = "t" * (LONGEST_TITLE + 1)
    box.fill(long)
    box.press("Enter")
    is_refused(page, box, long, "255")
    box.fill("t" * LONGEST_TITLE)
    box.press("Enter")
    expect(checkbox(page, "t" * LONGEST_TITLE)).to_be_visible()
    assert sorted(titles(anna)) == sorted([*before, "t" * LONGEST_TITLE])


def test_the_editor_keeps_what_it_refuses(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "mow the lawn")
    press(task(page, "mow the lawn"), "Edit mow the lawn")
    dialog = page.get_by_role("dialog", name="Edit task")
    title, description = dialog.get_by_label("Title"), dialog.get_by_label("Description")
    save = dialog.get_by_role("button", name="Save changes")

    long = "d" * (LONGEST_TEXT + 1)
    description.fill(long)
    save.click()
    is_refused(page, description, long, "5,000")
    description.fill("fine")
    title.fill("   ")
    save.click()
    is_refused(page, title, "   ", "A task needs a title.")
    expect(description).to_have_value("fine")
    title.fill("👩‍🌾" * 80)
    save.click()
    expect(dialog).to_be_hidden()

    assert "👩‍🌾" * 80 in titles(anna)


def test_hurtful_words_at_the_door_come_back_as_a_sentence(anna: BrowserContext) -> None:
    page = anna.new_page()
    for query in (
        "error=%3Cscript%3Ewindow.hurt=1%3C/script%3E",
        "next=javascript:window.hurt=1",
        "next=//evil.example",
    ):
        page.goto(f"/sign-in?{query}")
        fill_in(page, f'"<img/src=x/onerror=window.hurt=1>{uuid4().hex}"@example.org', PASSWORD)
        page.get_by_role("textbox", name="Email").evaluate("field => field.form.noValidate = true")
        page.get_by_role("button", name="Create account").click()
        expect(page.get_by_role("alert")).to_be_visible()
        assert page.evaluate(IS_HARMLESS)

    page.goto("/sign-in?next=//evil.example/steal")
    page.get_by_role("button", name="Try it now").click()

    at_the_desk(page)
