"""Besides the tasks: what stands around them goes out and comes back as it was."""

import json
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Status, Task
from taskchat.errors import Invalid
from taskchat.services import activity, lists, tasks, templates, views
from tests.services.test_incoming import _document, bring, exported, of, plain
from tests.world import BERLIN

BY = By("before")
AROUND = ("lists", "templates", "views")
SPRING = date(2027, 3, 28)
"""Clocks in Berlin skip 02:30."""


@pytest.fixture
def kept(alice: Person, now: datetime) -> dict[str, Task]:
    """Lists with a look of their own, one of them put away; a template, a view, and a series that has gone on."""
    work = lists.create(alice, "Work", colour="plum", icon="star", by=BY, now=now)
    first, _ = (lists.add_section(alice, work.id, name, by=BY, now=now) for name in ("Later", "Now"))
    lists.move_section(alice, first.id, after=lists.sections(alice, work.id)[1].id, by=BY, now=now)
    old = lists.create(alice, "Old", by=BY, now=now)
    lists.create(alice, "Empty", icon="leaf", by=BY, now=now)
    lists.move(alice, old.id, by=BY, now=now)
    night = Due.moment(SPRING, time(2, 30), BERLIN)
    drafts = [
        Draft(title="Restart", due=night, rrule="FREQ=DAILY", list="Work", section="Now", start=SPRING),
        Draft(title="Was", list="Old"),
        Draft(title="Socks", list="Work", section="Later", tags=("trip",), due=Due(SPRING, BERLIN)),
    ]
    made = tasks.create_many(alice, drafts, by=BY, now=now)
    tasks.complete(alice, made[0].id, by=BY, now=now)
    templates.save_list(alice, work.id, "Packing", by=BY, now=now)
    templates.save_task(alice, made[2].id, by=BY, now=now)
    lists.archive(alice, old.id, by=BY, now=now)
    views.create(alice, "Soon", "due:<7d -#someday", by=By("deed"), now=now)
    return {task.title: task for task in made}


def around(user: Person, now: datetime) -> dict[str, Any]:
    said = json.loads(_document(exported(user, now)))
    return {name: said[name] for name in AROUND}


def test_all_around_the_tasks_comes_back_as_it_was(
    alice: Person, bob: Person, kept: dict[str, Task], now: datetime
) -> None:
    report = bring(bob, exported(alice, now), now, "x.zip")

    assert report.remarks == ()
    assert around(bob, now) == around(alice, now)
    assert [each["name"] for each in around(bob, now)["lists"]] == ["Old", "Work", "Empty"]
    assert around(bob, now)["lists"][1]["sections"] == ["Now", "Later"]
    assert plain(bob, now) == plain(alice, now)


def test_a_series_goes_on_where_it_has_gone(alice: Person, bob: Person, kept: dict[str, Task], now: datetime) -> None:
    bring(bob, exported(alice, now), now, "x.zip")

    (done,) = (task for task in tasks_of(bob, now) if task.status is Status.DONE)
    (ahead,) = (task for task in tasks_of(bob, now) if task.id == done.next_id)
    assert (ahead.series_id, ahead.due) == (done.series_id, Due.moment(SPRING + timedelta(1), time(2, 30), BERLIN))
    assert done.due == Due.moment(SPRING, time(2, 30), BERLIN)
    tasks.reopen(bob, done.id, by=By("again"), now=now)
    tasks.complete(bob, done.id, by=By("twice"), now=now)
    assert len([task for task in tasks_of(bob, now) if task.series_id == done.series_id]) == 2


def tasks_of(user: Person, now: datetime) -> tuple[Task, ...]:
    return tasks.find_all(user, TaskFilter(status=None, words="Restart"), now=now)


def test_what_came_later_of_a_series_joins_what_is_here(
    alice: Person, bob: Person, kept: dict[str, Task], now: datetime
) -> None:
    bring(bob, exported(alice, now), now, "x.zip")
    (ahead,) = (task for task in tasks_of(alice, now) if task.status is Status.OPEN)
    tasks.complete(alice, ahead.id, by=BY, now=now)

    report = bring(bob, exported(alice, now), now, "x.zip", By("again"))

    assert report.made == 1
    assert len({task.series_id for task in tasks_of(bob, now)}) == 1


def test_a_second_run_doubles_nothing_and_what_is_here_stays(
    alice: Person, bob: Person, kept: dict[str, Task], now: datetime
) -> None:
    views.create(bob, "soon", "priority:high", by=By("deed"), now=now)
    lists.create(bob, "WORK", colour="moss", by=By("mine"), now=now)
    archive = exported(alice, now)

    first, second = (bring(bob, archive, now, "x.zip", By(group)) for group in ("first", "second"))

    assert [remark.words for remark in first.remarks] == ["The view “soon” is here already and stays as it is."]
    assert (second.made, second.remarks) == (0, first.remarks)
    assert ("WORK", "moss") in {(one.name, one.colour) for one in lists.find(bob)}
    assert [one.name for one in templates.find(bob)] == ["Packing", "Socks"]


def test_undo_takes_the_lists_and_templates_back_too(
    alice: Person, bob: Person, kept: dict[str, Task], now: datetime
) -> None:
    bring(bob, exported(alice, now), now, "x.zip", By("in"))

    undone = activity.undo(bob, "in", now=now)

    assert undone.clashes == ()
    assert (of(bob, now), lists.find(bob), templates.find(bob)) == ({}, (), ())


TASK = {"title": "x", "level": 0}


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ({"templates": [{"name": ""}]}, "“name” of template 1"),
        ({"templates": [{"name": "T", "tasks": [{}]}]}, "“title” of task 1 of template 1"),
        ({"templates": [{"name": "T", "tasks": [TASK | {"level": 1}]}]}, "“level”"),
        ({"templates": [{"name": "T", "tasks": [TASK, TASK | {"due_in": 10**9}]}]}, "“due_in” of task 2"),
        ({"templates": [{"name": "T", "tasks": [TASK | {"clock": "25:00", "due_in": 1}]}]}, "“clock”"),
        ({"templates": [{"name": "T", "tasks": [TASK | {"rrule": "FREQ=NEVER"}]}]}, "“rrule”"),
        ({"templates": [{"name": "T", "tasks": [TASK] * 501}]}, "“tasks” of template 1"),
        ({"views": ["x"]}, "“views” of the file"),
        ({"lists": [{"name": "L", "sections": [1]}]}, "“sections” of list 1"),
        ({"lists": [{"name": "L", "archived": "then"}]}, "“archived” of list 1"),
    ],
)
def test_what_is_damaged_is_named_and_nothing_comes(
    alice: Person, now: datetime, said: dict[str, Any], named: str
) -> None:
    with pytest.raises(Invalid, match=named):
        bring(alice, json.dumps({"taskchat": 1, "tasks": [{"title": "y"}]} | said), now, "x.json")

    assert of(alice, now) == {}


def test_a_view_that_says_nothing_here_is_told_and_left_out(alice: Person, now: datetime) -> None:
    said = {"taskchat": 1, "tasks": [{"title": "y"}], "views": [{"name": "Odd", "filter": "priority:purple"}]}

    report = bring(alice, json.dumps(said), now, "x.json")

    assert [remark.words.startswith("The view “Odd” was not understood") for remark in report.remarks] == [True]
    assert views.find(alice) == ()
