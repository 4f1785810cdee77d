"""Tasks under tasks: three levels, no circles, one place for a family, and what finishing and moving takes along."""

from datetime import date, datetime

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Status, Task
from taskchat.errors import Invalid, NotFound
from taskchat.services import activity, subtasks, tasks
from taskchat.storage.subtasks import Progress

World = dict[str, Task]
BY = By("deed")


def under(user: Person, parent: Task, title: str, now: datetime) -> Task:
    return tasks.create(user, Draft(title=title, parent_id=parent.id), by=By("made"), now=now)


@pytest.fixture
def line(alice: Person, world: World, now: datetime) -> list[Task]:
    """The report, and three levels under it."""
    found = [world["report"]]
    for title in ("One", "Two", "Three"):
        found.append(under(alice, found[-1], title, now))
    return found


def test_subtasks_go_three_levels_deep(alice: Person, line: list[Task], world: World, now: datetime) -> None:
    with pytest.raises(Invalid, match="3 levels") as new:
        under(alice, line[-1], "Four", now)
    with pytest.raises(Invalid, match="3 levels") as moved:
        tasks.edit(alice, world["milk"].id, Edit(parent_id=line[-1].id), by=BY, now=now)

    assert (new.value.field, moved.value.field) == ("parent_id", "parent_id")


def test_a_family_that_would_be_too_deep_is_not_moved(
    alice: Person, line: list[Task], world: World, now: datetime
) -> None:
    with pytest.raises(Invalid, match="3 levels"):
        tasks.edit(alice, line[0].id, Edit(parent_id=world["milk"].id), by=BY, now=now)

    moved = tasks.edit(alice, line[1].id, Edit(parent_id=world["milk"].id), by=BY, now=now)

    assert moved.parent_id == world["milk"].id
    assert tasks.get(alice, line[3].id).parent_id == line[2].id


def test_a_family_stands_in_one_place(alice: Person, line: list[Task], now: datetime) -> None:
    assert [task.list for task in line] == ["Work"] * 4

    tasks.edit(alice, line[0].id, Edit(list="Office", section="Soon"), by=BY, now=now)
    there = [(task.list, task.section) for task in (tasks.get(alice, each.id) for each in line)]
    activity.undo(alice, "deed", now=now)

    assert there == [("Office", "Soon")] * 4
    assert [tasks.get(alice, each.id).list for each in line] == ["Work"] * 4


def test_a_subtask_that_goes_elsewhere_leaves_its_parent(alice: Person, line: list[Task], now: datetime) -> None:
    gone = tasks.edit(alice, line[1].id, Edit(list="Home"), by=BY, now=now)

    assert (gone.parent_id, gone.list) == (None, "Home")
    assert (tasks.get(alice, line[2].id).parent_id, tasks.get(alice, line[2].id).list) == (gone.id, "Home")


def test_what_comes_under_a_task_comes_into_its_list(alice: Person, world: World, now: datetime) -> None:
    moved = tasks.edit(alice, world["milk"].id, Edit(parent_id=world["report"].id), by=BY, now=now)

    assert (moved.list, moved.parent_id) == ("Work", world["report"].id)


def test_finishing_a_task_finishes_what_is_left_of_it_and_undo_opens_all(
    alice: Person, line: list[Task], now: datetime
) -> None:
    tasks.complete(alice, line[2].id, by=By("before"), now=now)

    done = tasks.complete_many(alice, (line[0].id,), by=BY, now=now)
    after = [tasks.get(alice, each.id).status for each in line]
    activity.undo(alice, "deed", now=now)

    assert [task.id for task in done] == [line[0].id, line[1].id]
    assert after == [Status.DONE] * 4
    assert [tasks.get(alice, each.id).status for each in line] == [
        Status.OPEN, Status.OPEN, Status.DONE, Status.DONE,
    ]  # fmt: skip


def test_each_level_counts_its_own(alice: Person, line: list[Task], now: datetime) -> None:
    other = under(alice, line[0], "Other", now)
    trashed = under(alice, line[0], "Trashed", now)
    tasks.complete(alice, other.id, by=BY, now=now)
    tasks.delete(alice, trashed.id, by=BY, now=now)

    counted = subtasks.progress(alice, [task.id for task in line])

    assert counted == {line[0].id: Progress(1, 2), line[1].id: Progress(0, 1), line[2].id: Progress(0, 1)}


def test_subtasks_stand_in_their_manual_order(alice: Person, world: World, now: datetime) -> None:
    first, second = (under(alice, world["report"], title, now) for title in ("First", "Second"))
    tasks.move(alice, second.id, before=first.id, by=BY, now=now)

    assert [task.title for task in subtasks.find(alice, world["report"].id)] == ["Second", "First"]
    with pytest.raises(NotFound):
        subtasks.find(alice, "nowhere")


def test_a_subtask_can_stand_by_itself_again(alice: Person, line: list[Task], now: datetime) -> None:
    alone = tasks.edit(alice, line[1].id, Edit(parent_id=None), by=BY, now=now)

    assert (alone.parent_id, alone.list) == (None, "Work")


def test_a_task_is_broken_down_into_parts_that_one_undo_takes_back(alice: Person, now: datetime) -> None:
    move = tasks.create(alice, Draft(title="move", list="Home"), by=By("made"), now=now)
    subtasks.add(alice, move.id, ["Pack"], by=By("first"), now=now)

    made = subtasks.add(alice, move.id, ["pack", "rent a van friday", "clean", "Clean"], by=By("parts"), now=now)

    assert [(task.title, task.list) for task in made] == [("rent a van", "Home"), ("clean", "Home")]
    assert made[0].due is not None and made[0].due.on == date(2026, 11, 27)
    activity.undo(alice, "parts", now=now)
    assert [task.title for task in subtasks.find(alice, move.id)] == ["Pack"]


@pytest.mark.parametrize("parts", [["clean", "call on 31 february"], ["clean", ""], [f"part {n}" for n in range(31)]])
def test_parts_are_made_all_or_none(parts: list[str], alice: Person, now: datetime) -> None:
    move = tasks.create(alice, Draft(title="move"), by=By("made"), now=now)

    with pytest.raises(Invalid):
        subtasks.add(alice, move.id, parts, by=By("parts"), now=now)

    assert subtasks.find(alice, move.id) == ()


def test_nobody_else_breaks_a_task_down(alice: Person, bob: Person, now: datetime) -> None:
    move = tasks.create(alice, Draft(title="move"), by=By("made"), now=now)

    with pytest.raises(NotFound):
        subtasks.add(bob, move.id, ["pack"], by=By("parts"), now=now)
