"""By a few letters to a task, a list or a tag."""

from datetime import datetime, timedelta

from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Task
from taskchat.services import jumping, tasks

World = dict[str, Task]


def found(user: Person, words: str, now: datetime) -> list[tuple[str, str]]:
    return [(goal.kind, goal.name) for goal in jumping.find(user, words, now=now)]


def test_tasks_lists_and_tags_are_found_by_a_part_or_a_slip(alice: Person, world: World, now: datetime) -> None:
    assert found(alice, "dentsit", now) == [("task", "Call the dentist")]
    assert found(alice, "heal", now) == [("list", "Health")]
    assert found(alice, "hom", now) == [("tag", "home")]


def test_what_was_changed_last_is_offered_before_anything_is_typed(alice: Person, world: World, now: datetime) -> None:
    tasks.edit(alice, world["rent"].id, Edit(description="in cash"), by=By("x"), now=now + timedelta(minutes=1))

    assert found(alice, " ", now)[0] == ("task", "Pay rent")


def test_neither_done_nor_deleted_tasks_are_offered(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=By("x"), now=now)
    tasks.delete(alice, world["rent"].id, by=By("y"), now=now)

    assert found(alice, "milk", now) + found(alice, "rent", now) == []
