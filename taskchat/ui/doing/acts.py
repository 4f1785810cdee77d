"""What the bar and the keys mean for the tasks they are for, and the sentence that tells what came of it."""

from dataclasses import replace
from datetime import datetime

from taskchat.domain.bounds import read_priority
from taskchat.domain.dates import read_when
from taskchat.domain.person import Person, Ways
from taskchat.domain.several import Changes, Several
from taskchat.domain.task import Edit
from taskchat.domain.words import count, full_date
from taskchat.errors import Invalid
from taskchat.services import tasks
from taskchat.services.several import VERBS, Act
from taskchat.ui.tasks.asked import Asked

SAID = {
    "complete": ("Completed: {}", "Completed {}"),
    "reopen": ("Open again: {}", "Opened {} again"),
    "delete": ("Moved to trash: {}", "Moved {} to trash"),
    "restore": ("Back on its list: {}", "Put {} back"),
}
"""Of one task by its title, of several by their number."""
ALREADY = "Nothing to change: it was so already."


def act_for(what: str, value: str, *, now: datetime, ways: Ways) -> Act:
    """Raises Invalid for what nobody can mean."""
    if what in VERBS:
        return Act(what)
    changes = {
        "due": lambda: _due(value, now, ways),
        "priority": lambda: Changes(edit=Edit(priority=read_priority(value))),
        "list": lambda: Changes(edit=Edit(list=value or None)),
        "tag": lambda: Changes(add_tags=(value,)),
        "untag": lambda: Changes(remove_tags=(value,)),
    }
    if what not in changes:
        raise Invalid("There is no such thing to do.")
    return Act("edit", changes[what]())


def _due(value: str, now: datetime, ways: Ways) -> Changes:
    """Another day keeps each task's time; a time that is said is for all of them."""
    if not value:
        return Changes(day=None)
    when = read_when(value, now=now, ways=ways)
    if when.at is None and when.clock is None:
        return Changes(day=when.on)
    return Changes(edit=Edit(due=when.due(ways.zone)))


def chosen(person: Person, ids: tuple[str, ...], whole: Asked | None, now: datetime) -> tuple[str, ...]:
    """Blocking: the tasks it is for."""
    if whole is None:
        return ids
    return tuple(task.id for task in tasks.find_all(person, whole.filter(now, person.ways), now=now))


def said(what: str, value: str, done: Several, *, now: datetime, ways: Ways) -> str:
    parts = [_did(what, value, done, now, ways)] if done.tasks else []
    if done.refused:
        left = count(len(done.refused), "task")
        parts.append(f"{left} could not be changed. {done.refused[0].error.message}")
    return " ".join(parts) or ALREADY


def _did(what: str, value: str, done: Several, now: datetime, ways: Ways) -> str:
    one = done.tasks[0] if len(done.tasks) == 1 else None
    number = count(len(done.tasks), "task")
    single, many = SAID.get(what) or (f"{tail}: {{}}" for tail in (_change(what, value, done, now, ways),) * 2)
    return single.format(one.title) if one else f"{many.format(number)}."


def _change(what: str, value: str, done: Several, now: datetime, ways: Ways) -> str:
    due = done.tasks[0].due
    if due and any(task.due != due for task in done.tasks):
        due = replace(due, at=None)  # each keeps its own time
    return {
        "due": f"Due {full_date(due, now=now, ways=ways)}" if due and what == "due" else "No date any more",
        "priority": f"{value.capitalize()} priority",
        "list": f"Moved to {done.tasks[0].list or 'Inbox'}",
        "tag": f"Tagged #{value.lstrip('#')}",
        "untag": f"No longer tagged #{value.lstrip('#')}",
    }[what]
