"""A person says how they mean it, agrees, finds it in settings, and has it forgotten again."""

import re

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import at_the_desk, log, say, scrolls_sideways, task, try_it
from tests.journeys.test_looks import violations_in_both_themes

MORNINGS = "Mornings mean 08:00"


def remembered(page: Page) -> Locator:
    return page.get_by_role("region", name="What I remember", exact=True)


def test_mornings_mean_eight_until_they_do_not(anna: BrowserContext) -> None:
    page = try_it(anna)
    say(page, "mornings mean 8")
    expect(log(page).locator(".w-card")).to_contain_text(f"{MORNINGS}.")
    assert violations_in_both_themes(page) == ""

    page.reload()
    at_the_desk(page)
    page.get_by_role("button", name=re.compile("^Confirm: remember it")).click()
    expect(log(page)).to_contain_text(f"Remembered: {MORNINGS}.")
    say(page, "call mom tomorrow morning")
    expect(task(page, "call mom")).to_contain_text("08:00")

    settings = anna.new_page()
    settings.goto("/settings#memory")
    part = remembered(settings)
    expect(part.get_by_role("listitem")).to_contain_text(MORNINGS)
    say(page, "call me Sam")
    say(page, "yes")
    expect(part.get_by_role("listitem")).to_have_count(2)

    part.get_by_role("button", name=f"Forget {MORNINGS}").focus()
    settings.keyboard.press("Enter")
    expect(part.get_by_role("listitem")).to_have_count(1)
    expect(part.get_by_role("status")).to_have_text(f"Forgotten: {MORNINGS}.")
    expect(part.get_by_role("button", name="Forget You are called Sam")).to_be_focused()

    say(page, "call dad tomorrow morning")
    expect(task(page, "call dad")).to_contain_text("09:00")


def test_it_is_written_by_hand_and_taken_back_by_keyboard(anna: BrowserContext) -> None:
    page = try_it(anna)
    page.goto("/settings")
    part, field = remembered(page), page.get_by_role("textbox", name="Something to remember")
    expect(part).to_contain_text("Nothing yet.")
    field.fill("mornings mean 11pm")
    field.press("Enter")
    expect(part.get_by_role("alert")).to_have_text("Mornings mean a time between 03:00 and 12:59.")
    expect(field).to_have_value("mornings mean 11pm")
    assert violations_in_both_themes(page) == ""

    field.fill(
        "anything about the kids goes to Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle"
    )
    field.press("Enter")
    expect(part.get_by_role("listitem")).to_have_count(1)
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    for width in (375, 768, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert scrolls_sideways(page) <= 0
    assert violations_in_both_themes(page) == ""

    part.get_by_role("button", name="Forget").press("Enter")
    expect(part).to_contain_text("Nothing yet.")
    expect(field).to_be_focused()
    part.get_by_role("button", name="Undo").press("Enter")
    expect(part.get_by_role("listitem")).to_have_count(1)
    expect(part.get_by_role("button", name="Forget")).to_be_focused()
