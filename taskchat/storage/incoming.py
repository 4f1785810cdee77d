"""Many new tasks at once, with the record of them: what an import writes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fractional_indexing import generate_n_keys_between
from sqlalchemy import insert
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.storage.activity import record_many
from taskchat.storage.database import bare
from taskchat.storage.files import set_files
from taskchat.storage.lists import list_id_of, section_id_of
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, People, Sections, Tags, Tasks
from taskchat.storage.tasks import columns_of, last_position

Place = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Spot:
    """A list, or a section of it, by ids and by the names they have here; None = Inbox, no section."""

    list_id: str | None
    section_id: str | None
    list: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """A task, where it goes, and the key of the row it came from."""

    task: Task
    spot: Spot
    key: str


def keys_here(user: Person, session: Session, *, lock: bool = False) -> dict[str, str]:
    """Of what was imported before and is not in the trash: each row's key and the id of its task.

    `lock`: until the end of the transaction nobody else imports for this person.
    """
    if lock:
        session.exec(select(People.id).where(col(People.id) == user.id).with_for_update()).all()
    mine = (visible(user, Tasks), col(Tasks.deleted).is_(None), col(Tasks.import_key).is_not(None))
    return {str(key): task_id for key, task_id in session.exec(select(Tasks.import_key, Tasks.id).where(*mine))}


def ids_here(user: Person, session: Session) -> tuple[str, ...]:
    """Of all tasks that are not in the trash."""
    return tuple(session.exec(select(Tasks.id).where(visible(user, Tasks), col(Tasks.deleted).is_(None))))


def series_here(user: Person, session: Session) -> dict[str, str]:
    """Task → its series, of all that are not in the trash."""
    mine = (visible(user, Tasks), col(Tasks.deleted).is_(None), col(Tasks.series_id).is_not(None))
    return {task_id: str(series) for task_id, series in session.exec(select(Tasks.id, Tasks.series_id).where(*mine))}


def positions(user: Person, session: Session, count: int) -> list[str]:
    """The next ones of the person's manual order."""
    return generate_n_keys_between(last_position(user, session), None, count)


def spots(user: Person, session: Session, named: Iterable[Place], *, now: datetime) -> dict[Place, Spot]:
    """Where each list and section by name is, made where it was not there yet; it keeps its first spelling."""
    ids: dict[Place, tuple[str | None, str | None]] = {}
    for list_name, section in dict.fromkeys(named):
        list_id = list_id_of(user, session, list_name, now=now)
        ids[list_name, section] = list_id, section_id_of(user, session, list_id, section)
    lists, sections = _spelt(user, session, Lists), _spelt(user, session, Sections)
    return {
        place: Spot(list_id, section_id, lists.get(list_id), sections.get(section_id))
        for place, (list_id, section_id) in ids.items()
    }


def _spelt(user: Person, session: Session, table: type[Lists] | type[Sections]) -> dict[str | None, str]:
    return dict(session.exec(select(table.id, table.name).where(visible(user, table))).all())


def insert_all(user: Person, session: Session, newcomers: Sequence[Newcomer], by: By, *, now: datetime) -> None:
    """The tasks, their tags and files, and the record that undo reads, in four statements and not in ten a task.

    Their parents are among them, before them, or were there already.
    """
    tasks = [one.task for one in newcomers]
    _fill(session, Tasks, [_row(user, one) for one in newcomers])
    _fill(session, Tags, [row for task in tasks for row in _tags(user, task)])
    for task in tasks:
        if task.attachments:
            set_files(user, session, task.id, task.attachments, now=now)
    record_many(user, session, by, verb="created", changes=((None, task) for task in tasks), now=now)


def _fill(session: Session, table: Any, rows: list[dict[str, Any]]) -> None:
    if rows:
        session.connection().execute(insert(bare(table)), rows)


def _row(user: Person, one: Newcomer) -> dict[str, Any]:
    mine = {"person_id": user.id, "list_id": one.spot.list_id, "section_id": one.spot.section_id}
    return columns_of(one.task) | mine | {"import_key": one.key}


def _tags(user: Person, task: Task) -> list[dict[str, Any]]:
    return [
        {"task_id": task.id, "tag": tag, "person_id": user.id, "place": place} for place, tag in enumerate(task.tags)
    ]
