"""Every screen at every width, in both themes: nothing runs off the side, and axe finds nothing."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import add, log, press, say, scrolls_sideways, task, try_it

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast", "link-in-text-block"]
"""What is another matter by night; everything else has been looked at by day."""
FIND = "async rules => (await axe.run(document, {runOnly: rules, resultTypes: ['violations']})).violations"
REST = """
() => Promise.all(document.getAnimations()
  .filter(a => Number.isFinite(a.effect?.getComputedTiming().endTime))
  .map(a => a.finished.catch(() => null)))
  .then(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
"""
"""A colour on its way is not a colour of ours: what is scanned is what stays."""
WIDTHS = [375, 768, 1280, 1920]
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle anrufen"


def violations(page: Page, rules: list[str] = RULES) -> str:
    """What axe finds, a line an element; empty is good."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    page.evaluate(REST)
    return "\n".join(
        f"{found['id']}: {found['help']}: {node['html'][:200]}"
        for found in page.evaluate(FIND, rules)
        for node in found["nodes"]
    )


def violations_in_both_themes(page: Page) -> str:
    """What opens and closes is looked at by day and by night while it stands there."""
    found = ""
    for theme, rules in (("light", RULES), ("dark", COLOURS)):
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        expect(page.locator("html")).to_have_class(re.compile(theme))
        found += violations(page, rules)
    return found


def test_the_first_page_is_for_everybody(anna: BrowserContext) -> None:
    page = anna.new_page()
    page.goto("/sign-in")
    expect(page.get_by_role("button", name="Try it now")).to_be_visible()

    assert violations_in_both_themes(page) == ""

    page.get_by_role("textbox", name="Email").fill("nobody@example.org")
    page.get_by_label("Password", exact=True).fill("wrong, all of it")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("alert")).to_be_visible()

    assert violations_in_both_themes(page) == ""


def test_the_desk_is_for_everybody(anna: BrowserContext) -> None:
    page = try_it(anna)
    add(page, "Buy milk tomorrow 9am #home !high every week")
    assert violations_in_both_themes(page) == ""

    press(task(page, "Buy milk"), "Edit Buy milk")
    expect(page.get_by_role("dialog", name="Edit task")).to_be_visible()
    assert violations_in_both_themes(page) == ""

    page.keyboard.press("Escape")
    press(task(page, "Buy milk"), "Delete Buy milk")
    expect(page.get_by_role("button", name="Undo").last).to_be_visible()
    assert violations_in_both_themes(page) == ""

    page.get_by_role("searchbox", name="Search tasks").fill("zeppelin")
    expect(page.get_by_text("zeppelin").last).to_be_visible()
    assert violations_in_both_themes(page) == ""


def test_a_conversation_is_for_everybody(anna: BrowserContext) -> None:
    page = try_it(anna)
    assert violations_in_both_themes(page) == ""

    say(page, "create a task to call mom tomorrow at 5pm")
    say(page, "flurb the zork")
    expect(log(page).get_by_text("flurb the zork").first).to_be_visible()
    assert violations_in_both_themes(page) == ""

    say(page, "delete all my tasks")
    expect(page.get_by_role("button", name="Confirm")).to_be_visible()
    assert violations_in_both_themes(page) == ""

    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("button", name="Confirm")).to_have_count(0)
    assert violations_in_both_themes(page) == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_runs_off_the_side(width: int, anna: BrowserContext) -> None:
    page = try_it(anna)
    page.set_viewport_size({"width": width, "height": 800})
    anna.request.post("/api/tasks", data={"title": LONG, "tags": ["home", "work"], "priority": "high"})
    expect(page.get_by_text(LONG).first).to_be_visible()

    assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""


@pytest.mark.parametrize("width", [375, 768])
def test_a_phone_shows_one_pane_and_switches(width: int, anna: BrowserContext) -> None:
    page = try_it(anna)
    page.set_viewport_size({"width": width, "height": 800})
    expect(page.get_by_role("textbox", name="Add a task")).to_be_visible()
    expect(page.get_by_role("textbox", name="Message")).to_be_hidden()

    page.get_by_role("navigation", name="Panes").get_by_role("link", name="Chat").click()

    expect(page.get_by_role("textbox", name="Message")).to_be_visible()
    expect(page.get_by_role("textbox", name="Add a task")).to_be_hidden()
    assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""


@pytest.mark.parametrize("width", WIDTHS)
def test_the_first_page_fits(width: int, anna: BrowserContext) -> None:
    page = anna.new_page()
    page.set_viewport_size({"width": width, "height": 800})
    page.goto("/sign-in")
    expect(page.get_by_role("button", name="Try it now")).to_be_visible()

    assert scrolls_sideways(page) <= 0
