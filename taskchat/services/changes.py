"""How every change of a task goes: change, record for undo, commit, and only then tell the person's tabs."""

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
    if wanted == before:
        return before
    after = tasks.save(user, session, replace(wanted, updated=now), deleted_with=root or None)
    activity.record(user, session, by, verb=verb, before=before, after=after, now=now)
    return after


def tell(user: Person, *changed: Task | str) -> None:
    """After the commit, never before (house rule 7); tasks or their ids."""
    if changed:
        ids = (one if isinstance(one, str) else one.id for one in changed)
        live().publish(user.id, Change(What.TASKS, tuple(dict.fromkeys(ids))))
