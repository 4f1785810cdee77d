"""Bringing in what another program, or our own export, has written: seen first, then all of it or nothing."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from taskchat.domain.exchange import detect, ours
from taskchat.domain.exchange.incoming import Fitted, Format, Incoming, Read, Remark, fitted, in_levels, key_of, keys_of
from taskchat.domain.exchange.sheet import Text, decoded
from taskchat.domain.file import MOST_OF_A_TASK, say_size
from taskchat.domain.person import Person
from taskchat.domain.task import By, Status, Task
from taskchat.domain.words import count
from taskchat.errors import TooLarge
from taskchat.services import belongings, files
from taskchat.services.archives import Archive, opened
from taskchat.services.changes import tell
from taskchat.storage import incoming
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.ids import new_id
from taskchat.storage.incoming import Newcomer, Spot

LARGEST_TEXT = 10_000_000
"""Bytes of a file that is no archive: some 50,000 tasks."""
ARCHIVE = b"PK"
MOST_TASKS, MOST_PLACES = 50_000, 2_000
TOO_MANY = "This file has {}; an import takes {} at once. Split it in parts. Nothing was imported."
AT_ONCE = 500
Heard = Callable[[int, int], None]
"""Called with how many steps are done, and of how many."""
Attached = Mapping[int, tuple[str, ...]]
"""Row → ids of its files."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its bytes stay where they are until somebody reads them."""

    name: str
    stream: BinaryIO
    size: int


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would bring, before anything is written."""

    format: Format
    encoding: str
    rows: tuple[Incoming, ...]
    already: int
    """Rows that an earlier import brought; they are left out of `rows`."""
    files: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What came of it; `group` takes it back."""

    format: Format
    group: str
    made: int
    done: int
    already: int
    files: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class _Source:
    """What a file says, and the archive it lies in."""

    text: Text
    archive: Archive | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file that was read, and made to fit."""

    read: Read
    fitted: tuple[Fitted, ...]
    keys: Mapping[int, str]

    def new(self, here: Mapping[str, str]) -> list[Fitted]:
        return [one for one in self.fitted if self.keys[one.row.number] not in here]

    def remarks(self, here: Mapping[str, str]) -> tuple[Remark, ...]:
        """What there is to say of the file, and of the tasks that are new."""
        return (*self.read.remarks, *(remark for one in self.new(here) for remark in one.remarks))


def preview(user: Person, upload: Upload, kind: Format | None, *, now: datetime) -> Preview:
    """Raises Invalid where it cannot be read, TooLarge."""
    with _source(upload) as source:
        seen = _seen(user, source, upload.name, kind, now=now, heard=_nobody)
        with reading() as session:
            here = _here(user, session, seen.read.format)
    new = seen.new(here)
    return Preview(
        format=seen.read.format,
        encoding=source.text.encoding,
        rows=tuple(one.row for one in new),
        already=len(seen.fitted) - len(new),
        files=sum(len(one.row.files) + len(one.texts) for one in new),
        remarks=seen.remarks(here),
    )


def bring_in(
    user: Person, upload: Upload, kind: Format | None, *, by: By, now: datetime, heard: Heard | None = None
) -> Report:
    """All of it in one transaction, as one thing to undo; what an earlier run brought is left as it is.

    Raises Invalid, TooLarge: then nothing was written.
    """
    heard = heard or _nobody
    with _source(upload) as source:
        seen = _seen(user, source, upload.name, kind, now=now, heard=heard)
        with reading() as session:
            here = _here(user, session, seen.read.format)
        with _attached(user, source, seen.new(here), now) as attached, writing() as session:
            here = _here(user, session, seen.read.format, lock=True)
            stays = belongings.bring(user, session, seen.read.belongings, by=by, now=now)
            made = _write(user, session, seen, here, attached, by=by, now=now, heard=heard)
    tell(user, *made)
    belongings.tell(user, seen.read.belongings)
    return Report(
        format=seen.read.format,
        group=by.group,
        made=len(made),
        done=sum(task.status is Status.DONE for task in made),
        already=len(seen.fitted) - len(made),
        files=sum(len(task.attachments) for task in made),
        remarks=(*stays, *seen.remarks(here)),
    )


def _nobody(_done: int, _of: int) -> None:
    """Nobody wants to hear how far it is."""


@contextmanager
def _source(upload: Upload) -> Iterator[_Source]:
    """The file as a text; its archive stays open meanwhile."""
    upload.stream.seek(0)
    if upload.stream.read(len(ARCHIVE)) == ARCHIVE:
        with opened(upload.stream) as archive:
            yield _Source(decoded(archive.document()), archive)
        return
    if upload.size > LARGEST_TEXT:
        said, most = say_size(upload.size), say_size(LARGEST_TEXT)
        raise TooLarge(f"This file has {said}; an import takes {most}. Split it, or export less. Nothing was imported.")
    upload.stream.seek(0)
    yield _Source(decoded(upload.stream.read(LARGEST_TEXT + 1)))


def _seen(user: Person, source: _Source, name: str, kind: Format | None, *, now: datetime, heard: Heard) -> _Seen:
    """Read as what it is, or as what somebody chose, and every task made to fit."""
    kind = Format.OURS if source.archive else kind
    read = detect.read(source.text.text, name, kind, now=now, ways=user.ways)
    _check_bounds(read)
    rows = tuple(in_levels(read.rows))
    fitting: list[Fitted] = []
    for done, row in enumerate(rows, 1):
        fitting.append(fitted(row, now=now))
        if not done % AT_ONCE:
            heard(done, 2 * len(rows))
    return _Seen(read, tuple(fitting), keys_of(read.format, rows))


def _check_bounds(read: Read) -> None:
    """One import is one transaction: while it writes, others wait. Raises TooLarge."""
    if len(read.rows) > MOST_TASKS:
        raise TooLarge(TOO_MANY.format(count(len(read.rows), "task"), f"{MOST_TASKS:,}"))
    places = {(row.draft.list, row.draft.section) for row in read.rows}
    places |= {(one.name, section) for one in read.belongings.lists for section in (None, *one.sections)}
    if len(places) > MOST_PLACES:
        raise TooLarge(TOO_MANY.format(f"{len(places):,} lists and sections", f"{MOST_PLACES:,}"))


def _here(user: Person, session: Session, kind: Format, *, lock: bool = False) -> dict[str, str]:
    """Key → id of what need not come again: also the very tasks that an export of ours was made of."""
    here = incoming.keys_here(user, session, lock=lock)
    if kind in {Format.OURS, Format.ICALENDAR}:
        here |= {key_of(kind, task_id): task_id for task_id in incoming.ids_here(user, session)}
    return here


@contextmanager
def _attached(user: Person, source: _Source, new: Sequence[Fitted], now: datetime) -> Iterator[Attached]:
    """Row → ids of its files, which are there before their tasks are; where these do not come, they go again.

    Each is checked like any other file. A crash in between leaves files that go with nothing: gone a day later.
    """
    added: dict[int, tuple[str, ...]] = {}
    names = ours.file_names(source.text.text) if source.archive else {}
    with ExitStack() as unless_all_comes:
        for one in new:
            for name, content in _files_of(one, source.archive, names):
                file = files.add(user, name, content, now=now)
                unless_all_comes.callback(files.remove, user, file.id)
                added[one.row.number] = (*added.get(one.row.number, ()), file.id)
        yield added
        unless_all_comes.pop_all()


def _files_of(one: Fitted, archive: Archive | None, names: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    for number, text in enumerate(one.texts, 1):
        yield f"description{number if number > 1 else ''}.txt", text.encode()
    if archive is not None:
        for path in one.row.files[: MOST_OF_A_TASK - len(one.texts)]:
            yield names.get(path, path), archive.file(path)


def _write(
    user: Person, session: Session, seen: _Seen, here: Mapping[str, str], attached: Attached,
    *, by: By, now: datetime, heard: Heard,
) -> list[Task]:  # fmt: skip
    new = seen.new(here)
    ids = _ids(seen, new, here) | _series(user, session, seen, here)
    places = [(one.row.draft.list, one.row.draft.section) for one in new]
    spots = incoming.spots(user, session, places, now=now)
    newcomers = [
        Newcomer(
            _task(one.row, ids, spots[place], position, attached=attached, now=now),
            spots[place],
            seen.keys[one.row.number],
        )
        for one, place, position in zip(new, places, incoming.positions(user, session, len(new)), strict=True)
    ]
    for start in range(0, len(newcomers), AT_ONCE):
        heard(len(newcomers) + start, 2 * len(newcomers))
        incoming.insert_all(user, session, newcomers[start : start + AT_ONCE], by, now=now)
    return [one.task for one in newcomers]


def _ids(seen: _Seen, new: Sequence[Fitted], here: Mapping[str, str]) -> dict[int | str, str]:
    """Row → id: of the new ones, and of those here already that a new one may be part of. Series by their old name."""
    ids: dict[int | str, str] = {number: here[key] for number, key in seen.keys.items() if key in here}
    for one in new:
        ids[one.row.number] = new_id()
        if one.row.series:
            ids.setdefault(one.row.series, ids[one.row.number])
    return ids


def _series(user: Person, session: Session, seen: _Seen, here: Mapping[str, str]) -> dict[int | str, str]:
    """Those that go on here: what comes later of a series joins what an earlier import has brought of it."""
    known = incoming.series_here(user, session)
    rows = ((one.row.series, here.get(seen.keys[one.row.number], "")) for one in seen.fitted if one.row.series)
    return {name: known[task_id] for name, task_id in rows if task_id in known}


def _task(
    row: Incoming, ids: Mapping[int | str, str], spot: Spot, position: str, *, attached: Attached, now: datetime
) -> Task:
    draft, created = row.draft, row.created or row.completed or now
    updated = row.updated or row.completed or created
    own = ids[row.number]
    return Task(
        id=own,
        title=draft.title,
        description=draft.description,
        status=Status.DONE if row.done else Status.OPEN,
        priority=draft.priority,
        tags=draft.tags,
        start=draft.start,
        due=draft.due,
        estimate_minutes=draft.estimate_minutes,
        reminder_minutes=draft.reminder_minutes,
        rrule=draft.rrule,
        series_id=ids[row.series] if row.series else own if draft.rrule else None,
        after_completion=draft.after_completion and draft.rrule is not None,
        list=spot.list,
        section=spot.section,
        parent_id=ids[row.parent] if row.parent is not None else None,
        position=position,
        sample=draft.sample,
        created=created,
        updated=updated,
        completed=(row.completed or updated) if row.done else None,
        attachments=attached.get(row.number, ()),
        next_id=ids.get(row.following, str(row.following)) or None,
    )
