"""Todoist's CSV, a file a project: sections, indented subtasks, labels in the text, dates in words."""

import re
from dataclasses import dataclass, field, replace
from datetime import datetime

from taskchat.domain.exchange.incoming import Format, Incoming, Read, Remark
from taskchat.domain.exchange.moments import is_zone
from taskchat.domain.exchange.sheet import Row, below, cells
from taskchat.domain.person import Ways
from taskchat.domain.quickadd import QuickAdd, read_line
from taskchat.domain.task import Draft, Priority
from taskchat.domain.text import clean
from taskchat.errors import Invalid

HEAD = {"TYPE", "CONTENT"}
PRIORITIES = {"1": Priority.HIGH, "2": Priority.MEDIUM, "3": Priority.LOW, "4": Priority.MEDIUM}
"""Its first three flags; the fourth is what a task has that nobody marked."""
LABEL = re.compile(r"(?:^|(?<=\s))@([^\s@]+)")
FILE = re.compile(r"\[\[\s*file\b[^\[\]]*\]\]")
SMALL = re.compile(r"\d{1,6}")
FILE_NAME = re.compile(r"[\[(]?[0-9]{6,}[\])]?|\.csv$", re.IGNORECASE)
UNITS = {"": 1, "none": 1, "minute": 1, "hour": 60, "day": 24 * 60}
PLACE = "task"
"""Stands for a title when a date alone is read."""
AFTER = re.compile(r"every\s?!\s*", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """The file while it is read."""

    project: str | None
    now: datetime
    ways: Ways
    section: str | None = None
    open: list[tuple[int, int]] = field(default_factory=list)
    """Indent and number of the tasks above the next one."""
    rows: list[Incoming] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    dates: dict[tuple[str, str], QuickAdd] = field(default_factory=dict)
    """What was read already: the same date stands in many rows."""


def is_head(row: list[str]) -> bool:
    return {cell.strip().upper() for cell in row} >= HEAD


def read(text: str, name: str, *, now: datetime, ways: Ways) -> Read:
    """`name` is the file's: it is the only place where the project's name stands. Raises Invalid."""
    rows = cells(text)
    head = [cell.strip().upper() for cell in next(rows, [])]
    if not set(head) >= HEAD:
        raise Invalid("A CSV of Todoist has the columns TYPE and CONTENT; this one has not.", "file", "wrong_columns")
    work = Reading(project_of(name), now, ways)
    for number, row in enumerate(rows, 2):
        _take(work, number, below(head, row))
    return Read(Format.TODOIST, tuple(work.rows), tuple(work.remarks))


def project_of(name: str) -> str | None:
    """ "Work [2203306141].csv" → "Work"; the inbox has no list."""
    project = clean(FILE_NAME.sub("", name))
    return None if project.casefold() in {"", "inbox", "todoist", "export", "tasks"} else project


def _take(work: Reading, number: int, row: Row) -> None:
    kind, content = row["TYPE"].strip().lower(), row["CONTENT"]
    if kind == "task":
        work.rows.append(_task(work, number, row))
    elif kind == "section":
        work.section = clean(content) or None
        work.open.clear()
    elif kind == "note" and work.rows:
        work.rows[-1] = _noted(work.rows[-1], content)
    elif kind not in {"", "meta"} or (not kind and clean(content)):
        work.remarks.append(Remark(number, clean(content), f"“{kind}” is no kind of row that is known here."))


def _task(work: Reading, number: int, row: Row) -> Incoming:
    title, labels = _split(row["CONTENT"])
    draft = Draft(
        title=title,
        description=row.get("DESCRIPTION", ""),
        priority=PRIORITIES.get(row.get("PRIORITY", "").strip(), Priority.MEDIUM),
        tags=labels,
        estimate_minutes=_minutes(row),
        list=work.project,
        section=work.section,
    )
    return _dated(work, row, Incoming(number=number, draft=draft, parent=_parent(work, number, row)))


def _split(content: str) -> tuple[str, tuple[str, ...]]:
    """The title, and the labels that stand in it; "* " says that Todoist shows no box."""
    labels = tuple(LABEL.findall(content))
    title = " ".join(LABEL.sub(" ", content).split()) if labels else content
    return title.removeprefix("* ") or content, labels


def _parent(work: Reading, number: int, row: Row) -> int | None:
    said = row.get("INDENT", "").strip()
    indent = int(said) if SMALL.fullmatch(said) else 1
    while work.open and work.open[-1][0] >= indent:
        work.open.pop()
    parent = work.open[-1][1] if work.open else None
    work.open.append((indent, number))
    return parent


def _minutes(row: Row) -> int | None:
    amount, unit = row.get("DURATION", "").strip(), row.get("DURATION_UNIT", "").strip().lower()
    return int(amount) * UNITS[unit] if SMALL.fullmatch(amount) and int(amount) and unit in UNITS else None


def _dated(work: Reading, row: Row, task: Incoming) -> Incoming:
    """DATE as the person's own line would say it, in the row's own zone; a deadline where there is no date."""
    said, deadline = clean(row.get("DATE", "")), clean(row.get("DEADLINE", ""))
    notes = (f"Deadline: {deadline}",) if deadline and said else ()
    said = said or deadline
    if not said:
        return task
    found = _quick(work, said, row.get("TIMEZONE", "").strip())
    if found.problem or found.draft.title != PLACE or not (found.draft.due or found.draft.rrule):
        remark = f"The date “{said}” was not understood; it stands in the description."
        return replace(task, notes=(*notes, f"Date: {said}"), remarks=(*task.remarks, remark))
    got = found.draft
    dated = replace(task.draft, due=got.due, rrule=got.rrule, after_completion=got.after_completion)
    return replace(task, draft=dated, notes=notes)


def _quick(work: Reading, said: str, zone: str) -> QuickAdd:
    if (said, zone) not in work.dates:
        ways = replace(work.ways, zone=zone) if zone and is_zone(zone) else work.ways
        line = f"{PLACE} {AFTER.sub('every ', said)}"
        quick = read_line(line, now=work.now, ways=ways)
        if AFTER.match(said) and quick.draft.rrule:
            quick = replace(quick, draft=replace(quick.draft, after_completion=True))
        work.dates[said, zone] = quick
    return work.dates[said, zone]


def _noted(task: Incoming, content: str) -> Incoming:
    words = clean(FILE.sub("", content), lines=True)
    notes = (*task.notes, f"Comment: {words}") if words else task.notes
    remarks = (*task.remarks, "A file of a comment is not in the CSV.") if FILE.search(content) else task.remarks
    return replace(task, notes=notes, remarks=remarks)
