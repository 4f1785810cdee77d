"""A task on its way in: what a file says of it, made to fit without anything being refused or lost (T-15)."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from enum import StrEnum

from taskchat.domain.bounds import DESCRIPTION, LIST, LONGEST, TAGS, TITLE, checked_day, checked_draft, checked_tag
from taskchat.domain.dates import wire
from taskchat.domain.exchange.belongings import Belongings
from taskchat.domain.rules import begun
from taskchat.domain.task import Draft, Due
from taskchat.domain.text import clean, cut, is_blank
from taskchat.errors import Invalid

LEVELS = 4
"""A task and three levels of subtasks; what lies deeper moves up to the last of them."""
UNTITLED = "Untitled"
WHOLE_TEXT = "The whole text is attached."
EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
PIECE = 2_000_000
"""Characters of one attached text: not more bytes than a file may have, whatever the script."""


class Format(StrEnum):
    TODOIST = "todoist"
    TICKTICK = "ticktick"
    ICALENDAR = "ics"
    TODO_TXT = "todotxt"
    OURS = "json"


NAMES = {
    Format.TODOIST: "Todoist (CSV)",
    Format.TICKTICK: "TickTick (CSV)",
    Format.ICALENDAR: "iCalendar (Microsoft To Do, Apple Reminders, Nextcloud and others)",
    Format.TODO_TXT: "todo.txt",
    Format.OURS: "TaskChat (JSON or its archive)",
}


@dataclass(frozen=True, slots=True)
class Remark:
    """What was not understood, or found another place; `number` is the row of the file, 0 the file itself."""

    number: int
    title: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One task as its file tells it; nothing is checked yet."""

    number: int
    """Row, line or entry of the file, as a person counts them."""
    draft: Draft
    source: str = ""
    """What names it in its own program; "" where nothing does."""
    parent: int | None = None
    """The number of the task it is part of."""
    done: bool = False
    created: datetime | None = None
    updated: datetime | None = None
    completed: datetime | None = None
    series: str = ""
    following: int | str = ""
    """The number of the task that its completion planned; its own name where that one is not in the file."""
    files: tuple[str, ...] = ()
    """Names in the archive it came in."""
    notes: tuple[str, ...] = ()
    """What has no field here, for the end of its description."""
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A file that was understood."""

    format: Format
    rows: tuple[Incoming, ...]
    remarks: tuple[Remark, ...] = ()
    belongings: Belongings = field(default_factory=Belongings)


@dataclass(slots=True)
class Fitting:
    """One task while it is made to fit."""

    row: Incoming
    now: datetime
    notes: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def put_aside(self, note: str, remark: str) -> None:
        self.notes.append(note)
        self.remarks.append(remark)


@dataclass(frozen=True, slots=True)
class Fitted:
    """A task within all bounds, the texts to attach to it, and what the report says."""

    row: Incoming
    texts: tuple[str, ...]
    remarks: tuple[Remark, ...]


def fitted(row: Incoming, *, now: datetime) -> Fitted:
    """Nothing is refused for age or length: what exceeds goes into the description or an attached text (T-15)."""
    work = Fitting(row, now, list(row.notes), list(row.remarks))
    draft = replace(
        row.draft,
        title=_title(work),
        tags=_tags(work),
        list=_name(work, row.draft.list, "list"),
        section=_section(work),
        start=_start(work),
        due=_due(work),
        estimate_minutes=_minutes(work, row.draft.estimate_minutes, 1, "Estimate"),
        reminder_minutes=_minutes(work, row.draft.reminder_minutes, 0, "Reminder"),
        rrule=_rule(work),
    )
    draft = checked_draft(replace(draft, description=_description(work)), now=now)
    remarks = tuple(Remark(row.number, draft.title, words) for words in work.remarks)
    times = {name: _time(getattr(row, name), now) for name in ("created", "updated", "completed")}
    return Fitted(replace(row, draft=draft, **times), tuple(work.texts), remarks)


def _time(at: datetime | None, now: datetime) -> datetime | None:
    """What was noted before there were such programs, or is still to come, is a mistake of the clock."""
    return at if at is not None and EARLIEST <= at <= now else None


def _title(work: Fitting) -> str:
    title = clean(work.row.draft.title)
    if is_blank(title):
        work.remarks.append(f"It had no title; it is called “{UNTITLED}”.")
        return UNTITLED
    if len(title) > TITLE:
        work.notes.insert(0, title)
        work.remarks.append("The title was too long; the whole of it stands in the description.")
    return cut(title, TITLE)


def _tags(work: Fitting) -> tuple[str, ...]:
    kept: dict[str, None] = {}
    for tag in work.row.draft.tags:
        try:
            kept[checked_tag(tag)] = None
        except Invalid:
            if not is_blank(clean(tag)):
                work.put_aside(f"Tag: {clean(tag)}", "A tag was too long; it stands in the description.")
    if more := list(kept)[TAGS:]:
        work.put_aside(f"More tags: {', '.join(more)}", f"A task has {TAGS} tags; the rest stands in the description.")
    return tuple(kept)[:TAGS]


def _name(work: Fitting, said: str | None, noun: str) -> str | None:
    name = clean(said or "")
    if len(name) > LIST:
        work.put_aside(f"{noun.capitalize()}: {name}", f"The name of its {noun} was too long and is cut.")
    return None if is_blank(name) else cut(name, LIST)


def _section(work: Fitting) -> str | None:
    name = _name(work, work.row.draft.section, "section")
    if name is not None and is_blank(clean(work.row.draft.list or "")):
        work.put_aside(f"Section: {name}", "Inbox has no sections; the name of its section stands in the description.")
        return None
    return name


def _start(work: Fitting) -> date | None:
    start = work.row.draft.start
    if start is not None and not _is_in_reach(start, work.now):
        work.put_aside(f"Start: {start.isoformat()}", "The start lies too far away; it stands in the description.")
        return None
    return start


def _due(work: Fitting) -> Due | None:
    due = work.row.draft.due
    if due is not None and not _is_in_reach(due.on, work.now, due.zone):
        work.put_aside(f"Due: {wire(due)}", "The due date lies too far away; it stands in the description.")
        return None
    return due


def _is_in_reach(day: date, now: datetime, zone: str = "UTC") -> bool:
    try:
        checked_day(day, now=now, zone=zone)
    except Invalid:
        return False
    return True


def _minutes(work: Fitting, minutes: int | None, lowest: int, noun: str) -> int | None:
    if minutes is not None and not lowest <= minutes <= LONGEST:
        work.put_aside(f"{noun}: {minutes} minutes", f"The {noun.lower()} is out of bounds; it is in the description.")
        return None
    return minutes


def _rule(work: Fitting) -> str | None:
    draft = work.row.draft
    if not draft.rrule:
        return None
    try:
        return begun(draft.rrule, draft.due, after_completion=draft.after_completion)
    except Invalid:
        words = "How it repeats was not understood; the rule stands in the description."
        work.put_aside(f"Repeats: {clean(draft.rrule)}", words)
        return None


def _description(work: Fitting) -> str:
    notes = "\n".join(dict.fromkeys(clean(note, lines=True) for note in work.notes))
    whole = "\n\n".join(part for part in (clean(work.row.draft.description, lines=True), notes) if part)
    if len(whole) <= DESCRIPTION:
        return whole
    work.texts += [whole[start : start + PIECE] for start in range(0, len(whole), PIECE)]
    work.remarks.append("The description was too long; the whole of it is attached as a text.")
    return f"{cut(whole, DESCRIPTION - len(WHOLE_TEXT) - 2)}\n\n{WHOLE_TEXT}"


def keys_of(kind: Format, rows: Iterable[Incoming]) -> dict[int, str]:
    """For each row a key that the next import of the same file finds again, as hexadecimal digits.

    By the id a program gave it; without one by where it stands and what it is called, and the how-manieth of that name
    it is. So a date or a tag that changed in between makes no second task, a changed title does.
    """
    keys: dict[int, str] = {}
    seen: dict[tuple[str, ...], int] = {}
    for row in rows:
        place = (row.draft.list or "", keys.get(row.parent or 0, ""), clean(row.draft.title))
        seen[place] = nth = seen.get(place, 0) + 1
        keys[row.number] = key_of(kind, row.source) if row.source else key_of(kind, *place, str(nth))
    return keys


def key_of(kind: Format, *names: str) -> str:
    return hashlib.sha256("\0".join((kind, *names)).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def in_levels(rows: Iterable[Incoming]) -> Iterator[Incoming]:
    """Parents before their children and none of them deeper than LEVELS; a missing parent is no parent."""
    known = {row.number: row for row in rows}
    done: dict[int, int] = {}
    for row in tuple(known.values()):
        for each in reversed(_line_of(row, known, done)):
            yield _placed(each, done, known)


def _line_of(row: Incoming, known: dict[int, Incoming], done: dict[int, int]) -> list[Incoming]:
    """The row and what above it has no place yet, from the bottom up; a circle ends where it would begin again."""
    line: dict[int, Incoming] = {}
    current: Incoming | None = row
    while current is not None and current.number not in line and current.number not in done:
        line[current.number] = current
        current = known.get(current.parent) if current.parent is not None else None
    return list(line.values())


def _placed(row: Incoming, done: dict[int, int], known: dict[int, Incoming]) -> Incoming:
    parent = row.parent if row.parent in done else None
    if row.parent is not None and parent is None:
        row = replace(row, remarks=(*row.remarks, "The task it was part of is not in this file."))
    level = 1 if parent is None else done[parent] + 1
    if parent is not None and level > LEVELS:
        row = replace(row, remarks=(*row.remarks, "It lay too deep among its subtasks and moved up."))
        parent, level = known[parent].parent, LEVELS
    done[row.number] = level
    known[row.number] = placed = replace(row, parent=parent)
    return placed
