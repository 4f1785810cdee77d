"""The vendor's own chat on our endpoint; a stand-in takes the place of its script, which comes from its servers."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.journeys.desk import at_the_desk, log, try_it
from tests.journeys.served import Served
from tests.journeys.test_looks import violations_in_both_themes

Visits = Callable[..., BrowserContext]
SCRIPT = "https://cdn.platform.openai.com/deployments/chatkit/chatkit.js"
STAND_IN = (Path(__file__).parent / "vendors.js").read_text("utf-8")
SAID = "create a task to call mom tomorrow at 5pm"
OPTIONS = "document.querySelector('openai-chatkit').options"


@pytest.fixture(scope="module")
def vendors(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    server = Served(tmp_path_factory.mktemp("vendors"), TASKCHAT_VENDOR_CHAT="on", TASKCHAT_VENDOR_KEY="domain_pk_1")
    yield server
    server.stop()


@pytest.fixture
def anna(visits: Visits, vendors: Served) -> BrowserContext:
    """At a server that has the page switched on."""
    context = visits(vendors.address, known=urlsplit(SCRIPT).netloc)
    context.route(SCRIPT, lambda route: route.fulfill(body=STAND_IN, content_type="text/javascript"))
    return context


@pytest.fixture
def cut_off(visits: Visits, vendors: Served) -> BrowserContext:
    context = visits(vendors.address, known=urlsplit(SCRIPT).netloc)
    context.route(SCRIPT, lambda route: route.abort())
    return context


def at_the_vendors(page: Page, address: str = "/chatkit") -> dict[str, Any]:
    """The page with its element; what it was given, but for functions."""
    page.goto(address)
    expect(page.get_by_role("textbox")).to_be_visible()
    return page.evaluate(f"JSON.parse(JSON.stringify({OPTIONS}))")


def test_it_speaks_to_this_server_and_shows_the_same_conversation(anna: BrowserContext) -> None:
    page = try_it(anna)
    given = at_the_vendors(page)
    expect(page).to_have_title("OpenAI ChatKit · TaskChat")
    assert page.locator("html").get_attribute("lang") == "en"
    assert given["api"] == {"url": page.url.replace("/chatkit", "/api/chatkit"), "domainKey": "domain_pk_1"}
    assert given["history"] == {"enabled": True, "showRename": True, "showDelete": True}
    assert given["threadItemActions"] == {"feedback": True, "retry": True}
    assert "attachments" not in given["composer"]
    assert "initialThread" not in given or given["initialThread"] is None
    assert violations_in_both_themes(page) == ""

    page.get_by_role("textbox").fill(SAID)
    page.get_by_role("button", name="Send").click()

    expect(page).to_have_url(re.compile(r"\?c=thr_"))
    assert anna.request.get("/api/tasks", params={"q": "call mom"}).json()["total"] == 1
    thread = parse_qs(urlsplit(page.url).query)["c"][0]
    assert at_the_vendors(page, page.url)["initialThread"] == thread

    page.get_by_role("link", name="Open in TaskChat").click()

    at_the_desk(page)
    expect(log(page).get_by_text("Created: call mom")).to_be_visible()


def test_it_names_tasks_and_wears_the_colours_of_the_page(anna: BrowserContext) -> None:
    page = try_it(anna)
    anna.request.post("/api/tasks", data={"title": "Buy milk"})
    by_day = at_the_vendors(page)["theme"]
    found = page.evaluate(f"{OPTIONS}.entities.onTagSearch('milk')")
    page.emulate_media(color_scheme="dark")
    page.wait_for_function(f"() => {OPTIONS}.theme.colorScheme === 'dark'")
    by_night = page.evaluate(f"{OPTIONS}.theme")

    assert [(one["title"], one["data"]) for one in found] == [("Buy milk", {"kind": "task"})]
    assert (by_day["colorScheme"], by_day["color"]["accent"]["primary"]) == ("light", "#0e5a6b")
    assert by_night["color"]["accent"]["primary"] == "#7cc4d1"


def test_whoever_is_signed_out_meanwhile_signs_in_and_comes_back(anna: BrowserContext) -> None:
    page = try_it(anna)
    at_the_vendors(page)
    anna.clear_cookies()

    page.get_by_role("textbox").fill(SAID)
    page.get_by_role("button", name="Send").click()

    expect(page).to_have_url(re.compile("/sign-in"))
    page.get_by_role("button", name="Try it now").click()
    expect(page).to_have_url(re.compile("/chatkit"))


def test_where_it_does_not_come_the_own_chat_is_one_click_away(cut_off: BrowserContext) -> None:
    page = try_it(cut_off)
    page.goto("/chatkit")

    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
    assert violations_in_both_themes(page) == ""
    page.get_by_role("link", name="Open TaskChat's own chat").click()

    at_the_desk(page)


def test_the_dashboard_never_loads_a_line_of_it(anna: BrowserContext) -> None:
    page = try_it(anna)
    scripts = page.evaluate(
        "performance.getEntriesByType('resource').map(one => one.name).filter(name => name.endsWith('.js'))"
    )

    loaded = [anna.request.get(script).text() for script in scripts]

    assert scripts and not any("openai-chatkit" in text for text in loaded)
