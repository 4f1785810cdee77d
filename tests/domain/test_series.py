"""A whole series, one completion after the other: clock changes, month ends, leap years, ends (R-03 to R-07)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from taskchat.domain.recurrence import read_repeat, say_repeat, say_rule
from taskchat.domain.rules import WEEKDAYS, begun, checked_rule
from taskchat.domain.series import coming, next_after, next_instead, shifted
from taskchat.domain.task import Due, Priority, Status, Task
from taskchat.errors import Invalid

BERLIN = "Europe/Berlin"
NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)


def task(
    due: Due | None, rrule: str = "FREQ=DAILY", *, after_completion: bool = False, start: date | None = None
) -> Task:
    rule = begun(rrule, due, after_completion=after_completion)
    return Task(
        id="1", title="Water", description="", status=Status.OPEN, priority=Priority.MEDIUM, tags=(), start=start,
        due=due, estimate_minutes=None, reminder_minutes=None, rrule=rule, series_id="1", list=None, section=None,
        after_completion=after_completion, parent_id=None, position="a0", sample=False, created=NOW, updated=NOW,
        completed=None,
    )  # fmt: skip


def due_at(text: str, zone: str = BERLIN) -> Due:
    moment = datetime.fromisoformat(text)
    return Due.moment(moment.date(), moment.time(), zone) if "T" in text else Due(on=moment.date(), zone=zone)


def on_its_day(first: Task, times: int) -> list[Due]:
    """When it comes while everybody completes it on its day."""
    found = [first.due] if first.due else []
    while len(found) < times and (comes := next_after(first, done=_end_of(found[-1]), zone=BERLIN)):
        found.append(comes.due)
        first = replace(first, due=comes.due, rrule=comes.rrule)
    return found


def _end_of(due: Due) -> datetime:
    return datetime.combine(due.on, time(23, 59), ZoneInfo(due.zone)).astimezone(UTC)


@pytest.mark.parametrize(
    ("zone", "first", "clock", "local"),
    [
        # the hour is skipped: that day as much later, the day after at its own time again
        (BERLIN, "2027-03-27", "02:30", ["02:30+01:00", "03:30+02:00", "02:30+02:00", "02:30+02:00"]),
        ("America/New_York", "2027-03-13", "02:15", ["02:15-05:00", "03:15-04:00", "02:15-04:00", "02:15-04:00"]),
        ("Australia/Lord_Howe", "2026-10-03", "02:10", ["02:10+10:30", "02:40+11:00", "02:10+11:00", "02:10+11:00"]),
        # the hour comes twice: the first of the two
        (BERLIN, "2026-10-24", "02:30", ["02:30+02:00", "02:30+02:00", "02:30+01:00", "02:30+01:00"]),
        ("America/New_York", "2026-10-31", "01:30", ["01:30-04:00", "01:30-04:00", "01:30-05:00", "01:30-05:00"]),
        ("Australia/Lord_Howe", "2027-04-03", "01:45", ["01:45+11:00", "01:45+11:00", "01:45+10:30", "01:45+10:30"]),
        # any other hour stays what it is
        (BERLIN, "2027-03-27", "09:00", ["09:00+01:00", "09:00+02:00", "09:00+02:00", "09:00+02:00"]),
        ("America/New_York", "2026-10-31", "09:00", ["09:00-04:00", "09:00-05:00", "09:00-05:00", "09:00-05:00"]),
        ("Australia/Lord_Howe", "2026-10-03", "23:50", ["23:50+10:30", "23:50+11:00", "23:50+11:00", "23:50+11:00"]),
    ],
)
def test_a_wall_clock_time_stays_over_a_clock_change(zone: str, first: str, clock: str, local: list[str]) -> None:
    found = on_its_day(task(due_at(f"{first}T{clock}", zone)), 4)

    assert [due.local.isoformat(timespec="minutes")[11:] if due.local else "" for due in found] == local
    assert [due.on for due in found] == [date.fromisoformat(first) + timedelta(n) for n in range(4)]


@pytest.mark.parametrize(
    ("rule", "days"),
    [
        ("FREQ=MONTHLY", ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]),
        ("FREQ=MONTHLY", ["2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30", "2028-05-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1", ["2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30"]),
        ("FREQ=MONTHLY;INTERVAL=3", ["2026-11-30", "2027-02-28", "2027-05-30", "2027-08-30"]),
        ("FREQ=MONTHLY;BYDAY=5FR", ["2027-01-29", "2027-04-30", "2027-07-30", "2027-10-29"]),
        ("FREQ=YEARLY", ["2028-02-29", "2029-02-28", "2030-02-28", "2031-02-28", "2032-02-29"]),
        ("FREQ=YEARLY;INTERVAL=4", ["2096-02-29", "2100-02-28", "2104-02-29"]),
        ("FREQ=YEARLY;INTERVAL=365", ["2026-11-21", "2391-11-21"]),
        ("FREQ=DAILY;COUNT=3", ["2026-12-31", "2027-01-01", "2027-01-02"]),
        ("FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20261130", ["2026-11-23", "2026-11-26", "2026-11-30"]),
    ],
)
def test_a_series_goes_through_month_ends_and_leap_years_to_its_end(rule: str, days: list[str]) -> None:
    found = on_its_day(task(due_at(days[0]), rule), len(days) + ("COUNT" in rule or "UNTIL" in rule))

    assert [due.on.isoformat() for due in found] == days


def test_after_its_completion_a_month_is_counted_from_there() -> None:
    late = next_after(task(due_at("2026-10-31"), "FREQ=MONTHLY;COUNT=4", after_completion=True), done=NOW, zone=BERLIN)

    assert late is not None
    assert (late.due, late.rrule) == (due_at("2026-12-21"), "FREQ=MONTHLY;COUNT=3")


def test_the_start_keeps_its_distance_from_the_due_date() -> None:
    comes = next_after(task(due_at("2026-11-21"), "FREQ=WEEKLY", start=date(2026, 11, 18)), done=NOW, zone=BERLIN)

    assert comes is not None
    assert (comes.start, comes.days) == (date(2026, 11, 25), 7)


def test_what_comes_next_is_known_ahead() -> None:
    found = islice(coming(task(due_at("2026-11-02"), "FREQ=WEEKLY;COUNT=5"), now=NOW, zone=BERLIN), 9)

    assert [comes.due.on.isoformat() for comes in found] == ["2026-11-23", "2026-11-30", "2026-12-07", "2026-12-14"]


def test_an_end_in_universal_time_is_the_day_it_is_there() -> None:
    nine = due_at("2026-11-21T09:00", "America/New_York")

    assert begun("FREQ=DAILY;UNTIL=20261224T000000Z", nine, after_completion=False) == "FREQ=DAILY;UNTIL=20261223"
    assert begun("FREQ=DAILY;UNTIL=20261224T140000Z", nine, after_completion=False) == "FREQ=DAILY;UNTIL=20261224"
    assert begun("FREQ=DAILY;UNTIL=20261224T135959Z", nine, after_completion=False) == "FREQ=DAILY;UNTIL=20261223"
    assert begun("FREQ=DAILY;UNTIL=20261224T000000Z", due_at("2026-11-21"), after_completion=False).endswith("1224")


NUMBERS = st.integers(1, 365).map(lambda n: f";INTERVAL={n}")
SIDED = st.sampled_from([*WEEKDAYS, *(f"{n}{day}" for n in (1, 2, 4, -1, -2) for day in WEEKDAYS)])
BYDAY = st.lists(SIDED, min_size=1, max_size=3, unique=True).map(lambda days: f";BYDAY={','.join(days)}")
MONTHDAYS = st.lists(st.integers(-31, 31).filter(bool), min_size=1, max_size=3, unique=True).map(
    lambda days: f";BYMONTHDAY={','.join(map(str, days))}"
)
MONTHS = st.lists(st.integers(1, 12), min_size=1, max_size=3, unique=True).map(
    lambda months: f";BYMONTH={','.join(map(str, months))}"
)
PLACES = st.sampled_from(["", ";BYSETPOS=1", ";BYSETPOS=-1", ";BYSETPOS=2,-2"])
NOTHING = st.just("")
MANY = st.one_of(
    st.tuples(st.just("FREQ=MONTHLY"), NUMBERS, BYDAY | MONTHDAYS, PLACES),
    st.tuples(st.just("FREQ=MONTHLY"), NUMBERS, BYDAY, MONTHDAYS),
    st.tuples(st.just("FREQ=YEARLY"), NUMBERS, MONTHS | NOTHING, BYDAY | MONTHDAYS, PLACES),
    st.tuples(st.just("FREQ=YEARLY"), NUMBERS, MONTHS),
).map("".join)


@given(MANY)
def test_whatever_is_accepted_can_be_said_and_comes_later(rule: str) -> None:
    first = due_at("2026-11-21T09:00")
    try:
        accepted = begun(rule, first, after_completion=False)
    except Invalid:
        return

    said = say_rule(accepted)
    comes = next_after(task(first, accepted), done=NOW, zone=BERLIN)

    assert said.startswith("every ")
    assert comes is None or (comes.due.on > first.on and comes.due.wall == time(9))


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=MONTHLY;BYDAY=-2MO", "every month on the second to last Monday"),
        ("FREQ=MONTHLY;BYDAY=1SU,-1SU", "every month on the first Sunday and last Sunday"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "every month on the last weekday"),
        ("FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3", "every month on the third Tuesday, Wednesday or Thursday"),
        ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "every month on Friday the 13th"),
        ("FREQ=MONTHLY;INTERVAL=2;BYDAY=TU", "every 2 months on every Tuesday"),
        ("FREQ=MONTHLY;BYMONTHDAY=1,-1", "every month on the 1st and last day"),
        ("FREQ=YEARLY;BYMONTH=6,7", "every year in June and July"),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=TH", "every year in March on every Thursday"),
        ("FREQ=YEARLY;BYMONTH=11;BYDAY=4TH", "every year in November on the fourth Thursday"),
    ],
)
def test_a_rule_from_elsewhere_is_said_as_it_is_meant(rule: str, said: str) -> None:
    assert say_rule(checked_rule(rule)) == said


@pytest.mark.parametrize("rule", ["FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;COUNT=4", "FREQ=MONTHLY;BYMONTHDAY=-1"])
def test_what_counts_from_its_completion_can_be_read_back(rule: str) -> None:
    repeat = read_repeat(say_repeat(rule, True), now=NOW)

    assert repeat is not None
    assert (repeat.rule, repeat.after_completion) == (rule, True)


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.integers(-400, 400),
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=YEARLY"]),
    st.booleans(),
    st.sampled_from([None, time(2, 30), time(17)]),
)
def test_skipping_moves_behind_what_is_left_out_and_never_into_the_past(
    on: date, late: int, rule: str, after_completion: bool, clock: time | None
) -> None:
    due = Due.moment(on, clock, BERLIN) if clock else Due(on=on, zone=BERLIN)
    now = datetime.combine(on + timedelta(late), time(10), UTC)

    comes = next_instead(task(due, rule, after_completion=after_completion), now=now, zone=BERLIN)

    assert comes is not None
    assert comes.due.on > due.on
    assert comes.due.on >= now.date()
    assert comes.due.wall == due.wall
    assert comes.days == (comes.due.on - due.on).days


@given(
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
    st.times().map(lambda clock: clock.replace(second=0, microsecond=0)),
    st.integers(-999, 999),
)
def test_a_date_moves_by_days_at_its_own_time(on: date, clock: time, days: int) -> None:
    due = Due.moment(on, clock, "America/New_York")

    moved = shifted(due, days)

    assert moved is not None
    assert (moved.wall, moved.on) == (clock, on + timedelta(days))
    assert shifted(moved, -days) == due
