"""How a family of tasks stands together: how deep it goes, and what goes along when one is moved or finished."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Status, Task
from taskchat.errors import Conflict, Invalid
from taskchat.services.changes import put
from taskchat.storage import lists, order, subtasks, tasks
from taskchat.storage.database import Session

LEVELS = 3
"""Subtasks under a task, one under the other."""
TOO_DEEP = f"Subtasks go {LEVELS} levels deep, and this would be one more. Put it under a task further up."


def settle(user: Person, session: Session, drafts: Sequence[Draft], edit: Edit | None = None) -> None:
    """Waits for its turn where the tree or the lists of a family are about to change."""
    if any(draft.parent_id for draft in drafts) or (edit and {"parent_id", "list", "section"} & edit.sent().keys()):
        order.alone(user, session)


def under(user: Person, session: Session, draft: Draft) -> Draft:
    """A subtask stands where its parent does. Raises NotFound, Invalid."""
    if draft.parent_id is None:
        return draft
    parent = tasks.load(user, session, draft.parent_id)
    if len(subtasks.above(user, session, parent.id)) + 1 > LEVELS:
        raise Invalid(TOO_DEEP, "parent_id")
    return replace(draft, list=parent.list, section=parent.section)


def fitting(user: Person, session: Session, before: Task, wanted: Task) -> Task:
    """An edited task in its family: under a new parent it stands where that one does; elsewhere it leaves its own.

    Raises NotFound, Invalid.
    """
    if wanted.parent_id is None:
        return wanted
    parent = tasks.load_many(user, session, (wanted.parent_id,))
    if wanted.parent_id != before.parent_id:
        parent = (tasks.load(user, session, wanted.parent_id),)
        _check(user, session, before.id, wanted.parent_id)
    elif (wanted.list, wanted.section) == (before.list, before.section) or not parent:
        return wanted
    elif (wanted.list, wanted.section) != (parent[0].list, parent[0].section):
        return replace(wanted, parent_id=None)
    return replace(wanted, list=parent[0].list, section=parent[0].section)


def _check(user: Person, session: Session, task_id: str, parent_id: str) -> None:
    above = (parent_id, *subtasks.above(user, session, parent_id))
    if task_id in above:
        raise Invalid("A task cannot be part of itself.", "parent_id")
    if len(above) + _height(tasks.family(user, session, task_id), task_id) > LEVELS:
        raise Invalid(TOO_DEEP, "parent_id")


def _height(family: Sequence[Task], task_id: str) -> int:
    """Levels below it."""
    below = [task.id for task in family if task.parent_id == task_id]
    return 1 + max(_height(family, one) for one in below) if below else 0


def follow(user: Person, session: Session, before: Task, after: Task, *, by: By, now: datetime) -> tuple[Task, ...]:
    """Its subtasks go along to its list and section; those that moved."""
    if (before.list, before.section) == (after.list, after.section):
        return ()
    return tuple(
        put(user, session, task, replace(task, list=after.list, section=after.section), by=by, verb="edited", now=now)
        for task in tasks.family(user, session, after.id)
    )


def with_open(user: Person, session: Session, found: Sequence[Task], *, lock: bool) -> tuple[Task, ...]:
    """What is finished with these: their open subtasks too. A task is done when nothing of it is left."""
    open_ones = [task.id for task in found if task.status is Status.OPEN]
    below = tasks.family(user, session, *open_ones, lock=lock) if open_ones else ()
    return tuple({task.id: task for task in (*found, *below)}.values())


def check_in_use(user: Person, session: Session, names: Iterable[str | None]) -> None:
    """What is put into an archived list would be out of sight at once. Raises Conflict."""
    for name in filter(None, dict.fromkeys(names)):
        found = lists.list_named(user, session, name)
        if found is not None and found.archived:
            raise Conflict(f"The list “{found.name}” is archived. Bring it back first.", "archived")
