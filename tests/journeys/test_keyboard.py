"""The main job without a mouse: come in, say it, see it, take it back, and tick it in the list."""

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import at_the_desk, checkbox, log, message

MOST = 60
"""Stops of the Tab key from anywhere to anywhere on the desk."""
SAID = "create a task to call mom tomorrow at 5pm"
IS_SEEN = """
() => {
  const ring = element => element && (getComputedStyle(element).outlineStyle !== 'none' || ring(element.parentElement));
  return document.activeElement.matches('body, [role=separator]') || ring(document.activeElement);
}
"""
"""The focus shows, on the element or around it; the splitter is a bar of its own colour."""


def to(page: Page, place: Locator, key: str = "Tab") -> None:
    """As somebody who sees where they are goes there."""
    for _ in range(MOST):
        if place.count() and place.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press(key)
        assert page.evaluate(IS_SEEN), page.evaluate("document.activeElement.outerHTML.slice(0, 200)")
    raise AssertionError(f"{place} is not reached by {key}")


def test_the_main_job_needs_no_mouse(anna: BrowserContext) -> None:
    page = anna.new_page()
    page.goto("/")
    to(page, page.get_by_role("button", name="Try it now"))
    page.keyboard.press("Enter")
    at_the_desk(page)

    to(page, message(page))
    page.keyboard.type(SAID)
    page.keyboard.press("Enter")
    expect(log(page).get_by_text("Created: call mom")).to_be_visible()
    expect(checkbox(page, "call mom")).to_be_visible()
    expect(message(page)).to_be_focused()

    to(page, log(page).get_by_role("button", name="Undo", exact=True), "Shift+Tab")
    page.keyboard.press("Enter")
    expect(log(page).get_by_text("Taken back")).to_be_visible()
    expect(checkbox(page, "call mom")).to_have_count(0)

    to(page, message(page))
    page.keyboard.type(SAID)
    page.keyboard.press("Enter")
    expect(checkbox(page, "call mom")).to_be_visible()

    to(page, checkbox(page, "call mom"), "Shift+Tab")
    page.keyboard.press("Space")

    expect(checkbox(page, "call mom")).to_be_checked()
    assert anna.request.get("/api/tasks", params={"q": "call mom", "status": "done"}).json()["total"] == 1
