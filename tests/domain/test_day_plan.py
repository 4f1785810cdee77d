"""A day planned: what has a time stays there, the rest by due, priority and estimate into what is left of the day."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.day_plan import DayPlan, Hours, hours_of, planned
from taskchat.domain.task import Priority, Status, Task
from tests.domain.made import BERLIN, NOW, task

TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)
HIGH, LOW = Priority.HIGH, Priority.LOW


def plan(*tasks: Task, day: date = TODAY, until: time | None = None, now: datetime = NOW) -> DayPlan:
    return planned(tasks, day, hours_of(day, until=until, now=now, ways=BERLIN), now=now, ways=BERLIN)


def said(made: DayPlan) -> list[str]:
    """ "11:00 pay rent", with a star where accepting moves it there."""
    zone = ZoneInfo(BERLIN.zone)
    return [f"{s.begins.astimezone(zone):%H:%M} {s.task.title}{'*' if s.moves else ''}" for s in made.slots]


@pytest.mark.parametrize(
    ("tasks", "wanted"),
    [
        ((), []),
        # Late things first, then by priority, then the shorter ones.
        (
            (
                task("low", "2026-11-21", priority=LOW),
                task("late", "2026-11-19"),
                task("high", "2026-11-21", priority=HIGH),
            ),
            ["11:00 late*", "11:30 high*", "12:00 low*"],
        ),
        (
            (task("long", "2026-11-21", estimate_minutes=120), task("short", "2026-11-21", estimate_minutes=15)),
            ["11:00 short*", "11:15 long*"],
        ),
        # What has a time keeps it, and the others go around it.
        (
            (task("lunch", "2026-11-21T11:30", estimate_minutes=60), task("a", "2026-11-21"), task("b", "2026-11-21")),
            ["11:00 a*", "11:30 lunch", "12:30 b*"],
        ),
        # One too long for the gap goes behind it, a shorter one fits in.
        (
            (
                task("lunch", "2026-11-21T12:00"),
                task("big", "2026-11-21", priority=HIGH, estimate_minutes=90),
                task("small", "2026-11-21"),
            ),
            ["11:00 small*", "12:00 lunch", "12:30 big*"],
        ),
        # A time that has passed today is late like any other.
        ((task("missed", "2026-11-21T09:00"),), ["11:00 missed*"]),
        # An evening stays in the evening, behind the working hours.
        ((task("dinner", "2026-11-21T20:00"), task("a", "2026-11-21")), ["11:00 a*", "20:00 dinner"]),
        # What repeats has its place, but keeps its date.
        ((task("plants", "2026-11-21", rrule="FREQ=DAILY"), task("z", "2026-11-21")), ["11:00 plants", "11:30 z*"]),
        # Important ones without a date are offered last, three at most.
        (
            (*(task(f"some day {n}", priority=HIGH) for n in range(5)), task("due", "2026-11-21", priority=LOW)),
            ["11:00 due*", "11:30 some day 0*", "12:00 some day 1*", "12:30 some day 2*"],
        ),
        ((task("some day"), task("next week", "2026-11-27"), task("tomorrow", "2026-11-22")), []),
        ((task("done", "2026-11-21", status=Status.DONE), task("later", "2026-11-20", start=TOMORROW)), []),
        # A task whose parts are in the plan is done with them.
        (
            (task("move", "2026-11-21"), task("pack", "2026-11-21", parent_id="move")),
            ["11:00 pack*"],
        ),
    ],
)
def test_a_day_is_planned(tasks: Sequence[Task], wanted: list[str]) -> None:
    assert said(plan(*tasks)) == wanted


@pytest.mark.parametrize(
    ("day", "now", "until", "wanted"),
    [
        (TODAY, "10:00", None, ("11:00", "18:00")),
        (TODAY, "10:07", None, ("11:15", "18:00")),
        (TODAY, "05:00", None, ("09:00", "18:00")),
        (TODAY, "16:00", None, ("17:00", "18:00")),
        (TODAY, "16:01", None, ("17:15", "22:00")),
        (TODAY, "10:00", time(20), ("11:00", "20:00")),
        (TOMORROW, "21:00", None, ("09:00", "18:00")),
    ],
)
def test_the_hours_of_a_day(day: date, now: str, until: time | None, wanted: tuple[str, str]) -> None:
    moment = datetime.combine(TODAY, time.fromisoformat(now), UTC)

    hours = hours_of(day, until=until, now=moment, ways=BERLIN)

    zone = ZoneInfo(BERLIN.zone)
    assert tuple(f"{at.astimezone(zone):%H:%M}" for at in (hours.first, hours.last)) == wanted


def test_what_has_no_room_is_told_the_most_pressing_first() -> None:
    made = plan(*(task(f"{n}", f"2026-11-{n}", estimate_minutes=300) for n in (21, 20, 19)))

    assert said(made) == ["11:00 19*"]
    assert [left.title for left in made.left] == ["20", "21"]


def test_late_in_the_evening_nothing_fits_any_more() -> None:
    made = plan(task("a", "2026-11-21"), now=datetime(2026, 11, 21, 21, 0, tzinfo=UTC))

    assert (made.slots, [left.title for left in made.left]) == ((), ["a"])


def test_tomorrow_takes_what_is_due_then_and_what_is_late_but_not_today() -> None:
    made = plan(task("today", "2026-11-21"), task("late", "2026-11-19"), task("then", "2026-11-22"), day=TOMORROW)

    assert said(made) == ["09:00 late*", "09:30 then*"]


def test_accepting_it_sets_a_time_on_that_day_for_what_moves() -> None:
    made = plan(task("lunch", "2026-11-21T12:00"), task("late", "2026-11-19"))

    edits = {task_id: edit.sent() for task_id, edit in made.edits(BERLIN.zone).items()}
    assert edits == {"late": {"due": task("", "2026-11-21T11:00").due}}


def test_a_day_on_which_the_clocks_change_has_its_hours_on_the_wall() -> None:
    made = plan(task("a", "2026-10-25"), day=date(2026, 10, 25), now=datetime(2026, 10, 24, 10, tzinfo=UTC))

    assert said(made) == ["09:00 a*"]


TASKS = st.lists(
    st.builds(
        dict,
        estimate_minutes=st.none() | st.integers(1, 600),
        priority=st.sampled_from(Priority),
        due=st.sampled_from(["2026-11-21", "2026-11-19", "2026-11-21T15:00", "2026-11-21T08:00"]),
    ),
    max_size=25,
)


@given(TASKS)
def test_nothing_is_lost_and_nothing_planned_stands_on_anything_else(drawn: list[dict[str, Any]]) -> None:
    made = plan(*(task(str(n), **fields) for n, fields in enumerate(drawn)))

    hours: Hours = hours_of(TODAY, now=NOW, ways=BERLIN)
    moving = [slot for slot in made.slots if slot.moves]
    assert len(made.slots) + len(made.left) == len(drawn)
    assert all(hours.first <= slot.begins and slot.ends <= hours.last for slot in moving)
    assert not any(
        one.begins < other.ends and other.begins < one.ends for one in moving for other in made.slots if one != other
    )
