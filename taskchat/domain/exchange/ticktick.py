"""TickTick's CSV: a preamble, a row a task, dates in UTC beside their zone, RRULEs, checklists in the text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from taskchat.domain.exchange.incoming import Format, Incoming, Read, Remark
from taskchat.domain.exchange.moments import YEARS, is_zone, minutes_of
from taskchat.domain.exchange.sheet import Row, below, cells
from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Priority
from taskchat.domain.text import clean
from taskchat.errors import Invalid

HEAD = {"TITLE", "LIST NAME", "STATUS"}
PREAMBLE = 12
"""Rows within which the head stands."""
PRIORITIES = {"5": Priority.HIGH, "3": Priority.MEDIUM, "1": Priority.LOW, "0": Priority.MEDIUM}
OPEN, GIVEN_UP = {"0", ""}, {"-1"}
MOMENT = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")
ITEMS = str.maketrans({"▫": "\n- [ ] ", "▪": "\n- [x] "})
"""A checklist's entries in its text: not done, and done."""


def is_head(row: list[str]) -> bool:
    return {cell.strip().upper() for cell in row} >= HEAD


def read(text: str, name: str, *, now: datetime, ways: Ways) -> Read:
    """Raises Invalid where no row within the first ones names the columns."""
    rows = enumerate(cells(text), 1)
    head = next((row for number, row in rows if is_head(row) or number > PREAMBLE), [])
    if not is_head(head):
        said = "A CSV of TickTick has the columns Title, List Name and Status; this one has not."
        raise Invalid(said, "file", "wrong_columns")
    names = [cell.strip().upper() for cell in head]
    found = [(number, below(names, row)) for number, row in rows if any(cell.strip() for cell in row)]
    numbers = {row["TASKID"]: number for number, row in found if row.get("TASKID")}
    tasks = tuple(_task(number, row, numbers, ways) for number, row in found)
    return Read(Format.TICKTICK, tasks, tuple(_about(found)))


def _about(found: list[tuple[int, Row]]) -> Iterator[Remark]:
    if folders := {clean(row.get("FOLDER NAME", "")) for _, row in found} - {""}:
        yield Remark(0, "", f"Folders are not kept, their lists are: {', '.join(sorted(folders)[:5])}.")


def _task(number: int, row: Row, numbers: dict[str, int], ways: Ways) -> Incoming:
    zone = _zone(row.get("TIMEZONE", ""), ways)
    all_day = row.get("IS ALL DAY", "").strip().lower() == "true"
    due, start = (_due(row.get(name, ""), zone, all_day) for name in ("DUE DATE", "START DATE"))
    status = row.get("STATUS", "").strip()
    draft = Draft(
        title=row["TITLE"],
        description=_text(row),
        priority=PRIORITIES.get(row.get("PRIORITY", "").strip(), Priority.MEDIUM),
        tags=tuple(tag for tag in map(clean, row.get("TAGS", "").split(",")) if tag),
        # With a start alone that is the day it is for.
        due=due or start,
        start=start.on if due and start and start.on < due.on else None,
        rrule=row.get("REPEAT", "").strip().removeprefix("RRULE:") or None,
        list=None if clean(row["LIST NAME"]).casefold() == "inbox" else row["LIST NAME"],
        section=row.get("COLUMN NAME") or None,
    )
    task = Incoming(
        number=number,
        draft=draft,
        source=row.get("TASKID", "").strip(),
        parent=numbers.get(row.get("PARENTID", "").strip()),
        done=status not in OPEN,
        created=_moment(row.get("CREATED TIME", "")),
        completed=_moment(row.get("COMPLETED TIME", "")),
        remarks=("It was given up there; here it is done.",) if status in GIVEN_UP else (),
    )
    return _reminded(_told(task, row), row.get("REMINDER", ""))


def _text(row: Row) -> str:
    content = row.get("CONTENT", "")
    is_list = row.get("IS CHECK LIST", "").strip().upper() == "Y"
    return content.translate(ITEMS).strip("\n") if is_list else content


def _told(task: Incoming, row: Row) -> Incoming:
    """What stands in a date's cell and is none."""
    for column, name in (("DUE DATE", "Due"), ("START DATE", "Start")):
        said = clean(row.get(column, ""))
        if said and _moment(said) is None:
            remark = f"The date “{said}” was not understood; it stands in the description."
            task = replace(task, notes=(*task.notes, f"{name}: {said}"), remarks=(*task.remarks, remark))
    return task


def _reminded(task: Incoming, said: str) -> Incoming:
    """The first one; what comes after the day has begun is no reminder before it."""
    wanted = [part for part in re.split(r"[,\s]+", said.strip()) if part]
    found = [minutes for part in wanted if (minutes := minutes_of(part)) is not None]
    if found and task.draft.due and task.draft.due.at is not None:
        task = replace(task, draft=replace(task.draft, reminder_minutes=abs(found[0])))
        wanted = wanted[1:]
    if not wanted:
        return task
    remark = "A task has one reminder before its time; another one stands in the description."
    return replace(task, notes=(*task.notes, f"Reminder: {', '.join(wanted)}"), remarks=(*task.remarks, remark))


def _zone(said: str, ways: Ways) -> str:
    return said.strip() if is_zone(said.strip()) else ways.zone


def _due(said: str, zone: str, all_day: bool) -> Due | None:
    at = _moment(said)
    if at is None:
        return None
    local = at.astimezone(ZoneInfo(zone))
    return Due(local.date(), zone, None if all_day else at)


def _moment(said: str) -> datetime | None:
    found = MOMENT.fullmatch(said.strip())
    if not found:
        return None
    try:
        at = datetime.fromisoformat(found[1] + (found[2] or "+00:00"))
    except ValueError:
        return None
    return at.astimezone(UTC) if at.year in YEARS else None
