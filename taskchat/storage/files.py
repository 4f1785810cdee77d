"""Files as rows: what they are called and are, and which message and task they go with."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import delete
from sqlmodel import Session, col, select

from taskchat.domain.file import File
from taskchat.domain.person import Person
from taskchat.errors import NotFound
from taskchat.storage.disk import GONE
from taskchat.storage.sight import visible
from taskchat.storage.tables import Attachments, Threads
from taskchat.storage.tags import AT_ONCE


def insert_file(user: Person, session: Session, file: File) -> None:
    session.add(Attachments(id=file.id, person_id=user.id, data=_data(file), created=file.created))
    session.flush()


def load_file(user: Person, session: Session, file_id: str, *, lock: bool = False) -> File:
    """Raises NotFound."""
    return _file(_row(user, session, file_id, lock=lock))


def load_files(user: Person, session: Session, file_ids: Iterable[str]) -> tuple[File, ...]:
    """Those of them that are there, in the order asked for."""
    wanted = list(dict.fromkeys(file_ids))
    rows = session.exec(select(Attachments).where(visible(user, Attachments), col(Attachments.id).in_(wanted)))
    found = {row.id: _file(row) for row in rows}
    return tuple(found[file_id] for file_id in wanted if file_id in found)


def save_file(user: Person, session: Session, file: File) -> None:
    """Name, content and whom it is shown to, and its conversation where it has none yet. Raises NotFound."""
    row = _row(user, session, file.id, lock=True)
    if file.thread_id is not None and row.thread_id is None:
        row.thread_id = _own_thread(user, session, file.thread_id)
    row.data = _data(file)
    session.add(row)
    session.flush()


def _own_thread(user: Person, session: Session, thread_id: str) -> str:
    theirs = (visible(user, Threads), col(Threads.id) == thread_id, col(Threads.deleted).is_(None))
    if session.exec(select(Threads.id).where(*theirs)).first() is None:
        raise NotFound(GONE)
    return thread_id


def delete_file(user: Person, session: Session, file_id: str) -> None:
    """Raises NotFound."""
    _row(user, session, file_id)
    session.execute(delete(Attachments).where(visible(user, Attachments), col(Attachments.id) == file_id))


def bytes_of(user: Person, session: Session) -> int:
    """How much room a person's files take."""
    kept = session.exec(select(Attachments.data).where(visible(user, Attachments)))
    return sum(json.loads(data).get("size", 0) for data in kept)


def files_of(user: Person, session: Session, task_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The ids of each task's files, the oldest first; tasks without files are missing."""
    ids = list(task_ids)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for start in range(0, len(ids), AT_ONCE):
        of_these = (visible(user, Attachments), col(Attachments.task_id).in_(ids[start : start + AT_ONCE]))
        pairs = session.exec(select(Attachments.task_id, Attachments.id).where(*of_these).order_by(Attachments.id))
        for task_id, file_id in pairs:
            found[str(task_id)].append(file_id)
    return {task_id: tuple(files) for task_id, files in found.items()}


def set_files(user: Person, session: Session, task_id: str, file_ids: tuple[str, ...], *, now: datetime) -> None:
    """Exactly these from now on; one that is gone, or at another task, is left where it is."""
    before = files_of(user, session, (task_id,)).get(task_id, ())
    if before == file_ids:
        return
    for row in session.exec(select(Attachments).where(visible(user, Attachments), _any_of({*before, *file_ids}))):
        if row.id not in file_ids:
            row.task_id, row.data = None, _data(replace(_file(row), removed=now))
        elif row.task_id is None:
            row.task_id, row.data = task_id, _data(replace(_file(row), removed=None))
        session.add(row)
    session.flush()


def _any_of(file_ids: Iterable[str]) -> Any:
    return col(Attachments.id).in_(list(file_ids))


def _row(user: Person, session: Session, file_id: str, *, lock: bool = False) -> Attachments:
    query = select(Attachments).where(visible(user, Attachments), col(Attachments.id) == file_id)
    row = session.exec(query.with_for_update() if lock else query).first()
    if row is None:
        raise NotFound(GONE)
    return row


def _data(file: File) -> str:
    removed = file.removed.isoformat() if file.removed else None
    kept = {"name": file.name, "kind": file.kind, "size": file.size, "here": file.is_here}
    return json.dumps(kept | {"shown_to": file.shown_to, "removed": removed}, ensure_ascii=False)


def _file(row: Attachments) -> File:
    kept = json.loads(row.data)
    return File(
        id=row.id,
        name=kept["name"],
        kind=kept["kind"],
        size=kept["size"],
        is_here=kept["here"],
        created=row.created,
        thread_id=row.thread_id,
        task_id=row.task_id,
        shown_to=kept["shown_to"],
        removed=removed_from(row.data),
    )


def removed_from(data: str) -> datetime | None:
    """When what the row's `data` tells of was taken off its task."""
    removed = json.loads(data).get("removed")
    return datetime.fromisoformat(removed) if removed else None
