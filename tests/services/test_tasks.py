"""What a person can do with a task."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Status, Task
from taskchat.errors import Invalid, NotFound
from taskchat.live import Change, What
from taskchat.services import activity, mentions, tasks
from tests.world import BERLIN

BY = By("a-group")
LATER = timedelta(minutes=5)
News = list[tuple[str, Change]]
World = dict[str, Task]


def test_a_new_task_is_found_again(alice: Person, now: datetime, heard: News) -> None:
    draft = Draft(
        title=" Buy milk ",
        description="2 %",
        priority=Priority.HIGH,
        tags=("Home", "C++", "🥛"),
        start=date(2026, 11, 20),
        due=Due(date(2026, 11, 21), BERLIN),
        estimate_minutes=15,
        reminder_minutes=30,
        rrule="FREQ=WEEKLY",
        after_completion=True,
        list="Errands",
        section="Shops",
    )

    made = tasks.create(alice, draft, by=BY, now=now)

    assert tasks.get(alice, made.id) == made
    assert (made.title, made.tags, made.list, made.section) == ("Buy milk", ("home", "c++", "🥛"), "Errands", "Shops")
    assert (made.status, made.created, made.updated, made.series_id) == (Status.OPEN, now, now, made.id)
    assert heard == [(alice.id, Change(What.TASKS, (made.id,)))]


def test_what_is_refused_leaves_nothing_behind(alice: Person, now: datetime, heard: News) -> None:
    with pytest.raises(Invalid) as caught:
        tasks.create(alice, Draft(title="  "), by=BY, now=now)

    assert caught.value.field == "title"
    assert tasks.find(alice, TaskFilter(status=None), now=now).total == 0
    assert heard == []


def test_a_list_keeps_its_first_spelling(alice: Person, now: datetime) -> None:
    first = tasks.create(alice, Draft(title="a", list="Café"), by=BY, now=now)

    second = tasks.create(alice, Draft(title="b", list="CAFE"), by=BY, now=now)

    assert (first.list, second.list) == ("Café", "Café")
    assert mentions.names(alice, ()).lists == ("Café",)


def test_many_who_name_a_new_list_at_once_mean_one(alice: Person, now: datetime) -> None:
    def create(n: int) -> Task:
        return tasks.create(alice, Draft(title=f"{n}", list="Home", section="Attic"), by=BY, now=now)

    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(create, range(16)))

    assert {(task.list, task.section) for task in made} == {("Home", "Attic")}
    assert tasks.counts(alice, now=now).lists == (("Home", 16),)


def test_a_section_needs_a_list(alice: Person, world: World, now: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        tasks.edit(alice, world["milk"].id, Edit(section="Dairy"), by=BY, now=now)

    assert caught.value.field == "section"


def test_another_list_has_other_sections(alice: Person, now: datetime) -> None:
    task = tasks.create(alice, Draft(title="a", list="Work", section="Monday"), by=BY, now=now)

    moved = tasks.edit(alice, task.id, Edit(list="Home"), by=BY, now=now)

    assert (moved.list, moved.section) == ("Home", None)


def test_only_what_is_sent_changes(alice: Person, world: World, now: datetime, heard: News) -> None:
    before = world["dentist"]
    heard.clear()

    after = tasks.edit(alice, before.id, Edit(title="Call Dr. Weiß", due=None), by=BY, now=now + LATER)

    assert after == replace(before, title="Call Dr. Weiß", due=None, updated=now + LATER)
    assert tasks.get(alice, before.id) == after
    assert heard == [(alice.id, Change(What.TASKS, (before.id,)))]


@pytest.mark.parametrize(
    "edit", [Edit(), Edit(title="Call the dentist"), Edit(list="health"), Edit(tags=()), Edit(priority=Priority.MEDIUM)]
)
def test_updated_moves_only_when_something_changed(
    alice: Person, world: World, now: datetime, heard: News, edit: Edit
) -> None:
    before = world["dentist"]
    heard.clear()

    after = tasks.edit(alice, before.id, edit, by=By("nothing"), now=now + LATER)

    assert after == before
    assert activity.changed_by(alice, "nothing") == ()
    assert heard == []


def test_completing_twice_changes_nothing(alice: Person, world: World, now: datetime, heard: News) -> None:
    first = tasks.complete(alice, world["milk"].id, by=By("first"), now=now)
    heard.clear()

    second = tasks.complete(alice, world["milk"].id, by=By("second"), now=now + LATER)

    assert second == first
    assert (first.status, first.completed) == (Status.DONE, now)
    assert (heard, activity.changed_by(alice, "second")) == ([], ())


def test_reopening_makes_it_open_again(alice: Person, world: World, now: datetime) -> None:
    tasks.complete(alice, world["milk"].id, by=BY, now=now)

    opened = tasks.reopen(alice, world["milk"].id, by=BY, now=now + LATER)
    again = tasks.reopen(alice, world["milk"].id, by=BY, now=now + 2 * LATER)

    assert (opened.status, opened.completed, opened.updated) == (Status.OPEN, None, now + LATER)
    assert again == opened


def test_many_are_completed_at_once_and_only_the_open_ones_told(
    alice: Person, world: World, now: datetime, heard: News
) -> None:
    tasks.complete(alice, world["milk"].id, by=BY, now=now)
    heard.clear()

    done = tasks.complete_many(alice, (world["rent"].id, world["milk"].id, "unknown"), by=BY, now=now)

    assert [task.id for task in done] == [world["rent"].id]
    assert heard == [(alice.id, Change(What.TASKS, (world["rent"].id,)))]


@pytest.mark.parametrize("verb", [tasks.complete, tasks.reopen, tasks.delete, tasks.restore])
def test_an_unknown_id_is_not_found(alice: Person, now: datetime, verb) -> None:
    with pytest.raises(NotFound):
        verb(alice, "0195-unknown", by=BY, now=now)


def test_moving_changes_the_manual_order(alice: Person, world: World, now: datetime) -> None:
    tasks.move(alice, world["plants"].id, after=world["milk"].id, by=BY, now=now)
    tasks.move(alice, world["report"].id, after=None, by=BY, now=now)

    page = tasks.find(alice, TaskFilter(), sort=Sort.MANUAL, now=now).tasks

    wanted = [world[name].id for name in ("report", "milk", "plants", "rent", "dentist")]
    assert [task.id for task in page] == wanted


def test_a_task_cannot_be_part_of_itself(alice: Person, world: World, now: datetime) -> None:
    child = tasks.create(alice, Draft(title="Find the paper", parent_id=world["report"].id), by=BY, now=now)
    grandchild = tasks.create(alice, Draft(title="Look at home", parent_id=child.id), by=BY, now=now)

    with pytest.raises(Invalid) as caught:
        tasks.edit(alice, world["report"].id, Edit(parent_id=grandchild.id), by=BY, now=now)

    assert caught.value.field == "parent_id"


def test_tags_are_counted_most_used_first(alice: Person, world: World, now: datetime) -> None:
    tasks.delete(alice, world["rent"].id, by=BY, now=now)
    tasks.create(alice, Draft(title="Bread", tags=("shop",)), by=BY, now=now)
    tasks.create(alice, Draft(title="Sample", tags=("zoo",), sample=True), by=BY, now=now)

    counted = [(each.tag, each.count) for each in tasks.tag_counts(alice)]

    assert counted == [("shop", 2), ("home", 1)]


def test_the_places_are_counted_without_samples(alice: Person, world: World, now: datetime) -> None:
    tasks.create(alice, Draft(title="Sample", due=Due(date(2026, 11, 21), BERLIN), sample=True), by=BY, now=now)
    tasks.create(
        alice, Draft(title="Not begun", due=Due(date(2026, 11, 21), BERLIN), start=date(2026, 11, 22)), by=BY, now=now
    )

    counted = tasks.counts(alice, now=now)

    assert (counted.inbox, counted.today, counted.upcoming) == (4, 2, 2)
    assert counted.lists == (("Health", 1), ("Work", 1))
