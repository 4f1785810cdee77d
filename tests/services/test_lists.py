"""Lists and their sections: making, changing, archiving, ordering, and taking all of it back."""

from datetime import datetime, timedelta

import pytest

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.lists import COLOURS, TaskList
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Status, Task
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.live import Change, What
from taskchat.services import activity, lists, mentions, tasks

World = dict[str, Task]
News = list[tuple[str, Change]]
BY = By("deed")


def titles(user: Person, now: datetime, **wanted: object) -> list[str]:
    return [task.title for task in tasks.find_all(user, TaskFilter(**wanted), sort=Sort.MANUAL, now=now)]  # pyright: ignore[reportArgumentType]


def names(user: Person) -> list[str]:
    return [one.name for one in lists.find(user)]


@pytest.fixture
def work(alice: Person, world: World) -> TaskList:
    """Alice's list with "Write the report" in it."""
    return lists.named(alice, "work")


def test_a_new_list_stands_last_in_a_colour_of_its_own(alice: Person, now: datetime, heard: News) -> None:
    made = [lists.create(alice, name, by=BY, now=now) for name in ("Home", "Work", "Trip")]

    assert names(alice) == ["Home", "Work", "Trip"]
    assert [one.colour for one in made] == list(COLOURS[:3])
    assert heard == [(alice.id, Change(What.TASKS))] * 3


def test_a_list_that_a_task_names_has_a_colour_of_its_own_too(alice: Person, world: World) -> None:
    assert [(one.name, one.colour, one.icon) for one in lists.find(alice)] == [
        ("Health", "pine", ""),
        ("Work", "lake", ""),
    ]


@pytest.mark.parametrize(
    ("looks", "field"),
    [({"name": " "}, "name"), ({"name": "x" * 101}, "name"), ({"name": "INBOX"}, "name"),
     ({"name": "a", "colour": "red"}, "colour"), ({"name": "a", "icon": "robot"}, "icon")],
)  # fmt: skip
def test_a_list_that_cannot_be_is_refused_by_the_field(
    alice: Person, now: datetime, looks: dict[str, str], field: str
) -> None:
    with pytest.raises(Invalid) as caught:
        lists.create(alice, **looks, by=BY, now=now)

    assert caught.value.field == field
    assert names(alice) == []


def test_two_lists_of_one_name_are_refused(alice: Person, work: TaskList, now: datetime) -> None:
    health = lists.named(alice, "Health")

    for attempt in (
        lambda: lists.create(alice, "WÓRK", by=BY, now=now),
        lambda: lists.change(alice, health.id, name="work", by=BY, now=now),
    ):
        with pytest.raises(Conflict):
            attempt()
    assert names(alice) == ["Health", "Work"]


def test_a_renamed_list_keeps_its_tasks(alice: Person, work: TaskList, world: World, now: datetime) -> None:
    lists.change(alice, work.id, name="Office", colour="plum", icon="briefcase", by=BY, now=now)

    assert tasks.get(alice, world["report"].id).list == "Office"
    assert (lists.get(alice, work.id).colour, lists.get(alice, work.id).icon) == ("plum", "briefcase")
    assert activity.undo(alice, "deed", now=now).words == "Took it back: the list “Office” is as it was."
    assert lists.get(alice, work.id) == work


def test_what_is_archived_is_out_of_the_way_and_still_there(
    alice: Person, work: TaskList, world: World, now: datetime
) -> None:
    lists.archive(alice, work.id, by=BY, now=now)

    assert "Write the report" not in titles(alice, now)
    assert "Write the report" not in titles(alice, now, words="report", status=None)
    assert titles(alice, now, list="Work") == ["Write the report"]
    assert mentions.names(alice, ()).lists == ("Health",)
    assert tasks.counts(alice, now=now).lists == (("Health", 1),)
    lists.unarchive(alice, work.id, by=By("back"), now=now)
    assert "Write the report" in titles(alice, now)


def test_work_that_was_finished_stays_under_done(alice: Person, work: TaskList, world: World, now: datetime) -> None:
    tasks.complete(alice, world["report"].id, by=BY, now=now)

    lists.archive(alice, work.id, by=By("archived"), now=now)

    assert titles(alice, now, status=Status.DONE) == ["Write the report"]


def test_archiving_twice_is_archiving_once(alice: Person, work: TaskList, now: datetime) -> None:
    first = lists.archive(alice, work.id, by=BY, now=now)
    again = lists.archive(alice, work.id, by=By("again"), now=now + timedelta(hours=1))

    assert again == first
    assert activity.undo(alice, "deed", now=now).words != ""
    assert lists.get(alice, work.id).archived is None


def test_nothing_is_put_where_nobody_would_see_it(alice: Person, work: TaskList, world: World, now: datetime) -> None:
    lists.archive(alice, work.id, by=BY, now=now)

    for attempt in (
        lambda: tasks.create(alice, Draft(title="New", list="Work"), by=BY, now=now),
        lambda: tasks.edit(alice, world["milk"].id, Edit(list="work"), by=BY, now=now),
    ):
        with pytest.raises(Conflict, match="archived"):
            attempt()
    assert tasks.edit(alice, world["report"].id, Edit(title="Report"), by=BY, now=now).list == "Work"


def test_a_deleted_list_takes_its_tasks_along_and_undo_brings_all_back(
    alice: Person, work: TaskList, world: World, now: datetime
) -> None:
    lists.add_section(alice, work.id, "Later", by=By("before"), now=now)
    parent = tasks.edit(alice, world["report"].id, Edit(section="Later"), by=By("before"), now=now)
    child = tasks.create(alice, Draft(title="Figures", parent_id=parent.id), by=By("before"), now=now)
    done = tasks.create(alice, Draft(title="Agenda", list="Work"), by=By("before"), now=now)
    tasks.complete(alice, done.id, by=By("before"), now=now)
    lists.change(alice, work.id, colour="plum", by=By("before"), now=now)
    before = [tasks.get(alice, task.id) for task in (parent, child, done)], lists.get(alice, work.id)

    gone = lists.delete(alice, work.id, by=BY, now=now)

    assert gone == 3
    assert names(alice) == ["Health"]
    assert set(titles(alice, now, trashed=True)) == {"Write the report", "Figures", "Agenda"}
    undone = activity.undo(alice, "deed", now=now)
    assert (set(undone.tasks), undone.clashes) == ({parent.id, child.id, done.id}, ())
    after = [tasks.get(alice, task.id) for task in (parent, child, done)], lists.get(alice, work.id)
    assert [_seen(task) for task in after[0]] == [_seen(task) for task in before[0]]
    assert after[1] == before[1]
    assert [one.name for one in lists.sections(alice, work.id)] == ["Later"]


def _seen(task: Task) -> list[object]:
    return [getattr(task, name) for name in activity.LOOKED_AT]


def test_the_undo_of_a_deleted_list_can_be_undone(alice: Person, work: TaskList, world: World, now: datetime) -> None:
    lists.delete(alice, work.id, by=BY, now=now)
    activity.undo(alice, "deed", now=now)

    activity.undo(alice, activity.latest(alice, 1)[0].group, now=now)

    assert names(alice) == ["Health"]
    assert titles(alice, now, trashed=True) == ["Write the report"]


def test_a_family_in_the_trash_of_a_deleted_list_comes_back_together(
    alice: Person, work: TaskList, world: World, now: datetime
) -> None:
    child = tasks.create(alice, Draft(title="Figures", parent_id=world["report"].id), by=By("before"), now=now)
    lists.delete(alice, work.id, by=BY, now=now)

    tasks.restore(alice, world["report"].id, by=By("back"), now=now)

    assert tasks.get(alice, child.id).parent_id == world["report"].id


def test_where_a_new_list_took_the_name_the_old_ones_tasks_join_it(
    alice: Person, work: TaskList, world: World, now: datetime
) -> None:
    lists.delete(alice, work.id, by=BY, now=now)
    new = lists.create(alice, "work", by=By("new"), now=now)

    activity.undo(alice, "deed", now=now)

    assert lists.find(alice)[-1].id == new.id
    assert titles(alice, now, list="work") == ["Write the report"]


def test_making_a_list_is_taken_back_unless_something_stands_in_it(alice: Person, now: datetime) -> None:
    trip = lists.create(alice, "Trip", by=BY, now=now)
    task = tasks.create(alice, Draft(title="Passport", list="Trip"), by=By("later"), now=now)

    asked = activity.undo(alice, "deed", now=now)
    still = names(alice)
    activity.undo(alice, "deed", now=now, force=True)

    assert [(c.task_id, c.field, c.value_now) for c in asked.clashes] == [(trip.id, "number of tasks", "1")]
    assert (still, names(alice)) == (["Trip"], [])
    assert tasks.get(alice, task.id).list is None


def test_lists_are_put_in_order(alice: Person, now: datetime) -> None:
    home, work, trip = (lists.create(alice, name, by=BY, now=now) for name in ("Home", "Work", "Trip"))

    lists.move(alice, trip.id, before=home.id, by=By("1"), now=now)
    lists.move(alice, home.id, after=work.id, by=By("2"), now=now)

    assert names(alice) == ["Trip", "Work", "Home"]
    activity.undo(alice, "2", now=now)
    assert names(alice) == ["Trip", "Home", "Work"]


def test_sections_are_made_renamed_ordered_and_deleted(
    alice: Person, work: TaskList, world: World, now: datetime
) -> None:
    soon, later = (lists.add_section(alice, work.id, name, by=By("made"), now=now) for name in ("Soon", "Later"))
    tasks.edit(alice, world["report"].id, Edit(section="soon"), by=By("into"), now=now)

    lists.move_section(alice, later.id, before=soon.id, by=By("moved"), now=now)
    lists.rename_section(alice, soon.id, "This week", by=By("named"), now=now)
    there = [one.name for one in lists.sections(alice, work.id)], tasks.get(alice, world["report"].id).section
    stayed = lists.delete_section(alice, soon.id, by=BY, now=now)

    assert there == (["Later", "This week"], "This week")
    assert stayed == 1
    assert (tasks.get(alice, world["report"].id).list, tasks.get(alice, world["report"].id).section) == ("Work", None)
    activity.undo(alice, "deed", now=now)
    assert tasks.get(alice, world["report"].id).section == "This week"
    assert [one.name for one in lists.sections(alice, work.id)] == ["Later", "This week"]


def test_two_sections_of_one_name_are_refused_in_one_list_only(alice: Person, work: TaskList, now: datetime) -> None:
    lists.add_section(alice, work.id, "Soon", by=BY, now=now)

    with pytest.raises(Conflict):
        lists.add_section(alice, work.id, "soon", by=BY, now=now)
    assert lists.add_section(alice, lists.named(alice, "Health").id, "Soon", by=BY, now=now).name == "Soon"


def test_a_list_that_is_gone_is_not_found(alice: Person, work: TaskList, now: datetime) -> None:
    lists.delete(alice, work.id, by=BY, now=now)

    for attempt in (lists.get, lists.sections):
        with pytest.raises(NotFound):
            attempt(alice, work.id)
    with pytest.raises(NotFound):
        lists.move(alice, lists.named(alice, "Health").id, after=work.id, by=BY, now=now)
