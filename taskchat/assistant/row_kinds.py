"""The short forms in which the tables of a language write their rows: the tool a sentence calls, and what with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.rows import Row
from taskchat.assistant.scene import Scene
from taskchat.domain.preferences import Kind


def note(said: str, **more: Any) -> Row:
    return Row(said, "note", line="{line}", **more)


def change(said: str, task: str = "", **arguments: Any) -> Row:
    """What is changed is named in the slot `thing`, which keeps its date, or in `task`."""
    return Row(said, "update_task", task=task or ("{thing}" if "{thing}" in said else "{task}"), **arguments)


def reopen(said: str, task: str = "{task}") -> Row:
    return Row(said, "reopen_task", task=task)


def restore(said: str) -> Row:
    return Row(said, "restore_task", task="{trashed}")


def undo(said: str) -> Row:
    return Row(said, "undo_last")


def complete(said: str, task: str = "{task}", **more: Any) -> Row:
    return Row(said, "complete_task", task=task, **more)


def delete(said: str, task: str = "{task}", **more: Any) -> Row:
    return Row(said, "delete_task", task=task, **more)


def told(said: str, **more: Any) -> Row:
    """What is to be told later, not now."""
    return Row(said, "note", line="{told}", reminder=0, **more)


def ahead(said: str, slot: str = "{noun}", **more: Any) -> Row:
    return Row(said, "note", line=slot, dated=True, **more)


def find(said: str, **arguments: Any) -> Row:
    return Row(said, "list_tasks", **arguments)


def count(said: str, **arguments: Any) -> Row:
    return Row(said, "count_tasks", **(arguments or {"filters": "{set}"}))


def find_set(said: str, asks: str = "") -> Row:
    """All arguments come from the filters that the slot names; `asks` says how it is answered."""
    return Row(said, "list_tasks", filters="{set}", kind="{event}", asks=asks)


def when(said: str, **more: Any) -> Row:
    return Row(said, "when_is", search="{search}", **more)


def follows(said: str) -> Row:
    """What comes after a task."""
    return Row(said, "list_tasks", search="{named}", asks="behind")


def stands(said: str, asks: str) -> Row:
    return Row(said, "is_done", search="{search}", status="all", asks=asks)


def soonest(said: str, limit: int = 3, **more: Any) -> Row:
    return Row(said, "list_tasks", limit=limit, **more)


def again(said: str) -> Row:
    return Row(said, "again", task="{subject}")


def retitle(said: str) -> Row:
    return Row(said, "retitle", new="{title}", old="{text}")


def new_list(said: str) -> Row:
    return Row(said, "create_list", name="{name}")


def detail(said: str, **more: Any) -> Row:
    return Row(said, "detail", **{"line": "{line}"} | more)


def say(said: str, words: str | Callable[[Scene], str]) -> Row:
    return Row(said, "say", words=words)


def plan(said: str, **arguments: str) -> Row:
    return Row(said, "plan_day", **arguments)


def split(said: str, **arguments: str) -> Row:
    return Row(said, "break_down", task="{task}", **arguments)


def sum_up(said: str, **arguments: str | bool) -> Row:
    return Row(said, "sum_up", **arguments)


def tidy(said: str, what: str) -> Row:
    return Row(said, "tidy_up", what=what)


def suggest(said: str, what: str) -> Row:
    return Row(said, "suggest", what=what)


def said(words: str) -> Row:
    return Row(words, "said")


def hour(said: str, part: str = "{part}") -> Row:
    return Row(said, Kind.HOUR, about=part, value="{clock}")


def remind(said: str) -> Row:
    return Row(said, Kind.REMINDER, value="{minutes}")


def rule(said: str, kind: Kind, value: str) -> Row:
    return Row(said, kind, about="{about}", value=value)


def opinion(said: str) -> Row:
    """What is kept in its own words, for a model."""
    return Row(said, Kind.NOTE)


@dataclass(frozen=True, slots=True)
class FilterRow:
    """Ways to say a filter (expressions of `lexicon`), and the argument of list_tasks they stand for."""

    argument: str
    ways: tuple[str, ...]
    value: Any = None
    """None: what its slot of that name holds."""
    behind: str = ""
    never_behind: tuple[str, ...] = ()
    before: str = ""


def narrows(
    argument: str,
    *ways: str,
    value: Any = None,
    behind: str = "",
    never_behind: tuple[str, ...] = (),
    before: str = "",
) -> FilterRow:
    return FilterRow(argument, ways, value, behind, never_behind, before)
