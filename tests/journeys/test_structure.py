"""Lists, sections, subtasks and the order by hand in a real browser: mouse, keys, touch, and two tabs at once."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import PHONE, add, press, scrolls_sideways, task, tasks, to_the_chat, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations_in_both_themes


def titles(page: Page) -> Locator:
    return tasks(page).locator(".row-words")


def grip(page: Page, title: str) -> Locator:
    return page.get_by_role("button", name=f"Move {title}", exact=True)


def dragged(page: Page, title: str, onto: str) -> None:
    task(page, title).hover()
    grip(page, title).hover()
    page.mouse.down()
    box = task(page, onto).locator(".row").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] / 2, steps=8)
    page.mouse.up()


def test_a_list_is_made_divided_and_put_in_order_by_mouse_and_keys(anna: BrowserContext) -> None:
    page = try_it(anna)
    page.get_by_role("button", name="New list").click()
    dialog = page.get_by_role("dialog", name="New list")
    dialog.get_by_label("Name").fill("Trip")
    dialog.get_by_role("radio", name="Plum").check(force=True)
    dialog.get_by_role("radio", name="Plane").check(force=True)
    assert violations_in_both_themes(page) == ""
    dialog.get_by_role("button", name="Add list").click()
    expect(page.get_by_role("heading", name="Trip")).to_be_visible()

    page.get_by_role("button", name="Add section").click()
    page.get_by_role("dialog", name="New section").get_by_label("Name").fill("Papers")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Papers")).to_be_visible()
    for line in ("passport", "tent", "socks"):
        add(page, line)
    expect(titles(page)).to_have_text(["passport", "tent", "socks"])

    dragged(page, "socks", onto="passport")
    expect(titles(page)).to_have_text(["socks", "passport", "tent"])
    grip(page, "tent").focus()
    page.keyboard.press("Space")
    expect(page.get_by_text("Picked up tent, place 3 of 3.")).to_be_attached()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_text("tent: place 2 of 3.")).to_be_attached()
    page.keyboard.press("Space")
    expect(titles(page)).to_have_text(["socks", "tent", "passport"])
    expect(page.get_by_text("Moved: tent").first).to_be_attached()  # the server has it
    page.get_by_role("button", name="Edit passport").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.get_by_text("Moved: passport").first).to_be_attached()
    expect(titles(page)).to_have_text(["socks", "passport", "tent"])
    expect(page.get_by_role("button", name="Edit passport")).to_be_focused()
    kept = anna.request.get("/api/tasks", params={"list": "Trip", "sort": "manual"}).json()["tasks"]
    assert [each["title"] for each in kept] == ["socks", "passport", "tent"]
    assert violations_in_both_themes(page) == ""


def test_subtasks_on_a_phone(visits: Callable[..., BrowserContext], served: Served) -> None:
    page = try_it(visits(served.address, **PHONE))
    add(page, "plan the trip")
    task(page, "plan the trip").get_by_role("button", name="More for plan the trip").click()
    page.get_by_role("menuitem", name="Add subtask").click()
    dialog = page.get_by_role("dialog", name="Edit task")
    box = dialog.get_by_role("textbox", name="Add a subtask")
    expect(box).to_be_focused()

    for line in ("book a room", "buy a map"):
        box.fill(line)
        box.press("Enter")
        expect(dialog.get_by_role("checkbox", name=f"Complete subtask {line}")).to_be_visible()
    dialog.get_by_role("checkbox", name="Complete subtask book a room").click()
    expect(dialog.get_by_text("1 of 2")).to_be_visible()
    assert violations_in_both_themes(page) == ""
    dialog.get_by_role("button", name="Cancel").click()

    row = task(page, "plan the trip")
    expect(row).to_contain_text("1 of 2")
    expect(task(page, "buy a map")).to_be_visible()
    row.get_by_role("button", name="Subtasks of plan the trip").click()
    expect(task(page, "buy a map")).to_be_hidden()
    assert scrolls_sideways(page) <= 0
    to_the_chat(page)


def test_two_tabs_that_edit_one_task_are_shown_both(anna: BrowserContext) -> None:
    first = try_it(anna)
    add(first, "call the plumber")
    second = anna.new_page()
    second.goto("/")
    for page in (first, second):
        press(task(page, "call the plumber"), "Edit call the plumber")

    for page, title in ((first, "call the joiner"), (second, "call the painter")):
        dialog = page.get_by_role("dialog", name="Edit task")
        dialog.get_by_label("Title").fill(title)
        dialog.get_by_role("button", name="Save changes").click()

    expect(first.get_by_role("dialog", name="Edit task")).to_be_hidden()
    dialog = second.get_by_role("dialog", name="Edit task")
    expect(dialog.get_by_text("Yours: call the painter")).to_be_visible()
    expect(dialog.get_by_text("Now: call the joiner")).to_be_visible()
    assert violations_in_both_themes(second) == ""
    dialog.get_by_role("button", name="Keep yours").click()
    expect(task(first, "call the painter")).to_be_visible()
