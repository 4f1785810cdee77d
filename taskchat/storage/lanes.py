"""Tasks that stand together: how many of each kind match, and the first of each, in one query."""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, case, func
from sqlmodel import Session, col, select

from taskchat.domain.filters import Sort, TaskFilter, seeks_words
from taskchat.domain.lanes import OPEN_NAMES, Along
from taskchat.domain.person import Person
from taskchat.domain.task import Found
from taskchat.domain.text import clean, folded
from taskchat.storage.finding import between, conditions, order, overdue
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Sections, Tags, Tasks
from taskchat.storage.tasks import PRIORITIES, load_many

Key = Any
"""An expression of a task's row."""
OVERDUE, TODAY, TOMORROW, WEEK, LATER, NO_DATE = range(len(OPEN_NAMES))


def counts(user: Person, session: Session, wanted: TaskFilter, along: Along, *, now: datetime) -> dict[str, int]:
    """How many stand in each lane, by its key."""
    decided = _key(user, along, now).label("key")
    # Once for all that are alike, which stand together in an index: to decide it for each takes five times as long. A
    # search reads the rows themselves, and jumping from one to the next in that order would take twice as long.
    together = (decided,) if seeks_words(wanted) else _decided_by(along)
    mine = (visible(user, Tasks), *conditions(user, wanted, now))
    alike = select(decided, func.count().label("number")).where(*mine).group_by(*together)
    key, number = alike.subquery().c
    return {_said(raw, along): int(n) for raw, n in session.exec(select(key, func.sum(number)).group_by(key))}


def lanes(
    user: Person, session: Session, wanted: TaskFilter, sort: Sort, along: Along, *, each: int, now: datetime
) -> tuple[Found, ...]:
    """The first `each` of every lane that is not empty, and how many stand in it."""
    return _partitioned(user, session, wanted, sort, _key(user, along, now), each=each, now=now)


def days(
    user: Person, session: Session, wanted: TaskFilter, shown: tuple[date, ...], *, each: int, now: datetime
) -> tuple[Found, ...]:
    """The same for every one of these days on which something is due."""
    zone = ZoneInfo(user.ways.zone)
    key = case(*((between(day, day, zone), n) for n, day in enumerate(shown)))
    return _partitioned(user, session, wanted, Sort.DUE, key, each=each, now=now)


def _partitioned(
    user: Person, session: Session, wanted: TaskFilter, sort: Sort, key: Key, *, each: int, now: datetime
) -> tuple[Found, ...]:
    place = func.row_number().over(partition_by=key, order_by=order(sort))
    total = func.count().over(partition_by=key)
    ranked = (
        select(col(Tasks.id).label("id"), key.label("key"), place.label("place"), total.label("total"))
        .where(visible(user, Tasks), *conditions(user, wanted, now))
        .subquery()
    )
    first = select(ranked.c.id, ranked.c.key, ranked.c.total).where(ranked.c.place <= each).order_by(ranked.c.place)
    rows = session.exec(first).all()
    tasks = {task.id: task for task in load_many(user, session, (task_id for task_id, _, _ in rows), trashed=None)}
    totals = {of: number for _, of, number in rows}
    return tuple(
        Found(tuple(tasks[task_id] for task_id, of, _ in rows if of == one), number) for one, number in totals.items()
    )


def section_names(user: Person, session: Session, list_name: str) -> tuple[str, ...]:
    """Of that list, in their order."""
    of_list = (visible(user, Sections), col(Lists.name_folded) == folded(clean(list_name)))
    query = select(Sections.name).join(Lists, col(Lists.id) == col(Sections.list_id)).where(*of_list)
    return tuple(session.exec(query.order_by(col(Sections.position), col(Sections.id))))


def _key(user: Person, along: Along, now: datetime) -> Key:
    match along:
        case Along.PRIORITY:
            return col(Tasks.priority)
        case Along.DUE:
            return _when(user, now)
        case Along.LIST:
            return func.coalesce(_of(Lists.name, col(Lists.id) == col(Tasks.list_id)), "")
        case Along.SECTION:
            return func.coalesce(_of(Sections.name, col(Sections.id) == col(Tasks.section_id)), "")
        case Along.TAG:
            return func.coalesce(_of(Tags.tag, col(Tags.task_id) == col(Tasks.id), col(Tags.place) == 0), "")


def _decided_by(along: Along) -> tuple[Key, ...]:
    """What the key is made from."""
    match along:
        case Along.PRIORITY:
            return (col(Tasks.priority),)
        case Along.DUE:
            return col(Tasks.status), col(Tasks.list_id), col(Tasks.due_on), col(Tasks.due_at)
        case Along.LIST:
            return (col(Tasks.list_id),)
        case Along.SECTION:
            return (col(Tasks.section_id),)
        case Along.TAG:
            return (col(Tasks.id),)


def places(user: Person, along: Along, now: datetime) -> tuple[Key, ...]:
    """In which order the groups come: lists and sections in the person's own, tags by name and what has none last."""
    match along:
        case Along.LIST:
            return (func.coalesce(_of(Lists.position, col(Lists.id) == col(Tasks.list_id)), ""),)
        case Along.SECTION:
            return (func.coalesce(_of(Sections.position, col(Sections.id) == col(Tasks.section_id)), ""),)
        case Along.TAG:
            tag = _of(Tags.tag, col(Tags.task_id) == col(Tasks.id), col(Tags.place) == 0)
            return tag.is_(None), tag
        case _:
            return (_key(user, along, now),)


def _of(column: Any, *where: ColumnElement[bool]) -> Key:
    return select(column).where(*where).correlate(Tasks).scalar_subquery()


def _when(user: Person, now: datetime) -> Key:
    """The place in OPEN_NAMES of the heading that an open task stands under."""
    zone = ZoneInfo(user.ways.zone)
    today = now.astimezone(zone).date()
    until = ((TODAY, 0), (TOMORROW, 1), (WEEK, 7))
    return case(
        (col(Tasks.due_on).is_(None), NO_DATE),
        (overdue(today, now), OVERDUE),
        *((between(None, today + timedelta(days=days), zone), name) for name, days in until),
        else_=LATER,
    )


def _said(raw: Any, along: Along) -> str:
    if along is Along.DUE:
        return OPEN_NAMES[raw]
    return PRIORITIES[raw].value if along is Along.PRIORITY else raw
