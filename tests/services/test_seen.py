"""Two who change the same task: different fields are both kept, the same field is told, nothing is lost in silence."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By, Edit, Priority, Status, Task
from taskchat.errors import Conflict
from taskchat.services import tasks
from taskchat.services.seen import Clashing

World = dict[str, Task]
BY = By("deed")
LATER = timedelta(seconds=1)


def test_the_same_field_changed_otherwise_is_told_with_both(alice: Person, world: World, now: datetime) -> None:
    milk = world["milk"]
    tasks.edit(alice, milk.id, Edit(title="Buy oat milk"), by=By("other tab"), now=now + LATER)

    with pytest.raises(Clashing) as caught:
        mine = Edit(title="Buy soy milk", priority=Priority.HIGH)
        tasks.edit(alice, milk.id, mine, by=BY, now=now + LATER * 2, seen=milk.updated)

    assert caught.value.fields == ("title",)
    assert caught.value.task.title == "Buy oat milk"
    assert "title" in caught.value.message
    assert tasks.get(alice, milk.id).priority is Priority.MEDIUM


def test_different_fields_are_both_kept(alice: Person, world: World, now: datetime) -> None:
    milk = world["milk"]
    tasks.edit(alice, milk.id, Edit(title="Buy oat milk"), by=By("other tab"), now=now + LATER)
    tasks.complete(alice, milk.id, by=By("third tab"), now=now + LATER * 2)

    tasks.edit(alice, milk.id, Edit(priority=Priority.HIGH), by=BY, now=now + LATER * 3, seen=milk.updated)

    kept = tasks.get(alice, milk.id)
    assert (kept.title, kept.priority, kept.status) == ("Buy oat milk", Priority.HIGH, Status.DONE)


def test_both_meaning_the_same_is_no_clash(alice: Person, world: World, now: datetime) -> None:
    milk = world["milk"]
    tasks.edit(alice, milk.id, Edit(title="Buy oat milk"), by=By("other tab"), now=now + LATER)

    assert tasks.edit(alice, milk.id, Edit(title="Buy oat milk"), by=BY, now=now, seen=milk.updated).title


def test_what_was_changed_back_is_no_clash(alice: Person, world: World, now: datetime) -> None:
    milk = world["milk"]
    tasks.edit(alice, milk.id, Edit(title="Buy oat milk"), by=By("other tab"), now=now + LATER)
    tasks.edit(alice, milk.id, Edit(title="Buy milk"), by=By("other tab"), now=now + LATER * 2)

    mine = tasks.edit(alice, milk.id, Edit(title="Milk"), by=BY, now=now + LATER * 3, seen=milk.updated)

    assert mine.title == "Milk"


def test_where_nobody_knows_what_was_seen_it_is_asked(alice: Person, world: World, now: datetime) -> None:
    with pytest.raises(Conflict):
        tasks.edit(alice, world["milk"].id, Edit(title="Milk"), by=BY, now=now, seen=datetime(2020, 1, 1, tzinfo=UTC))


def test_of_many_who_edit_at_once_one_is_first_and_the_others_are_told(
    alice: Person, world: World, now: datetime
) -> None:
    milk = world["milk"]

    def edited(number: int) -> str | None:
        title, moment = f"Milk {number}", now + timedelta(microseconds=number + 1)
        try:
            return tasks.edit(alice, milk.id, Edit(title=title), by=By(title), now=moment, seen=milk.updated).title
        except Clashing:
            return None

    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(edited, range(6)))

    assert [answer for answer in answers if answer] == [tasks.get(alice, milk.id).title]
