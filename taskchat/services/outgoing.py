"""Giving a person all they have: read and sent page by page, however much it is."""

import json
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import IO, Any, cast

from taskchat.domain.exchange.ours import DOCUMENT, VERSION, path_of, plain
from taskchat.domain.exchange.outgoing import CLOSING, as_csv, as_todo, opening, zones
from taskchat.domain.file import File
from taskchat.domain.person import Person
from taskchat.domain.task import Task
from taskchat.errors import NotFound
from taskchat.services import belongings
from taskchat.storage import disk, outgoing
from taskchat.storage.database import reading

PIECE = 256 * 1024


class Shape(StrEnum):
    """What it is given as."""

    JSON = "json"
    CSV = "csv"
    ICALENDAR = "ics"


def export(user: Person, shape: Shape, *, now: datetime) -> Iterator[bytes]:
    """Piece by piece. JSON: an archive with all there is, files and conversations too; the others: the tasks."""
    match shape:
        case Shape.JSON:
            return _archive(user, now)
        case Shape.CSV:
            return _sheet(user)
        case Shape.ICALENDAR:
            return _calendar(user, now)


def pages(user: Person, *, deleted: bool = False, calendar: bool = False) -> Iterator[tuple[Task, ...]]:
    """Each page in a transaction of its own: whoever downloads slowly keeps no connection."""
    last: Task | None = None
    while True:
        with reading() as session:
            page = outgoing.tasks_page(user, session, last, deleted=deleted, calendar=calendar)
        if page:
            yield page
        if len(page) < outgoing.PAGE:
            return
        last = page[-1]


def _sheet(user: Person) -> Iterator[bytes]:
    yield as_csv((), first=True).encode()
    for page in pages(user):
        yield as_csv(page, first=False).encode()


def _calendar(user: Person, now: datetime) -> Iterator[bytes]:
    with reading() as session:
        used = outgoing.zones(user, session)
    yield (opening("TaskChat") + zones(used, now)).encode()
    for page in pages(user):
        yield "".join(map(as_todo, page)).encode()
    yield CLOSING.encode()


class _Pipe:
    """As much of a file as an archive is written into: it is taken out again before there is much of it."""

    def __init__(self) -> None:
        self._parts: list[bytes] = []

    def write(self, part: bytes) -> int:
        self._parts.append(bytes(part))
        return len(part)

    def flush(self) -> None:
        """Nothing is held back."""

    def taken(self) -> bytes:
        taken = b"".join(self._parts)
        self._parts.clear()
        return taken


def _archive(user: Person, now: datetime) -> Iterator[bytes]:
    pipe = _Pipe()
    with reading() as session:
        files = outgoing.files(user, session)
    with zipfile.ZipFile(cast(IO[bytes], pipe), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, lines in (
            (DOCUMENT, _document(user, files, now)),
            ("conversations.json", _conversations(user)),
            ("activity.json", _activity(user)),
        ):
            with archive.open(name, "w") as part:
                for line in lines:
                    part.write(line.encode())
                    yield pipe.taken()
        for file in files:
            for _ in _stored(archive, file):
                yield pipe.taken()
    yield pipe.taken()


def _document(user: Person, files: tuple[File, ...], now: datetime) -> Iterator[str]:
    """One JSON object, with a line for each task."""
    ways = user.ways
    head = {
        "taskchat": VERSION,
        "exported": now.isoformat(),
        "person": {
            "email": user.email,
            "created": user.created.isoformat(),
            "zone": ways.zone,
            "first_weekday": ways.first_weekday,
            "clock_24": ways.clock_24,
            "day_first": ways.day_first,
        },
        **belongings.plain(user),
        "files": [{"id": file.id, "name": file.name, "kind": file.kind, "path": path_of(file)} for file in files],
    }
    yield _json(head).removesuffix("}") + ',"tasks":'
    known = {file.id: file for file in files}
    yield from _listed(_plain(user, task, known) for page in _both(user) for task in page)
    yield "}\n"


def _both(user: Person) -> Iterator[tuple[Task, ...]]:
    yield from pages(user)
    yield from pages(user, deleted=True)


def _plain(user: Person, task: Task, known: dict[str, File]) -> Any:
    return plain(task, user.ways.zone, [known[file_id] for file_id in task.attachments if file_id in known])


def _conversations(user: Person) -> Iterator[str]:
    with reading() as session:
        ids = outgoing.conversations(user, session)
    yield from _listed(_conversation(user, thread_id) for thread_id in ids)


def _conversation(user: Person, thread_id: str) -> Any:
    with reading() as session:
        found = outgoing.conversation(user, session, thread_id)
    return found | {"items": [json.loads(item) for item in found["items"]]}


def _activity(user: Person) -> Iterator[str]:
    yield from _listed(deed for page in _deeds(user) for _, deed in page)


def _deeds(user: Person) -> Iterator[list[tuple[int, Any]]]:
    last = 0
    while True:
        with reading() as session:
            page = outgoing.deeds_page(user, session, last)
        if not page:
            return
        yield page
        last = page[-1][0]


def _listed(entries: Iterable[Any]) -> Iterator[str]:
    """A JSON list, an entry a line."""
    before = "[\n"
    for entry in entries:
        yield before + _json(entry)
        before = ",\n"
    yield "[]" if before == "[\n" else "\n]"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _stored(archive: zipfile.ZipFile, file: File) -> Iterator[None]:
    """One file as it lies here; one whose bytes are gone is left out."""
    try:
        place = disk.find(file.id)
    except NotFound:
        return
    with place.open("rb") as source, archive.open(path_of(file), "w") as part:
        while piece := source.read(PIECE):
            part.write(piece)
            yield
