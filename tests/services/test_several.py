"""Several tasks at once: one transaction, one undo, and told how far it went."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.several import MOST, Changes, NotAll
from taskchat.domain.task import By, Draft, Edit, Priority, Status, Task
from taskchat.errors import Invalid, NotFound
from taskchat.live import Change
from taskchat.services import activity, several, tasks
from taskchat.services.several import Act

BY = By("at once")

World = dict[str, Task]


def ids(*those: Task) -> tuple[str, ...]:
    return tuple(task.id for task in those)


def edited(changes: Changes) -> Act:
    return Act("edit", changes)


def everything(user: Person, now: datetime) -> dict[str, Task]:
    return {task.title: task for task in tasks.find_all(user, TaskFilter(status=None), now=now)}


@pytest.mark.parametrize(
    ("what", "number"),
    [
        (Act("complete"), 5),
        (Act("delete"), 5),
        (edited(Changes(day=None)), 4),
        (edited(Changes(day=date(2026, 12, 1))), 5),
        (edited(Changes(edit=Edit(list="Errands", priority=Priority.HIGH))), 5),
        (edited(Changes(add_tags=("urgent",), remove_tags=("home",))), 5),
    ],
    ids=["complete", "delete", "no date", "another day", "another list", "tags"],
)
def test_one_undo_takes_back_all_of_it(alice: Person, world: World, now: datetime, what: Act, number: int) -> None:
    before = everything(alice, now)

    done = several.act(alice, ids(*world.values()), what, by=BY, now=now)
    changed = everything(alice, now)
    undone = activity.undo(alice, BY.group, now=now)

    assert (len(done.tasks), done.refused) == (number, ())
    assert changed != before
    assert {task.id for task in done.tasks} <= set(undone.tasks)
    assert {title: as_it_was(task) for title, task in everything(alice, now).items()} == {
        title: as_it_was(task) for title, task in before.items()
    }


def test_every_tab_is_told_once_of_all_of_it(
    alice: Person, world: World, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    done = several.act(alice, ids(*world.values()), Act("complete"), by=BY, now=now)

    ((_, change),) = heard
    assert set(ids(*done.tasks)) < set(change.ids), "and of the one that comes back"


def as_it_was(task: Task) -> Task:
    return replace(task, updated=task.created)


def test_another_day_keeps_each_tasks_own_time(alice: Person, world: World, now: datetime) -> None:
    several.act(alice, ids(*world.values()), edited(Changes(day=date(2026, 12, 24))), by=BY, now=now)

    due = {title: task.due for title, task in everything(alice, now).items()}
    assert {title: (each.on, each.local and f"{each.local:%H:%M}") for title, each in due.items() if each} == {
        "Pay rent": (date(2026, 12, 24), None),
        "Buy milk": (date(2026, 12, 24), "17:00"),
        "Water the plants": (date(2026, 12, 24), None),
        "Call the dentist": (date(2026, 12, 24), "09:00"),
        "Write the report": (date(2026, 12, 24), None),
    }


def test_tags_are_added_once_and_taken_away(alice: Person, world: World, now: datetime) -> None:
    several.act(
        alice, ids(world["milk"]), edited(Changes(add_tags=("Home", "soon"), remove_tags=("shop",))), by=BY, now=now
    )

    assert tasks.get(alice, world["milk"].id).tags == ("home", "soon")


def test_another_list_has_other_sections_and_keeps_its_first_spelling(
    alice: Person, world: World, now: datetime
) -> None:
    tasks.edit(alice, world["dentist"].id, Edit(section="Teeth"), by=By("section"), now=now)

    done = several.act(
        alice, ids(world["dentist"], world["milk"]), edited(Changes(edit=Edit(list="health"))), by=BY, now=now
    )

    assert [(task.title, task.list, task.section) for task in done.tasks] == [("Buy milk", "Health", None)]
    assert tasks.get(alice, world["dentist"].id).section == "Teeth"


def test_what_is_not_there_or_does_not_take_it_is_told_and_the_rest_is_done(
    alice: Person, bob: Person, world: World, now: datetime
) -> None:
    full = tasks.create(alice, Draft(title="Full", tags=tuple(f"tag {n}" for n in range(20))), by=By("full"), now=now)
    theirs = tasks.create(bob, Draft(title="Secret"), by=By("bob"), now=now)
    those = (*ids(world["milk"], full, theirs), "nobody")

    done = several.act(alice, those, edited(Changes(add_tags=("one more",))), by=BY, now=now)

    assert ids(*done.tasks) == ids(world["milk"])
    assert [(one.task_id, type(one.error)) for one in done.refused] == [
        (full.id, Invalid), (theirs.id, NotFound), ("nobody", NotFound),
    ]  # fmt: skip
    assert tasks.get(bob, theirs.id) == theirs


@pytest.mark.parametrize(
    ("before", "verb"), [(None, "complete"), ("complete", "reopen"), (None, "delete"), ("delete", "restore")]
)
def test_what_is_gone_meanwhile_is_told(
    alice: Person, world: World, now: datetime, before: str | None, verb: str
) -> None:
    there, gone = world["milk"], world["rent"]
    if before:
        several.act(alice, ids(there), Act(before), by=By("before"), now=now)
    if verb != "restore":
        tasks.delete(alice, gone.id, by=By("elsewhere"), now=now)

    done = several.act(alice, ids(there, gone), Act(verb), by=BY, now=now)

    assert (ids(*done.tasks), [one.task_id for one in done.refused]) == (ids(there), [gone.id])


@pytest.mark.parametrize("what", [Act("complete"), Act("delete"), edited(Changes(day=None))], ids=["c", "d", "e"])
def test_all_or_nothing_leaves_everything_as_it_was(alice: Person, world: World, now: datetime, what: Act) -> None:
    before = everything(alice, now)

    with pytest.raises(NotAll) as refusal:
        several.act(alice, (*ids(*world.values()), "nobody"), what, by=BY, now=now, whole=True)

    assert [one.task_id for one in refusal.value.refused] == ["nobody"]
    assert everything(alice, now) == before
    with pytest.raises(NotFound):
        activity.undo(alice, BY.group, now=now)


def test_subtasks_go_once_and_come_back_where_they_were(alice: Person, now: datetime) -> None:
    trip = tasks.create(alice, Draft(title="trip"), by=By("1"), now=now)
    pack = tasks.create(alice, Draft(title="pack", parent_id=trip.id), by=By("2"), now=now)
    socks = tasks.create(alice, Draft(title="socks", parent_id=pack.id), by=By("3"), now=now)
    lone = tasks.create(alice, Draft(title="lone"), by=By("4"), now=now)

    gone = several.act(alice, ids(pack, trip, lone, socks), Act("delete"), by=BY, now=now)
    back = several.act(alice, ids(pack, trip), Act("restore"), by=By("back"), now=now)

    assert ids(*gone.tasks) == ids(pack, trip, lone, socks)
    assert ids(*back.tasks) == ids(pack, trip)
    parents = {task.title: task.parent_id for task in everything(alice, now).values()}
    assert parents == {"trip": None, "pack": trip.id, "socks": pack.id}


def test_a_date_too_far_back_is_refused_for_all(alice: Person, world: World, now: datetime) -> None:
    with pytest.raises(Invalid, match="10 years"):
        several.act(alice, ids(world["milk"]), edited(Changes(day=date(2010, 1, 1))), by=BY, now=now)


@pytest.mark.parametrize(("number", "problem"), [(0, "at least one"), (MOST + 1, "At most 10,000")])
def test_none_and_too_many_are_refused(alice: Person, now: datetime, number: int, problem: str) -> None:
    with pytest.raises(Invalid, match=problem):
        several.act(alice, tuple(f"id-{n}" for n in range(number)), Act("complete"), by=BY, now=now)


def test_many_are_done_and_taken_back_in_one_go(alice: Person, now: datetime) -> None:
    made = tasks.create_many(alice, [Draft(title=f"Task {n}") for n in range(60)], by=By("made"), now=now)

    done = several.act(alice, ids(*made), Act("complete"), by=BY, now=now)
    undone = activity.undo(alice, BY.group, now=now)

    assert {task.status for task in done.tasks} == {Status.DONE}
    assert undone.words == "Took back 60 changes."
    assert all(task.completed is None for task in tasks.find_all(alice, TaskFilter(), now=now))


def test_undo_by_hand_goes_back_step_by_step_and_redo_forward_again(alice: Person, world: World, now: datetime) -> None:
    milk = world["milk"].id
    tasks.edit(alice, milk, Edit(title="Oat milk"), by=By("one"), now=now)
    tasks.edit(alice, milk, Edit(title="Soy milk"), by=By("two"), now=now)
    tasks.edit(alice, milk, Edit(priority=Priority.LOW), by=By("by the assistant", door="assistant"), now=now)

    def back() -> str:
        return activity.undo(alice, activity.newest_by_hand(alice, now=now), now=now).words

    def again() -> str:
        return activity.undo(alice, activity.newest_undo_by_hand(alice, now=now), now=now).words

    titles, words = [], []
    for step in (back, back, again, again, back):
        words.append(step())
        titles.append(tasks.get(alice, milk).title)

    assert titles == ["Oat milk", "Buy milk", "Oat milk", "Soy milk", "Oat milk"]
    assert words[1:3] == ["Took it back: “Oat milk” is as it was.", "Did it again: “Buy milk”."]
    assert tasks.get(alice, milk).priority is Priority.LOW


def test_a_change_after_an_undo_leaves_nothing_to_do_again(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=By("one"), now=now)
    activity.undo(alice, activity.newest_by_hand(alice, now=now), now=now)
    tasks.complete(alice, world["rent"].id, by=By("two"), now=now)

    with pytest.raises(NotFound, match="nothing to do again"):
        activity.newest_undo_by_hand(alice, now=now)


def test_after_thirty_days_there_is_nothing_to_take_back(alice: Person, world: World, now: datetime) -> None:
    with pytest.raises(NotFound, match="nothing to take back"):
        activity.newest_by_hand(alice, now=now + timedelta(days=31))
