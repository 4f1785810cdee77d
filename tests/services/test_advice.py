"""What could be done about a person's tasks, on both databases: nothing is changed, nobody else's is seen."""

from datetime import date, datetime, timedelta

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Task
from taskchat.services import advice, lists, tasks

TODAY = date(2026, 11, 21)


def made(person: Person, *titles: str, now: datetime, **more: object) -> tuple[Task, ...]:
    drafts = [Draft(title=title, **more) for title in titles]  # pyright: ignore[reportArgumentType]
    return tasks.create_many(person, drafts, by=By("made"), now=now)


def finished(person: Person, title: str, *, now: datetime) -> None:
    (task,) = made(person, title, now=now - timedelta(days=1))
    tasks.complete(person, task.id, by=By("done"), now=now)


def test_a_plan_has_what_is_late_and_due_and_what_is_important(
    alice: Person, bob: Person, world: dict[str, Task], now: datetime
) -> None:
    (spanish,) = made(alice, "learn Spanish", now=now, priority=Priority.HIGH)
    made(bob, "bob's", now=now, due=Due(TODAY, alice.ways.zone))

    plan = advice.plan(alice, TODAY, now=now)

    assert [slot.task.title for slot in plan.slots] == ["Pay rent", "learn Spanish", "Buy milk"]
    assert set(plan.edits(alice.ways.zone)) == {world["rent"].id, spanish.id}
    assert tasks.get(alice, world["rent"].id) == world["rent"]


def test_an_archived_list_is_in_no_plan(alice: Person, now: datetime) -> None:
    made(alice, "old", now=now, due=Due(TODAY, alice.ways.zone), list="Old")
    lists.archive(alice, lists.named(alice, "Old").id, by=By("archive"), now=now)

    assert advice.plan(alice, TODAY, now=now).slots == ()


def test_what_stands_twice_is_found_among_ones_own(alice: Person, bob: Person, now: datetime) -> None:
    first, second = made(alice, "buy milk", "Buy the milk", now=now)
    made(bob, "buy milk", now=now)

    (found,) = advice.twice(alice, now=now)

    assert {found.keep.id, *(task.id for task in found.others)} == {first.id, second.id}
    assert advice.twice(bob, now=now) == ()


def test_what_nobody_has_touched_for_long_is_found(alice: Person, now: datetime) -> None:
    old, touched = made(alice, "old", "touched", now=now - timedelta(days=31))
    tasks.edit(alice, touched.id, Edit(title="fresh"), by=By("edit"), now=now)

    assert advice.untouched(alice, now=now) == (old,)


def test_tags_and_days_are_suggested_from_ones_own_history(alice: Person, bob: Person, now: datetime) -> None:
    made(alice, "buy milk", "buy eggs", now=now, tags=("shop",))
    for week in (1, 2):
        finished(alice, "water the plants", now=now - timedelta(weeks=week))
    bread, plants = made(alice, "buy bread", "water plants", now=now)
    made(bob, "buy bread", "water plants", now=now)

    assert advice.tags(alice, now=now) == {bread.id: Edit(tags=("shop",))}
    assert advice.days(alice, now=now) == {plants.id: Edit(due=Due(TODAY, alice.ways.zone))}
    assert (advice.tags(bob, now=now), advice.days(bob, now=now)) == ({}, {})


def test_a_review_is_of_everything_or_of_one_list(alice: Person, world: dict[str, Task], now: datetime) -> None:
    finished(alice, "done", now=now)

    whole, health = advice.review(alice, weekly=True, now=now), advice.review(alice, list_name="health", now=now)

    assert ([task.title for task in whole.done], whole.open) == (["done"], 5)
    assert [task.title for task in whole.overdue] == ["Pay rent"]
    assert (health.done, health.open, health.next) == ((), 1, world["dentist"])
