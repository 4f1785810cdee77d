"""Our own JSON: what an export writes, and the import reads back as it was."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from taskchat.domain.bounds import read_priority
from taskchat.domain.exchange.belongings import read_belongings
from taskchat.domain.exchange.entry import Entry, Plain
from taskchat.domain.exchange.incoming import Format, Incoming, Read, Remark
from taskchat.domain.exchange.moments import is_zone, read_moment
from taskchat.domain.exchange.sheet import CUT_OFF
from taskchat.domain.file import File
from taskchat.domain.person import Ways
from taskchat.domain.plain import encode
from taskchat.domain.task import Draft, Due, Task
from taskchat.domain.text import clean, cut
from taskchat.domain.words import count
from taskchat.errors import Invalid

VERSION = 1
DOCUMENT = "taskchat.json"
"""Its name in the archive."""
NOT_OURS = "This JSON has no list “tasks”. Choose the file that “Export” made. Nothing was imported."
NEWER = "This file was made by a newer TaskChat. Update this server, then import it. Nothing was imported."
ID = 64
"""Characters of an id that is kept as it was: of a task that is not in the file."""


def plain(task: Task, zone: str, files: Iterable[File] = ()) -> Plain:
    """A task as the file has it: as on the wire, with its series, what came next, and its files."""
    return encode(task, zone) | {
        "due_clock": task.due.clock.isoformat() if task.due and task.due.clock else None,
        "series_id": task.series_id,
        "next_id": task.next_id,
        "sample": task.sample,
        "deleted": task.deleted.isoformat() if task.deleted else None,
        "files": [{"name": file.name, "kind": file.kind, "path": path_of(file)} for file in files],
    }


def path_of(file: File) -> str:
    """Where its bytes lie in the archive: under its id, which is ours, and not under a name that somebody gave it."""
    return f"files/{file.id}"


def read(text: str, name: str, *, now: datetime, ways: Ways) -> Read:
    """Raises Invalid with the entry and the field that cannot be read."""
    said = _document(text)
    entries = said.get("tasks")
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise Invalid(NOT_OURS, "file", code="wrong_columns")
    kept = [entry for entry in entries if not entry.get("deleted")]
    numbers = {str(entry.get("id")): number for number, entry in enumerate(kept, 1) if entry.get("id")}
    rows = tuple(_row(number, entry, numbers, ways) for number, entry in enumerate(kept, 1))
    return Read(Format.OURS, rows, _about(said, len(entries) - len(kept)), read_belongings(said, now=now))


def _document(text: str) -> Plain:
    try:
        said = json.loads(text)
    except RecursionError:
        raise Invalid("This is not JSON that can be read. Nothing was imported.", "file", code="damaged") from None
    except ValueError as error:
        at_the_end = getattr(error, "pos", 0) >= len(text.rstrip()) - 1 or "Unterminated" in str(error)
        where = f"The JSON is damaged at character {getattr(error, 'pos', 0):,}. Export it again. Nothing was imported."
        raise Invalid(CUT_OFF if at_the_end else where, "file", code="damaged") from None
    said = {"tasks": said} if isinstance(said, list) else said
    if not isinstance(said, dict):
        raise Invalid(NOT_OURS, "file", code="wrong_columns")
    version = said.get("taskchat", VERSION)
    if not isinstance(version, int) or version > VERSION:
        raise Invalid(NEWER, "file", code="newer")
    return said


def _about(said: Plain, deleted: int) -> tuple[Remark, ...]:
    found = [f"{count(deleted, 'task')} left out: in the trash when it was exported."] if deleted else []
    return tuple(Remark(0, "", words) for words in found)


def _row(number: int, entry: Plain, numbers: Mapping[str, int], ways: Ways) -> Incoming:
    value = Entry(f"task {number}", entry)
    parent, following = value.text("parent_id"), value.text("next_id")
    draft = Draft(
        title=value.text("title"),
        description=value.text("description"),
        priority=read_priority(value.text("priority") or "medium"),
        tags=tuple(value.texts("tags")),
        start=value.of("start", date.fromisoformat),
        due=_due(value, ways),
        estimate_minutes=value.whole("estimate_minutes"),
        reminder_minutes=value.whole("reminder_minutes"),
        rrule=value.text("rrule") or None,
        after_completion=value.yes("after_completion"),
        list=value.text("list") or None,
        section=value.text("section") or None,
        sample=value.yes("sample"),
    )
    return Incoming(
        number=number,
        draft=draft,
        source=value.text("id"),
        parent=numbers.get(parent, -1) if parent else None,
        done=value.text("status") == "done",
        created=value.of("created", read_moment),
        updated=value.of("updated", read_moment),
        completed=value.of("completed", read_moment),
        series=value.text("series_id"),
        following=numbers.get(following, cut(clean(following), ID)),
        files=tuple(_files(value)),
    )


def _files(entry: Entry) -> Iterable[str]:
    for file in entry.entries("files"):
        if not isinstance(file.get("path"), str):
            raise entry.wrong("files")
        yield file["path"]


def _due(entry: Entry, ways: Ways) -> Due | None:
    due = entry.of("due", lambda said: _moment_or_day(said, entry.text("zone") or ways.zone))
    clock = entry.of("due_clock", time.fromisoformat)
    return replace(due, clock=clock) if due and due.at and clock and not clock.tzinfo else due


def _moment_or_day(said: str, zone: str) -> Due:
    """As it was written: a day, or a moment with its offset, in that zone."""
    if not is_zone(zone):
        raise ValueError(zone)
    if len(said) == len("2026-03-02"):
        return Due(date.fromisoformat(said), zone)
    at = datetime.fromisoformat(said)
    if at.tzinfo is None:
        return Due.moment(at.date(), at.time(), zone)
    return Due(at.astimezone(ZoneInfo(zone)).date(), zone, at.astimezone(UTC))


def file_names(document: str) -> dict[str, str]:
    """Where each file of the document lies in its archive, and how it is called."""
    entries = _document(document).get("tasks") or []
    listed = [file for entry in entries if isinstance(entry, dict) for file in entry.get("files") or []]
    known = [file for file in listed if isinstance(file, dict) and isinstance(file.get("name"), str)]
    return {str(file.get("path")): file["name"] for file in known}
