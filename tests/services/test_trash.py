"""Deleting: into the trash, subtasks with it, and back."""

from datetime import datetime

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Task
from taskchat.errors import NotFound
from taskchat.services import accounts, activity, tasks

BY = By("a-group")
World = dict[str, Task]
TRASH = TaskFilter(trashed=True)


@pytest.fixture
def steps(alice: Person, world: World, now: datetime) -> tuple[Task, Task]:
    """A subtask of the report, and a subtask of that."""
    child = tasks.create(alice, Draft(title="Find the paper", parent_id=world["report"].id), by=BY, now=now)
    return child, tasks.create(alice, Draft(title="Look at home", parent_id=child.id), by=BY, now=now)


def _ids(alice: Person, wanted: TaskFilter, now: datetime) -> set[str]:
    return {task.id for task in tasks.find(alice, wanted, now=now).tasks}


def test_what_goes_along_is_known_beforehand(alice: Person, world: World, steps: tuple[Task, Task]) -> None:
    report, (child, grandchild) = world["report"], steps

    assert tasks.along(alice, (report.id,)) == (child.id, grandchild.id)
    assert tasks.along(alice, (report.id, child.id)) == (grandchild.id,)
    assert tasks.along(alice, (world["milk"].id, "nowhere")) == ()
    assert tasks.along(alice, ()) == ()


def test_a_deleted_task_lies_in_the_trash(alice: Person, world: World, now: datetime) -> None:
    gone = tasks.delete(alice, world["milk"].id, by=BY, now=now)

    assert gone.deleted == now
    assert _ids(alice, TRASH, now) == {gone.id}
    with pytest.raises(NotFound):
        tasks.get(alice, gone.id)


def test_a_done_task_lies_in_the_trash_too(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=BY, now=now)

    tasks.delete(alice, world["milk"].id, by=BY, now=now)

    assert _ids(alice, TRASH, now) == {world["milk"].id}


def test_subtasks_go_with_it_and_come_back_with_it(
    alice: Person, world: World, now: datetime, steps: tuple[Task, Task]
) -> None:
    before = _ids(alice, TaskFilter(), now)

    tasks.delete(alice, world["report"].id, by=BY, now=now)
    trashed = _ids(alice, TRASH, now)
    tasks.restore(alice, world["report"].id, by=BY, now=now)

    assert trashed == {world["report"].id, *(step.id for step in steps)}
    assert _ids(alice, TaskFilter(), now) == before
    assert tasks.get(alice, steps[0].id).parent_id == world["report"].id


def test_a_subtask_deleted_before_stays_in_the_trash(
    alice: Person, world: World, now: datetime, steps: tuple[Task, Task]
) -> None:
    tasks.delete(alice, steps[1].id, by=BY, now=now)
    tasks.delete(alice, world["report"].id, by=BY, now=now)

    tasks.restore(alice, world["report"].id, by=BY, now=now)

    assert _ids(alice, TRASH, now) == {steps[1].id}


def test_a_subtask_brought_back_alone_stands_by_itself(
    alice: Person, world: World, now: datetime, steps: tuple[Task, Task]
) -> None:
    tasks.delete(alice, world["report"].id, by=BY, now=now)

    back = tasks.restore(alice, steps[0].id, by=BY, now=now)

    assert back.parent_id is None


def test_deleting_many_names_each_once(alice: Person, world: World, now: datetime, steps: tuple[Task, Task]) -> None:
    asked = (world["report"].id, steps[0].id, world["milk"].id, "unknown")

    gone = tasks.delete_many(alice, asked, by=By("bulk"), now=now)

    assert [task.id for task in gone] == list(asked[:3])
    assert sorted(activity.changed_by(alice, "bulk")) == sorted((*asked[:3], steps[1].id))


def test_deleting_twice_is_not_found(alice: Person, world: World, now: datetime) -> None:
    tasks.delete(alice, world["milk"].id, by=BY, now=now)

    with pytest.raises(NotFound):
        tasks.delete(alice, world["milk"].id, by=BY, now=now)


def test_samples_are_cleared_by_one_click_and_nothing_else(live: object, database: str, ways, now: datetime) -> None:
    guest = accounts.guest(ways, now=now).seat.person
    own = tasks.create(guest, Draft(title="My own"), by=BY, now=now)

    cleared = tasks.clear_samples(guest, now=now)

    assert cleared == 5
    assert _ids(guest, TaskFilter(), now) == {own.id}
    assert tasks.clear_samples(guest, now=now) == 0
