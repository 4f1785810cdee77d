"""Journeys with files: attached, sent, found again, opened, refused; with a message and at a task."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, FilePayload, Page, expect

from tests.journeys.desk import add, log, message, press, say, scrolls_sideways, task, try_it
from tests.journeys.served import Served, free_port
from tests.journeys.test_looks import violations
from tests.pictures import picture

RECEIPT: FilePayload = {"name": "receipt.png", "mimeType": "image/png", "buffer": picture(size=(600, 400))}
NOTES: FilePayload = {"name": "notes.md", "mimeType": "text/markdown", "buffer": b"# Notes\n"}
PROGRAM: FilePayload = {"name": "setup.exe", "mimeType": "application/octet-stream", "buffer": b"MZ"}
NO_PICTURE: FilePayload = {"name": "fake.png", "mimeType": "image/png", "buffer": b"not a picture"}
CANNOT_READ = "The built-in assistant cannot read files."


def choose(page: Page, *chosen: FilePayload, at: str = "Chat") -> None:
    """By the button, as a person does."""
    with page.expect_file_chooser() as chooser:
        page.get_by_role("region", name=at).get_by_role("button", name="Attach files").click()
    chooser.value.set_files(list(chosen))


def on_a_phone(context: BrowserContext) -> Page:
    page = try_it(context)
    page.set_viewport_size({"width": 375, "height": 740})
    return page


def to_send(page: Page) -> list[str]:
    return page.get_by_role("list", name="Files to send").get_by_role("listitem").all_inner_texts()


def the_story(page: Page, context: BrowserContext) -> None:
    """Attach, see the chip, send, reload, open."""
    choose(page, RECEIPT, NOTES)
    expect(page.get_by_role("button", name="Remove receipt.png")).to_be_visible()
    expect(page.get_by_text(CANNOT_READ)).to_be_visible()
    page.get_by_role("button", name="Remove notes.md").click()
    expect(page.get_by_role("list", name="Files to send").get_by_role("listitem")).to_have_count(1)
    assert scrolls_sideways(page) == 0
    assert violations(page) == ""

    say(page, "add pay the rent")
    expect(page.get_by_role("list", name="Files to send")).to_have_count(0)
    expect(log(page).get_by_text("I cannot read files")).to_be_visible()
    page.reload()

    shows = log(page).get_by_role("button", name="Show receipt.png")
    expect(shows).to_be_visible()
    assert violations(page) == ""
    shows.press("Enter")
    whole = page.get_by_role("dialog", name="receipt.png")
    expect(whole.get_by_role("img", name="receipt.png")).to_be_visible()
    assert violations(page) == ""
    page.keyboard.press("Escape")
    expect(whole).to_be_hidden()
    expect(shows).to_be_focused()
    shows.press("Enter")
    link = whole.get_by_role("link", name="Open in a tab of its own")
    assert log(page).locator("img.file-small").evaluate("image => image.decode().then(() => image.naturalWidth)") > 0
    with context.expect_page() as opened:
        link.click()
    opened.value.wait_for_load_state()
    assert "/api/files/atc_" in opened.value.url
    assert opened.value.evaluate("document.images[0].naturalWidth") == 600
    opened.value.close()


def test_a_picture_is_attached_sent_and_opened_again(anna: BrowserContext) -> None:
    the_story(try_it(anna), anna)


def test_the_same_on_a_phone(visits: Callable[..., BrowserContext], served: Served) -> None:
    phone = visits(served.address, has_touch=True)
    page = on_a_phone(phone)
    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()

    the_story(page, phone)


def test_what_cannot_come_says_why_and_holds_nothing_up(anna: BrowserContext) -> None:
    page = try_it(anna)

    choose(page, PROGRAM, NO_PICTURE, NOTES)

    refused = page.get_by_role("alert")
    expect(refused.filter(has_text="setup.exe")).to_contain_text("Pictures (PNG, JPEG, WebP, GIF) and texts")
    expect(refused.filter(has_text="fake.png")).to_contain_text("is not a picture that can be read")
    expect(page.get_by_role("button", name="Remove notes.md")).to_be_visible()
    assert violations(page) == ""
    message(page).fill("keep these")
    page.get_by_role("button", name="Send").click()
    expect(log(page).get_by_role("link")).to_have_count(1)
    expect(log(page).get_by_role("link", name="Open notes.md")).to_be_visible()


def test_the_eleventh_file_stays_outside(anna: BrowserContext) -> None:
    page = try_it(anna)

    choose(page, *[{**NOTES, "name": f"{n}.md"} for n in range(11)])

    expect(page.get_by_role("alert").filter(has_text="10.md")).to_contain_text("A message may have 10 files.")
    expect(page.get_by_role("list", name="Files to send").get_by_role("listitem")).to_have_count(11)


DROP = """
([selector, kind]) => {
  const data = new DataTransfer();
  data.items.add(new File(["a,b\\n1,2\\n"], `${kind}.csv`, { type: "text/csv" }));
  const how = kind === "drop" ? { dataTransfer: data } : { clipboardData: data };
  const Kind = kind === "drop" ? DragEvent : ClipboardEvent;
  document.querySelector(selector).dispatchEvent(new Kind(kind, { bubbles: true, cancelable: true, ...how }));
}
"""


def test_files_are_dropped_and_pasted_and_outlive_a_reload(anna: BrowserContext) -> None:
    page = try_it(anna)

    for kind in ("drop", "paste"):
        page.evaluate(DROP, ["textarea[name=message]", kind])
        expect(page.get_by_role("button", name=f"Remove {kind}.csv")).to_be_visible()
    expect(page.get_by_role("progressbar")).to_have_count(0)
    page.reload()

    expect(page.get_by_role("button", name="Remove drop.csv")).to_be_visible()
    page.get_by_role("button", name="Send").click()
    expect(log(page).get_by_text("Attached: drop.csv, paste.csv")).to_be_visible()
    expect(log(page).get_by_role("link", name="Open paste.csv")).to_be_visible()
    expect(page).to_have_url(re.compile("c=thr_"))
    page.reload()
    expect(log(page).get_by_role("link", name="Open paste.csv")).to_be_visible()
    assert to_send(page) == []


def test_a_file_of_a_message_is_put_to_a_task_by_one_click(anna: BrowserContext) -> None:
    page = try_it(anna)
    choose(page, RECEIPT)
    expect(page.get_by_role("progressbar")).to_have_count(0)

    say(page, "add pay the rent")
    log(page).get_by_role("button", name="Attach to “pay the rent”").click()

    expect(log(page).get_by_text("Attached receipt.png to “pay the rent”.")).to_be_visible()
    press(task(page, "pay the rent"), "Edit pay the rent")
    expect(page.get_by_role("dialog").get_by_role("link", name="Open receipt.png")).to_be_visible()


@pytest.mark.parametrize("wide", [True, False])
def test_a_task_has_files(wide: bool, anna: BrowserContext) -> None:
    page = try_it(anna) if wide else on_a_phone(anna)
    add(page, "pay the rent")
    press(task(page, "pay the rent"), "Edit pay the rent")
    dialog = page.get_by_role("dialog", name="Edit task")

    choose(page, RECEIPT, NO_PICTURE, at="Files")

    expect(dialog.get_by_role("link", name="Open receipt.png")).to_be_visible()
    expect(dialog.get_by_role("alert")).to_contain_text("is not a picture that can be read")
    assert violations(page) == ""
    assert scrolls_sideways(page) == 0
    with page.expect_popup() as opened:
        dialog.get_by_role("link", name="Open receipt.png").click()
    opened.value.close()
    dialog.get_by_role("button", name="Remove receipt.png").click()
    expect(dialog.get_by_role("link", name="Open receipt.png")).to_have_count(0)


def test_the_composer_names_who_will_read_a_file(
    chromium: str, tmp_path: Path, visits: Callable[..., BrowserContext]
) -> None:
    """Nothing listens there: what counts is what is said before anything leaves."""
    server = Served(tmp_path, TASKCHAT_MODEL="gemini/any", TASKCHAT_MODEL_URL=f"http://127.0.0.1:{free_port()}/v1")
    try:
        page = try_it(visits(server.address))

        choose(page, RECEIPT)

        expect(page.get_by_text("This file goes to Gemini (127.0.0.1) with your message.")).to_be_visible()
        choose(page, NOTES)
        expect(page.get_by_text("These files go to Gemini (127.0.0.1) with your message.")).to_be_visible()
    finally:
        server.stop()
