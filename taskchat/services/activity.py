"""Taking back what was done, and the record of what the assistant did (T-13, C-09)."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any

from taskchat.domain.person import Person
from taskchat.domain.task import By, Clash, Due, Task, Undone
from taskchat.errors import NotFound
from taskchat.live import Change, What, live
from taskchat.services.changes import tell_memory
from taskchat.services.things import THING_BACK, take_thing_back
from taskchat.storage import activity, tasks
from taskchat.storage.activity import Call, Deed
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.ids import new_id

KEPT = timedelta(days=30)
"""How long anything can be taken back."""
NOTHING = "There is nothing to take back."
NOTHING_AGAIN = "There is nothing to do again."
BY_HAND = "hand"
LOOKED_AT = tuple(f.name for f in fields(Task) if f.name not in {"id", "updated", "created"})
ALSO = frozenset({"completed", "series_id", "next_id"})
"""Fields that follow another one: they go back with it and are never asked about."""
TAKEN_BACK = {
    "created": "“{}” is gone again",
    "edited": "“{}” is as it was",
    "completed": "“{}” is open again",
    "skipped": "“{}” is back on its day",
    "reopened": "“{}” is done again",
    "deleted": "“{}” is back",
    "restored": "“{}” is in the trash again",
    "undone": "“{}” is changed again",
}
"""What is told of a change that goes back; not of what it planned along the way."""
PLACE = "place in the order"
"""What a position, which tells a person nothing, is called."""
NAMED = 3
"""Tasks named one by one; more are counted."""


@dataclass(slots=True)
class Undoing:
    """One undo while it goes on."""

    user: Person
    session: Session
    by: By
    undo_of: str
    force: bool
    now: datetime
    there: dict[str, Task] = field(default_factory=dict)
    """The tasks as they stand, whichever was put back already."""
    back: dict[str, tuple[Task, Task]] = field(default_factory=dict)
    """Task id → as it stood before all this, as it is to be."""
    roots: dict[str, str] = field(default_factory=dict)
    below: defaultdict[str | None, list[str]] = field(default_factory=lambda: defaultdict(list))
    """What stands under what goes away again."""
    taken: dict[str, Deed] = field(default_factory=dict)
    left: dict[str, list[Clash]] = field(default_factory=dict)


def undo(user: Person, group: str, *, now: datetime, force: bool = False) -> Undone:
    """Take back what one group did, newest first (T-13); undoing the undo's own group does it again.

    A task that has changed since is left alone and reported, unless `force`. Raises NotFound.
    """
    with writing() as session:
        work = _worked(user, session, group, now=now, force=force)
    return _outcome(user, (work,))


def would_undo(user: Person, groups: Iterable[str], *, now: datetime) -> tuple[str, ...]:
    """What taking back these groups comes to, task by task, in the words it will be told in."""
    with reading() as session:
        return _told(activity.standing(user, session, groups, since=now - KEPT))


def undo_many(user: Person, groups: Iterable[str], *, now: datetime) -> Undone:
    """The same for several groups, the newest change first; groups of which nothing stands are passed over."""
    with writing() as session:
        standing = dict.fromkeys(d.group for d in activity.standing(user, session, groups, since=now - KEPT))
        work = [_worked(user, session, group, now=now, force=False) for group in standing]
    return _outcome(user, work)


def undo_latest(user: Person, *, thread_id: str | None = None, now: datetime, force: bool = False) -> Undone:
    """The same for the last thing that was done: in one conversation, or anywhere."""
    with reading() as session:
        group = activity.latest_group(user, session, thread_id, since=now - KEPT)
    if group is None:
        raise NotFound(NOTHING, "nothing_to_undo")
    return undo(user, group, now=now, force=force)


def newest_by_hand(user: Person, *, now: datetime) -> str:
    """The group that the person's own undo takes back next. Raises NotFound."""
    with reading() as session:
        return _something(activity.latest_of_door(user, session, BY_HAND, since=now - KEPT), NOTHING)


def newest_undo_by_hand(user: Person, *, now: datetime) -> str:
    """The group to undo so that what was taken back last is done again. Raises NotFound."""
    with reading() as session:
        return _something(activity.latest_undo_of_door(user, session, BY_HAND, since=now - KEPT), NOTHING_AGAIN)


def _something(group: str | None, nothing: str) -> str:
    if group is None:
        raise NotFound(nothing, "nothing_to_undo")
    return group


def _outcome(user: Person, work: Sequence[Undoing]) -> Undone:
    """After the commit: what came of it, and who has to look again is told."""
    taken = [deed for each in work for deed in each.taken.values()]
    back, kinds = _tasks_of(taken), {deed.kind for deed in taken}
    if taken:
        live().publish(user.id, Change(What.TASKS, back))
    if "view" in kinds:
        live().publish(user.id, Change(What.VIEWS))
    if "preference" in kinds:
        tell_memory(user)
    clashes = tuple(clash for each in work for left in each.left.values() for clash in left)
    return Undone(back, _words(taken), clashes)


def _tasks_of(deeds: Iterable[Deed]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(deed.task_id for deed in deeds if deed.kind == "task"))


def _worked(user: Person, session: Session, group: str, *, now: datetime, force: bool) -> Undoing:
    deeds = activity.deeds_of(user, session, group, since=now - KEPT)
    if not deeds:
        raise NotFound(NOTHING, "nothing_to_undo")
    by = By(new_id(), door=deeds[0].door, thread_id=deeds[0].thread_id)
    work = Undoing(user, session, by, undo_of=group, force=force, now=now)
    _go_back(work, deeds)
    if again := next((deed.undo_of for deed in deeds if deed.undo_of), None):
        activity.mark(user, session, again, work.taken, undone=None)
    return work


def take_back_completion(
    user: Person, session: Session, task_id: str, task_ids: set[str], *, by: By, now: datetime
) -> tuple[str, ...]:
    """Of what was done when this task was completed, what it made and moved of these; as part of another change."""
    group = activity.completing_group(user, session, task_id)
    deeds = activity.deeds_of(user, session, group, since=now - KEPT) if group else ()
    work = Undoing(user, session, by, undo_of=group or "", force=False, now=now)
    _go_back(work, [deed for deed in deeds if deed.task_id in task_ids and deed.verb == "planned"])
    return tuple(work.taken)


def _go_back(work: Undoing, deeds: Sequence[Deed]) -> None:
    ids = [deed.task_id for deed in deeds if deed.kind == "task"]
    found = tasks.load_many(work.user, work.session, ids, lock=True, trashed=None)
    work.there |= {task.id: task for task in found}
    made = [deed.task_id for deed in deeds if deed.kind == "task" and deed.before is None]
    for child in tasks.family(work.user, work.session, *made):
        work.there.setdefault(child.id, child)
        work.below[child.parent_id].append(child.id)
    for deed in deeds:
        if deed.task_id not in work.left:
            (_take_back if deed.kind == "task" else _take_thing_back)(work, deed)
    _write(work)
    activity.mark(work.user, work.session, work.undo_of, work.taken, undone=work.now)


def _take_back(work: Undoing, deed: Deed) -> None:
    """One change of one task; a purged task has nothing left to go back to."""
    task = work.there.get(deed.task_id)
    if task is None or deed.after is None:
        return
    before = deed.before or replace(deed.after, deleted=work.now)
    changed = _differences(before, deed.after)
    clashes = _clashes(task, before, deed.after, changed)
    if clashes and not work.force:
        work.left[task.id] = clashes
        return
    if deed.before is None:
        _trash_family(work, task)
    _put_back(work, task, replace(task, **{name: getattr(before, name) for name in changed}))
    work.taken.setdefault(task.id, deed)


def _take_thing_back(work: Undoing, deed: Deed) -> None:
    """After the tasks that stood in it: with the list gone first, they would make it anew."""
    _write(work)
    clashes = take_thing_back(
        work.user, work.session, deed, by=work.by, force=work.force, undo_of=work.undo_of, now=work.now
    )
    if clashes:
        work.left[deed.task_id] = clashes
    else:
        work.taken.setdefault(deed.task_id, deed)


def _trash_family(work: Undoing, task: Task) -> None:
    """What has been put under a task since goes to the trash with it (T-10); what has gone back already does not."""
    line, reach = [task.id], [task.id]
    while reach:
        reach = [child for above in reach for child in work.below[above] if work.there[child].parent_id == above]
        line += reach
    for child in map(work.there.__getitem__, reversed(line[1:])):
        if child.deleted is None:
            _put_back(work, child, replace(child, deleted=work.now))
            work.roots[child.id] = task.id


def _put_back(work: Undoing, task: Task, wanted: Task) -> None:
    fitting = replace(wanted, updated=work.now, section=wanted.section if wanted.list else None)
    before, _ = work.back.get(task.id, (task, task))
    work.back[task.id] = before, fitting
    work.there[task.id] = fitting
    work.roots.pop(task.id, None)


def _write(work: Undoing) -> None:
    """All of it together: a bulk change of thousands is taken back in seconds."""
    saved = tasks.save_many(work.user, work.session, work.back.values(), deleted_with=work.roots) if work.back else ()
    changes = zip((before for before, _ in work.back.values()), saved, strict=True)
    activity.record_many(
        work.user, work.session, work.by, verb="undone", changes=changes, now=work.now, undo_of=work.undo_of
    )
    work.back.clear()


def _differences(before: Task, after: Task) -> tuple[str, ...]:
    return tuple(name for name in LOOKED_AT if getattr(before, name) != getattr(after, name))


def _clashes(task: Task, before: Task, after: Task, changed: tuple[str, ...]) -> list[Clash]:
    """Fields that hold neither what this change wrote nor what it would go back to."""
    return [
        Clash(task.id, task.title, PLACE, "another one", "the former one")
        if name == "position"
        else Clash(task.id, task.title, name, _said(getattr(task, name)), _said(getattr(before, name)))
        for name in changed
        if name not in ALSO and getattr(task, name) not in (getattr(before, name), getattr(after, name))
    ]


def _said(value: Any) -> str:
    match value:
        case None | "" | ():
            return "none"
        case tuple():
            return ", ".join(value)
        case Due():
            return f"{value.local:%Y-%m-%d %H:%M}" if value.local else f"{value.on:%Y-%m-%d}"
        case datetime() | date():
            return f"{value:%Y-%m-%d}"
        case Enum():
            return str(value.value)
        case _:
            return str(value)


def _told(deeds: Iterable[Deed]) -> tuple[str, ...]:
    """What becomes of each task: of several changes the earliest says it."""
    earliest = {deed.task_id: deed for deed in deeds if deed.kind != "task" or deed.verb in TAKEN_BACK}
    words = {True: TAKEN_BACK, False: THING_BACK}
    return tuple(words[d.kind == "task"][d.verb].format(d.title, kind=d.kind) for d in earliest.values())


def _words(deeds: Iterable[Deed]) -> str:
    """What was taken back, in a sentence; "" when nothing was."""
    deeds = tuple(deeds)
    if any(deed.undo_of for deed in deeds):
        return _words_again(dict.fromkeys(deed.title for deed in deeds))
    told = _told(deeds)
    if len(told) > NAMED:
        return f"Took back {len(told)} changes."
    return f"Took it back: {'; '.join(told)}." if told else ""


def _words_again(titles: Collection[str]) -> str:
    """The same where an undo was taken back."""
    if len(titles) > NAMED:
        return f"Did {len(titles)} changes again."
    return f"Did it again: {', '.join(f'“{title}”' for title in titles)}."


def changed_by(user: Person, group: str) -> tuple[str, ...]:
    """The ids of the tasks a group changed."""
    with reading() as session:
        return activity.changed_by(user, session, group)


def undone(user: Person, groups: tuple[str, ...]) -> tuple[str, ...]:
    """Those of the groups that have been taken back, by whichever door."""
    with reading() as session:
        return activity.undone_groups(user, session, groups) if groups else ()


def latest(user: Person, limit: int = 100) -> tuple[Deed, ...]:
    """What happened, newest first."""
    with reading() as session:
        return activity.latest_deeds(user, session, limit)


def record_call(  # noqa: PLR0917 - the columns of one line of the audit
    user: Person,
    thread_id: str | None,
    tool: str,
    arguments: str,
    outcome: str,
    milliseconds: int,
    *,
    now: datetime,
) -> None:
    """C-09: every call, failed ones too; `arguments` is JSON text with titles cut to 50."""
    with writing() as session:
        activity.insert_call(user, session, Call(thread_id, tool, arguments, outcome, milliseconds, now))


def calls(user: Person, limit: int = 100) -> tuple[Call, ...]:
    """The assistant's calls, newest first."""
    with reading() as session:
        return activity.latest_calls(user, session, limit)
