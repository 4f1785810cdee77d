"""What the views of the page show: pages of groups, a board's columns, a calendar's days; and putting a task there."""

from dataclasses import dataclass, field
from datetime import date, datetime

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.lanes import Along, Lane, columns, lane_of, on_day, put_into
from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Found, Task
from taskchat.services import tasks
from taskchat.storage import finding, lanes
from taskchat.storage.database import reading

MOST = 200
"""Rows of one look at a list."""
CARDS = 50
"""Tasks of one column or one day; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Rows:
    """A part of a list; `groups` says how many stand in each, by its key, where not all of them are here."""

    tasks: tuple[Task, ...] = ()
    total: int = 0
    groups: dict[str, int] = field(default_factory=dict)


def rows(
    user: Person, wanted: TaskFilter, *, sort: Sort, along: Along | None, limit: int, offset: int, now: datetime
) -> Rows:
    """A part of the list, at most 200 rows, and the total; with `along` group after group. Past the end it is empty."""
    limit, offset = min(max(limit, 1), MOST), min(max(offset, 0), tasks.FURTHEST)
    with reading() as session:
        if along is None:
            found = finding.find(user, session, wanted, sort, limit=limit, offset=offset, now=now)
            return Rows(found.tasks, found.total)
        first_by = () if along is Along.DUE and sort is Sort.DUE else lanes.places(user, along, now)
        page = finding.page(user, session, wanted, sort, limit=limit, offset=offset, now=now, first_by=first_by)
        if not offset and len(page) < limit:
            return Rows(page, len(page))
        groups = lanes.counts(user, session, wanted, along, now=now)  # one look at all of them is both
    return Rows(page, sum(groups.values()), groups)


def board(user: Person, wanted: TaskFilter, along: Along, *, now: datetime) -> tuple[Lane, ...]:
    """The columns of a board, at most 50 tasks in each: by time where they are days, else in manual order."""
    sort = Sort.DUE if along is Along.DUE else Sort.MANUAL
    with reading() as session:
        found = lanes.lanes(user, session, wanted, sort, along, each=CARDS, now=now)
        sections = along is Along.SECTION and wanted.list
        keys = lanes.section_names(user, session, wanted.list or "") if sections else ()
    return columns(found, along, keys=keys, now=now, ways=user.ways)


def days(
    user: Person, wanted: TaskFilter, shown: tuple[date, ...], *, each: int = CARDS, now: datetime
) -> tuple[Found, ...]:
    """The days of these on which something is due, at most `each` tasks of each."""
    with reading() as session:
        return lanes.days(user, session, wanted, shown, each=each, now=now)


def put(
    user: Person,
    task_id: str,
    along: Along,
    key: str,
    after: str | None = None,
    *,
    first: bool = False,
    by: By,
    now: datetime,
) -> Task:
    """Into a column, and there right behind another task or `first`, where the order is the person's own.

    Raises Invalid where nothing can be put, NotFound.
    """
    task = tasks.get(user, task_id)
    if lane_of(task, along, now=now, ways=user.ways) != key:
        task = tasks.edit(user, task_id, put_into(task, along, key, now=now, ways=user.ways), by=by, now=now)
    if along is Along.DUE or not (after or first):
        return task
    return tasks.move(user, task_id, after=after, by=by, now=now)


def reschedule(user: Person, task_id: str, on: date, *, by: By, now: datetime) -> Task:
    """To another day, at the same time of day. Raises Invalid, NotFound."""
    due = on_day(tasks.get(user, task_id).due, on, user.ways.zone)
    return tasks.edit(user, task_id, Edit(due=due), by=by, now=now)
