"""Taking back what was done: by group, newest first, asking where something has changed since."""

from datetime import date, datetime, timedelta

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Clash, Draft, Due, Edit, Priority, Status, Task
from taskchat.errors import NotFound
from taskchat.live import Change, What
from taskchat.services import activity, tasks
from taskchat.storage import threads
from taskchat.storage.database import writing
from tests.world import BERLIN

World = dict[str, Task]
News = list[tuple[str, Change]]
BY = By("deed")


def _as_before(alice: Person, before: Task) -> bool:
    """Everything but the moment of the last change."""
    now = tasks.get(alice, before.id)
    return [getattr(now, f) for f in activity.LOOKED_AT] == [getattr(before, f) for f in activity.LOOKED_AT]


def test_a_created_task_goes_to_the_trash(alice: Person, now: datetime, heard: News) -> None:
    task = tasks.create(alice, Draft(title="Buy milk"), by=BY, now=now)
    heard.clear()

    undone = activity.undo(alice, "deed", now=now)

    assert (undone.tasks, undone.clashes) == ((task.id,), ())
    assert undone.words == "Took it back: “Buy milk” is gone again."
    assert tasks.find(alice, TaskFilter(trashed=True), now=now).tasks[0].id == task.id
    assert heard == [(alice.id, Change(What.TASKS, (task.id,)))]


def test_which_groups_were_taken_back_is_known(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=BY, now=now)
    tasks.edit(alice, world["report"].id, Edit(title="Reported"), by=BY, now=now)
    tasks.edit(alice, world["report"].id, Edit(title="Reported again"), by=By("later"), now=now)
    groups = ("deed", "later", "nothing")

    assert activity.undone(alice, groups) == ()
    activity.undo(alice, "deed", now=now)
    assert activity.undone(alice, groups) == ()  # the report has changed since, so half of it stands
    activity.undo(alice, "deed", now=now, force=True)
    assert activity.undone(alice, groups) == ("deed",)
    assert activity.undone(alice, ()) == ()


def test_what_was_put_under_a_created_task_goes_with_it(alice: Person, now: datetime) -> None:
    parent = tasks.create(alice, Draft(title="Parent"), by=BY, now=now)
    child = tasks.create(alice, Draft(title="Child", parent_id=parent.id), by=By("later"), now=now)

    activity.undo(alice, "deed", now=now)
    trashed = tasks.find(alice, TaskFilter(trashed=True), now=now).tasks
    tasks.restore(alice, parent.id, by=By("after all"), now=now)

    assert {task.id for task in trashed} == {parent.id, child.id}
    assert tasks.get(alice, child.id).parent_id == parent.id


@pytest.mark.parametrize(
    "edit",
    [
        Edit(title="Buy oat milk", description="two", priority=Priority.HIGH),
        Edit(tags=("new",), list="Errands", section="Shops", due=None),
        Edit(due=Due(date(2026, 12, 1), BERLIN), start=date(2026, 11, 30), rrule="FREQ=DAILY", reminder_minutes=5),
    ],
)
def test_an_edit_is_taken_back(alice: Person, world: World, now: datetime, edit: Edit) -> None:
    tasks.edit(alice, world["milk"].id, edit, by=BY, now=now)

    activity.undo(alice, "deed", now=now)

    assert _as_before(alice, world["milk"])


@pytest.mark.parametrize("verb", [tasks.complete, tasks.delete])
def test_completing_and_deleting_are_taken_back(alice: Person, world: World, now: datetime, verb) -> None:
    verb(alice, world["milk"].id, by=BY, now=now)

    activity.undo(alice, "deed", now=now)

    assert _as_before(alice, world["milk"])


def test_a_family_comes_back_together(alice: Person, world: World, now: datetime) -> None:
    child = tasks.create(alice, Draft(title="Step", parent_id=world["report"].id), by=By("other"), now=now)
    tasks.delete(alice, world["report"].id, by=BY, now=now)

    undone = activity.undo(alice, "deed", now=now)

    assert set(undone.tasks) == {world["report"].id, child.id}
    assert _as_before(alice, child)
    assert _as_before(alice, world["report"])


def test_everything_of_one_message_is_taken_back_newest_first(alice: Person, world: World, now: datetime) -> None:
    made = tasks.create(alice, Draft(title="Buy bread"), by=BY, now=now)
    tasks.edit(alice, made.id, Edit(title="Buy rolls"), by=BY, now=now)
    tasks.complete(alice, made.id, by=BY, now=now)
    tasks.edit(alice, world["milk"].id, Edit(title="Buy oat milk"), by=BY, now=now)
    tasks.edit(alice, world["milk"].id, Edit(title="Buy soy milk"), by=BY, now=now)

    undone = activity.undo(alice, "deed", now=now)

    assert undone.clashes == ()
    assert _as_before(alice, world["milk"])
    trashed = tasks.find(alice, TaskFilter(trashed=True), now=now).tasks
    assert [(task.title, task.status) for task in trashed] == [("Buy bread", Status.OPEN)]


def test_what_has_changed_since_is_asked_about(alice: Person, world: World, now: datetime, heard: News) -> None:
    tasks.edit(alice, world["milk"].id, Edit(title="Buy oat milk", priority=Priority.HIGH), by=BY, now=now)
    tasks.complete(alice, world["rent"].id, by=BY, now=now)
    tasks.edit(alice, world["milk"].id, Edit(title="Buy soy milk"), by=By("later"), now=now)

    undone = activity.undo(alice, "deed", now=now)

    assert undone.tasks == (world["rent"].id,)
    assert undone.clashes == (Clash(world["milk"].id, "Buy soy milk", "title", "Buy soy milk", "Buy milk"),)
    assert tasks.get(alice, world["milk"].id).title == "Buy soy milk"
    assert tasks.get(alice, world["rent"].id).status is Status.OPEN


def test_the_person_may_choose_the_former_value(alice: Person, world: World, now: datetime) -> None:
    tasks.edit(alice, world["milk"].id, Edit(title="Buy oat milk"), by=BY, now=now)
    tasks.edit(alice, world["milk"].id, Edit(title="Buy soy milk", tags=()), by=By("later"), now=now)
    activity.undo(alice, "deed", now=now)

    undone = activity.undo(alice, "deed", now=now, force=True)

    task = tasks.get(alice, world["milk"].id)
    assert (undone.tasks, undone.clashes) == ((world["milk"].id,), ())
    assert (task.title, task.tags) == ("Buy milk", ())


def test_other_fields_that_changed_since_stay(alice: Person, world: World, now: datetime) -> None:
    tasks.edit(alice, world["milk"].id, Edit(title="Buy oat milk"), by=BY, now=now)
    tasks.edit(alice, world["milk"].id, Edit(priority=Priority.LOW), by=By("later"), now=now)

    undone = activity.undo(alice, "deed", now=now)

    task = tasks.get(alice, world["milk"].id)
    assert undone.clashes == ()
    assert (task.title, task.priority) == ("Buy milk", Priority.LOW)


def test_a_second_undo_finds_nothing(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=BY, now=now)
    activity.undo(alice, "deed", now=now)

    with pytest.raises(NotFound):
        activity.undo(alice, "deed", now=now)


def test_the_last_deed_is_taken_back_then_the_one_before(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=By("first"), now=now)
    tasks.complete(alice, world["rent"].id, by=By("second"), now=now)

    steps = [activity.undo_latest(alice, now=now).tasks for _ in range(2)]

    assert steps == [(world["rent"].id,), (world["milk"].id,)]


def test_undo_that_means_this_conversation(alice: Person, world: World, now: datetime) -> None:
    with writing() as session:
        threads.save_thread(alice, session, "thr_1", "{}", title=None, now=now)
    tasks.complete(alice, world["milk"].id, by=By("said", "assistant", "thr_1"), now=now)
    tasks.complete(alice, world["rent"].id, by=By("clicked"), now=now)

    undone = activity.undo_latest(alice, thread_id="thr_1", now=now)

    assert undone.tasks == (world["milk"].id,)
    with pytest.raises(NotFound):
        activity.undo_latest(alice, thread_id="thr_1", now=now)


def test_an_undo_can_be_undone(alice: Person, world: World, now: datetime) -> None:
    tasks.edit(alice, world["milk"].id, Edit(title="Buy oat milk"), by=BY, now=now)
    activity.undo(alice, "deed", now=now)
    again = activity.latest(alice, 1)[0].group

    activity.undo(alice, again, now=now)
    once_more = activity.undo(alice, "deed", now=now)

    assert once_more.tasks == (world["milk"].id,)
    assert _as_before(alice, world["milk"])


def test_after_30_days_nothing_is_taken_back(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=BY, now=now)

    with pytest.raises(NotFound):
        activity.undo(alice, "deed", now=now + timedelta(days=30))


def test_many_are_counted_not_named(alice: Person, world: World, now: datetime) -> None:
    tasks.delete_many(alice, tuple(task.id for task in world.values()), by=BY, now=now)

    undone = activity.undo(alice, "deed", now=now)

    assert undone.words == "Took back 5 changes."


def test_every_call_is_on_record(alice: Person, now: datetime) -> None:
    activity.record_call(alice, "thr_1", "create_task", '{"title": "a"}', "done", 12, now=now)
    activity.record_call(alice, None, "delete_task", "{}", "failed: no such task", 3, now=now)

    calls = activity.calls(alice)

    assert [(call.tool, call.outcome, call.milliseconds) for call in calls] == [
        ("delete_task", "failed: no such task", 3),
        ("create_task", "done", 12),
    ]
