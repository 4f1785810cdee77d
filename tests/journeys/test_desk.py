"""Journeys by hand: adding, ticking, editing, deleting, finding."""

from playwright.sync_api import BrowserContext, expect

from tests.journeys.desk import add, checkbox, press, task, tasks, try_it


def test_quick_add_understands_the_whole_line(anna: BrowserContext) -> None:
    page = try_it(anna)

    add(page, "buy oat milk tomorrow 9am #home !high")

    row = task(page, "buy oat milk")
    expect(row).to_contain_text("09:00")
    expect(row).to_contain_text("home")
    (kept,) = anna.request.get("/api/tasks", params={"q": "oat milk"}).json()["tasks"]
    assert (kept["title"], kept["tags"], kept["priority"]) == ("buy oat milk", ["home"], "high")


def test_a_date_that_does_not_exist_keeps_the_text(anna: BrowserContext) -> None:
    page = try_it(anna)
    box = page.get_by_role("textbox", name="Add a task")

    box.fill("pay rent 31 Feb")
    box.press("Enter")

    expect(page.get_by_text("There is no 31 February")).to_be_visible()
    expect(box).to_have_value("pay rent 31 Feb")


def test_a_tick_stays_for_a_moment_and_can_be_taken_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "pay the rent")

    checkbox(page, "pay the rent").click()

    expect(checkbox(page, "pay the rent")).to_be_checked()
    page.get_by_role("button", name="Undo").last.click()
    expect(checkbox(page, "pay the rent")).not_to_be_checked()


def test_a_double_click_ticks_once(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "pay the rent")

    checkbox(page, "pay the rent").dblclick()

    expect(page.get_by_text("Completed: pay the rent")).to_be_visible()  # the server has it
    expect(checkbox(page, "pay the rent")).to_be_checked()
    assert anna.request.get("/api/tasks", params={"status": "done"}).json()["total"] == 1


def test_editing_changes_only_what_was_typed(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "call the plumber tomorrow 9am #home")

    press(task(page, "call the plumber"), "Edit call the plumber")
    dialog = page.get_by_role("dialog", name="Edit task")
    dialog.get_by_label("Title").fill("call the electrician")
    dialog.get_by_role("button", name="Save changes").click()

    expect(dialog).to_be_hidden()
    expect(checkbox(page, "call the electrician")).to_be_visible()
    (kept,) = anna.request.get("/api/tasks", params={"q": "electrician"}).json()["tasks"]
    assert kept["tags"] == ["home"]
    assert "T09:00:00" in kept["due"]


def test_deleting_goes_to_the_trash_and_undo_brings_it_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "sell the piano")

    press(task(page, "sell the piano"), "Delete sell the piano")

    expect(checkbox(page, "sell the piano")).to_have_count(0)
    page.get_by_role("button", name="Undo").last.click()
    expect(checkbox(page, "sell the piano")).to_be_visible()


def test_search_finds_by_word_and_says_what_it_looked_for(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "buy café filters")
    add(page, "wash the car")

    page.get_by_role("searchbox", name="Search tasks").fill("CAFE")

    expect(tasks(page)).to_have_count(1)
    expect(checkbox(page, "buy café filters")).to_be_visible()

    page.get_by_role("searchbox", name="Search tasks").fill("zeppelin")

    expect(tasks(page)).to_have_count(0)
    expect(page.get_by_text("zeppelin").last).to_be_visible()


def test_samples_are_cleared_by_one_click(anna: BrowserContext) -> None:
    page = try_it(anna)
    expect(tasks(page)).to_have_count(5)

    page.get_by_role("button", name="Clear samples").click()

    expect(tasks(page)).to_have_count(0)
    expect(page.get_by_role("textbox", name="Add a task")).to_be_visible()


def test_html_in_a_title_is_only_text(anna: BrowserContext) -> None:
    page = try_it(anna)

    add(page, '<img src=x onerror="document.title=1"><b>bold</b>')

    expect(page.get_by_text("<b>bold</b>").first).to_be_visible()
    expect(page).not_to_have_title("1")


def test_everything_works_by_keyboard(anna: BrowserContext) -> None:
    page = try_it(anna)
    page.get_by_role("textbox", name="Add a task").focus()

    page.keyboard.type("feed the cat")
    page.keyboard.press("Enter")
    expect(checkbox(page, "feed the cat")).to_be_visible()
    checkbox(page, "feed the cat").focus()
    page.keyboard.press("Space")

    expect(checkbox(page, "feed the cat")).to_be_checked()
