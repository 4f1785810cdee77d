"""How every change goes: change, record for undo, commit, and only then tell the person's tabs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from taskchat.domain.lists import Thing
from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.live import Change, What, live
from taskchat.storage import activity, tasks, things
from taskchat.storage.database import Session, database


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


def tell(user: Person, *changed: Task | str) -> None:
    """After the commit, never before (house rule 7); tasks or their ids."""
    if changed:
        ids = (one if isinstance(one, str) else one.id for one in changed)
        live().publish(user.id, Change(What.TASKS, tuple(dict.fromkeys(ids))))


def put_thing(
    user: Person,
    session: Session,
    before: Thing | None,
    after: Thing | None,
    *,
    by: By,
    now: datetime,
    undo_of: str = "",
) -> None:
    """The same for what is no task; None = not there. Raises Conflict for a name that is taken."""
    if before == after:
        return
    if after is not None:
        things.save_thing(user, session, after)
    elif before is not None:
        things.remove_thing(user, session, before)
    activity.record_thing(user, session, by, before=before, after=after, now=now, undo_of=undo_of or None)


def tell_lists(user: Person) -> None:
    """Lists show wherever tasks do."""
    live().publish(user.id, Change(What.TASKS))


def tell_memory(user: Person) -> None:
    """What is remembered has changed: the next look at who they are asks the database, and every tab is told."""
    database().seats.forget_person(user.id)
    live().publish(user.id, Change(What.MEMORY))
