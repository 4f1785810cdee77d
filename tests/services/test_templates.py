"""Templates: a list or a task kept to use again, dated from the day it is used."""

from datetime import date, datetime, time, timedelta

import pytest
from sqlmodel import col, select

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.lists import TaskList
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Task
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.services import accounts, activity, lists, subtasks, tasks, templates
from taskchat.services.purge import purge
from taskchat.storage.database import reading
from taskchat.storage.tables import Activity
from tests.world import BERLIN

World = dict[str, Task]
BY = By("deed")
WEEK = timedelta(days=7)


@pytest.fixture
def packing(alice: Person, now: datetime) -> TaskList:
    """A list as for a trip on the 24th, seen on the 21st."""
    made = lists.create(alice, "Packing", colour="plum", icon="plane", by=By("made"), now=now)
    lists.add_section(alice, made.id, "Clothes", by=By("made"), now=now)
    lists.add_section(alice, made.id, "Papers", by=By("made"), now=now)
    passport = tasks.create(
        alice,
        Draft(title="Passport", list="Packing", section="Papers", due=Due.moment(date(2026, 11, 24), time(9), BERLIN),
              priority=Priority.HIGH, tags=("trip",), description="The red one", reminder_minutes=60),
        by=By("made"), now=now,
    )  # fmt: skip
    tasks.create(alice, Draft(title="Renew it", parent_id=passport.id), by=By("made"), now=now)
    tasks.create(alice, Draft(title="Socks", list="Packing", section="Clothes"), by=By("made"), now=now)
    return made


def test_a_list_is_kept_and_made_anew_on_another_day(alice: Person, packing: TaskList, now: datetime) -> None:
    kept = templates.save_list(alice, packing.id, by=By("kept"), now=now)

    used = templates.use(alice, kept.id, by=BY, now=now + WEEK)

    assert used.list is not None
    assert (used.list.name, used.list.colour, used.list.icon) == ("Packing 2", "plum", "plane")
    assert [one.name for one in lists.sections(alice, used.list.id)] == ["Clothes", "Papers"]
    made = {task.title: task for task in tasks.find_all(alice, TaskFilter(list="Packing 2"), now=now)}
    assert made.keys() == {"Passport", "Renew it", "Socks"}
    passport = made["Passport"]
    assert passport.due == Due.moment(date(2026, 12, 1), time(9), BERLIN)
    assert (passport.section, passport.priority, passport.tags) == ("Papers", Priority.HIGH, ("trip",))
    assert (passport.description, passport.reminder_minutes) == ("The red one", 60)
    assert (made["Renew it"].parent_id, made["Renew it"].section) == (passport.id, "Papers")
    assert made["Socks"].due is None


def test_using_it_is_taken_back_whole(alice: Person, packing: TaskList, now: datetime) -> None:
    kept = templates.save_list(alice, packing.id, by=By("kept"), now=now)
    templates.use(alice, kept.id, by=BY, now=now)

    activity.undo(alice, "deed", now=now)

    assert [one.name for one in lists.find(alice)] == ["Packing"]
    assert len(tasks.find_all(alice, TaskFilter(list="Packing"), now=now)) == 3


def test_a_task_is_kept_with_what_is_under_it(alice: Person, world: World, now: datetime) -> None:
    step = tasks.create(alice, Draft(title="Figures", parent_id=world["report"].id), by=BY, now=now)
    tasks.create(alice, Draft(title="Ask Bob", parent_id=step.id), by=BY, now=now)
    tasks.complete(alice, step.id, by=BY, now=now)
    kept = templates.save_task(alice, world["report"].id, "Report", by=BY, now=now)

    used = templates.use(alice, kept.id, list_name="Health", by=By("use"), now=now)

    top, *below = used.tasks
    assert (top.title, top.list, used.list) == ("Write the report", "Health", None)
    assert [(task.title, task.completed) for task in below] == [("Figures", None), ("Ask Bob", None)]
    assert [task.title for task in subtasks.find(alice, top.id)] == ["Figures"]


def test_what_was_late_when_it_was_kept_begins_on_the_day_it_is_used(
    alice: Person, world: World, now: datetime
) -> None:
    tasks.edit(alice, world["rent"].id, Edit(list="Monthly"), by=BY, now=now)  # due two days ago
    tasks.edit(alice, world["plants"].id, Edit(list="Monthly", rrule="FREQ=WEEKLY;BYDAY=SU;COUNT=3"), by=BY, now=now)
    kept = templates.save_list(alice, lists.named(alice, "Monthly").id, by=BY, now=now)

    used = templates.use(alice, kept.id, by=By("use"), now=now + WEEK)

    assert {task.title: task.due.on for task in used.tasks if task.due} == {
        "Pay rent": date(2026, 11, 28),
        "Water the plants": date(2026, 12, 1),
    }
    assert [task.rrule for task in used.tasks if task.rrule] == ["FREQ=WEEKLY;BYDAY=SU"]


def test_templates_are_found_renamed_and_deleted(alice: Person, packing: TaskList, now: datetime) -> None:
    kept = templates.save_list(alice, packing.id, by=BY, now=now)

    with pytest.raises(Conflict):
        templates.save_list(alice, packing.id, "PACKING", by=BY, now=now)
    templates.rename(alice, kept.id, "Summer", by=By("named"), now=now)
    assert templates.named(alice, "summer").id == kept.id
    templates.delete(alice, kept.id, by=By("gone"), now=now)
    with pytest.raises(NotFound, match="none yet"):
        templates.named(alice, "summer")
    assert activity.undo(alice, "gone", now=now).words == "Took it back: the template “Summer” is back."
    assert [one.name for one in templates.find(alice)] == ["Summer"]
    assert templates.find(alice)[0].tasks == kept.tasks


def test_a_template_keeps_the_manual_order(alice: Person, packing: TaskList, now: datetime) -> None:
    by_title = {task.title: task.id for task in tasks.find_all(alice, TaskFilter(list="Packing"), now=now)}
    tasks.move(alice, by_title["Socks"], before=by_title["Passport"], by=BY, now=now)
    kept = templates.save_list(alice, packing.id, by=BY, now=now)

    used = templates.use(alice, kept.id, name="Trip", by=By("use"), now=now)

    found = tasks.find_all(alice, TaskFilter(list="Trip"), sort=Sort.MANUAL, now=now)
    assert [task.title for task in found] == ["Socks", "Passport", "Renew it"]
    assert [task.title for task in used.tasks] == ["Socks", "Passport", "Renew it"]


def test_too_many_tasks_and_no_name_are_refused(
    alice: Person, world: World, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(templates, "MOST", 3)
    tasks.create_many(alice, [Draft(title=str(n), list="Huge") for n in range(4)], by=BY, now=now)

    with pytest.raises(Invalid, match="3 tasks at most"):
        templates.save_list(alice, lists.named(alice, "Huge").id, by=BY, now=now)
    with pytest.raises(Invalid, match="name"):
        templates.save_task(alice, world["milk"].id, " \u202e", by=BY, now=now)


def test_what_a_guest_has_set_up_comes_along(alice: Person, packing: TaskList, now: datetime) -> None:
    templates.save_list(alice, packing.id, by=BY, now=now)
    guest = accounts.guest(alice.ways, now=now)
    theirs = guest.seat.person
    trip = lists.create(theirs, "Trip", colour="moss", icon="leaf", by=BY, now=now)
    lists.add_section(theirs, trip.id, "Day 1", by=BY, now=now)
    templates.save_list(theirs, trip.id, "packing", by=BY, now=now)

    accounts.bring(alice, guest.token, now=now)

    brought = lists.find(alice)[-1]
    assert (brought.name, brought.colour, brought.icon) == ("Trip", "moss", "leaf")
    assert [one.name for one in lists.sections(alice, brought.id)] == ["Day 1"]
    assert [one.name for one in templates.find(alice)] == ["Packing", "packing 2"]


def test_after_30_days_nothing_of_a_deleted_template_is_left(alice: Person, packing: TaskList, now: datetime) -> None:
    kept = templates.save_list(alice, packing.id, by=BY, now=now)
    templates.delete(alice, kept.id, by=BY, now=now)

    before = _activity_of(kept.id)
    purge(now=now + timedelta(days=30))

    assert "The red one" in before
    assert "The red one" not in _activity_of(kept.id)
    with pytest.raises(NotFound):
        activity.undo(alice, "deed", now=now + timedelta(days=30))


def _activity_of(ident: str) -> str:
    with reading() as session:
        return "".join(map(str, session.exec(select(Activity).where(col(Activity.task_id) == ident))))


def test_a_template_is_known_by_a_title_that_has_its_name_in_it(alice: Person, now: datetime) -> None:
    trip = tasks.create(alice, Draft(title="Trip"), by=By("trip"), now=now)
    tasks.create(alice, Draft(title="book it", parent_id=trip.id), by=By("part"), now=now)
    kept = templates.save_task(alice, trip.id, by=By("keep"), now=now)

    assert templates.like(alice, "trip to Rome") == kept
    assert (kept.parts, templates.like(alice, "tripod")) == (("book it",), None)
