"""What a person can do with a task: each verb is one transaction, recorded, committed, then told."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from taskchat.domain.bounds import checked_draft, checked_edit
from taskchat.domain.family import subtasks_first, whose_removal
from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.rules import begun
from taskchat.domain.series import next_after
from taskchat.domain.several import Changes, NotAll, Refused, Several, checked_changes
from taskchat.domain.task import By, Draft, Edit, Found, Status, TagCount, Task
from taskchat.domain.text import folded
from taskchat.errors import Invalid, NotFound
from taskchat.services import families, series
from taskchat.services.changes import put, put_many, tell
from taskchat.services.seen import check_seen
from taskchat.storage import activity, finding, order, tags, tasks
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.finding import Counts
from taskchat.storage.ids import new_id

PAGE, LONGEST_PAGE = 50, 100
LONGEST_SEARCH = 200
FURTHEST = 10_000_000
"""Past any last page; what is larger no database takes as an offset."""


def create(user: Person, draft: Draft, *, by: By, now: datetime) -> Task:
    """Raises Invalid with the field that is wrong, NotFound for a parent that is not there."""
    return create_many(user, (draft,), by=by, now=now)[0]


def create_many(user: Person, drafts: Sequence[Draft], *, by: By, now: datetime) -> tuple[Task, ...]:
    """All of them, or none where one is refused."""
    checked = [checked_draft(draft, now=now) for draft in drafts]
    for draft in checked:
        _check_section(draft.list, draft.section)
    with writing() as session:
        families.settle(user, session, checked)
        families.check_in_use(user, session, (draft.list for draft in checked if draft.parent_id is None))
        made = tuple(_create(user, session, draft, by, now) for draft in checked)
    tell(user, *made)
    return made


def _create(user: Person, session: Session, draft: Draft, by: By, now: datetime) -> Task:
    task = tasks.insert(user, session, families.under(user, session, draft), now=now)
    activity.record(user, session, by, verb="created", before=None, after=task, now=now)
    return task


def _check_section(list_name: str | None, section: str | None) -> None:
    if section and not list_name:
        raise Invalid("A section belongs to a list. Name the list too.", "section")


def get(user: Person, task_id: str) -> Task:
    """NotFound when it is in the trash, somebody else's, or nowhere."""
    with reading() as session:
        return tasks.load(user, session, task_id)


def find(
    user: Person, wanted: TaskFilter, *, sort: Sort = Sort.DUE, limit: int = PAGE, offset: int = 0, now: datetime
) -> Found:
    """One page of 50, at most 100, and the total; past the end it is empty (F-01)."""
    _check_words(wanted.words)
    limit, offset = min(max(limit, 1), LONGEST_PAGE), min(max(offset, 0), FURTHEST)
    with reading() as session:
        return finding.find(user, session, wanted, sort, limit=limit, offset=offset, now=now)


def find_all(user: Person, wanted: TaskFilter, *, sort: Sort = Sort.DUE, now: datetime) -> tuple[Task, ...]:
    """Everything that matches: what "all of them" means."""
    _check_words(wanted.words)
    with reading() as session:
        return finding.find_all(user, session, wanted, sort, now=now)


def _check_words(words: str) -> None:
    if len(words) > LONGEST_SEARCH:
        raise Invalid(f"A search has at most {LONGEST_SEARCH} characters.", "q")


def edit(
    user: Person,
    task_id: str,
    edit: Edit,
    *,
    alone: bool = False,
    by: By,
    now: datetime,
    seen: datetime | None = None,
) -> Task:
    """Only what is sent changes (T-08), and with a repeating task all that come after it.

    `alone`: only this time; it becomes a task of its own, and its series goes on with the next one.
    `seen` is the `updated` of the task this edit was made on: Clashing is raised where one of its fields has been
    changed otherwise since. Raises Invalid, NotFound, Conflict for `alone` where nothing repeats.
    """
    checked = checked_edit(edit, now=now)
    with writing() as session:
        families.settle(user, session, (), checked)
        before = tasks.load(user, session, task_id, lock=True)
        check_seen(user, session, before, checked, seen)
        others = series.go_on_without(user, session, before, by=by, now=now) if alone else ()
        wanted = families.fitting(user, session, before, _fitting(checked.applied_to(before), before, checked))
        wanted = replace(wanted, rrule=None, after_completion=False, series_id=None) if alone else wanted
        if folded(wanted.list or "") != folded(before.list or ""):
            families.check_in_use(user, session, (wanted.list,))
        after = put(user, session, before, wanted, by=by, verb="edited", now=now)
        along = families.follow(user, session, before, after, by=by, now=now)
    if after != before:
        tell(user, after, *others, *along)
    return after


def edit_many(
    user: Person, task_ids: tuple[str, ...], changes: Changes, *, by: By, now: datetime, whole: bool = False
) -> Several:
    """The same changes for each; one that is not there or does not take them is told, or (`whole`) refuses all."""
    checked = checked_changes(changes, now=now, zone=user.ways.zone)
    with writing() as session:
        families.settle(user, session, (), checked.edit)
        families.check_in_use(user, session, (checked.edit.list,) if isinstance(checked.edit.list, str) else ())
        found = tasks.load_many(user, session, task_ids, lock=True)
        pairs, refused = _pairs(user, session, found, checked)
        refused += _missing(task_ids, found)
        if whole and refused:
            raise NotAll(refused)
        after = put_many(user, session, pairs, by=by, verb="edited", now=now)
        changed = [(before, task) for task, (before, _) in zip(after, pairs, strict=True) if task != before]
        along = [one for pair in changed for one in families.follow(user, session, *pair, by=by, now=now)]
    tell(user, *(task for _, task in changed), *along)
    return Several(tuple(task for _, task in changed), refused)


def _pairs(
    user: Person, session: Session, found: Sequence[Task], changes: Changes
) -> tuple[list[tuple[Task, Task]], tuple[Refused, ...]]:
    """What each is and is to be; a subtask whose parent is among them goes where that one goes."""
    pairs: list[tuple[Task, Task]] = []
    refused: list[Refused] = []
    ids = {task.id for task in found}
    for task in found:
        try:
            wanted = _fitting(changes.applied_to(task, zone=user.ways.zone), task, changes.edit)
            is_led = task.parent_id in ids
            pairs.append((task, wanted if is_led else families.fitting(user, session, task, wanted)))
        except Invalid as error:
            refused.append(Refused(task.id, error))
    return pairs, tuple(refused)


def _fitting(wanted: Task, before: Task, edit: Edit) -> Task:
    """What follows from an edit: another list has other sections, a repeating task has a series."""
    if folded(wanted.list or "") == folded(before.list or ""):
        wanted = replace(wanted, list=before.list)
    elif "section" not in edit.sent():
        wanted = replace(wanted, section=None)
    _check_section(wanted.list, wanted.section)
    if wanted.rrule and wanted.rrule != before.rrule:
        wanted = replace(wanted, rrule=begun(wanted.rrule, wanted.due, after_completion=wanted.after_completion))
    if wanted.rrule and wanted.series_id is None:
        wanted = replace(wanted, series_id=wanted.id)
    return wanted


def move(
    user: Person, task_id: str, *, after: str | None = None, before: str | None = None, by: By, now: datetime
) -> Task:
    """Right behind or before another one in the manual order; first of all where neither is named. Raises NotFound."""
    with writing() as session:
        order.alone(user, session)
        found = moved = tasks.load(user, session, task_id, lock=True)
        if task_id not in {after, before}:
            position = order.task_place(user, session, task_id, after=after, before=before)
            moved = put(user, session, found, replace(found, position=position), by=by, verb="edited", now=now)
    tell(user, moved)
    return moved


def complete(user: Person, task_id: str, *, by: By, now: datetime) -> Task:
    """Sets, never toggles: a second time changes nothing (T-09)."""
    done = complete_many(user, (task_id,), by=by, now=now)
    return done[0] if done else get(user, task_id)


def complete_many(
    user: Person, task_ids: tuple[str, ...], *, by: By, now: datetime, whole: bool = False
) -> tuple[Task, ...]:
    """Those that were open and are done now; what is not there is left out, or (`whole`) refuses all: NotAll.

    Open subtasks are done with them. What repeats comes back once, and takes its open subtasks along (R-04, R-07).
    """
    with writing() as session:
        named = _loaded(user, session, task_ids, whole=whole)
        ahead = _ahead(user, session, named, now, lock=True)
        pairs = [(task, replace(task, status=Status.DONE, completed=now)) for task in ahead if task.rrule is None]
        changed: list[tuple[Task, ...]] = [
            (task,) for task in put_many(user, session, pairs, by=by, verb="completed", now=now)
        ]
        for task in subtasks_first([task for task in ahead if task.rrule]):
            changed.append(series.complete(user, session, task, by=by, now=now))
    tell(user, *(task for one in changed for task in one))
    done = {one[0].id: one[0] for one in changed}
    return tuple(done[task.id] for task in ahead)


def _ahead(user: Person, session: Session, named: Sequence[Task], now: datetime, *, lock: bool) -> list[Task]:
    """Those of them that are open, with the open subtasks of what does not come back."""
    ends = [task for task in named if next_after(task, done=now, zone=user.ways.zone) is None]
    found = {task.id: task for task in (*named, *families.with_open(user, session, ends, lock=lock))}
    return [task for task in found.values() if task.status is Status.OPEN]


def finished_with(user: Person, task_ids: tuple[str, ...], *, now: datetime) -> tuple[Task, ...]:
    """What completing these would do: the open ones, and the open subtasks done with them."""
    with reading() as session:
        return tuple(_ahead(user, session, tasks.load_many(user, session, task_ids), now, lock=False))


def _loaded(
    user: Person, session: Session, task_ids: tuple[str, ...], *, whole: bool, trashed: bool = False
) -> tuple[Task, ...]:
    found = tasks.load_many(user, session, task_ids, lock=True, trashed=trashed)
    if whole and (missing := _missing(task_ids, found)):
        raise NotAll(missing)
    return found


def _missing(task_ids: Iterable[str], found: Iterable[Task]) -> tuple[Refused, ...]:
    there = {task.id for task in found}
    return tuple(Refused(one, NotFound(tasks.GONE)) for one in dict.fromkeys(task_ids) if one not in there)


def reopen(user: Person, task_id: str, *, by: By, now: datetime) -> Task:
    """Open again; an open one stays as it is. What its completion planned goes, unless somebody has touched it."""
    opened = reopen_many(user, (task_id,), by=by, now=now)
    return opened[0] if opened else get(user, task_id)


def reopen_many(
    user: Person, task_ids: tuple[str, ...], *, by: By, now: datetime, whole: bool = False
) -> tuple[Task, ...]:
    """Those that were done and are open now."""
    with writing() as session:
        done = [one.id for one in _loaded(user, session, task_ids, whole=whole) if one.status is Status.DONE]
        gone = series.withdraw(user, session, done, by=by, now=now)
        pairs = [(task, _opened(task, gone)) for task in tasks.load_many(user, session, done, lock=True)]
        opened = put_many(user, session, pairs, by=by, verb="reopened", now=now)
    tell(user, *opened, *gone)
    return opened


def _opened(task: Task, gone: tuple[str, ...]) -> Task:
    return replace(task, status=Status.OPEN, completed=None, next_id=None if task.next_id in gone else task.next_id)


def delete(user: Person, task_id: str, *, by: By, now: datetime) -> Task:
    """Into the trash, subtasks with it. Raises NotFound."""
    deleted = delete_many(user, (task_id,), by=by, now=now)
    if not deleted:
        raise NotFound(tasks.GONE)
    return deleted[0]


def delete_many(
    user: Person, task_ids: tuple[str, ...], *, by: By, now: datetime, whole: bool = False
) -> tuple[Task, ...]:
    """Those that were there and are in the trash now, without the subtasks that went along."""
    with writing() as session:
        found = _loaded(user, session, task_ids, whole=whole)
        family = tasks.family(user, session, *(task.id for task in found))
        there = {task.id: task for task in (*found, *family)}
        roots = whose_removal(found, family)
        pairs = [(there[one], replace(there[one], deleted=now)) for one in roots]
        along = {one: root for one, root in roots.items() if root != one}
        gone = put_many(user, session, pairs, by=by, verb="deleted", now=now, roots=along)
    tell(user, *gone)
    trashed = {task.id: task for task in gone}
    return tuple(trashed[task.id] for task in found)


def along(user: Person, task_ids: tuple[str, ...]) -> tuple[str, ...]:
    """The subtasks that would go to the trash with these tasks and are not among them."""
    with reading() as session:
        family = tasks.family(user, session, *task_ids, lock=False) if task_ids else ()
    return tuple(dict.fromkeys(task.id for task in family if task.id not in task_ids))


def restore(user: Person, task_id: str, *, by: By, now: datetime) -> Task:
    """Out of the trash, with the subtasks that went there with it. Raises NotFound."""
    back = restore_many(user, (task_id,), by=by, now=now)
    if not back:
        raise NotFound(tasks.GONE)
    return back[0]


def restore_many(
    user: Person, task_ids: tuple[str, ...], *, by: By, now: datetime, whole: bool = False
) -> tuple[Task, ...]:
    """Those that were in the trash and are back; a subtask whose parent stays in the trash stands by itself."""
    with writing() as session:
        found = _loaded(user, session, task_ids, whole=whole, trashed=True)
        along = tasks.deleted_with(user, session, *(task.id for task in found))
        back = {task.id: task for task in (*found, *along)}
        parents = {task.parent_id for task in back.values() if task.parent_id}
        there = {*back, *(task.id for task in tasks.load_many(user, session, parents))}
        pairs = [
            (task, replace(task, deleted=None, parent_id=task.parent_id if task.parent_id in there else None))
            for task in back.values()
        ]
        restored = put_many(user, session, pairs, by=by, verb="restored", now=now)
    tell(user, *restored)
    return restored[: len(found)]


def clear_samples(user: Person, *, now: datetime) -> int:
    """A-02: one click, and the samples are gone; how many that were."""
    with reading() as session:
        samples = finding.find_all(user, session, TaskFilter(status=None), Sort.MANUAL, now=now)
    cleared = tuple(task.id for task in samples if task.sample)
    return len(delete_many(user, cleared, by=By(new_id()), now=now))


def tag_counts(user: Person) -> tuple[TagCount, ...]:
    """T-11: most used first."""
    with reading() as session:
        return tags.tag_counts(user, session)


def counts(user: Person, *, now: datetime) -> Counts:
    """The numbers beside Inbox, Today, Upcoming and each list."""
    with reading() as session:
        return finding.count(user, session, now=now)
