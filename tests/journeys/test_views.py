"""Board, calendar, trash, activity, a long list: by mouse, by keys, on a phone; axe finds nothing in any of them."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.conftest import ZONE
from tests.journeys.desk import PHONE, add, checkbox, scrolls_sideways, task, tasks, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations_in_both_themes

Visit = Callable[..., BrowserContext]


def column(page: Page, name: str) -> Locator:
    return page.get_by_role("list", name=name, exact=True)


def drag(page: Page, title: str, to: Locator) -> None:
    """By its handle, with the mouse, into the middle of the column."""
    grip = page.get_by_role("button", name=f"Move {title}", exact=True)
    grip.hover()
    page.mouse.down()
    box = to.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=12)
    expect(page.get_by_text(f"{title}: place", exact=False)).to_be_attached()
    page.mouse.up()


def carry(page: Page, title: str, key: str, to: str) -> None:
    """By its handle, with the keyboard alone, into the column beside."""
    page.get_by_role("button", name=f"Move {title}", exact=True).press("Space")
    expect(page.get_by_text(f"Picked up {title}", exact=False)).to_be_attached()
    page.keyboard.press(key)
    expect(page.get_by_text(re.compile(f"{title}: place .* in {to}"))).to_be_attached()
    page.keyboard.press("Space")


def on_phone(page: Page) -> None:
    page.set_viewport_size(PHONE["viewport"])
    assert scrolls_sideways(page) == 0


def day(ahead: int) -> datetime:
    return datetime.now(ZoneInfo(ZONE)) + timedelta(days=ahead)


def said(at: datetime) -> str:
    return f"{at:%a} {at.day} {at:%b}"


def test_cards_go_from_column_to_column(visits: Visit, served: Served) -> None:
    page = try_it(visits(served.address, reduced_motion="reduce", viewport={"width": 1600, "height": 900}))
    for line in ("Paint the fence !high", "Call the plumber", "Read a book"):
        add(page, line)
    expect(checkbox(page, "Read a book")).to_be_visible()
    page.goto("/?view=board&by=priority")

    drag(page, "Call the plumber", column(page, "Low"))
    expect(column(page, "Low").get_by_role("checkbox", name="Complete Call the plumber")).to_be_visible()
    expect(page.get_by_text("Moved: Call the plumber")).to_be_visible()
    carry(page, "Call the plumber", "ArrowLeft", "Medium")
    expect(column(page, "Low").get_by_role("listitem")).to_have_count(0)
    page.get_by_role("button", name="More for Paint the fence").click()
    page.get_by_role("menuitem", name="Move to Low").click()
    expect(column(page, "Low").get_by_role("checkbox", name="Complete Paint the fence")).to_be_visible()
    assert violations_in_both_themes(page) == ""
    page.get_by_role("button", name="Undo", exact=True).click()
    expect(column(page, "High").get_by_role("checkbox", name="Complete Paint the fence")).to_be_visible()

    page.reload()
    expect(column(page, "Medium").get_by_role("checkbox", name="Complete Call the plumber")).to_be_visible()
    on_phone(page)
    assert violations_in_both_themes(page) == ""
    page.get_by_role("combobox", name="Columns").select_option("Due date")
    page.get_by_role("button", name="More for Read a book").click()
    page.get_by_role("menuitem", name="Move to Tomorrow").click()
    expect(column(page, "Tomorrow").get_by_role("checkbox", name="Complete Read a book")).to_be_attached()


def test_days_of_a_calendar_give_and_take_tasks(visits: Visit, served: Served) -> None:
    page = try_it(visits(served.address, reduced_motion="reduce"))
    page.get_by_role("button", name="Clear samples").click()
    first = day(-day(0).weekday())
    dates = [first + timedelta(days=n) for n in range(7)]
    add(page, f"Plumber {dates[2]:%Y-%m-%d} 17:00")
    expect(checkbox(page, "Plumber")).to_be_visible()
    page.goto("/?view=calendar&span=week")

    expect(column(page, said(dates[2])).get_by_role("button", name="Edit Plumber")).to_be_visible()
    drag(page, "Plumber", column(page, said(dates[4])))
    expect(page.get_by_text(f"Moved to {said(dates[4])}: Plumber")).to_be_visible()
    carry(page, "Plumber", "ArrowRight", said(dates[5]))
    expect(page.get_by_text(f"Moved to {said(dates[5])}: Plumber")).to_be_visible()
    expect(column(page, said(dates[5])).get_by_role("listitem")).to_contain_text("17:00")
    assert violations_in_both_themes(page) == ""

    for title in ("Painter", "Mason"):
        page.context.request.post("/api/tasks", data={"title": title, "due": f"{dates[5]:%Y-%m-%d}"})
    page.get_by_role("link", name="Month", exact=True).click()
    expect(page.get_by_role("heading", name=f"{day(0):%B %Y}")).to_be_visible()
    is_last = (dates[0] + timedelta(days=7)).month != day(0).month
    key, then = ("ArrowUp", dates[5] - timedelta(days=7)) if is_last else ("ArrowDown", dates[5] + timedelta(days=7))
    carry(page, "Painter", key, said(then))
    expect(page.get_by_text(f"Moved to {said(then)}: Painter")).to_be_visible()
    expect(column(page, said(dates[5])).get_by_role("button", name="Edit Plumber")).to_be_visible()
    assert violations_in_both_themes(page) == ""
    on_phone(page)
    assert violations_in_both_themes(page) == ""
    page.get_by_role("link", name="Next month").click()
    expect(page.get_by_role("heading", name=f"{(day(0).replace(day=1) + timedelta(days=31)):%B %Y}")).to_be_visible()
    page.get_by_role("link", name="Today", exact=True).click()
    page.get_by_role("button", name="Edit Plumber").click()
    expect(page.get_by_role("dialog", name="Edit task")).to_be_visible()


def test_a_long_list_is_walked_through_and_what_was_done_is_found_again(visits: Visit, served: Served) -> None:
    page = try_it(visits(served.address, reduced_motion="reduce"))
    page.get_by_role("button", name="Clear samples").click()
    for number in range(130):
        page.context.request.post(
            "/api/tasks", data={"title": f"Task {number:03}", "tags": ["even", "odd"][number % 2 :]}
        )
    page.goto("/?sort=created&group=tag")
    expect(tasks(page).first).to_contain_text("even65")
    page.get_by_role("list", name="Tasks").hover()
    seen = _walk(page)
    assert seen == {f"Task {number:03}" for number in range(130)}
    assert tasks(page).count() < 70

    task(page, "Task 129").get_by_role("checkbox").press("Space")
    expect(page.get_by_text("Completed: Task 129")).to_be_visible()
    page.get_by_role("link", name="Activity").click()
    entry = page.get_by_role("list", name="Activity").get_by_role("listitem").first
    expect(entry).to_contain_text("You completed “Task 129”")
    assert violations_in_both_themes(page) == ""
    entry.get_by_role("button").press("Enter")
    expect(page.get_by_text("“Task 129” is open again", exact=False)).to_be_visible()

    gone = page.context.request.get("/api/tasks?q=Task+12").json()["tasks"]
    for one in gone:
        page.context.request.delete(f"/api/tasks/{one['id']}")
    page.goto("/?view=trash")
    expect(tasks(page)).to_have_count(len(gone) + 5)
    page.get_by_role("button", name=f"Delete {gone[0]['title']} for good").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete for good").click()
    expect(tasks(page)).to_have_count(len(gone) + 4)
    on_phone(page)
    page.get_by_role("button", name="Empty trash").click()
    assert violations_in_both_themes(page) == ""
    page.get_by_role("dialog").get_by_role("button", name="Delete for good").press("Enter")
    expect(page.get_by_text("Nothing here. Deleted tasks stay 30 days.")).to_be_visible()
    expect(checkbox(page, gone[0]["title"])).to_have_count(0)


IN_SIGHT = """
() => {
  const pane = document.querySelector('.pane-tasks').getBoundingClientRect();
  return document.elementFromPoint(pane.x + pane.width / 2, pane.y + pane.height / 2)?.closest('.task');
}
"""
"""A row stands in the middle of the pane."""


def _walk(page: Page) -> set[str]:
    """Wheels to the end; the titles that came by."""
    seen: set[str] = set()
    last = "Task 129"
    for _ in range(80):
        seen |= set(page.locator(".tasks .row-words").all_inner_texts())
        if last in seen:
            break
        page.mouse.wheel(0, 300)
        page.wait_for_function(IN_SIGHT)
    return seen
