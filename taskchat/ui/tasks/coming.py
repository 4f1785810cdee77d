"""When a repeating task comes back, in words: under the field of its rule, and in the toast when it is done."""

from dataclasses import replace
from datetime import datetime
from itertools import islice

from taskchat.domain.person import Person, Ways
from taskchat.domain.recurrence import first_due
from taskchat.domain.rules import begun
from taskchat.domain.series import coming
from taskchat.domain.task import By, Task
from taskchat.domain.text import cut
from taskchat.domain.words import short_due
from taskchat.errors import Invalid
from taskchat.services import repeating, tasks
from taskchat.ui.tasks.form import repeat_of

SHOWN = 3
"""Dates ahead that the editor names."""
TITLE = 24
"""Characters of a title beside which a date has room on a phone."""


def tick(person: Person, task_id: str, is_done: bool, *, by: By, now: datetime) -> str:
    """Blocking: completes or reopens it. What the toast says of it, with the day on which it comes back."""
    change = tasks.complete if is_done else tasks.reopen
    task = change(person, task_id, by=by, now=now)
    if not is_done or task.next_id is None:
        return f"{'Completed' if is_done else 'Open again'}: {task.title}"
    return _comes_back("Completed", tasks.get(person, task.next_id), now, person.ways)


def skip(person: Person, task_id: str, *, by: By, now: datetime) -> str:
    """Blocking: leaves out this time. What the toast says of it."""
    return _comes_back("Skipped", repeating.skip(person, task_id, by=by, now=now), now, person.ways)


def _comes_back(did: str, following: Task, now: datetime, ways: Ways) -> str:
    title = cut(following.title, TITLE)
    end = "" if title.endswith(("…", ".", "?", "!")) else "."
    return f"{did}: {title}{end} Next: {short_due(following.due, now=now, ways=ways)}"


def say_coming(task: Task, repeat: str, *, now: datetime, ways: Ways) -> str:
    """The next dates if it repeated as said; "" while that says nothing, or nothing that can be understood."""
    try:
        read = repeat_of(repeat, now, ways)
        if read is None:
            return ""
        due = task.due or first_due(read, now=now, ways=ways)
        rule = begun(read.rule, due, after_completion=read.after_completion)
    except Invalid as problem:
        return problem.message
    changed = replace(task, due=due, rrule=rule, after_completion=read.after_completion)
    found = list(islice(coming(changed, now=now, zone=ways.zone), SHOWN))
    if not found:
        return "This is the last time."
    days = [short_due(replace(comes.due, at=None), now=now, ways=ways) for comes in found]
    if read.after_completion:
        return f"If you complete it today, it comes back: {days[0]}."
    end = "" if len(found) == SHOWN else ", the last time"
    return f"Comes back: {', '.join(days)}{end}."
