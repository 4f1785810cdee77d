"""Which tasks belong together, in which order, and which a filter means: 21 November 2026, 11:00 in Berlin."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from taskchat.domain.arrange import day_order, day_plan, days_done, is_today, is_upcoming, month_of, ordered, sections
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter, due_bounds, matches
from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Priority, Status, Task

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")


def task(title: str, due: str | None = None, **fields: Any) -> Task:
    plain = Task(
        id=title,
        title=title,
        description="",
        status=Status.OPEN,
        priority=Priority.MEDIUM,
        tags=(),
        start=None,
        due=_due(due),
        estimate_minutes=None,
        reminder_minutes=None,
        rrule=None,
        series_id=None,
        after_completion=False,
        list=None,
        section=None,
        parent_id=None,
        position="a",
        sample=False,
        created=NOW,
        updated=NOW,
        completed=None,
    )
    return replace(plain, **fields)


def _due(text: str | None) -> Due | None:
    if text is None:
        return None
    moment = datetime.fromisoformat(text)
    day = Due(on=moment.date(), zone="Europe/Berlin")
    return Due.moment(moment.date(), moment.time(), "Europe/Berlin") if "T" in text else day


DONE = {"status": Status.DONE, "completed": NOW}


def test_a_day_is_done_late_things_first_then_by_time_then_by_priority() -> None:
    world = [
        task("any time", "2026-11-21", priority=Priority.LOW),
        task("important", "2026-11-21", priority=Priority.HIGH),
        task("evening", "2026-11-21T20:00", priority=Priority.HIGH),
        task("morning", "2026-11-21T09:00", priority=Priority.LOW),
        task("first by hand", "2026-11-21", priority=Priority.LOW, position="A"),
        task("late", "2026-11-19"),
    ]

    plan = day_plan(world, ways=BERLIN)

    assert [t.title for t in plan] == ["late", "morning", "evening", "important", "first by hand", "any time"]


def test_tasks_stand_under_headings_from_overdue_to_done() -> None:
    world = [
        task("undated"),
        task("later", "2026-11-29"),
        task("week", "2026-11-28"),
        task("tomorrow", "2026-11-22"),
        task("today", "2026-11-21"),
        task("tonight", "2026-11-21T20:00"),
        task("this morning", "2026-11-21T09:00"),
        task("yesterday", "2026-11-20"),
        task("ticked", "2026-11-20", **DONE),
        task("old", **DONE | {"completed": datetime(2026, 11, 20, 22, tzinfo=UTC)}),
    ]

    found = sections(world, now=NOW, ways=BERLIN)

    assert [(section.name, [each.title for each in section.tasks]) for section in found] == [
        ("Overdue", ["yesterday", "this morning"]),
        ("Today", ["today", "tonight"]),
        ("Tomorrow", ["tomorrow"]),
        ("Next 7 days", ["week"]),
        ("Later", ["later"]),
        ("No date", ["undated"]),
        ("Done today", ["ticked"]),
        ("Done", ["old"]),
    ]
    assert [section.tone for section in found][:2] == ["overdue", "plain"]


def test_a_day_is_ordered_by_time_then_priority_then_by_hand() -> None:
    world = [
        task("late", "2026-11-21T17:00"),
        task("second by hand", "2026-11-21T09:00", position="b"),
        task("first by hand", "2026-11-21T09:00"),
        task("low", "2026-11-21T09:00", priority=Priority.LOW),
        task("high", "2026-11-21T09:00", priority=Priority.HIGH, position="z"),
        task("all day", "2026-11-21"),
        task("day before", "2026-11-20T23:00"),
    ]

    titles = [each.title for each in day_order(world, ways=BERLIN)]

    assert titles == ["day before", "all day", "high", "first by hand", "second by hand", "low", "late"]


def test_today_holds_what_is_overdue_or_due_today_and_nothing_before_its_start() -> None:
    assert is_today(task("a", "2026-11-21T23:59"), now=NOW, ways=BERLIN)
    assert is_today(task("b", "2026-11-01"), now=NOW, ways=BERLIN)
    assert not is_today(task("c", "2026-11-21", start=date(2026, 11, 22)), now=NOW, ways=BERLIN)
    assert not is_today(task("d", "2026-11-22"), now=NOW, ways=BERLIN)
    assert not is_today(task("e", "2026-11-21", **DONE), now=NOW, ways=BERLIN)
    assert is_upcoming(task("f", "2026-11-22"), now=NOW, ways=BERLIN)
    assert not is_upcoming(task("g", "2026-11-21"), now=NOW, ways=BERLIN)


def test_finished_work_stands_under_its_day_latest_first() -> None:
    world = [
        task("monday", **DONE | {"completed": datetime(2026, 11, 16, 9, tzinfo=UTC)}),
        task("early", **DONE | {"completed": datetime(2026, 11, 20, 23, 30, tzinfo=UTC)}),
        task("late", **DONE),
        task("open"),
    ]

    found = days_done(world, now=NOW, ways=BERLIN)

    assert [(day.isoformat(), [each.title for each in tasks]) for day, tasks in found] == [
        ("2026-11-21", ["late", "early"]),
        ("2026-11-16", ["monday"]),
    ]


@pytest.mark.parametrize(("first_weekday", "first", "weeks"), [(0, "2026-10-26", 6), (6, "2026-11-01", 5)])
def test_a_month_is_shown_in_the_persons_weeks(first_weekday: int, first: str, weeks: int) -> None:
    month = month_of(date(2026, 11, 21), ways=Ways(first_weekday=first_weekday))

    assert (month[0][0].isoformat(), len(month)) == (first, weeks)
    assert {len(week) for week in month} == {7}


@pytest.mark.parametrize(
    ("sort", "titles"),
    [
        (Sort.DUE, ["b", "Á", "c"]),
        (Sort.DUE_LAST, ["Á", "b", "c"]),
        (Sort.TITLE, ["Á", "b", "c"]),
        (Sort.TITLE_LAST, ["c", "b", "Á"]),
        (Sort.PRIORITY, ["c", "Á", "b"]),
        (Sort.MANUAL, ["Á", "b", "c"]),
    ],
)
def test_tasks_are_sorted_with_undated_ones_last(sort: Sort, titles: list[str]) -> None:
    world = [
        task("c", priority=Priority.HIGH, position="3"),
        task("Á", "2026-12-02", position="1"),
        task("b", "2026-12-01", position="2"),
    ]

    assert [each.title for each in ordered(world, sort, ways=BERLIN)] == titles


MILK = task(
    "Buy Milk",
    "2026-11-21T10:00",
    tags=("home", "shop"),
    list="Home",
    description="At the café",
    priority=Priority.HIGH,
    reminder_minutes=5,
)


@pytest.mark.parametrize(
    ("wanted", "fits"),
    [
        (TaskFilter(), True),
        (TaskFilter(status=Status.DONE), False),
        (TaskFilter(status=None), True),
        (TaskFilter(priorities=(Priority.HIGH, Priority.LOW)), True),
        (TaskFilter(priorities=(Priority.LOW,)), False),
        (TaskFilter(tags=("Home", "shop")), True),
        (TaskFilter(tags=("home", "work")), False),
        (TaskFilter(list="home"), True),
        (TaskFilter(list=""), False),
        (TaskFilter(reminder=True), True),
        (TaskFilter(recurring=True), False),
        (TaskFilter(words="MILK cafe"), True),
        (TaskFilter(words="shop"), True),
        (TaskFilter(words="milk tea"), False),
        (TaskFilter(words="%"), False),
        (TaskFilter(ids=("Buy Milk",)), True),
        (TaskFilter(ids=()), False),
        (TaskFilter(trashed=True), False),
        (TaskFilter(due=DueWindow.TODAY), True),
        (TaskFilter(due=DueWindow.WEEK), True),
        (TaskFilter(due=DueWindow.OVERDUE), True),
        (TaskFilter(due=DueWindow.NONE), False),
        (TaskFilter(due=DueRange(date(2026, 11, 21), date(2026, 11, 21))), True),
        (TaskFilter(due=DueRange(date(2026, 11, 22), None)), False),
        (TaskFilter(due=DueRange(None, date(2026, 11, 20))), False),
        (TaskFilter(words="milk", due=DueWindow.NONE), False),
    ],
)
def test_a_filter_means_a_task_when_all_its_parts_do(wanted: TaskFilter, fits: bool) -> None:
    assert matches(MILK, wanted, now=NOW, ways=BERLIN) is fits


def test_a_task_without_a_date_is_only_in_the_window_of_none() -> None:
    undated = task("x")

    found = [window for window in DueWindow if matches(undated, TaskFilter(due=window), now=NOW, ways=BERLIN)]

    assert found == [DueWindow.NONE]


@pytest.mark.parametrize(
    ("window", "first_weekday", "days"),
    [
        (DueWindow.TODAY, 0, DueRange(date(2026, 11, 21), date(2026, 11, 21))),
        (DueWindow.WEEK, 0, DueRange(date(2026, 11, 16), date(2026, 11, 22))),
        (DueWindow.WEEK, 6, DueRange(date(2026, 11, 15), date(2026, 11, 21))),
        (DueWindow.OVERDUE, 0, DueRange(None, date(2026, 11, 21))),
        (DueRange(None, date(2026, 12, 1)), 0, DueRange(None, date(2026, 12, 1))),
    ],
)
def test_a_window_is_days_in_the_persons_week(window: DueWindow | DueRange, first_weekday: int, days: DueRange) -> None:
    assert due_bounds(window, now=NOW, ways=Ways(zone="Europe/Berlin", first_weekday=first_weekday)) == days
