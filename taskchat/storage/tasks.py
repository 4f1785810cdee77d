"""Tasks as rows, and rows as frozen tasks: the only place where the two meet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from fractional_indexing import generate_key_between
from sqlalchemy import bindparam, func, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import Select

from taskchat.domain.person import Person
from taskchat.domain.reminding import remind_at
from taskchat.domain.task import Draft, Due, Priority, Status, Task
from taskchat.domain.text import folded
from taskchat.errors import NotFound
from taskchat.storage.database import bare, insert_row
from taskchat.storage.files import files_of, set_files
from taskchat.storage.ids import new_id
from taskchat.storage.lists import list_id_of, section_id_of
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Sections, Tasks
from taskchat.storage.tags import set_tags, tags_of

RANKS = {Priority.HIGH: 1, Priority.MEDIUM: 2, Priority.LOW: 3}
PRIORITIES = {rank: priority for priority, rank in RANKS.items()}
GONE = "There is no such task. It may have been deleted."
TaskQuery = Select[Tasks, str, str]


def insert(user: Person, session: Session, draft: Draft, *, now: datetime) -> Task:
    """A new task at the end of the person's manual order."""
    task_id = new_id()
    task = Task(
        id=task_id,
        title=draft.title,
        description=draft.description,
        status=Status.OPEN,
        priority=draft.priority,
        tags=draft.tags,
        start=draft.start,
        due=draft.due,
        estimate_minutes=draft.estimate_minutes,
        reminder_minutes=draft.reminder_minutes,
        rrule=draft.rrule,
        series_id=task_id if draft.rrule else None,
        after_completion=draft.after_completion,
        list=draft.list,
        section=draft.section,
        parent_id=draft.parent_id,
        position=generate_key_between(last_position(user, session), None),
        sample=draft.sample,
        created=now,
        updated=now,
        completed=None,
    )
    return add(user, session, task)


def add(user: Person, session: Session, task: Task) -> Task:
    """A task that was not there yet, as it stands then (a list keeps its first spelling)."""
    place = _places(user, session, {(task.list, task.section): task})[task.list, task.section]
    insert_row(session, Tasks, **columns_of(task), **place, person_id=user.id)
    set_tags(user, session, task.id, task.tags)
    return load(user, session, task.id)


def last_position(user: Person, session: Session) -> str | None:
    return session.exec(select(func.max(Tasks.position)).where(visible(user, Tasks))).one()


def save_many(
    user: Person, session: Session, pairs: Iterable[tuple[Task, Task]], *, deleted_with: Mapping[str, str]
) -> tuple[Task, ...]:
    """Each of (as it stands, as it is to be), as they stand then (a list keeps its first spelling).

    Together, so that thousands take seconds. `deleted_with`: whose removal took which along.
    """
    changed: defaultdict[tuple[str, ...], list[dict[str, Any]]] = defaultdict(list)
    pairs = tuple(pairs)
    places = _places(user, session, {(task.list, task.section): task for _, task in pairs})
    for before, task in pairs:
        old = columns_of(before) | places.get((before.list, before.section), {})
        new = columns_of(task) | places[task.list, task.section]
        values = {name: value for name, value in new.items() if name not in old or old[name] != value}
        changed[tuple(values)].append(values | {"key": task.id, "deleted_with": deleted_with.get(task.id)})
        if task.tags != before.tags:
            set_tags(user, session, task.id, task.tags)
        if task.attachments != before.attachments:
            set_files(user, session, task.id, task.attachments, now=task.updated)
    for names, rows in changed.items():
        sets = {name: bindparam(name) for name in (*names, "deleted_with")}
        this_one = update(bare(Tasks)).where(visible(user, Tasks), col(Tasks.id) == bindparam("key"))
        session.connection().execute(this_one.values(sets), rows)
    return load_many(user, session, [task.id for _, task in pairs], trashed=None)


def _places(
    user: Person, session: Session, wanted: Mapping[tuple[str | None, str | None], Task]
) -> dict[tuple[str | None, str | None], dict[str, str | None]]:
    """The ids of lists and sections by their names, new ones made."""
    found: dict[tuple[str | None, str | None], dict[str, str | None]] = {}
    for (list_name, section), task in wanted.items():
        list_id = list_id_of(user, session, list_name, now=task.updated)
        section_id = section_id_of(user, session, list_id, section)
        found[list_name, section] = {"list_id": list_id, "section_id": section_id}
    return found


def columns_of(task: Task) -> dict[str, Any]:
    """The columns that follow from the task alone."""
    due = task.due
    return {
        "id": task.id,
        "title": task.title,
        "title_folded": folded(task.title),
        "description": task.description,
        "status": task.status.value,
        "priority": RANKS[task.priority],
        "start_on": task.start,
        "due_on": due and due.on,
        "due_at": due and due.at,
        "due_clock": due and due.clock,
        "zone": due and due.zone,
        "due_sort": due and _due_sort(due),
        "remind_at": remind_at(task),
        "search_text": folded("\n".join((task.title, task.description, *task.tags))),
    } | {name: getattr(task, name) for name in UNCHANGED}


UNCHANGED = (
    "estimate_minutes",
    "reminder_minutes",
    "rrule",
    "after_completion",
    "series_id",
    "next_id",
    "parent_id",
    "position",
    "sample",
    "created",
    "updated",
    "completed",
    "deleted",
)
"""Fields that are columns of the same name."""


def _due_sort(due: Due) -> datetime:
    if due.at is not None:
        return due.at
    midnight = datetime.combine(due.on, time.min, ZoneInfo(due.zone)).astimezone(UTC)
    return midnight - timedelta(microseconds=1)


def load(user: Person, session: Session, task_id: str, *, lock: bool = False, trashed: bool | None = False) -> Task:
    """One task, locked until the end of the transaction where that decides a write; NotFound if it is not theirs.

    `trashed`: False = not in the trash, True = only there, None = wherever it lies.
    """
    found = load_many(user, session, (task_id,), lock=lock, trashed=trashed)
    if not found:
        raise NotFound(GONE)
    return found[0]


def load_many(
    user: Person, session: Session, task_ids: Iterable[str], *, lock: bool = False, trashed: bool | None = False
) -> tuple[Task, ...]:
    """Those of them that are there, in the order asked for."""
    wanted = list(dict.fromkeys(task_ids))
    # Always locked in the same order, so that two people's bulk changes cannot wait for each other.
    query = tasks_of(user, lock=lock).where(col(Tasks.id).in_(wanted)).order_by(col(Tasks.id))
    if trashed is not None:
        query = query.where(col(Tasks.deleted).is_not(None) if trashed else col(Tasks.deleted).is_(None))
    found = {task.id: task for task in read(user, session, query)}
    return tuple(found[task_id] for task_id in wanted if task_id in found)


def tasks_of(user: Person, *, lock: bool = False) -> TaskQuery:
    """The query every reading of tasks begins with."""
    query = (
        select(Tasks, Lists.name, Sections.name)
        .outerjoin(Lists, col(Lists.id) == col(Tasks.list_id))
        .outerjoin(Sections, col(Sections.id) == col(Tasks.section_id))
        .where(visible(user, Tasks))
    )
    return query.with_for_update(of=Tasks) if lock else query


def read(user: Person, session: Session, query: TaskQuery) -> tuple[Task, ...]:
    """What such a query finds, as tasks."""
    rows = session.exec(query.execution_options(populate_existing=True)).all()
    ids = [row.id for row, _, _ in rows]
    tags, files = tags_of(user, session, ids), files_of(user, session, ids)
    return tuple(
        _task(row, list_name, section, tags=tags.get(row.id, ()), attachments=files.get(row.id, ()))
        for row, list_name, section in rows
    )


def _task(row: Tasks, list_name: str | None, section: str | None, **of_it: tuple[str, ...]) -> Task:
    same: dict[str, Any] = {name: getattr(row, name) for name in UNCHANGED} | of_it
    return Task(
        id=row.id,
        title=row.title,
        description=row.description,
        status=Status(row.status),
        priority=PRIORITIES[row.priority],
        start=row.start_on,
        due=Due(row.due_on, row.zone or "UTC", row.due_at, row.due_clock) if row.due_on else None,
        list=list_name,
        section=section,
        **same,
    )


def family(user: Person, session: Session, *task_ids: str, lock: bool = True) -> tuple[Task, ...]:
    """The subtasks of these tasks that are not in the trash, theirs too, nearest first; each once."""
    found: dict[str, Task] = {}
    parents = set(task_ids)
    while parents:
        query = tasks_of(user, lock=lock).where(col(Tasks.parent_id).in_(parents), col(Tasks.deleted).is_(None))
        children = {child.id: child for child in read(user, session, query.order_by(col(Tasks.id)))}
        parents = children.keys() - found.keys()
        found |= children
    return tuple(found.values())


def is_succeeded(user: Person, session: Session, task: Task) -> bool:
    """Whether an open task of its series was planned after it: ids count up."""
    later = (col(Tasks.series_id) == task.series_id, col(Tasks.id) > task.id, col(Tasks.deleted).is_(None))
    query = select(Tasks.id).where(visible(user, Tasks), *later, col(Tasks.status) == Status.OPEN.value)
    return task.series_id is not None and session.exec(query.limit(1)).first() is not None


def deleted_with(user: Person, session: Session, *task_ids: str) -> tuple[Task, ...]:
    """What went to the trash along with these tasks."""
    query = tasks_of(user, lock=True).where(col(Tasks.deleted_with).in_(task_ids), col(Tasks.deleted).is_not(None))
    return read(user, session, query.order_by(col(Tasks.id)))
