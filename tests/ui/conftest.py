"""Alice sits at a tab, and the clock stands still."""

from collections.abc import Iterator
from datetime import datetime

import pytest

from taskchat.domain.person import Person, Seat
from taskchat.ui.session import sitting
from tests.ui.states import stop_clocks


@pytest.fixture
def at_tab(alice: Person, now: datetime, monkeypatch: pytest.MonkeyPatch) -> Iterator[Person]:
    stop_clocks(monkeypatch, now)
    with sitting(Seat(alice, "session")):
        yield alice
