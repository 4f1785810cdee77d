"""What happened to tasks and lists, what every tool call came to: the record that undo and the audit read."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, insert, update
from sqlalchemy.orm import aliased
from sqlmodel import Session, col, select

from taskchat.domain.lists import Thing, kind_of
from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.storage.database import bare
from taskchat.storage.frozen import from_json, thing_from_json, to_json
from taskchat.storage.sight import visible
from taskchat.storage.tables import Activity, Calls


@dataclass(frozen=True, slots=True)
class Deed:
    """One change of one task, list, section or template. A purged one has neither title nor before nor after.

    `kind` says what `task_id` and `title` are of; what is no task stands in `thing_before` and `thing_after`.
    """

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
    kind: str = "task"
    thing_before: Thing | None = None
    thing_after: Thing | None = None


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
    """Keep one change.

    `verb` is created, edited, completed, planned (what that set off), skipped, reopened, deleted, restored or undone.
    """
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
    same = _said_of(user, by, verb, now, undo_of) | {"kind": "task"}
    rows = [
        same | {"task_id": after.id, "title": after.title, "before": to_json(before), "after": to_json(after)}
        for before, after in changes
    ]
    _keep(session, rows)


def record_thing(
    user: Person,
    session: Session,
    by: By,
    *,
    before: Thing | None,
    after: Thing | None,
    now: datetime,
    undo_of: str | None = None,
) -> None:
    """Keep one change of a list, a section, a template or a saved view; of one that is gone `after` is None."""
    thing = after or before
    if thing is None:
        return
    verb = "undone" if undo_of else "created" if before is None else "deleted" if after is None else "edited"
    what = {"kind": kind_of(thing), "task_id": thing.id, "title": thing.name}
    what |= {"before": to_json(before), "after": to_json(after)}
    _keep(session, [_said_of(user, by, verb, now, undo_of) | what])


def _said_of(user: Person, by: By, verb: str, now: datetime, undo_of: str | None) -> dict[str, Any]:
    by_whom = {"person_id": user.id, "group": by.group, "door": by.door, "thread_id": by.thread_id}
    return by_whom | {"run_id": by.run_id, "tool": by.tool, "verb": verb, "at": now, "undo_of": undo_of}


def _keep(session: Session, rows: list[dict[str, Any]]) -> None:
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
    is_task = row.kind == "task"
    return Deed(
        group=row.group,
        verb=row.verb,
        task_id=row.task_id,
        title=row.title,
        before=from_json(row.before) if is_task else None,
        after=from_json(row.after) if is_task else None,
        at=row.at,
        door=row.door,
        thread_id=row.thread_id,
        undone=row.undone is not None,
        undo_of=row.undo_of,
        kind=row.kind,
        thing_before=None if is_task else thing_from_json(row.kind, row.before),
        thing_after=None if is_task else thing_from_json(row.kind, row.after),
    )


def latest_group(user: Person, session: Session, thread_id: str | None, *, since: datetime) -> str | None:
    """The group of the newest change that still stands and is not itself an undo; of one thread, or of all."""
    query = select(Activity.group).where(visible(user, Activity), col(Activity.at) > since)
    query = query.where(col(Activity.undone).is_(None), col(Activity.undo_of).is_(None))
    if thread_id is not None:
        query = query.where(col(Activity.thread_id) == thread_id)
    return session.exec(query.order_by(col(Activity.seq).desc()).limit(1)).first()


def completing_group(user: Person, session: Session, task_id: str) -> str | None:
    """The group in which this task was completed last."""
    of_it = (visible(user, Activity), col(Activity.task_id) == task_id, col(Activity.verb) == "completed")
    query = select(Activity.group).where(*of_it, col(Activity.undone).is_(None))
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
    query = query.where(col(Activity.kind) == "task")
    return tuple(dict.fromkeys(session.exec(query.order_by(col(Activity.seq)))))


def undone_groups(user: Person, session: Session, groups: Iterable[str]) -> tuple[str, ...]:
    """Those groups of which nothing stands any more."""
    of_them = (visible(user, Activity), col(Activity.group).in_(list(groups)))
    query = select(Activity.group).where(*of_them).group_by(col(Activity.group))
    return tuple(session.exec(query.having(func.count() == func.count(col(Activity.undone)))))


def as_seen(user: Person, session: Session, task_id: str, updated: datetime) -> Task | None:
    """The task as it was when it had been changed at `updated`; None if that is not on record."""
    of_it = (visible(user, Activity), col(Activity.task_id) == task_id, col(Activity.at) == updated)
    query = select(Activity.after).where(*of_it).order_by(col(Activity.seq).desc()).limit(1)
    return from_json(session.exec(query).first())


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
