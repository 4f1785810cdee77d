"""From tasks to a template and back: dates become days after the day it is used (a packing list, a weekly review)."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, time, timedelta

from taskchat.domain.days import day_of
from taskchat.domain.lists import TemplateTask
from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Task
from taskchat.domain.text import folded

MOST = 500
"""Tasks of one template."""
AN_END = re.compile(r";?(UNTIL|COUNT)=[^;]*")


def outline(tasks: Sequence[Task], *, today: date, ways: Ways) -> tuple[TemplateTask, ...]:
    """Parents before what is part of them, in manual order; the first date of all is the day it is used, unless that
    lies ahead of `today`: then the days till then are kept."""
    begin = min((today, *_days(tasks, ways)))
    known = {task.id for task in tasks}
    order = sorted(tasks, key=lambda task: (task.position, task.id))

    def below(parent: str | None, level: int) -> Iterable[TemplateTask]:
        for task in order:
            if (task.parent_id if task.parent_id in known else None) == parent:
                yield _kept(task, level, begin, ways)
                yield from below(task.id, level + 1)

    return tuple(below(None, 0))


def _days(tasks: Iterable[Task], ways: Ways) -> list[date]:
    return [day for task in tasks for day in (task.start, task.due and day_of(task.due, ways.zone)) if day]


def _kept(task: Task, level: int, begin: date, ways: Ways) -> TemplateTask:
    local = task.due.local if task.due else None
    return TemplateTask(
        title=task.title,
        level=level,
        description=task.description,
        priority=task.priority,
        tags=task.tags,
        section=task.section,
        start_in=(task.start - begin).days if task.start else None,
        due_in=(day_of(task.due, ways.zone) - begin).days if task.due else None,
        clock=f"{local:%H:%M}" if local else None,
        estimate_minutes=task.estimate_minutes,
        reminder_minutes=task.reminder_minutes,
        # An end that was meant for then would be past or too soon.
        rrule=AN_END.sub("", task.rrule) if task.rrule else None,
        after_completion=task.after_completion,
    )


def draft_of(kept: TemplateTask, *, list_name: str | None, today: date, zone: str) -> Draft:
    """The task it makes on `today`; its parent is for the caller to set."""
    on = None if kept.due_in is None else today + timedelta(days=kept.due_in)
    due = on and (Due.moment(on, time.fromisoformat(kept.clock), zone) if kept.clock else Due(on=on, zone=zone))
    return Draft(
        title=kept.title,
        description=kept.description,
        priority=kept.priority,
        tags=kept.tags,
        start=None if kept.start_in is None else today + timedelta(days=kept.start_in),
        due=due,
        estimate_minutes=kept.estimate_minutes,
        reminder_minutes=kept.reminder_minutes,
        rrule=kept.rrule,
        after_completion=kept.after_completion,
        list=list_name,
        section=kept.section if list_name else None,
    )


def free_name(name: str, taken: Iterable[str]) -> str:
    """The name, with a number behind it where another one has it: "Packing", "Packing 2"."""
    known = {folded(one) for one in taken}
    numbered = (f"{name} {n}" if n > 1 else name for n in range(1, len(known) + 2))
    return next(one for one in numbered if folded(one) not in known)
