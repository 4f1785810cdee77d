"""The tools of the assistant: create and find; the list of all of them. Docstrings are prompts."""

from dataclasses import replace
from typing import Any

from agents import FunctionTool

from taskchat.assistant.asked import Asked, draft_of, said_in
from taskchat.assistant.context import Looked, Turn
from taskchat.assistant.recall import show, touch
from taskchat.assistant.told import Told, first_time, told, told_all
from taskchat.assistant.tool_door import Words, tool
from taskchat.assistant.tools_all import complete_all_tasks, delete_all_tasks
from taskchat.assistant.tools_change import (
    complete_task,
    delete_task,
    reopen_task,
    restore_task,
    skip_task,
    undo_last,
    update_task,
)
from taskchat.assistant.tools_helping import HELPING_TOOLS
from taskchat.assistant.tools_lists import LIST_TOOLS
from taskchat.assistant.tools_memory import MEMORY_TOOLS
from taskchat.assistant.wanted import Wanted, filter_of, sort_of
from taskchat.assistant.within_hours import all_day
from taskchat.domain.filters import DueWindow, TaskFilter
from taskchat.domain.task import Status
from taskchat.services import memory, tasks

PAGE = 50


@tool
def create_task(
    turn: Turn,
    title: str,
    *,
    description: str | None = None,
    due: str | None = None,
    priority: str | None = None,
    tags: Words = None,
    list: str | None = None,  # noqa: A002 - the wire calls it so
    reminder_minutes: int | None = None,
    recurrence: str | None = None,
) -> Told:
    """Create one task. Call it once for each task the person asked for.

    Args:
        title: What is to be done, in the person's own words and spelling, without the date.
        description: Notes in Markdown, only if the person gave some.
        due: When, as the person said it ("tomorrow at 5pm", "next friday") or ISO ("2026-03-02", "2026-03-02T17:00").
            A day alone is due all day. Leave out if no date was said.
        priority: high or low, only if said.
        tags: Names of tags without "#".
        list: Name of a list. Leave out for the inbox.
        reminder_minutes: Remind this many minutes before it is due; 0 = at that moment.
        recurrence: How it repeats, in words ("every monday", "every 3 days after completion") or as an RRULE.
    """
    asked = Asked(
        title=title, description=description, due=due, priority=priority, tags=tags, list=list,
        reminder_minutes=reminder_minutes, recurrence=recurrence,
    )  # fmt: skip
    draft = memory.suit(turn.person, draft_of(turn, asked), said=said_in(asked))
    task = tasks.create(turn.person, draft, by=turn.by("create_task"), now=turn.now)
    touch(turn, (task,))
    return {"did": "created", "tasks": [told(task, turn)]} | first_time(turn, task)


@tool
def list_tasks(
    turn: Turn,
    *,
    status: str | None = None,
    priorities: Words = None,
    tags: Words = None,
    due: str | None = None,
    search: str | None = None,
    sort: str | None = None,
    limit: int | None = None,
    list: str | None = None,  # noqa: A002 - the wire calls it so
    task: str | None = None,
    filter: str | None = None,  # noqa: A002 - the wire calls it so
) -> Told:
    """Find tasks and count them. The numbers `n` are positions the person may use afterwards ("the second").

    Args:
        status: open (default), done or all.
        priorities: Any of high, medium, low.
        tags: All of these tags must be there.
        due: today, tomorrow, week, overdue, none, a date, or a range "2026-03-01..2026-03-07"; words are fine too.
        search: Words that must occur in title, notes or tags.
        sort: due (default), priority, created, updated or title; "-" in front turns it round.
        limit: How many to return, 1 to 100; `total` counts everything that matches.
        list: Name of a list, or "inbox".
        task: An id: only this task, done or not.
        filter: What a person wrote in the filter language, word for word, e.g. 'priority:high due:<7d #work -#someday'.
    """
    wanted = filter_of(turn, Wanted(status, priorities, tags, due, search, list, task, filter))
    size = min(max(limit or PAGE, 1), 100)
    found = tasks.find(turn.person, wanted, sort=sort_of(sort, filter), limit=size, now=turn.now)
    show(turn, found.tasks)
    turn.looked = Looked(tuple(task.id for task in found.tasks), found.total)
    return {
        "total": found.total,
        "counts": _counts(turn, wanted) | all_day(turn, due),
        "tasks": told_all(found.tasks, turn),
    }


def _counts(turn: Turn, wanted: TaskFilter) -> dict[str, int]:
    """C-03: over everything that matches, not over the page."""
    counted: dict[str, dict[str, Any]] = {}
    if wanted.status is None:
        counted |= {"open": {"status": Status.OPEN}, "done": {"status": Status.DONE}}
    if wanted.due in {None, DueWindow.TODAY} and wanted.status is not Status.DONE:
        counted |= {
            "overdue": {"status": Status.OPEN, "due": DueWindow.OVERDUE},
            "due_today": {"status": Status.OPEN, "due": DueWindow.TODAY},
        }
    return {
        name: tasks.find(turn.person, replace(wanted, **narrower), limit=1, now=turn.now).total
        for name, narrower in counted.items()
    }


TOOLS: tuple[FunctionTool, ...] = (
    create_task,
    list_tasks,
    update_task,
    complete_task,
    delete_task,
    complete_all_tasks,
    delete_all_tasks,
    skip_task,
    reopen_task,
    restore_task,
    undo_last,
    *LIST_TOOLS,
    *HELPING_TOOLS,
    *MEMORY_TOOLS,
)
