"""All a person has, page by page: what an export and a calendar feed read."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, func, or_
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from taskchat.domain.file import File
from taskchat.domain.person import Person
from taskchat.domain.task import Status, Task
from taskchat.storage.database import bare
from taskchat.storage.files import load_files
from taskchat.storage.sight import visible
from taskchat.storage.tables import Activity, Attachments, Items, Tasks, Threads
from taskchat.storage.tasks import read, tasks_of
from taskchat.storage.threads import owned_thread

PAGE = 500
IN_CALENDAR = and_(col(Tasks.status) == Status.OPEN.value, col(Tasks.due_on).is_not(None), ~col(Tasks.sample))
"""Open, due, and no sample."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What differs as soon as the calendar does: how many tasks stand in it, and when any task last changed."""

    count: int
    updated: datetime | None


def tasks_page(
    user: Person, session: Session, after: Task | None, *, deleted: bool = False, calendar: bool = False
) -> tuple[Task, ...]:
    """The next ones in the manual order. `calendar`: only those that stand in one."""
    query = tasks_of(user).where(col(Tasks.deleted).is_not(None) if deleted else col(Tasks.deleted).is_(None))
    if calendar:
        query = query.where(IN_CALENDAR)
    if after is not None:
        behind = (col(Tasks.position) == after.position) & (col(Tasks.id) > after.id)
        query = query.where(or_(col(Tasks.position) > after.position, behind))
    return read(user, session, query.order_by(col(Tasks.position), col(Tasks.id)).limit(PAGE))


def stamp(user: Person, session: Session) -> Stamp:
    shown = func.count(case((IN_CALENDAR & col(Tasks.deleted).is_(None), Tasks.id)))
    count, updated = session.exec(select(shown, func.max(Tasks.updated)).where(visible(user, Tasks))).one()
    return Stamp(count, updated)


def zones(user: Person, session: Session) -> tuple[str, ...]:
    """In which clocks the person's dates are told."""
    used = select(Tasks.zone).where(visible(user, Tasks), col(Tasks.due_at).is_not(None)).distinct()
    return tuple(sorted(zone for zone in session.exec(used) if zone))


def files(user: Person, session: Session) -> tuple[File, ...]:
    """Those that have arrived."""
    ids = session.exec(select(Attachments.id).where(visible(user, Attachments)).order_by(Attachments.id)).all()
    return tuple(file for file in load_files(user, session, ids) if file.is_here)


def conversations(user: Person, session: Session) -> list[str]:
    """Their ids, oldest first, without those in the trash."""
    mine = select(Threads.id).where(visible(user, Threads), col(Threads.deleted).is_(None))
    return list(session.exec(mine.order_by(col(Threads.created), col(Threads.id))))


def conversation(user: Person, session: Session, thread_id: str) -> dict[str, Any]:
    """Its name, and its items as they are stored (JSON texts). Raises NotFound."""
    thread = owned_thread(user, session, thread_id)
    items = session.exec(select(Items.data).where(col(Items.thread_id) == thread.id).order_by(col(Items.seq))).all()
    return {"id": thread.id, "title": thread.title, "created": thread.created.isoformat(), "items": list(items)}


def deeds_page(user: Person, session: Session, after: int) -> list[tuple[int, dict[str, Any]]]:
    """What happened to their tasks, oldest first, each with its number."""
    its = bare(Activity).c
    page = sa_select(its.seq, its.at, its.verb, its.title, its.task_id, its.door)
    page = page.where(visible(user, Activity), its.seq > after).order_by(its.seq).limit(PAGE)
    return [
        (seq, {"at": at.isoformat(), "verb": verb, "title": title, "task_id": task_id, "door": door})
        for seq, at, verb, title, task_id, door in session.execute(page)
    ]
