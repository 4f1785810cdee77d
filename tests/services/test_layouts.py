"""Views: what stands together by query is what stands together by rule, and putting a task there is one deed."""

import itertools
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from taskchat.domain.arrange import LAST_DAY
from taskchat.domain.days import day_of
from taskchat.domain.filters import DueRange, Sort, TaskFilter
from taskchat.domain.lanes import Along, lane_of, shown_days
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Edit, Priority, Task
from taskchat.errors import Invalid
from taskchat.services import activity, layouts, tasks
from tests.world import BERLIN

BY = By("put")
ALL = TaskFilter()


@pytest.fixture
def many(alice: Person, world: dict[str, Task], now: datetime) -> dict[str, Task]:
    """The world, and what lies on its edges."""
    more = {
        "night": Draft(
            title="Night", due=Due.moment(date(2026, 11, 22), time(0, 30), BERLIN), list="Work", section="B"
        ),
        "noon": Draft(title="Noon", due=Due.moment(date(2026, 11, 21), time(9), BERLIN), list="Work", section="A"),
        "day": Draft(title="All day", due=Due(date(2026, 11, 28), BERLIN), tags=("shop",), priority=Priority.HIGH),
        "far": Draft(title="Far", due=Due.moment(date(2026, 11, 29), time(0), BERLIN), tags=("home", "shop")),
        "tokyo": Draft(title="Tokyo", due=Due.moment(date(2026, 11, 23), time(3), "Asia/Tokyo"), list="Health"),
    }
    return world | {name: tasks.create(alice, draft, by=By(name), now=now) for name, draft in more.items()}


@pytest.mark.parametrize("along", [*Along])
def test_groups_come_one_after_the_other_and_are_counted_whole(
    alice: Person, many: dict[str, Task], now: datetime, along: Along
) -> None:
    found = layouts.rows(alice, ALL, sort=Sort.TITLE, along=along, limit=200, offset=0, now=now)
    keys = [lane_of(task, along, now=now, ways=alice.ways) for task in found.tasks]
    changes = sum(left != right for left, right in itertools.pairwise(keys))

    assert found.total == len(found.tasks) == len(many)
    assert changes == len(set(keys)) - 1
    part = layouts.rows(alice, ALL, sort=Sort.TITLE, along=along, limit=2, offset=0, now=now)
    assert part.groups == {key: keys.count(key) for key in keys}


@pytest.mark.parametrize("along", [*Along])
def test_pages_of_groups_do_not_overlap(alice: Person, many: dict[str, Task], now: datetime, along: Along) -> None:
    pages = [
        layouts.rows(alice, ALL, sort=Sort.DUE, along=along, limit=3, offset=at, now=now) for at in range(0, 12, 3)
    ]

    ids = [task.id for page in pages for task in page.tasks]

    assert sorted(ids) == sorted(task.id for task in many.values())


def test_lists_and_sections_stand_in_the_persons_order_and_what_has_none_first(
    alice: Person, many: dict[str, Task], now: datetime
) -> None:
    found = layouts.rows(alice, ALL, sort=Sort.DUE, along=Along.LIST, limit=200, offset=0, now=now)

    assert list(dict.fromkeys(task.list for task in found.tasks)) == [None, "Health", "Work"]


def test_a_board_has_the_same_columns_as_the_rule(alice: Person, many: dict[str, Task], now: datetime) -> None:
    board = layouts.board(alice, ALL, Along.DUE, now=now)

    shown = {lane.name: sorted(task.title for task in lane.tasks) for lane in board}

    assert shown == {
        "Overdue": ["Noon", "Pay rent"],
        "Today": ["Buy milk"],
        "Tomorrow": ["Night", "Tokyo", "Water the plants"],
        "Next 7 days": ["All day", "Call the dentist"],
        "Later": ["Far"],
        "No date": ["Write the report"],
    }


def test_a_column_shows_fifty_and_counts_the_rest(alice: Person, now: datetime) -> None:
    tasks.create_many(alice, tuple(Draft(title=f"Task {n}") for n in range(53)), by=By("many"), now=now)

    medium = next(lane for lane in layouts.board(alice, ALL, Along.PRIORITY, now=now) if lane.key == "medium")

    assert (len(medium.tasks), medium.total) == (50, 53)
    assert [task.title for task in medium.tasks[:2]] == ["Task 0", "Task 1"]


def test_a_list_has_its_sections_as_columns(alice: Person, many: dict[str, Task], now: datetime) -> None:
    tasks.edit(alice, many["noon"].id, Edit(section=None), by=BY, now=now)

    board = layouts.board(alice, TaskFilter(list="Work"), Along.SECTION, now=now)

    assert [(lane.name, lane.total) for lane in board] == [("No section", 2), ("B", 1), ("A", 0)]


def test_days_of_a_calendar_hold_what_is_due_on_them_in_the_persons_zone(
    alice: Person, many: dict[str, Task], now: datetime
) -> None:
    (week,) = shown_days(date(2026, 11, 21), "week", ways=alice.ways)

    found = layouts.days(alice, replace(ALL, due=DueRange(week[0], week[-1])), week, each=2, now=now)
    by_day = {day_of(one.tasks[0].due, BERLIN): one for one in found if one.tasks[0].due}

    assert {day.day: (len(one.tasks), one.total) for day, one in by_day.items()} == {19: (1, 1), 21: (2, 2), 22: (2, 3)}
    assert LAST_DAY not in by_day


def test_putting_a_card_somewhere_is_taken_back_in_one(alice: Person, many: dict[str, Task], now: datetime) -> None:
    report, night = many["report"], many["night"]

    put = layouts.put(alice, report.id, Along.SECTION, "B", night.id, by=BY, now=now)
    column = next(
        lane for lane in layouts.board(alice, TaskFilter(list="Work"), Along.SECTION, now=now) if lane.key == "B"
    )

    assert [task.title for task in column.tasks] == ["Night", "Write the report"]
    activity.undo(alice, BY.group, now=now + timedelta(minutes=1))
    back = tasks.get(alice, report.id)
    assert (put.section, back.section, back.position) == ("B", None, report.position)


def test_a_card_cannot_be_made_overdue(alice: Person, world: dict[str, Task], now: datetime) -> None:
    with pytest.raises(Invalid):
        layouts.put(alice, world["milk"].id, Along.DUE, "Overdue", by=BY, now=now)


def test_another_day_keeps_the_time(alice: Person, world: dict[str, Task], now: datetime) -> None:
    moved = layouts.reschedule(alice, world["milk"].id, date(2026, 12, 24), by=BY, now=now)

    assert moved.due == Due.moment(date(2026, 12, 24), time(17), BERLIN)
