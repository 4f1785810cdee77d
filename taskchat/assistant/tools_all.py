"""Tools over everything that matches: complete all, delete all. Docstrings are prompts."""

from taskchat.assistant.context import Turn
from taskchat.assistant.recall import touch
from taskchat.assistant.tally import SHOWN, takes, takes_away, wait
from taskchat.assistant.told import Told, told_all, told_done
from taskchat.assistant.tool_door import Words, tool
from taskchat.assistant.wanted import Wanted, filter_of
from taskchat.domain.filters import TaskFilter
from taskchat.domain.task import Task
from taskchat.errors import Invalid
from taskchat.services import tasks

AT_MOST = 5_000
"""One question covers no more than this."""


@tool
def complete_all_tasks(
    turn: Turn,
    *,
    priorities: Words = None,
    tags: Words = None,
    due: str | None = None,
    search: str | None = None,
    list: str | None = None,  # noqa: A002 - the wire calls it so
) -> Told:
    """Mark every open task that matches as done. Without filters: all of them.

    Args:
        priorities: Any of high, medium, low.
        tags: All of these tags must be there.
        due: today, week, overdue, none, a date or a range.
        search: Words that must occur.
        list: Name of a list, or "inbox".
    """
    chosen = everything(turn, filter_of(turn, Wanted("open", priorities, tags, due, search, list)))
    ids = tuple(task.id for task in chosen)
    along = tasks.finished_with(turn.person, ids, now=turn.now)
    if not takes(turn, "completions", len(along)):
        return wait(turn, "complete_all_tasks", along)
    changed = tasks.complete_many(turn.person, ids, by=turn.by("complete_all_tasks"), now=turn.now) if ids else ()
    touch(turn, changed)
    return {"did": "completed", "total": len(changed), "tasks": told_done(changed[:SHOWN], turn)}


@tool
def delete_all_tasks(
    turn: Turn,
    *,
    status: str | None = None,
    priorities: Words = None,
    tags: Words = None,
    due: str | None = None,
    search: str | None = None,
    list: str | None = None,  # noqa: A002 - the wire calls it so
) -> Told:
    """Move every task that matches to the trash. Without filters: all open ones. The person is asked first.

    Args:
        status: open (default), done or all.
        priorities: Any of high, medium, low.
        tags: All of these tags must be there.
        due: today, week, overdue, none, a date or a range.
        search: Words that must occur.
        list: Name of a list, or "inbox".
    """
    chosen = everything(turn, filter_of(turn, Wanted(status, priorities, tags, due, search, list)))
    if not takes_away(turn, chosen):
        return wait(turn, "delete_all_tasks", chosen)
    ids = tuple(task.id for task in chosen)
    gone = tasks.delete_many(turn.person, ids, by=turn.by("delete_all_tasks"), now=turn.now) if ids else ()
    touch(turn, gone)
    return {"did": "deleted", "total": len(gone), "tasks": told_all(gone[:SHOWN], turn)}


def everything(turn: Turn, wanted: TaskFilter) -> tuple[Task, ...]:
    found = tasks.find_all(turn.person, wanted, now=turn.now)
    if len(found) > AT_MOST:
        raise Invalid(f"That is more than {AT_MOST:,} tasks. Narrow it down.")
    return found
