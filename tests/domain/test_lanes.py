"""What stands together, and what a task becomes by being put somewhere: 21 November 2026, 11:00 in Berlin."""

from datetime import date

import pytest

from taskchat.domain.lanes import Along, ahead, columns, lane_of, name_of, next_to, on_day, put_into, shown_days
from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Edit, Found, Priority
from taskchat.errors import Invalid
from tests.domain.test_arrange import BERLIN, NOW, task

MORNING = task("call", "2026-11-24T09:00")
SUNDAYS = Ways(zone="Europe/Berlin", first_weekday=6)


@pytest.mark.parametrize(
    ("along", "fields", "key", "name"),
    [
        (Along.DUE, {"due": "2026-11-20"}, "Overdue", "Overdue"),
        (Along.DUE, {"due": "2026-11-28"}, "Next 7 days", "Next 7 days"),
        (Along.DUE, {}, "No date", "No date"),
        (Along.PRIORITY, {"priority": Priority.HIGH}, "high", "High"),
        (Along.PRIORITY, {}, "medium", "Medium"),
        (Along.LIST, {"list": "Work"}, "Work", "Work"),
        (Along.LIST, {}, "", "Inbox"),
        (Along.SECTION, {"section": "Later"}, "Later", "Later"),
        (Along.SECTION, {}, "", "No section"),
        (Along.TAG, {"tags": ("home", "shop")}, "home", "home"),
        (Along.TAG, {}, "", "No tag"),
    ],
)
def test_a_task_stands_in_exactly_one_lane(along: Along, fields: dict, key: str, name: str) -> None:
    found = lane_of(task("it", **fields), along, now=NOW, ways=BERLIN)

    assert (found, name_of(found, along)) == (key, name)


@pytest.mark.parametrize(
    ("along", "key", "edit"),
    [
        (Along.PRIORITY, "low", Edit(priority=Priority.LOW)),
        (Along.LIST, "Work", Edit(list="Work")),
        (Along.LIST, "", Edit(list=None)),
        (Along.SECTION, "Later", Edit(section="Later")),
        (Along.SECTION, "", Edit(section=None)),
        (Along.DUE, "Today", Edit(due=Due(date(2026, 11, 21), "Europe/Berlin"))),
        (Along.DUE, "Tomorrow", Edit(due=on_day(MORNING.due, date(2026, 11, 22), "Europe/Berlin"))),
        (Along.DUE, "Next 7 days", Edit(due=on_day(MORNING.due, date(2026, 11, 23), "Europe/Berlin"))),
        (Along.DUE, "Later", Edit(due=on_day(MORNING.due, date(2026, 11, 29), "Europe/Berlin"))),
        (Along.DUE, "No date", Edit(due=None)),
    ],
)
def test_what_is_put_into_a_lane_stands_there_afterwards(along: Along, key: str, edit: Edit) -> None:
    put = put_into(MORNING, along, key, now=NOW, ways=BERLIN)

    assert put == edit
    assert lane_of(put.applied_to(MORNING), along, now=NOW, ways=BERLIN) == key


@pytest.mark.parametrize(("along", "key"), [(Along.DUE, "Overdue"), (Along.DUE, "?"), (Along.PRIORITY, "urgent")])
def test_nothing_is_put_where_nothing_can_be(along: Along, key: str) -> None:
    with pytest.raises(Invalid, match="Choose another column"):
        put_into(MORNING, along, key, now=NOW, ways=BERLIN)


def test_another_day_keeps_the_wall_clock_over_the_change_of_clocks() -> None:
    october = Due.moment(date(2026, 10, 20), MORNING.due.local.time(), "Europe/Berlin")  # pyright: ignore

    moved = on_day(october, date(2026, 10, 26), "Europe/Berlin")

    assert (moved.on, moved.local.hour) == (date(2026, 10, 26), 9)  # pyright: ignore[reportOptionalMemberAccess]
    assert on_day(None, date(2026, 10, 26), "Europe/Berlin") == Due(date(2026, 10, 26), "Europe/Berlin")


def test_a_board_shows_its_empty_columns_and_whatever_else_there_is() -> None:
    found = (Found((task("a", section="Doing"),), 9), Found((task("b", section="Forgotten"),), 1))

    shown = columns(found, Along.SECTION, keys=("Doing", "Done"), now=NOW, ways=BERLIN)

    assert [(lane.name, lane.total) for lane in shown] == [
        ("No section", 0), ("Doing", 9), ("Done", 0), ("Forgotten", 1),
    ]  # fmt: skip


def test_a_board_by_date_has_a_column_for_what_is_late_only_when_something_is() -> None:
    late = (Found((task("rent", "2026-11-19"),), 1),)

    names = [lane.name for lane in columns((), Along.DUE, now=NOW, ways=BERLIN)]

    assert names == ["Today", "Tomorrow", "Next 7 days", "Later", "No date"]
    assert [lane.name for lane in columns(late, Along.DUE, now=NOW, ways=BERLIN)] == ["Overdue", *names]


def test_upcoming_goes_by_day_for_two_weeks_and_then_by_month() -> None:
    due = ("2026-11-22", "2026-11-24T09:00", "2026-12-05", "2026-12-06", "2026-12-24", "2027-01-02")

    names = [name for name, _ in ahead([task(day, day) for day in due], now=NOW, ways=BERLIN)]

    assert names == ["Tomorrow", "Tue 24 Nov", "Sat 5 Dec", "December", "January 2027"]


@pytest.mark.parametrize(
    ("span", "ways", "first", "last"),
    [
        ("week", BERLIN, date(2026, 11, 16), date(2026, 11, 22)),
        ("week", SUNDAYS, date(2026, 11, 15), date(2026, 11, 21)),
        ("month", BERLIN, date(2026, 10, 26), date(2026, 12, 6)),
        ("month", SUNDAYS, date(2026, 11, 1), date(2026, 12, 5)),
    ],
)
def test_a_calendar_shows_whole_weeks(span: str, ways: Ways, first: date, last: date) -> None:
    weeks = shown_days(date(2026, 11, 21), span, ways=ways)

    assert (weeks[0][0], weeks[-1][-1]) == (first, last)
    assert {len(week) for week in weeks} == {7}


@pytest.mark.parametrize(
    ("span", "step", "there"),
    [
        ("week", 1, date(2027, 2, 7)),
        ("week", -1, date(2027, 1, 24)),
        ("month", 1, date(2027, 2, 1)),
        ("month", -1, date(2026, 12, 1)),
    ],
)
def test_one_turns_to_the_next_and_the_one_before(span: str, step: int, there: date) -> None:
    assert next_to(date(2027, 1, 31), span, step) == there
