"""Journeys of a task that repeats: ticking plans the next one, one time is left out or changed alone."""

import re
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import PHONE, add, checkbox, press, scrolls_sideways, task, try_it
from tests.journeys.test_looks import violations_in_both_themes

NEXT = re.compile(r"Next: (Tomorrow|\w{3} \d)")


def found(context: BrowserContext, status: str = "open") -> list[dict[str, Any]]:
    return context.request.get("/api/tasks", params={"q": "fern", "status": status}).json()["tasks"]


def opened(page: Page, title: str) -> Page:
    press(task(page, title), f"Edit {title}")
    expect(page.get_by_role("dialog", name="Edit task").get_by_label("Start")).to_be_visible()
    return page


def test_ticking_plans_the_next_one_and_undo_takes_it_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "feed the fern every monday")
    expect(checkbox(page, "feed the fern")).to_be_visible()  # the server has it
    (before,) = found(anna)

    checkbox(page, "feed the fern").click()
    expect(page.get_by_text(NEXT)).to_be_visible()
    expect(checkbox(page, "feed the fern")).to_have_count(2)
    page.get_by_role("button", name="Undo").last.click()

    expect(checkbox(page, "feed the fern")).to_have_count(1)
    expect(checkbox(page, "feed the fern")).not_to_be_checked()
    assert [(kept["id"], kept["due"]) for kept in found(anna, "all")] == [(before["id"], before["due"])]


def test_the_dialog_tells_the_next_dates_and_changes_one_time_alone(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "feed the fern every monday")
    expect(checkbox(page, "feed the fern")).to_be_visible()  # the server has it
    (before,) = found(anna)
    dialog = opened(page, "feed the fern").get_by_role("dialog", name="Edit task")

    expect(dialog.get_by_text(re.compile(r"Comes back: Mon \d+ \w+, Mon \d+ \w+, Mon \d+ \w+\."))).to_be_visible()
    assert violations_in_both_themes(page) == ""
    dialog.get_by_label("Repeat").fill("every 3 days after completion")
    dialog.get_by_label("Repeat").blur()
    expect(dialog.get_by_text("If you complete it today, it comes back:")).to_be_visible()
    dialog.get_by_label("Repeat").fill("every Monday")
    dialog.get_by_label("Title").fill("feed the big fern")
    dialog.get_by_label("Change only this time").check()
    dialog.get_by_role("button", name="Save changes").click()

    expect(dialog).to_be_hidden()
    alone, following = sorted(found(anna), key=lambda kept: kept["due"])
    assert (alone["id"], alone["title"], alone["rrule"]) == (before["id"], "feed the big fern", None)
    assert (following["title"], following["rrule"]) == ("feed the fern", before["rrule"])
    assert following["due"] > before["due"]


def test_a_time_is_skipped_by_keys_and_on_a_phone(anna: BrowserContext) -> None:
    page = try_it(anna)
    page.set_viewport_size(PHONE["viewport"])
    add(page, "feed the fern every monday")
    expect(checkbox(page, "feed the fern")).to_be_visible()  # the server has it
    (before,) = found(anna)

    page.get_by_role("button", name="More for feed the fern").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("menuitem", name="Skip this time")).to_be_visible()
    assert violations_in_both_themes(page) == ""
    page.keyboard.type("sk")
    page.keyboard.press("Enter")
    expect(page.get_by_text(NEXT)).to_be_visible()
    assert scrolls_sideways(page) <= 0
    (skipped,) = found(anna)
    page.keyboard.press("Control+z")

    expect(page.get_by_text("is back on its day")).to_be_visible()
    assert (skipped["id"], skipped["due"] > before["due"]) == (before["id"], True)
    assert [kept["due"] for kept in found(anna)] == [before["due"]]
