"""A real browser on a real TaskChat: the page is built once for all journeys."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.journeys.chromium import chromium_path
from tests.journeys.served import ROOT, Served, free_port
from tests.journeys.watched import Watched

HERE = Path(__file__).parent
ZONE = "Pacific/Auckland"
"""Far from where servers stand, so that a wrong zone shows."""
Opens = Callable[..., Page]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--record", action="store_true", help="write docs/screenshot.png anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Journeys come last: whatever is broken in a room is told by its own, smaller test first."""
    journeys = [item for item in items if HERE in item.path.parents]
    for item in journeys:
        item.add_marker(pytest.mark.journey)
        item.add_marker(pytest.mark.timeout(READY_AND_STORY))
        item.add_marker(TWICE)
    items[:] = [item for item in items if item not in journeys] + journeys


TWICE = pytest.mark.flaky(reruns=1)
"""A browser on a machine with too much to do may take longer than anybody would wait: what fails twice fails."""
READY_AND_STORY = 420
"""Seconds: the first journey may have to build the page."""


@pytest.fixture(scope="session")
def chromium() -> str:
    path = chromium_path()
    if path is None:
        missing = "no Chromium found: install one, or name it with CHROMIUM=/path/to/chromium"
        pytest.fail(missing) if os.environ.get("CI") == "true" else pytest.skip(missing)
    return path


@pytest.fixture(scope="session")
def served(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The TaskChat that all journeys share; each has its own person."""
    server = Served(tmp_path_factory.mktemp("served"))
    yield server
    server.stop()


@pytest.fixture
def own(chromium: str, tmp_path: Path) -> Iterator[Served]:
    """A TaskChat of its own, for journeys that stop it."""
    server = Served(tmp_path)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def hosted(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A TaskChat answered by a mock provider that writes ten words a second: an answer outlasts every journey."""
    port = free_port()
    options = ["--port", str(port), "--first-ms", "100", "--rate", "10"]
    provider = subprocess.Popen([sys.executable, "-m", "tests.assistant.provider", *options], cwd=ROOT)
    model = {"TASKCHAT_MODEL": "mock", "TASKCHAT_MODEL_URL": f"http://127.0.0.1:{port}/v1"}
    server = Served(tmp_path_factory.mktemp("hosted"), TASKCHAT_MODEL_KEY="not-a-secret", **model)
    yield server
    server.stop()
    provider.terminate()
    provider.wait(10)


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield started
        started.close()


@pytest.fixture
def visits(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes a browser of one person (cookies of its own); what it must never do is checked at the end."""
    watched = Watched()
    contexts: list[BrowserContext] = []

    def visit(address: str, *, known: str = "", **options: object) -> BrowserContext:
        defaults = {"timezone_id": ZONE, "locale": "en-GB", "viewport": {"width": 1280, "height": 800}}
        # It answers for a server that is gone, which most journeys want to see for themselves.
        defaults["service_workers"] = "block"
        context = browser.new_context(base_url=address, **(defaults | options))  # pyright: ignore[reportArgumentType]
        context.set_default_timeout(10_000)
        watched.follow(context, address, known)
        contexts.append(context)
        return context

    yield visit
    for context in contexts:
        context.close()
    assert not watched.offences, "\n".join(watched.offences)


@pytest.fixture
def anna(visits: Callable[..., BrowserContext], served: Served) -> BrowserContext:
    """One person's browser at the shared TaskChat."""
    return visits(served.address)
