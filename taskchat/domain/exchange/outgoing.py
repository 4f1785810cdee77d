"""Tasks as lines of a CSV or an iCalendar file: quoted and escaped so that nothing in them runs or breaks out."""

import csv
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from io import StringIO
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Component, Event, Timezone, Todo, vRecur, vText

from taskchat.domain.dates import wire
from taskchat.domain.exchange.vtodo import OWN
from taskchat.domain.rules import last_day, parts_of, plain_rule
from taskchat.domain.task import Due, Priority, Status, Task

COLUMNS = (
    "id", "title", "description", "status", "priority", "tags", "start", "due", "zone", "estimate_minutes",
    "reminder_minutes", "rrule", "after_completion", "list", "section", "parent_id", "created", "updated", "completed",
)  # fmt: skip
RUNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, also in its wide forms (OWASP, CSV injection)."""
BYTE_ORDER = "\ufeff"
"""Without it a spreadsheet takes UTF-8 for something else."""
PRODUCT = "-//TaskChat//TaskChat//EN"
PRIORITIES = {Priority.HIGH: 1, Priority.MEDIUM: 0, Priority.LOW: 9}
USUAL_MINUTES = 30
"""How long an event is of which nobody knows it."""
ZONE_YEARS = 10
"""Back and ahead: for so long a file tells when its zones change their clocks; no date lies further back (T-06)."""


def as_csv(tasks: Iterable[Task], *, first: bool) -> str:
    """Rows of RFC 4180; `first` with the head and the mark that spreadsheets look for."""
    out = StringIO()
    rows = csv.writer(out, lineterminator="\r\n")
    if first:
        out.write(BYTE_ORDER)
        rows.writerow(COLUMNS)
    rows.writerows([_cell(value) for value in _cells(task)] for task in tasks)
    return out.getvalue()


def _cells(task: Task) -> Iterator[object]:
    """In the order of COLUMNS."""
    yield from (task.id, task.title, task.description, task.status.value, task.priority.value, ", ".join(task.tags))
    yield from (task.start, wire(task.due) if task.due else None, task.due.zone if task.due else None)
    yield from (task.estimate_minutes, task.reminder_minutes, task.rrule, "yes" if task.after_completion else None)
    yield from (task.list, task.section, task.parent_id)
    yield from (at.isoformat() if at else None for at in (task.created, task.updated, task.completed))


def _cell(value: object) -> str:
    """A cell that would be run begins with an apostrophe, which says that it is text."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" ").startswith(RUNS) else text


def opening(name: str) -> str:
    """How a calendar begins; its parts follow, then CLOSING."""
    calendar = Calendar()
    for key, value in (("prodid", PRODUCT), ("version", "2.0"), ("calscale", "GREGORIAN"), ("x-wr-calname", name)):
        calendar.add(key, vText(value))
    return _text(calendar).removesuffix(CLOSING)


CLOSING = "END:VCALENDAR\r\n"


def zones(names: Iterable[str], now: datetime) -> str:
    """When the clocks of these zones change: without it a repeat at nine would be at eight after the change."""
    first, last = date(now.year - ZONE_YEARS, 1, 1), date(now.year + ZONE_YEARS, 1, 1)
    known = (ZoneInfo(name) for name in sorted(set(names)) if name != "UTC")
    return "".join(_text(Timezone.from_tzinfo(zone, zone.key, first, last)) for zone in known)


def as_todo(task: Task) -> str:
    """A VTODO with all a task has; what RFC 5545 has no name for stands under names of our own."""
    todo = _begun(Todo(), task)
    if task.due:
        todo.add("due", _when(task.due))
    if begin := _begin(task):
        todo.add("dtstart", begin)
    todo.add("status", "COMPLETED" if task.status is Status.DONE else "NEEDS-ACTION")
    if task.completed:
        todo.add("completed", task.completed.astimezone(UTC))
    if task.rrule:
        todo.add("rrule", vRecur.from_ical(task.rrule))
    if task.parent_id:
        todo.add("related-to", task.parent_id)
    _add_own(todo, task)
    if task.reminder_minutes is not None and task.due:
        todo.add_component(_alarm(task))
    return _text(todo)


def as_event(task: Task) -> str:
    """What a calendar shows of a task that is due; it repeats there as long as its dates follow from the calendar."""
    if task.due is None:
        return ""
    event = _begun(Event(), task)
    event.add("dtstart", _when(task.due))
    event.add("dtend", _end(task.due, task.estimate_minutes or USUAL_MINUTES))
    event.add("transp", "TRANSPARENT")
    if task.rrule and not task.after_completion:
        event.add("rrule", vRecur.from_ical(_rule(task.rrule, task.due)))
    return _text(event)


def _begun(component: Component, task: Task) -> Any:
    component.add("uid", task.id)
    component.add("dtstamp", task.updated.astimezone(UTC))
    component.add("created", task.created.astimezone(UTC))
    component.add("last-modified", task.updated.astimezone(UTC))
    component.add("summary", task.title)
    if task.description:
        component.add("description", task.description)
    if PRIORITIES[task.priority]:
        component.add("priority", PRIORITIES[task.priority])
    if task.tags:
        component.add("categories", list(task.tags))
    return component


def _add_own(todo: Todo, task: Task) -> None:
    own = {
        "ID": task.id,
        "LIST": task.list,
        "SECTION": task.section,
        "ESTIMATE": task.estimate_minutes,
        "AFTER-COMPLETION": "TRUE" if task.after_completion else None,
    }
    for name, value in own.items():
        if value is not None:
            # As a text: what has no type of its own would be written as it stands.
            todo.add(f"{OWN}{name}", vText(str(value)))


def _alarm(task: Task) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", task.title)
    alarm.add("trigger", -timedelta(minutes=task.reminder_minutes or 0), parameters={"RELATED": "END"})
    return alarm


def _begin(task: Task) -> date | datetime | None:
    """DTSTART is of the kind DUE is, and a repeat must have one (RFC 5545 sections 3.8.2.4 and 3.8.5.3)."""
    if task.start is None or task.rrule:
        return _when(task.due) if task.rrule and task.due else task.start
    if task.due is None or task.due.at is None:
        return task.start
    return datetime.combine(task.start, time(), ZoneInfo(task.due.zone))


def _when(due: Due) -> date | datetime:
    return due.on if due.local is None else due.local


def _end(due: Due, minutes: int) -> date | datetime:
    """Counted on the clock of the world: an event of an hour has an hour, whatever the night does."""
    if due.at is None:
        return due.on + timedelta(days=1)
    return (due.at + timedelta(minutes=minutes)).astimezone(ZoneInfo(due.zone))


def _rule(rrule: str, due: Due) -> str:
    """As other programs count: short months have their last day (R-05), and an end is of the kind the start is."""
    plain = plain_rule(rrule)
    last = last_day(parts_of(plain))
    if last is None or due.at is None:
        return plain
    end = datetime.combine(last, time(23, 59, 59), ZoneInfo(due.zone)).astimezone(UTC)
    return ";".join(f"UNTIL={end:%Y%m%dT%H%M%SZ}" if part.startswith("UNTIL=") else part for part in plain.split(";"))


def _text(component: Component) -> str:
    return component.to_ical().decode()
