"""The pictures in docs/: each view with a week of somebody's tasks in it; `--record` takes them anew."""

import struct
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.conftest import ROOT, ZONE
from tests.journeys.desk import PHONE, at_the_desk, say, scrolls_sideways, try_it

PAGE = ROOT / "docs" / "views.md"
PICTURES = ROOT / "docs" / "views"
DESK = {"width": 1440, "height": 900}
WEEK = (
    "Call the plumber about the sink today 17:00 #home !high",
    "Send the quarterly report today 15:00 #work !high for 1h",
    "Book train tickets tomorrow #travel",
    "Dentist tomorrow 9:30 #health remind 1h before",
    "Water the plants every 3 days #home",
    "Pay the rent every month on the 1st #home !high",
    "Prepare slides for Monday in 3 days 10:00 #work",
    "Buy a present for Lena in 4 days #family",
    "Renew the library card in 6 days #reading !low",
    "Read “The Overstory” #reading !low",
    "Team lunch in 5 days 12:30 #work",
    "Clean the bicycle in 2 days #home !low",
)
VIEWS = {
    "list": ("/", "Send the quarterly report"),
    "upcoming": ("/?view=upcoming", "Team lunch"),
    "board": ("/?view=board&by=priority", "Book train tickets"),
    "calendar": ("/?view=calendar&span=week", "Send the quarterly report"),
    "activity": ("/?view=activity", "Clean the bicycle"),
    "insights": ("/insights", "Done"),
    "settings": ("/settings", "Dates and times"),
}
"""Name of the picture → where it is taken, and what must be seen there."""


def furnished(context: BrowserContext) -> Page:
    page = try_it(context)
    page.get_by_role("button", name="Clear samples").click()
    done = context.request.post("/api/tasks", data={"title": "Water the neighbour's cat", "due": f"{yesterday():%F}"})
    context.request.post(f"/api/tasks/{done.json()['id']}/complete")
    box = page.get_by_role("textbox", name="Add a task")
    for line in WEEK:
        box.fill(line)
        box.press("Enter")
        expect(box).to_have_value("")
    say(page, "what's due today?")
    page.get_by_role("button", name="Close", exact=True).click()
    return page


def yesterday() -> datetime:
    return datetime.now(ZoneInfo(ZONE)) - timedelta(days=1)


def taken(page: Page, name: str, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--record", default=False):
        page.screenshot(path=PICTURES / f"{name}.png")


def test_each_view_shows_a_week_of_tasks(anna: BrowserContext, request: pytest.FixtureRequest) -> None:
    page = furnished(anna)
    here = page.url
    page.set_viewport_size({"width": DESK["width"], "height": DESK["height"]})

    for name, (address, seen) in VIEWS.items():
        page.goto(f"{address}{'&' if '?' in address else '?'}{urlsplit(here).query}")
        expect(page.get_by_text(seen).first).to_be_visible()
        page.wait_for_load_state("networkidle")

        assert scrolls_sideways(page) == 0, name
        taken(page, name, request)
    page.goto(here)
    at_the_desk(page)
    page.set_viewport_size(PHONE["viewport"])
    assert scrolls_sideways(page) == 0
    taken(page, "phone", request)


@pytest.mark.parametrize("name", [*VIEWS, "phone"])
def test_every_picture_is_there_in_its_size_and_stands_in_its_page(name: str) -> None:
    picture = PICTURES / f"{name}.png"

    assert f"(views/{name}.png)" in PAGE.read_text("utf-8")
    assert size_of(picture) == (tuple(PHONE["viewport"].values()) if name == "phone" else tuple(DESK.values()))


def size_of(picture: Path) -> tuple[int, int]:
    """Pixels of a PNG, from its header."""
    return struct.unpack(">II", picture.read_bytes()[16:24])
