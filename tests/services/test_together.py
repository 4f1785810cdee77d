"""Repeating, subtasks, bulk, the trash and undo in any order: what must hold whatever a person does next."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from itertools import count

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft, Due, Edit, Status, Task
from taskchat.errors import TaskChatError
from taskchat.services import activity, repeating, tasks
from taskchat.services.families import LEVELS
from taskchat.storage.accounts import insert_person
from taskchat.storage.database import writing
from tests.world import BERLIN

BEGIN = datetime(2026, 11, 21, 10, tzinfo=UTC)
START = "the start"
State = dict[str, Task]
NUMBERS = count()


@dataclass
class Desk:
    """A person of their own with a series, what is part of it, and a task beside it; each step is one group."""

    user: Person
    now: datetime = BEGIN
    ids: list[str] = field(default_factory=list)
    step: int = 0

    def by(self) -> By:
        self.step += 1
        return By(f"step {self.step}")

    def state(self) -> State:
        """All there is, in the trash too, without what an undo moves as well."""
        found = [
            task
            for trashed in (False, True)
            for task in tasks.find_all(
                self.user, TaskFilter(status=None, trashed=trashed), sort=Sort.MANUAL, now=self.now
            )
        ]
        self.ids = sorted(task.id for task in found)
        return {task.id: replace(task, updated=BEGIN) for task in found}


def desk() -> Desk:
    with writing() as session:
        user = insert_person(session, f"desk{next(NUMBERS)}@example.org", "", Ways(zone=BERLIN), now=BEGIN)
    made = Desk(user)
    due = Due(BEGIN.date(), BERLIN)
    by = By(START)

    def create(title: str, parent: Task | None = None, *, rrule: str | None = None, due: Due | None = None) -> Task:
        draft = Draft(title=title, rrule=rrule, due=due, parent_id=parent and parent.id)
        return tasks.create(user, draft, by=by, now=BEGIN)

    weekly = create("Clean", rrule="FREQ=WEEKLY", due=due)
    kitchen = create("Kitchen", weekly, due=due)
    create("Oven", kitchen)
    create("Filter", weekly, rrule="FREQ=DAILY;COUNT=3", due=due)
    create("Milk")
    made.state()
    return made


Step = Callable[[Desk, str, str], object]
STEPS: dict[str, Step] = {
    "complete": lambda d, one, _: tasks.complete(d.user, one, by=d.by(), now=d.now),
    "reopen": lambda d, one, _: tasks.reopen(d.user, one, by=d.by(), now=d.now),
    "skip": lambda d, one, _: repeating.skip(d.user, one, by=d.by(), now=d.now),
    "delete": lambda d, one, _: tasks.delete(d.user, one, by=d.by(), now=d.now),
    "restore": lambda d, one, _: tasks.restore(d.user, one, by=d.by(), now=d.now),
    "complete two": lambda d, one, two: tasks.complete_many(d.user, (one, two), by=d.by(), now=d.now),
    "reopen two": lambda d, one, two: tasks.reopen_many(d.user, (one, two), by=d.by(), now=d.now),
    "delete two": lambda d, one, two: tasks.delete_many(d.user, (one, two), by=d.by(), now=d.now),
    "restore two": lambda d, one, two: tasks.restore_many(d.user, (one, two), by=d.by(), now=d.now),
    "only this time": lambda d, one, _: tasks.edit(d.user, one, Edit(title="Once"), alone=True, by=d.by(), now=d.now),
    "put under": lambda d, one, two: tasks.edit(d.user, one, Edit(parent_id=two), by=d.by(), now=d.now),
    "take out": lambda d, one, _: tasks.edit(d.user, one, Edit(parent_id=None), by=d.by(), now=d.now),
    "undo": lambda d, _one, _two: _undo(d),
    "redo": lambda d, _one, _two: activity.undo(d.user, activity.newest_undo_by_hand(d.user, now=d.now), now=d.now),
    "wait": lambda d, _one, _two: setattr(d, "now", d.now + timedelta(days=5)),
}


def _undo(at: Desk) -> None:
    group = activity.newest_by_hand(at.user, now=at.now)
    if group != START:
        assert activity.undo(at.user, group, now=at.now).clashes == ()


def _check(state: State) -> None:
    living = {task.id: task for task in state.values() if task.deleted is None}
    assert not [task.title for task in living.values() if task.parent_id and task.parent_id not in living]
    assert all(_depth(task, living) <= LEVELS for task in living.values())


def _complete_all(at: Desk) -> None:
    """Whatever a person has opened again or brought back beside it, a series goes on with one."""
    ahead = _ahead(at)
    tasks.complete_many(at.user, tuple(task.id for task in ahead), by=at.by(), now=at.now)

    left = Counter(task.series_id for task in _ahead(at) if task.rrule)
    assert max(left.values(), default=0) <= 1, left


def _ahead(at: Desk) -> list[Task]:
    return [task for task in at.state().values() if task.deleted is None and task.status is Status.OPEN]


def _depth(task: Task, living: State) -> int:
    return 1 + _depth(living[task.parent_id], living) if task.parent_id else 0


WALK = st.lists(st.tuples(st.sampled_from(sorted(STEPS)), st.integers(0, 30), st.integers(0, 30)), max_size=10)


@settings(max_examples=6, deadline=None, suppress_health_check=list(HealthCheck))
@given(WALK)
@example([("delete", 0, 0), ("restore", 1, 0)])
@example([("complete", 0, 0), ("complete", 1, 0), ("reopen", 0, 0)])
@example([("complete", 0, 0), ("undo", 0, 0), ("restore", 5, 0)])
@example([("put under", 4, 2), ("only this time", 0, 0), ("skip", 5, 0), ("delete two", 0, 5), ("restore two", 4, 5)])
def test_whatever_is_done_a_series_goes_on_once_and_all_of_it_can_be_taken_back(
    alice: Person, walk: list[tuple[str, int, int]]
) -> None:
    at = desk()
    start = at.state()

    for name, one, two in walk:
        at.now += timedelta(minutes=1)
        with suppress(TaskChatError):
            STEPS[name](at, at.ids[one % len(at.ids)], at.ids[two % len(at.ids)])
        _check(at.state())
    _complete_all(at)
    while activity.newest_by_hand(at.user, now=at.now) != START:
        _undo(at)

    back = at.state()
    assert {one: task for one, task in back.items() if one in start} == start
    assert all(task.deleted for one, task in back.items() if one not in start)
