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
from taskchat.ui.pages import insights, memory, settings
from taskchat.ui.reminders import devices
from taskchat.ui.reminders import state as reminders
from taskchat.ui.tasks import (
    activity_state,
    adding,
    board_state,
    calendar_state,
    editing,
    files,
    ordering,
    parts,
    places,
    saved,
    state,
    structuring,
    trash_state,
)

S = TypeVar("S", bound=rx.State)
CLOCKS = (
    *(
        activity_state,
        adding,
        board_state,
        calendar_state,
        devices,
        editing,
        files,
        insights,
        lines,
        memory,
        mentioning,
    ),
    *(doing, goals, ordering, parts, places, reminders, saved, settings, state, structuring, trash_state),
)


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
