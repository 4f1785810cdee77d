"""Which tasks match: filters, search, sorts, pages and counts (F-01 to F-04)."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, case, false, func, or_, true
from sqlmodel import Session, col, select

from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter, beside, searched, seeks_words
from taskchat.domain.person import Person
from taskchat.domain.task import Found, Status, Task
from taskchat.domain.text import clean, folded
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Tags, Tasks
from taskchat.storage.tasks import RANKS, load_many, read, tasks_of

Condition = ColumnElement[bool]
ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class Counts:
    """How many open tasks stand in each place (F-07); samples count nowhere (A-02)."""

    inbox: int
    today: int
    """Overdue or due today, and begun."""
    upcoming: int
    """Due after today."""
    lists: tuple[tuple[str, int], ...]


def find(
    user: Person, session: Session, wanted: TaskFilter, sort: Sort, *, limit: int, offset: int, now: datetime
) -> Found:
    """One page and how many there are in all."""
    if seeks_words(wanted):
        return _found(user, session, wanted, sort, limit=limit, offset=offset, now=now)
    tasks = page(user, session, wanted, sort, limit=limit, offset=offset, now=now)
    if 0 < len(tasks) < limit or not (tasks or offset):
        return Found(tasks, offset + len(tasks))
    return Found(tasks, total(user, session, wanted, now=now))


def _found(
    user: Person, session: Session, wanted: TaskFilter, sort: Sort, *, limit: int, offset: int, now: datetime
) -> Found:
    """The same in one query: a search reads every row, and that only once."""
    matching = (visible(user, Tasks), *conditions(user, wanted, now))
    query = select(Tasks.id, func.count().over()).where(*matching).order_by(*order(sort)).limit(limit).offset(offset)
    rows = session.exec(query).all()
    tasks = load_many(user, session, (task_id for task_id, _ in rows), trashed=None)
    if rows or not offset:
        return Found(tasks, rows[0][1] if rows else 0)
    return Found(tasks, total(user, session, wanted, now=now))


def page(
    user: Person,
    session: Session,
    wanted: TaskFilter,
    sort: Sort,
    *,
    limit: int,
    offset: int,
    now: datetime,
    first_by: Iterable[ColumnElement[Any]] = (),
) -> tuple[Task, ...]:
    """A part of what matches; `first_by` comes before the sort."""
    matching = (visible(user, Tasks), *conditions(user, wanted, now))
    # Ids first: sorting whole rows with their descriptions takes twice as long.
    ids = select(Tasks.id).where(*matching).order_by(*first_by, *order(sort)).limit(limit).offset(offset)
    return load_many(user, session, session.exec(ids).all(), trashed=None)


def total(user: Person, session: Session, wanted: TaskFilter, *, now: datetime) -> int:
    """How many match."""
    matching = (visible(user, Tasks), *conditions(user, wanted, now))
    return session.exec(select(func.count()).select_from(Tasks).where(*matching)).one()


def find_all(user: Person, session: Session, wanted: TaskFilter, sort: Sort, *, now: datetime) -> tuple[Task, ...]:
    """Everything that matches, for what is done to all of them at once."""
    return read(user, session, tasks_of(user).where(*conditions(user, wanted, now)).order_by(*order(sort)))


def conditions(user: Person, wanted: TaskFilter, now: datetime) -> Iterator[Condition]:
    """What a task has to be to match."""
    yield col(Tasks.deleted).is_not(None) if wanted.trashed else col(Tasks.deleted).is_(None)
    yield from _words(wanted)
    yield from (_all(user, each, now) for each in beside(wanted, wanted.also))
    yield from (case((_all(user, each, now), 1), else_=0) == 0 for each in beside(wanted, wanted.without))
    yield from (_tagged(user, tag) for tag in wanted.tags)
    if wanted.status is not None and not wanted.trashed:
        yield col(Tasks.status) == wanted.status.value
    if wanted.priorities:
        yield col(Tasks.priority).in_([RANKS[priority] for priority in wanted.priorities])
    if wanted.due is not None:
        yield _due(user, wanted.due, now)
    if wanted.list is not None:
        yield _in_list(user, wanted.list)
    elif wanted.ids is None and not wanted.trashed and wanted.status is not Status.DONE:
        done = () if wanted.status else (col(Tasks.status) == Status.DONE.value,)
        yield or_(*done, _in_use(user))
    if wanted.reminder:
        yield col(Tasks.reminder_minutes).is_not(None)
    if wanted.recurring:
        yield col(Tasks.rrule).is_not(None)
    if wanted.begun:
        yield _begun(now.astimezone(ZoneInfo(user.ways.zone)).date())
    if wanted.ids is not None:
        yield col(Tasks.id).in_(wanted.ids) if wanted.ids else false()


def _begun(today: date) -> Condition:
    return or_(col(Tasks.start_on).is_(None), col(Tasks.start_on) <= today)


def _words(wanted: TaskFilter) -> list[Condition]:
    """Each word occurs somewhere; `%` and `_` are letters (F-03)."""
    return [col(Tasks.search_text).like(like_pattern(said), escape=ESCAPE) for said in searched(wanted)]


def _all(user: Person, wanted: TaskFilter, now: datetime) -> Condition:
    """In one condition. It may be unknown, as the date of a task that has none: then it is not true."""
    return and_(true(), *conditions(user, wanted, now))


def like_pattern(word: str) -> str:
    """The LIKE pattern for "contains this text"."""
    for special in (ESCAPE, "%", "_"):
        word = word.replace(special, ESCAPE + special)
    return f"%{word}%"


def _tagged(user: Person, tag: str) -> Condition:
    named = (visible(user, Tags), col(Tags.tag) == clean(tag).casefold())
    return col(Tasks.id).in_(select(Tags.task_id).where(*named))


def _in_list(user: Person, name: str) -> Condition:
    if not name:
        return col(Tasks.list_id).is_(None)
    named = select(Lists.id).where(visible(user, Lists), col(Lists.name_folded) == folded(clean(name)))
    return col(Tasks.list_id).in_(named)


def _in_use(user: Person) -> Condition:
    """Not in an archived list."""
    archived = select(Lists.id).where(visible(user, Lists), col(Lists.archived).is_not(None))
    # Whether there is any is asked once, and most have none; whether a list is among none, once for each task.
    return or_(~archived.exists(), col(Tasks.list_id).is_(None), col(Tasks.list_id).not_in(archived))


def _due(user: Person, due: DueWindow | DueRange, now: datetime) -> Condition:
    zone = ZoneInfo(user.ways.zone)
    today = now.astimezone(zone).date()
    if isinstance(due, DueRange):
        return between(due.first, due.last, zone)
    if due is DueWindow.NONE:
        return col(Tasks.due_on).is_(None)
    if due is DueWindow.OVERDUE:
        return overdue(today, now)
    if due is DueWindow.TODAY:
        return between(today, today, zone)
    monday = today - timedelta(days=(today.weekday() - user.ways.first_weekday) % 7)
    return between(monday, monday + timedelta(days=6), zone)


def overdue(today: date, now: datetime) -> Condition:
    """T-07; what is done is not overdue."""
    whole_day = and_(col(Tasks.due_at).is_(None), col(Tasks.due_on) < today)
    return and_(col(Tasks.status) == Status.OPEN.value, or_(whole_day, col(Tasks.due_at) < now))


def between(first: date | None, last: date | None, zone: ZoneInfo) -> Condition:
    """A whole day by its date; a moment by the day it falls on in the person's zone."""
    whole: list[Condition] = [col(Tasks.due_on).is_not(None), col(Tasks.due_at).is_(None)]
    moment: list[Condition] = [col(Tasks.due_at).is_not(None)]
    if first:
        whole.append(col(Tasks.due_on) >= first)
        moment.append(col(Tasks.due_at) >= _midnight(first, zone))
    if last:
        whole.append(col(Tasks.due_on) <= last)
        moment.append(col(Tasks.due_at) < _midnight(min(last, date(9990, 1, 1)) + timedelta(days=1), zone))
    return or_(and_(*whole), and_(*moment))


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(max(day, date(2, 1, 1)), time.min, zone).astimezone(UTC)


SORTED_BY: dict[str, Any] = {
    "due": Tasks.due_sort,
    "priority": Tasks.priority,
    "created": Tasks.created,
    "updated": Tasks.updated,
    "title": Tasks.title_folded,
    "manual": Tasks.position,
}


ALIKE: tuple[Any, ...] = (Tasks.priority, Tasks.position, Tasks.id)
"""What decides between tasks the sort finds alike, so that pages never overlap."""


def order(sort: Sort) -> tuple[ColumnElement[Any], ...]:
    """The chosen column one way or the other, tasks without a due date last either way, then always the same order."""
    name = sort.value.removeprefix("-")
    column = col(SORTED_BY[name])
    direction: Callable[[], ColumnElement[Any]] = column.desc if sort.value.startswith("-") else column.asc
    # In these words both databases read it off the index.
    return (direction().nulls_last() if name == "due" else direction()), *ALIKE


def count(user: Person, session: Session, *, now: datetime) -> Counts:
    """The numbers beside the places, in one query that the index `tasks_counted` answers, and one for the lists."""
    today = now.astimezone(ZoneInfo(user.ways.zone)).date()
    tomorrow_on = between(today + timedelta(days=1), None, ZoneInfo(user.ways.zone))
    due_today = func.count().filter(between(None, today, ZoneInfo(user.ways.zone)), _begun(today))
    columns: tuple[Any, ...] = (Tasks.list_id, func.count(), due_today, func.count().filter(tomorrow_on))
    rows = session.exec(select(*columns).where(*_counted(user)).group_by(col(Tasks.list_id))).all()
    of_list = {list_id: number for list_id, number, _, _ in rows}
    mine = select(Lists.id, Lists.name).where(visible(user, Lists), col(Lists.archived).is_(None))
    in_order = mine.order_by(col(Lists.position), col(Lists.id))
    return Counts(
        inbox=of_list.get(None, 0),
        today=sum(row[2] for row in rows),
        upcoming=sum(row[3] for row in rows),
        lists=tuple((name, of_list.get(list_id, 0)) for list_id, name in session.exec(in_order)),
    )


def _counted(user: Person) -> tuple[Condition, ...]:
    mine = visible(user, Tasks)
    open_ones = (col(Tasks.deleted).is_(None), col(Tasks.status) == Status.OPEN.value, col(Tasks.sample).is_(False))
    return mine, *open_ones, _in_use(user)
