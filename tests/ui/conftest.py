"""Alice sits at a tab, and the clock stands still."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from taskchat.domain.person import Person, Seat
from taskchat.ui.session import sitting
from tests.databases import Kept
from tests.ui.states import stop_clocks


@pytest.fixture
def emptied(sqlite: Kept) -> Kept:
    """What the page makes of what services give is the same on both; what two hands do at once is tried on both."""
    sqlite.empty()
    return sqlite


@pytest.fixture
def at_tab(alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    stop_clocks(monkeypatch, now)
    with sitting(Seat(alice, "session")):
        yield alice


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whole servers with their sockets wait for what others do: walked again like a journey before they fail."""
    for item in items:
        if "at" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))
