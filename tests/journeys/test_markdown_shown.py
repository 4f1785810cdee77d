"""Journeys through a long answer with code, a table and a list: it stands still while it grows, and can be copied."""

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.journeys.desk import log, message, scrolls_sideways, try_it
from tests.journeys.served import ROOT, Served, free_port
from tests.journeys.test_looks import violations

Visits = Callable[..., BrowserContext]
CODE = "def later(day):\n    return day + 1"
WIDE = "| " + " | ".join(f"a-wide-column-{n}" for n in range(9)) + " |"
SAID = f"""The first paragraph.

```python
{CODE}
```

- [ ] buy milk
- [x] buy bread

{WIDE}
|{"---|" * 9}
{WIDE}

שלום, this one begins on the right.

{"And this goes on and on. " * 40}"""


@pytest.fixture(scope="module")
def hosted(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A TaskChat answered by a mock provider that says what it is told to say, thirty words a second."""
    port = free_port()
    options = ["--port", str(port), "--first-ms", "10", "--rate", "30"]
    provider = subprocess.Popen([sys.executable, "-m", "tests.assistant.provider", *options], cwd=ROOT)
    url = f"http://127.0.0.1:{port}/v1"
    folder = tmp_path_factory.mktemp("hosted")
    server = Served(folder, TASKCHAT_MODEL="mock", TASKCHAT_MODEL_URL=url, TASKCHAT_MODEL_KEY="not-a-secret")
    yield server
    server.stop()
    provider.terminate()
    provider.wait(10)


@pytest.fixture
def anna(hosted: Served, visits: Visits) -> BrowserContext:
    context = visits(hosted.address)
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=hosted.address)
    return context


def hear(page: Page) -> None:
    """The answer begins."""
    page.set_viewport_size({"width": 375, "height": 600})
    page.goto("/?pane=chat")
    message(page).fill(f"Say:{SAID}")
    message(page).press("Enter")
    expect(log(page).locator(".prose").first).to_contain_text("The first paragraph.")


def sheets(page: Page) -> Locator:
    return page.locator("link[href='/code.css']")


def test_an_answer_stands_still_while_it_grows(anna: BrowserContext) -> None:
    page = try_it(anna)
    expect(sheets(page)).to_have_count(0)
    hear(page)
    expect(log(page).locator(".prose li.box")).to_have_count(2)
    first = log(page).locator(".prose > div").first
    first.evaluate("block => (block.querySelector('.md').firstChild.isTheSame = true)")

    expect(log(page).locator(".prose").last).to_contain_text("And this goes on")

    assert first.evaluate("block => block.querySelector('.md').firstChild.isTheSame") is True
    expect(sheets(page)).to_have_count(1)
    keyword = log(page).locator(".code .k").first
    plain = keyword.evaluate("word => getComputedStyle(word.closest('code')).color")
    expect(keyword).not_to_have_css("color", plain)


def test_who_reads_further_up_is_not_pulled_down_by_what_comes(anna: BrowserContext) -> None:
    page = try_it(anna)
    hear(page)
    expect(log(page).locator(".prose").last).to_contain_text("And this goes on")

    log(page).hover()
    page.mouse.wheel(0, -30)
    expect(page.get_by_role("button", name="Jump to latest")).to_be_visible()
    before = log(page).evaluate("log => [log.scrollTop, log.scrollHeight]")
    page.wait_for_function("before => document.querySelector('[role=log]').scrollHeight > before + 60", arg=before[1])

    assert log(page).evaluate("log => log.scrollTop") <= before[0]
    page.get_by_role("button", name="Jump to latest").click()
    expect(page.get_by_role("button", name="Jump to latest")).to_have_count(0)


def test_code_is_copied_alone_and_a_wide_table_scrolls_by_itself(anna: BrowserContext) -> None:
    page = try_it(anna)
    hear(page)
    answer = log(page).locator(".answer")
    expect(answer).to_have_count(1, timeout=30_000)

    answer.get_by_role("button", name="Copy code").click()
    expect(answer.get_by_role("button", name="Copied")).to_be_visible()
    code = page.evaluate("navigator.clipboard.readText()")
    answer.get_by_role("button", name="Copy message").press("Enter")
    expect(answer.locator(".foot").get_by_role("button", name="Copied")).to_be_visible()
    everything = page.evaluate("navigator.clipboard.readText()")

    assert code == CODE
    assert "☐ buy milk" in everything
    assert CODE in everything
    assert "```" not in everything
    assert "Python" not in everything
    table = answer.locator(".scroll")
    assert table.evaluate("box => box.scrollWidth > box.clientWidth")
    assert scrolls_sideways(page) <= 0
    hebrew = answer.locator(".md", has_text="שלום")
    assert hebrew.evaluate("block => getComputedStyle(block).direction") == "rtl"
    assert violations(page) == ""
