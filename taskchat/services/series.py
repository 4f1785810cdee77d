"""What a repeating task sets off in its series, inside the transaction of whoever changes it (R-04, R-07)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from taskchat.domain.person import Person
from taskchat.domain.series import Occurrence, check_repeats, next_after, next_instead, shifted
from taskchat.domain.task import By, Status, Task
from taskchat.services import activity
from taskchat.services.changes import put
from taskchat.storage import activity as record
from taskchat.storage import tasks
from taskchat.storage.database import Session
from taskchat.storage.ids import new_id


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a series while it goes on."""

    user: Person
    session: Session
    by: By
    now: datetime

    def put(self, before: Task, wanted: Task, verb: str) -> Task:
        return put(self.user, self.session, before, wanted, by=self.by, verb=verb, now=self.now)

    def insert(self, wanted: Task) -> Task:
        made = tasks.add(self.user, self.session, replace(wanted, created=self.now, updated=self.now))
        record.record(self.user, self.session, self.by, verb="planned", before=None, after=made, now=self.now)
        return made

    def family(self, task: Task) -> tuple[Task, ...]:
        return tasks.family(self.user, self.session, task.id)


def complete(user: Person, session: Session, task: Task, *, by: By, now: datetime) -> tuple[Task, ...]:
    """An open task done, and with it whatever that planned or moved; the task comes first.

    Planned once and never again: `next_id` remembers it, and so does an open one further on in the series, which
    stands where an older completion was taken back (R-04).
    """
    change = Change(user, session, by, now)
    done = replace(task, status=Status.DONE, completed=now)
    comes = next_after(task, done=now, zone=user.ways.zone)
    if comes is None or task.next_id or tasks.is_succeeded(user, session, task):
        return (change.put(task, done, "completed"),)
    family = change.family(task)
    made = change.insert(_planned(task, comes))
    done = change.put(task, replace(done, next_id=made.id), "completed")
    return done, made, *_brought_along(change, family, done, made, comes.days)


def _planned(task: Task, comes: Occurrence) -> Task:
    """The same task at its next time; its files stay with the one they were given to."""
    return replace(
        task, id=new_id(), due=comes.due, start=comes.start, rrule=comes.rrule, attachments=(),
        series_id=task.series_id or task.id, next_id=None,
    )  # fmt: skip


def _brought_along(change: Change, family: tuple[Task, ...], done: Task, made: Task, days: int) -> Iterator[Task]:
    """R-07: what was ticked stays ticked under the one that is done, and comes back; what is open moves on with it."""
    onward, behind = {done.id: made.id}, {done.id: done.id}
    for child in family:
        above = str(child.parent_id)
        if child.status is Status.OPEN:
            onward[child.id], behind[child.id] = child.id, behind[above]
            yield change.put(child, replace(_later(child, days), parent_id=onward[above]), "planned")
            continue
        again = None if child.rrule else change.insert(_copied(child, onward[above], days))
        onward[child.id], behind[child.id] = again.id if again else onward[above], child.id
        yield from filter(None, (again, change.put(child, replace(child, parent_id=behind[above]), "planned")))


def go_on_without(user: Person, session: Session, task: Task, *, by: By, now: datetime) -> tuple[Task, ...]:
    """The next one of the series stands beside this one, which is about to leave it, with all subtasks again."""
    check_repeats(task)
    comes = next_instead(task, now=now, zone=user.ways.zone)
    if comes is None:
        return ()
    change = Change(user, session, by, now)
    made = change.insert(_planned(task, comes))
    return made, *_copied_under(change, change.family(task), {task.id: made.id}, comes.days)


def _copied_under(change: Change, family: tuple[Task, ...], places: dict[str, str], days: int) -> Iterator[Task]:
    for child in family:
        again = change.insert(_copied(child, places[str(child.parent_id)], days))
        places[child.id] = again.id
        yield again


def move_on(
    user: Person, session: Session, task: Task, comes: Occurrence, *, by: By, now: datetime
) -> tuple[Task, ...]:
    """The task stands at its next time instead, and what was ticked under it is open again; the task comes first."""
    change = Change(user, session, by, now)
    moved = change.put(task, replace(task, due=comes.due, start=comes.start, rrule=comes.rrule), "skipped")
    along = [child for child in change.family(task) if child.status is Status.OPEN or child.rrule is None]
    return moved, *(change.put(child, _opened(_later(child, comes.days)), "planned") for child in along)


def _opened(task: Task) -> Task:
    return replace(task, status=Status.OPEN, completed=None)


def _copied(child: Task, parent_id: str, days: int) -> Task:
    fresh = replace(_opened(_later(child, days)), id=new_id(), parent_id=parent_id, attachments=(), next_id=None)
    return replace(fresh, series_id=fresh.id if child.rrule else None)


def _later(child: Task, days: int) -> Task:
    """A subtask keeps its distance from the task it belongs to; one that repeats has its own days."""
    if child.rrule:
        return child
    return replace(child, due=shifted(child.due, days), start=child.start and child.start + timedelta(days))


def withdraw(user: Person, session: Session, task_ids: Iterable[str], *, by: By, now: datetime) -> tuple[str, ...]:
    """What completing them had planned is taken back where nobody has touched it since: a slip of the hand leaves
    nothing behind. The ids of what changed."""
    change = Change(user, session, by, now)
    done = tasks.load_many(user, session, task_ids, lock=True)
    return tuple(one for task in done if task.next_id for one in _withdrawn(change, task))


def _withdrawn(change: Change, task: Task) -> tuple[str, ...]:
    made = tasks.load_many(change.user, change.session, filter(None, (task.next_id,)), lock=True)
    there = (*made, *(child for one in made for child in change.family(one)))
    if not made or any(one.updated > made[0].created for one in there):
        return ()
    ids = {one.id for one in (*there, *change.family(task))}
    return activity.take_back_completion(change.user, change.session, task.id, ids, by=change.by, now=change.now)
