"""Who is told of which task when: once for each moment, whoever asks and however often."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, update
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.reminding import LASTS, Reminder
from taskchat.storage import tasks
from taskchat.storage.database import insert_once
from taskchat.storage.ids import new_id
from taskchat.storage.sight import visible
from taskchat.storage.tables import Reminders, Tasks

INBOX = 50


@dataclass(frozen=True, slots=True)
class Lot:
    """Reminders of one person that are one notice."""

    user_id: str
    group: str
    ids: tuple[str, ...]


def _stands() -> ColumnElement[bool]:
    """The task is still as it was when somebody was told: not done, not deleted, due at the same moment."""
    return col(Tasks.remind_at) == col(Reminders.about)


def _due(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Tasks nobody was told of. Whoever changed one after its moment has just seen it, and is not reminded."""
    told = exists().where(col(Reminders.task_id) == col(Tasks.id), col(Reminders.moment) == col(Tasks.remind_at))
    at = col(Tasks.remind_at)
    return at > now - LASTS, at <= now, col(Tasks.updated) <= at, ~told


def _put_off(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return col(Reminders.cleared).is_(None), col(Reminders.told).is_(None), col(Reminders.moment) <= now


def _over(now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Told, and settled by somebody or by what became of the task; or a day old."""
    done = or_(col(Reminders.settled).is_not(None), col(Tasks.remind_at).is_(None), ~_stands())
    return (
        col(Reminders.cleared).is_(None),
        col(Reminders.told).is_not(None),
        or_(done, col(Reminders.told) <= now - LASTS),
    )


def is_something_due(session: Session, *, now: datetime) -> bool:
    """Whether the clock has anything to do: asked at every change of anybody's tasks, so it only reads."""
    due, put_off = exists().where(*_due(now)), exists().where(*_put_off(now))
    over = exists().where(col(Tasks.id) == col(Reminders.task_id), *_over(now))
    unsent = exists().where(*_unsent())
    return session.exec(select(or_(due, put_off, over, unsent))).one()


def next_moment(session: Session, *, now: datetime) -> datetime | None:
    """When somebody is to be told next."""
    task = session.exec(select(func.min(Tasks.remind_at)).where(col(Tasks.remind_at) > now)).one()
    waits = (col(Reminders.cleared).is_(None), col(Reminders.told).is_(None))
    put_off = session.exec(select(func.min(Reminders.moment)).where(*waits)).one()
    return min((moment for moment in (task, put_off) if moment), default=None)


def tell_due(session: Session, *, now: datetime) -> dict[str, tuple[str, ...]]:
    """Note that people are told now; the ids by person. A moment that was told already stays told (R-02: once)."""
    groups: defaultdict[str, str] = defaultdict(new_id)
    told: defaultdict[str, list[str]] = defaultdict(list)
    for reminder in (*_tell_anew(session, groups, now), *_tell_again(session, groups, now)):
        told[reminder[0]].append(reminder[1])
    return {user_id: tuple(ids) for user_id, ids in told.items()}


def _tell_anew(session: Session, groups: defaultdict[str, str], now: datetime) -> list[tuple[str, str]]:
    made: list[tuple[str, str]] = []
    query = select(Tasks.id, Tasks.person_id, Tasks.remind_at).where(*_due(now)).order_by(col(Tasks.remind_at))
    for task_id, user_id, moment in session.exec(query).all():
        reminder_id = new_id()
        same = {"person_id": user_id, "task_id": task_id, "moment": moment, "about": moment}
        if insert_once(session, Reminders, id=reminder_id, group=groups[user_id], told=now, **same):
            made.append((user_id, reminder_id))
    return made


def _tell_again(session: Session, groups: defaultdict[str, str], now: datetime) -> list[tuple[str, str]]:
    """What was put off until now; where the task is another by now, it is dropped."""
    told: list[tuple[str, str]] = []
    query = select(Reminders, Tasks.remind_at).join(Tasks, col(Tasks.id) == col(Reminders.task_id))
    for row, remind_at in session.exec(query.where(*_put_off(now)).with_for_update(of=Reminders)).all():
        if remind_at != row.about or row.moment <= now - LASTS:
            session.delete(row)
            continue
        row.told, row.group = now, groups[row.person_id]
        session.add(row)
        told.append((row.person_id, row.id))
    session.flush()
    return told


def _unsent() -> tuple[ColumnElement[bool], ...]:
    return col(Reminders.cleared).is_(None), col(Reminders.told).is_not(None), col(Reminders.sent).is_(None)


def unsent(session: Session) -> tuple[Lot, ...]:
    """What the push services have not got yet: after a crash in between it is still here."""
    query = select(Reminders).where(*_unsent(), col(Reminders.settled).is_(None))
    return _lots(session.exec(query.order_by(col(Reminders.moment))))


def mark_sent(session: Session, ids: Iterable[str], *, now: datetime) -> None:
    session.execute(update(Reminders).where(col(Reminders.id).in_(list(ids))).values(sent=now))


def clear(session: Session, *, now: datetime) -> tuple[Lot, ...]:
    """Note what is over; the notices of which nothing stands any more and that devices may still show."""
    joined = select(Reminders).join(Tasks, col(Tasks.id) == col(Reminders.task_id))
    over = session.exec(joined.where(*_over(now)).with_for_update(of=Reminders)).all()
    for row in over:
        row.cleared = now
        session.add(row)
    session.flush()
    shown = [row for row in over if row.sent is not None and row.told is not None and row.told > now - LASTS]
    open_groups = set(session.exec(select(Reminders.group).where(col(Reminders.cleared).is_(None))))
    return _lots(row for row in shown if row.group not in open_groups)


def _lots(rows: Iterable[Reminders]) -> tuple[Lot, ...]:
    lots: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows:
        lots[row.person_id, row.group].append(row.id)
    return tuple(Lot(user_id, group, tuple(ids)) for (user_id, group), ids in lots.items())


def _theirs(user: Person) -> tuple[ColumnElement[bool], ...]:
    """What stands in their inbox."""
    told = (col(Reminders.told).is_not(None), col(Reminders.settled).is_(None))
    return visible(user, Reminders), *told, _stands()


def inbox(user: Person, session: Session, ids: Collection[str] | None = None) -> tuple[Reminder, ...]:
    """What they were told of and nobody has settled, newest first: the last fifty, or all of these ids or groups."""
    query = select(Reminders).join(Tasks, col(Tasks.id) == col(Reminders.task_id)).where(*_theirs(user))
    query = query.order_by(col(Reminders.told).desc(), col(Reminders.moment).desc())
    if ids is None:
        query = query.limit(INBOX)
    else:
        query = query.where(or_(col(Reminders.id).in_(list(ids)), col(Reminders.group).in_(list(ids))))
    rows = session.exec(query).all()
    known = {task.id: task for task in tasks.load_many(user, session, [row.task_id for row in rows])}
    return tuple(
        Reminder(row.id, row.group, row.told, row.read is not None, known[row.task_id])
        for row in rows
        if row.told is not None and row.task_id in known
    )


def mark_read(user: Person, session: Session, *, now: datetime) -> int:
    """How many were not read yet."""
    news = (visible(user, Reminders), col(Reminders.told).is_not(None), col(Reminders.read).is_(None))
    return session.execute(update(Reminders).where(*news).values(read=now)).rowcount  # pyright: ignore[reportAttributeAccessIssue]


def settle(user: Person, session: Session, ids: Collection[str], *, now: datetime) -> set[str]:
    """Somebody acts on them: those nobody had acted on before."""
    theirs = (visible(user, Reminders), col(Reminders.id).in_(list(ids)), col(Reminders.settled).is_(None))
    acted = update(Reminders).where(*theirs).values(settled=now, read=now).returning(col(Reminders.id))
    return set(session.execute(acted).scalars())


def put_off(user: Person, session: Session, reminder: Reminder, until: datetime) -> None:
    """Tell them again then, unless the task has become another until then."""
    about = session.exec(select(Tasks.remind_at).where(visible(user, Tasks), col(Tasks.id) == reminder.task.id)).one()
    same = {"person_id": user.id, "task_id": reminder.task.id, "moment": until, "about": about}
    insert_once(session, Reminders, id=new_id(), group="", **same)
