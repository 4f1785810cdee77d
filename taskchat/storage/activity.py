"""What happened to tasks, what every tool call came to: the record that undo and the audit read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.storage.database import bare
from taskchat.storage.frozen import from_json, to_json
from taskchat.storage.sight import visible
from taskchat.storage.tables import Activity, Calls


@dataclass(frozen=True, slots=True)
class Deed:
    """One change of one task. A purged one has neither title nor before nor after."""

    group: str
    verb: str
    task_id: str
    title: str
    before: Task | None
    after: Task | None
    at: datetime
    door: str
    thread_id: str | None
    undone: bool
    undo_of: str | None


@dataclass(frozen=True, slots=True)
class Call:
    """One tool call (C-09); arguments as JSON text, titles cut to 50."""

    thread_id: str | None
    tool: str
    arguments: str
    outcome: str
    milliseconds: int
    at: datetime


def record(
    user: Person,
    session: Session,
    by: By,
    *,
    verb: str,
    before: Task | None,
    after: Task,
    now: datetime,
    undo_of: str | None = None,
) -> None:
    """Keep one change; `verb` is created, edited, completed, reopened, deleted, restored or undone."""
    record_many(user, session, by, verb=verb, changes=((before, after),), now=now, undo_of=undo_of)


def record_many(
    user: Person,
    session: Session,
    by: By,
    *,
    verb: str,
    changes: Iterable[tuple[Task | None, Task]],
    now: datetime,
    undo_of: str | None = None,
) -> None:
    """The same for several (before, after), in their order."""
    same = {"person_id": user.id, "group": by.group, "door": by.door, "thread_id": by.thread_id, "run_id": by.run_id}
    same |= {"tool": by.tool, "verb": verb, "at": now, "undo_of": undo_of}
    rows = [
        same | {"task_id": after.id, "title": after.title, "before": to_json(before), "after": to_json(after)}
        for before, after in changes
    ]
    if rows:
        session.connection().execute(insert(bare(Activity)), rows)


def deeds_of(user: Person, session: Session, group: str, *, since: datetime, undone: bool = False) -> tuple[Deed, ...]:
    """What still stands of a group (or, with `undone`, what was taken back), newest first."""
    state = col(Activity.undone).is_not(None) if undone else col(Activity.undone).is_(None)
    query = select(Activity).where(visible(user, Activity), col(Activity.group) == group, state)
    query = query.where(col(Activity.at) > since).order_by(col(Activity.seq).desc()).with_for_update()
    return tuple(map(_deed, session.exec(query)))


def standing(user: Person, session: Session, groups: Iterable[str], *, since: datetime) -> tuple[Deed, ...]:
    """What still stands of several groups, newest first."""
    of_groups = (visible(user, Activity), col(Activity.group).in_(list(groups)), col(Activity.undone).is_(None))
    query = select(Activity).where(*of_groups, col(Activity.at) > since).order_by(col(Activity.seq).desc())
    return tuple(map(_deed, session.exec(query)))


def _deed(row: Activity) -> Deed:
    return Deed(
        group=row.group,
        verb=row.verb,
        task_id=row.task_id,
        title=row.title,
        before=from_json(row.before),
        after=from_json(row.after),
        at=row.at,
        door=row.door,
        thread_id=row.thread_id,
        undone=row.undone is not None,
        undo_of=row.undo_of,
    )


def latest_group(user: Person, session: Session, thread_id: str | None, *, since: datetime) -> str | None:
    """The group of the newest change that still stands and is not itself an undo; of one thread, or of all."""
    query = select(Activity.group).where(visible(user, Activity), col(Activity.at) > since)
    query = query.where(col(Activity.undone).is_(None), col(Activity.undo_of).is_(None))
    if thread_id is not None:
        query = query.where(col(Activity.thread_id) == thread_id)
    return session.exec(query.order_by(col(Activity.seq).desc()).limit(1)).first()


def latest_of_door(user: Person, session: Session, door: str, *, since: datetime) -> str | None:
    """The group of the newest change through this door that stands and is not itself an undo: undo takes it back."""
    query = select(Activity.group).where(*_through(user, door, since), col(Activity.undo_of).is_(None))
    return session.exec(_newest(query.where(col(Activity.undone).is_(None)))).first()


def latest_undo_of_door(user: Person, session: Session, door: str, *, since: datetime) -> str | None:
    """The group of the newest undo that stands: redo does again what it took back; None where a change came after."""
    undone = aliased(Activity)
    of_an_undo = (visible(user, undone), undone.group == col(Activity.undo_of), col(undone.undo_of).is_not(None))
    is_redo = select(undone.seq).where(*of_an_undo).exists()
    is_redone = and_(col(Activity.undo_of).is_not(None), col(Activity.undone).is_not(None))
    query = select(Activity.group, Activity.undo_of).where(*_through(user, door, since), ~is_redo, ~is_redone)
    newest = session.exec(_newest(query)).first()
    return newest[0] if newest and newest[1] else None


def _through(user: Person, door: str, since: datetime) -> tuple[ColumnElement[bool], ...]:
    return visible(user, Activity), col(Activity.door) == door, col(Activity.at) > since


def _newest(query: Any) -> Any:
    return query.order_by(col(Activity.seq).desc()).limit(1)


def mark(user: Person, session: Session, group: str, task_ids: Iterable[str], *, undone: datetime | None) -> None:
    """Note that a group's changes of these tasks are taken back, or (None) stand again."""
    of_group = (visible(user, Activity), col(Activity.group) == group, col(Activity.task_id).in_(list(task_ids)))
    session.execute(update(Activity).where(*of_group).values(undone=undone))


def changed_by(user: Person, session: Session, group: str) -> tuple[str, ...]:
    """The tasks a group changed, in the order of the changes."""
    query = select(Activity.task_id).where(visible(user, Activity), col(Activity.group) == group)
    return tuple(dict.fromkeys(session.exec(query.order_by(col(Activity.seq)))))


def undone_groups(user: Person, session: Session, groups: Iterable[str]) -> tuple[str, ...]:
    """Those groups of which nothing stands any more."""
    of_them = (visible(user, Activity), col(Activity.group).in_(list(groups)))
    query = select(Activity.group).where(*of_them).group_by(col(Activity.group))
    return tuple(session.exec(query.having(func.count() == func.count(col(Activity.undone)))))


def latest_deeds(user: Person, session: Session, limit: int) -> tuple[Deed, ...]:
    """The activity page: newest first."""
    query = select(Activity).where(visible(user, Activity)).order_by(col(Activity.seq).desc()).limit(limit)
    return tuple(map(_deed, session.exec(query)))


def insert_call(user: Person, session: Session, call: Call) -> None:
    session.add(
        Calls(
            person_id=user.id,
            thread_id=call.thread_id,
            tool=call.tool,
            arguments=call.arguments,
            outcome=call.outcome,
            milliseconds=call.milliseconds,
            at=call.at,
        )
    )
    session.flush()


def latest_calls(user: Person, session: Session, limit: int) -> tuple[Call, ...]:
    """Newest first."""
    query = select(Calls).where(visible(user, Calls)).order_by(col(Calls.seq).desc()).limit(limit)
    return tuple(
        Call(row.thread_id, row.tool, row.arguments, row.outcome, row.milliseconds, row.at)
        for row in session.exec(query)
    )
