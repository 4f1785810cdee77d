"""Finding by filter and search, keeping what was found as a view, and taking understood parts as words."""

import os
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import PHONE, add, checkbox, press, tasks, try_it
from tests.journeys.test_looks import violations_in_both_themes


def views(page: Page) -> Locator:
    return page.get_by_role("navigation", name="Views")


def shot(page: Page, name: str) -> None:
    if folder := os.environ.get("SHOTS"):
        page.screenshot(path=Path(folder) / f"{name}.png")


def test_what_a_filter_shows_becomes_a_view(anna: BrowserContext) -> None:
    page = try_it(anna)
    for line in ("buy café filters #home", "café with Ben #work", "wash the car #home #someday"):
        add(page, line)
    expect(checkbox(page, "wash the car")).to_be_visible()
    search = page.get_by_role("searchbox", name="Search tasks")

    search.fill("#home -#someday CAFE")

    expect(tasks(page)).to_have_count(1)
    expect(tasks(page).locator("mark")).to_have_text("café")
    page.get_by_text("Save as a view").click()
    page.get_by_role("textbox", name="Name of the view").fill("Coffee at home")
    assert violations_in_both_themes(page) == ""
    shot(page, "save")
    page.get_by_role("textbox", name="Name of the view").press("Enter")

    expect(views(page).get_by_role("link", name="Coffee at home")).to_be_visible()
    expect(page.get_by_role("heading", name="Coffee at home")).to_be_visible()
    page.get_by_role("navigation", name="Places").get_by_role("link", name="All tasks").click()
    search.fill("")
    expect(tasks(page)).not_to_have_count(1)
    views(page).get_by_role("link", name="Coffee at home").click()
    expect(tasks(page)).to_have_count(1)
    expect(search).to_have_value("")
    assert violations_in_both_themes(page) == ""
    shot(page, "view")

    press(views(page), "More for Coffee at home")
    page.get_by_role("menuitem", name="Rename Coffee at home").click()
    name = page.get_by_role("textbox", name="Name of the view")
    expect(name).to_be_focused()
    shot(page, "rename")
    name.fill("Coffee")
    name.press("Enter")
    expect(views(page).get_by_role("link", name="Coffee")).to_be_visible()
    press(views(page), "More for Coffee")
    page.get_by_role("menuitem", name="Delete Coffee").click()
    expect(views(page).get_by_role("link", name="Coffee")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(views(page).get_by_role("link", name="Coffee")).to_be_visible()

    search.fill("colour:red")
    expect(page.get_by_text("“colour:” is no filter")).to_be_visible()
    expect(tasks(page)).to_have_count(0)
    page.set_viewport_size(PHONE["viewport"])
    page.get_by_role("button", name="More", exact=True).click()
    page.get_by_role("dialog").get_by_role("link", name="Coffee").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(tasks(page)).to_have_count(1)
    shot(page, "phone")


def test_an_understood_part_can_be_taken_as_words(anna: BrowserContext) -> None:
    page = try_it(anna)
    box, said = page.get_by_role("textbox", name="Add a task"), page.locator("#quick-said")

    box.press_sequentially("read tomorrow #books")
    expect(said.get_by_role("button")).to_have_count(2)
    shot(page, "quick")
    box.press("Backspace")

    expect(box).to_have_value('read tomorrow "#books"')
    expect(said.get_by_role("button")).to_have_count(1)
    mark = page.locator(".quick-marks mark").bounding_box()
    assert mark
    page.mouse.click(mark["x"] + mark["width"] / 2, mark["y"] + mark["height"] / 2)
    expect(box).to_have_value('read "tomorrow" "#books"')
    expect(said.get_by_role("button")).to_have_count(0)
    box.press("Enter")

    expect(checkbox(page, "read tomorrow #books")).to_be_visible()
