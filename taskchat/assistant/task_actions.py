"""The buttons of tasks in a conversation: complete, open again, take back. A payload is the client's word (U-01)."""

from collections.abc import Callable
from typing import Any

from taskchat.assistant.context import Turn
from taskchat.domain.task import By, Clash
from taskchat.errors import Conflict, Invalid
from taskchat.services import activity, tasks
from taskchat.storage.ids import new_id

UNREADABLE = "This button does not say what it is about. Nothing was changed."
LONGEST = 100
"""Characters of an id."""


def act(turn: Turn, kind: str, payload: Any) -> None:
    """Do what the button says; whose task it is the service looks up. Raises Invalid, NotFound, Conflict."""
    ACTIONS[kind](turn, payload if isinstance(payload, dict) else {})


def _complete(turn: Turn, payload: dict[str, Any]) -> None:
    tasks.complete(turn.person, _id(payload, "id"), by=_click(turn, "complete_task"), now=turn.now)


def _reopen(turn: Turn, payload: dict[str, Any]) -> None:
    tasks.reopen(turn.person, _id(payload, "id"), by=_click(turn, "reopen_task"), now=turn.now)


def _undo(turn: Turn, payload: dict[str, Any]) -> None:
    undone = activity.undo(turn.person, _id(payload, "group"), now=turn.now)
    if undone.clashes and not undone.tasks:
        raise Conflict(_since(undone.clashes[0]), "changed_since")


def _since(clash: Clash) -> str:
    """T-13: both values; who wants the old one back says so."""
    was = f"{clash.field} is {clash.value_now}, was {clash.value_then}"
    return f"“{clash.title}” changed since: {was}. Nothing was taken back."


def _click(turn: Turn, tool: str) -> By:
    """A click is a change of its own, not part of the message above it: undo takes back just the click."""
    return By(new_id(), "assistant", turn.thread_id or None, None, tool)


def _id(payload: dict[str, Any], name: str) -> str:
    said = payload.get(name)
    if not isinstance(said, str) or not 0 < len(said) <= LONGEST:
        raise Invalid(UNREADABLE, "payload")
    return said


ACTIONS: dict[str, Callable[[Turn, dict[str, Any]], None]] = {
    "task.complete": _complete,
    "task.reopen": _reopen,
    "task.undo": _undo,
}
"""Action type of a button → what it does."""
