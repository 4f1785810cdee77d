"""States without a browser: handlers are called as the page would call them, at a fixed moment."""

from datetime import datetime
from typing import TypeVar

import pytest
import reflex as rx
from reflex.istate.data import RouterData
from reflex.state import State

from taskchat.ui.chat import lines, mentioning
from taskchat.ui.doing import goals
from taskchat.ui.doing import state as doing
from taskchat.ui.pages import settings
from taskchat.ui.tasks import adding, editing, files, places, state

S = TypeVar("S", bound=rx.State)
CLOCKS = (adding, doing, editing, files, goals, lines, mentioning, places, settings, state)


def page(kind: type[S], query: str = "") -> S:
    """A fresh tree as a tab has it that opened `/?<query>`."""
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    wanted = root.get_substate(kind.get_full_name().split("."))
    wanted.router = RouterData.from_router_data(
        {"pathname": "/", "asPath": f"/?{query}", "headers": {"origin": "http://localhost"}}
    )
    return wanted  # pyright: ignore[reportReturnType]


def stop_clocks(monkeypatch: pytest.MonkeyPatch, now: datetime) -> None:
    """The page reads this moment wherever it reads the clock."""
    for module in CLOCKS:
        monkeypatch.setattr(module, "moment", lambda: now)
