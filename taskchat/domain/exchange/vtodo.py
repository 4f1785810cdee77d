"""VTODOs of RFC 5545, as Microsoft To Do, Apple Reminders, Nextcloud, Tasks.org and we ourselves write them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime

from taskchat.domain.exchange.ical import Component, components, day_of, due_of, moment_of, zone_of
from taskchat.domain.exchange.incoming import Format, Incoming, Read, Remark
from taskchat.domain.exchange.moments import minutes_of
from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Priority
from taskchat.domain.text import clean
from taskchat.domain.words import count
from taskchat.errors import Invalid

OWN = "X-TASKCHAT-"
"""Begins what RFC 5545 has no name for."""
FINISHED = {"COMPLETED", "CANCELLED"}
NO_TASKS = "This calendar has no tasks in it, only events. Export the task list. Nothing was imported."


def read(text: str, name: str, *, now: datetime, ways: Ways) -> Read:
    """Raises Invalid for a file without tasks, or one that is cut off."""
    root = components(text)
    found = [(calendar, todo) for calendar in root.all("VCALENDAR") for todo in calendar.all("VTODO")]
    if not found:
        raise Invalid(NO_TASKS if any(root.all("VCALENDAR")) else "This is no calendar file.", "file", "no_tasks")
    numbers = {_uid(todo): todo.number for _, todo in found if _uid(todo)}
    rows = tuple(_task(todo, _list(calendar, todo), numbers, ways) for calendar, todo in found)
    return Read(Format.ICALENDAR, rows, tuple(_about(root)))


def _about(root: Component) -> Iterator[Remark]:
    if events := sum(1 for _ in root.all("VEVENT")):
        yield Remark(0, "", f"{count(events, 'event')} left out: this brings in tasks.")
    for line in (line for calendar in root.all("VCALENDAR") for line in calendar.unread):
        yield Remark(0, "", f"A line was not understood: {clean(line)[:60]}")


def _uid(todo: Component) -> str:
    """An exception to a series has its series' name; with its date it is one of its own."""
    exception = todo.first("RECURRENCE-ID")
    return todo.text("UID") + (f"|{exception.value}" if exception else "")


def _list(calendar: Component, todo: Component) -> str | None:
    if f"{OWN}ID" in todo.lines:
        return todo.text(f"{OWN}LIST") or None
    return calendar.text("X-WR-CALNAME", "NAME") or None


def _task(todo: Component, list_name: str | None, numbers: dict[str, int], ways: Ways) -> Incoming:
    due, start = _dates(todo, ways)
    status = todo.text("STATUS").strip().upper()
    draft = Draft(
        title=todo.text("SUMMARY"),
        description=todo.text("DESCRIPTION"),
        priority=_priority(todo.text("PRIORITY")),
        tags=tuple(clean(tag) for line in todo.lines.get("CATEGORIES", ()) for tag in line.texts if clean(tag)),
        due=due,
        start=start,
        estimate_minutes=_whole(todo.text(f"{OWN}ESTIMATE")),
        reminder_minutes=_reminder(todo, due),
        rrule=line.value if (line := todo.first("RRULE")) else None,
        after_completion=todo.text(f"{OWN}AFTER-COMPLETION").strip().upper() == "TRUE",
        list=list_name,
        section=todo.text(f"{OWN}SECTION") or None,
    )
    task = Incoming(
        number=todo.number,
        draft=draft,
        source=_uid(todo),
        parent=_parent(todo, numbers),
        done=status in FINISHED or "COMPLETED" in todo.lines or todo.text("PERCENT-COMPLETE").strip() == "100",
        created=moment_of(todo.first("CREATED")),
        updated=moment_of(todo.first("LAST-MODIFIED")),
        completed=moment_of(todo.first("COMPLETED")),
    )
    return _with_the_rest(task, todo, ways, status)


def _dates(todo: Component, ways: Ways) -> tuple[Due | None, date | None]:
    """When it is due, and the day before which it rests; a repeat counts from its start where nothing is due."""
    first, last = todo.first("DTSTART"), todo.first("DUE")
    due = due_of(last, ways.zone) if last else None
    start = day_of(first, ways.zone) if first else None
    if due is None and first is not None and "RRULE" in todo.lines:
        return due_of(first, ways.zone), None
    return due, start if start is None or due is None or start < due.on else None


def _priority(said: str) -> Priority:
    """RFC 5545 section 3.8.1.9: 1 to 4 is high, 5 medium, 6 to 9 low, 0 unsaid."""
    number = _whole(said) or 0
    return Priority.HIGH if 1 <= number <= 4 else Priority.LOW if 6 <= number <= 9 else Priority.MEDIUM


def _whole(said: str) -> int | None:
    return int(said) if re.fullmatch(r"\s*\d{1,7}\s*", said) else None


def _reminder(todo: Component, due: Due | None) -> int | None:
    """Minutes before it is due, of the first alarm that says so."""
    if due is None:
        return None
    triggers = [line for alarm in todo.all("VALARM") if (line := alarm.first("TRIGGER"))]
    found = [minutes for line in triggers if (minutes := minutes_of(line.value)) is not None and minutes <= 0]
    return -found[0] if found else None


def _parent(todo: Component, numbers: dict[str, int]) -> int | None:
    for line in todo.lines.get("RELATED-TO", ()):
        if line.params.get("RELTYPE", "PARENT").upper() == "PARENT":
            return numbers.get(line.text, -1)
    return None


def _with_the_rest(task: Incoming, todo: Component, ways: Ways, status: str) -> Incoming:
    """What was not understood, and what has no field here."""
    notes = [f"{noun}: {todo.text(name)}" for name, noun in (("URL", "Link"), ("LOCATION", "Place")) if todo.text(name)]
    remarks = [f"A line was not understood: {clean(line)[:60]}" for line in todo.unread]
    for name, noun in (("DUE", "Due"), ("DTSTART", "Start")):
        line = todo.first(name)
        if line is not None and due_of(line, ways.zone) is None:
            notes.append(f"{noun}: {line.value}")
            remarks.append(f"The date “{clean(line.value)[:40]}” was not understood; it stands in the description.")
        elif line is not None and zone_of(line.params.get("TZID", ""), ways.zone) is None:
            remarks.append(f"The zone “{line.params['TZID'][:40]}” is not known; its time is read as {ways.zone}.")
    if status == "CANCELLED":
        remarks.append("It was cancelled there; here it is done.")
    if todo.lines.keys() & {"RDATE", "EXDATE"}:
        remarks.append("Single dates of the repeat (RDATE, EXDATE) are not kept.")
    return replace(task, notes=tuple(notes), remarks=tuple(remarks))
