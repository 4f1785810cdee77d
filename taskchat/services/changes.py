"""How every change of a task goes: change, record for undo, commit, and only then tell the person's tabs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.live import Change, What, live
from taskchat.storage import activity, tasks
from taskchat.storage.database import Session


def put(
    user: Person, session: Session, before: Task, wanted: Task, *, by: By, verb: str, now: datetime, root: str = ""
) -> Task:
    """Write what differs and record it; `updated` moves only then (T-08). `root`: whose removal takes it along."""
    (after,) = put_many(
        user, session, ((before, wanted),), by=by, verb=verb, now=now, roots={before.id: root} if root else None
    )
    return after


def put_many(
    user: Person,
    session: Session,
    pairs: Iterable[tuple[Task, Task]],
    *,
    by: By,
    verb: str,
    now: datetime,
    roots: Mapping[str, str] | None = None,
) -> tuple[Task, ...]:
    """The same for several (as it stands, as it is to be); `roots`: whose removal takes which along."""
    pairs = tuple(pairs)
    differing = [(before, replace(wanted, updated=now)) for before, wanted in pairs if wanted != before]
    saved = tasks.save_many(user, session, differing, deleted_with=roots or {}) if differing else ()
    changes = zip((before for before, _ in differing), saved, strict=True)
    activity.record_many(user, session, by, verb=verb, changes=changes, now=now)
    after = {task.id: task for task in saved}
    return tuple(after.get(before.id, before) for before, _ in pairs)


def tell(user: Person, *changed: Task) -> None:
    """After the commit, never before (house rule 7)."""
    if changed:
        live().publish(user.id, Change(What.TASKS, tuple(task.id for task in changed)))
