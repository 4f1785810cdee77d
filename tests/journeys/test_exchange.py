"""Coming from elsewhere, looking back, and taking everything along: import, insights, export, calendar."""

from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import PHONE, scrolls_sideways, try_it
from tests.journeys.test_looks import violations_in_both_themes

HEAD = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE\n"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
TODOIST = HEAD + f"task,{LONG} @amt,,1,1,tomorrow 9am\ntask,Form holen,,4,2,\ntask,Later,,4,1,sometime soonish\n"


def part(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def test_somebody_comes_from_todoist_and_changes_their_mind(anna: BrowserContext, tmp_path: Path) -> None:
    page = try_it(anna)
    page.goto("/settings")
    importing = part(page, "Import")
    (broken, file) = (tmp_path / "table.csv", tmp_path / "Work.csv")
    broken.write_text("a,b,c\n1,2,3\n")
    file.write_text(TODOIST)

    importing.get_by_label("File").set_input_files(broken)
    expect(importing.get_by_role("alert")).to_contain_text("Nothing was imported")

    importing.get_by_label("File").set_input_files(file)
    expect(importing.get_by_role("status")).to_have_text("Todoist (CSV), UTF-8: 3 tasks, in 1 list, 1 subtask.")
    expect(importing.get_by_role("row").nth(1)).to_contain_text("Work")
    for width in (375, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""

    importing.get_by_role("button", name="Import 3 tasks").click()
    expect(importing.get_by_role("status")).to_have_text("Imported 3 tasks.")
    importing.get_by_text("1 note").click()
    expect(importing.get_by_text("sometime soonish")).to_be_visible()
    assert anna.request.get("/api/tasks", params={"list": "Work"}).json()["total"] == 3

    importing.get_by_role("button", name="Undo").click()
    expect(importing.get_by_role("status")).to_contain_text("Took back 3 tasks")
    assert anna.request.get("/api/tasks", params={"list": "Work"}).json()["total"] == 0


def test_everything_can_be_taken_along_and_a_calendar_reads_it(anna: BrowserContext) -> None:
    page = try_it(anna)
    anna.request.post("/api/tasks", data={"title": "Pay the rent", "due": "2030-01-01"})
    page.goto("/settings")

    with page.expect_download() as saved:
        part(page, "Export").get_by_role("link", name="Spreadsheet (CSV)").click()
    assert "Pay the rent" in saved.value.path().read_text("utf-8")

    calendar = part(page, "Calendar")
    calendar.get_by_role("button", name="Make an address").click()
    address = calendar.get_by_role("textbox", name="Calendar address").input_value()
    assert "SUMMARY:Pay the rent" in anna.request.get(address, headers={"Cookie": ""}).text()
    assert violations_in_both_themes(page) == ""

    calendar.get_by_role("button", name="Switch it off").click()
    expect(calendar.get_by_role("status")).to_have_text("Off.")
    assert anna.request.get(address).status == 404


def test_looking_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    page.get_by_role("navigation", name="Places").get_by_role("link", name="Insights").click()
    expect(page.get_by_text("What you finish is counted here.")).to_be_visible()  # samples count nowhere
    page.get_by_role("link", name="Back to the tasks").click()
    anna.request.post("/api/tasks", data={"title": "Pay the rent", "status": "done", "tags": ["home"]})

    page.goto("/insights")

    figures = page.get_by_role("table", name="Done per week")
    expect(figures.get_by_role("cell", name="1", exact=True)).to_have_count(1)
    expect(page.locator(".recharts-bar-rectangle").first).to_be_attached()
    page.get_by_role("navigation", name="Period").get_by_role("link", name="12 weeks").click()
    expect(figures.get_by_role("row")).to_have_count(13)
    assert page.url.endswith("/insights?period=12w")
    for size in (PHONE["viewport"], {"width": 768, "height": 900}, {"width": 1920, "height": 1000}):
        page.set_viewport_size(size)
        assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""
