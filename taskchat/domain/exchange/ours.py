"""Our own JSON: what an export writes, and the import reads back as it was."""

import json
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from taskchat.domain.bounds import LIST, read_priority
from taskchat.domain.dates import wire
from taskchat.domain.exchange.incoming import Format, Incoming, Read, Remark
from taskchat.domain.exchange.moments import is_zone
from taskchat.domain.exchange.sheet import CUT_OFF
from taskchat.domain.file import File
from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Task
from taskchat.domain.text import clean, cut, is_blank
from taskchat.domain.words import count
from taskchat.errors import Invalid

VERSION = 1
DOCUMENT = "taskchat.json"
"""Its name in the archive."""
NOT_OURS = "This JSON has no list “tasks”. Choose the file that “Export” made. Nothing was imported."
NEWER = "This file was made by a newer TaskChat. Update this server, then import it. Nothing was imported."
Plain = dict[str, Any]
T = TypeVar("T")


def plain(task: Task, zone: str, files: Iterable[File] = ()) -> Plain:
    """A task as the file has it: as on the wire (section W), with its series and its files."""
    return {
        "id": task.id,
        "title": task.title,
        "description": task.description,
        "status": task.status,
        "priority": task.priority,
        "tags": list(task.tags),
        "start": task.start.isoformat() if task.start else None,
        "due": wire(task.due) if task.due else None,
        "zone": task.due.zone if task.due else zone,
        "estimate_minutes": task.estimate_minutes,
        "reminder_minutes": task.reminder_minutes,
        "rrule": task.rrule,
        "after_completion": task.after_completion,
        "series_id": task.series_id,
        "list": task.list,
        "section": task.section,
        "parent_id": task.parent_id,
        "position": task.position,
        "sample": task.sample,
        "created": task.created.isoformat(),
        "updated": task.updated.isoformat(),
        "completed": task.completed.isoformat() if task.completed else None,
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
    return Read(Format.OURS, rows, _about(said, len(entries) - len(kept)), _lists(said))


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


def _lists(said: Plain) -> tuple[str, ...]:
    lists = said.get("lists")
    entries = lists if isinstance(lists, list) else []
    names = (clean(str(one.get("name") or "")) for one in entries if isinstance(one, dict))
    return tuple(cut(name, LIST) for name in names if not is_blank(name))


def _row(number: int, entry: Plain, numbers: Mapping[str, int], ways: Ways) -> Incoming:
    value = _Entry(number, entry, ways)
    parent = value.text("parent_id")
    draft = Draft(
        title=value.text("title"),
        description=value.text("description"),
        priority=read_priority(value.text("priority") or "medium"),
        tags=tuple(value.texts("tags")),
        start=value.of("start", date.fromisoformat),
        due=value.due(),
        estimate_minutes=value.whole("estimate_minutes"),
        reminder_minutes=value.whole("reminder_minutes"),
        rrule=value.text("rrule") or None,
        after_completion=entry.get("after_completion") is True,
        list=value.text("list") or None,
        section=value.text("section") or None,
        sample=entry.get("sample") is True,
    )
    return Incoming(
        number=number,
        draft=draft,
        source=value.text("id"),
        parent=numbers.get(parent, -1) if parent else None,
        done=value.text("status") == "done",
        created=value.of("created", _moment),
        updated=value.of("updated", _moment),
        completed=value.of("completed", _moment),
        series=value.text("series_id"),
        files=tuple(value.files()),
    )


class _Entry:
    """One entry of the file: each of its fields as what it must be, or the sentence that names it."""

    def __init__(self, number: int, entry: Plain, ways: Ways) -> None:
        self._number, self._entry, self._ways = number, entry, ways

    def text(self, name: str) -> str:
        return self._one(name, str) or ""

    def whole(self, name: str) -> int | None:
        return self._one(name, int)

    def texts(self, name: str) -> list[str]:
        found = self._one(name, list) or []
        if not all(isinstance(each, str) for each in found):
            raise self._wrong(name)
        return found

    def of(self, name: str, parse: Callable[[str], T]) -> T | None:
        said = self.text(name)
        try:
            return parse(said) if said else None
        except (ValueError, OverflowError):
            raise self._wrong(name) from None

    def due(self) -> Due | None:
        return self.of("due", lambda said: _due(said, self.text("zone") or self._ways.zone))

    def files(self) -> Iterable[str]:
        for file in self._one("files", list) or []:
            if not isinstance(file, dict) or not isinstance(file.get("path"), str):
                raise self._wrong("files")
            yield file["path"]

    def _one(self, name: str, kind: type[T]) -> T | None:
        value = self._entry.get(name)
        if value is not None and (not isinstance(value, kind) or (kind is int and isinstance(value, bool))):
            raise self._wrong(name)
        return value

    def _wrong(self, name: str) -> Invalid:
        return Invalid(f"“{name}” of task {self._number} cannot be read. Nothing was imported.", name, code="damaged")


def _due(said: str, zone: str) -> Due:
    """As it was written: a day, or a moment with its offset, in that zone."""
    if not is_zone(zone):
        raise ValueError(zone)
    if len(said) == len("2026-03-02"):
        return Due(date.fromisoformat(said), zone)
    at = datetime.fromisoformat(said)
    if at.tzinfo is None:
        return Due.moment(at.date(), at.time(), zone)
    return Due(at.astimezone(ZoneInfo(zone)).date(), zone, at.astimezone(UTC))


def _moment(said: str) -> datetime:
    at = datetime.fromisoformat(said)
    if at.tzinfo is None:
        raise ValueError(said)
    return at.astimezone(UTC)


def file_names(document: str) -> dict[str, str]:
    """Where each file of the document lies in its archive, and how it is called."""
    entries = _document(document).get("tasks") or []
    listed = [file for entry in entries if isinstance(entry, dict) for file in entry.get("files") or []]
    known = [file for file in listed if isinstance(file, dict) and isinstance(file.get("name"), str)]
    return {str(file.get("path")): file["name"] for file in known}
