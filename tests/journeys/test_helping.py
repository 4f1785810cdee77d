"""A day planned in the conversation: still there after a reload, accepted once, and taken back by one undo."""

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import add, at_the_desk, log, say, try_it

DUE = {"pay rent": "tomorrow", "write report": "tomorrow"}


def confirm(page: Page) -> Locator:
    return log(page).get_by_role("button", name=re.compile("^Confirm: plan"))


def due_of(context: BrowserContext) -> dict[str, str | None]:
    """When the two are due, as a program reads it."""
    found = context.request.get("/api/tasks").json()["tasks"]
    return {one["title"]: one["due"] for one in found if one["title"] in DUE}


def test_a_plan_outlives_a_reload_is_accepted_once_and_taken_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    for title, day in DUE.items():
        add(page, f"{title} {day}")

    say(page, "plan tomorrow")
    expect(confirm(page)).to_be_visible()
    before = due_of(anna)
    assert len(before) == 2 and not any("T" in str(due) for due in before.values())
    page.reload()
    at_the_desk(page)
    card = log(page).locator(".w-card").last
    expect(card).to_contain_text("pay rent")
    assert due_of(anna) == before
    confirm(page).dblclick()

    expect(log(page)).to_contain_text(re.compile(r"Planned \d tasks\."))
    expect(confirm(page)).to_have_count(0)
    expect(log(page).get_by_text("This question has ended")).to_have_count(0)
    planned = due_of(anna)
    assert {str(planned[title]).partition("T")[0] for title in DUE} == {before["write report"]}
    assert all("T" in str(planned[title]) for title in DUE)

    page.reload()
    at_the_desk(page)
    log(page).get_by_role("button", name="Undo").last.click()

    expect(log(page)).to_contain_text("Taken back")
    assert due_of(anna) == before
