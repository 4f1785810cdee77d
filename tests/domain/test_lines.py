"""The tables of quick add, through the same answer that bin/eval gives: Wednesday 4 March 2026, 09:30 in Berlin."""

import time
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evals.quickadd import answer
from taskchat.domain.person import Ways
from taskchat.domain.quickadd import read_line
from taskchat.domain.recurrence import next_due, read_rule, say_rule
from tests.domain.lines_left_alone import LEFT_ALONE
from tests.domain.lines_repeated import AFTER_COMPLETION, MARKED, REPEATED
from tests.domain.lines_said import DAYS, TIMES

NOW, ZONE = "2026-03-04T09:30:00", "Europe/Berlin"
NOTHING = {
    "due": None, "rrule": None, "after_completion": False, "tags": [], "list": None, "priority": None,
    "reminder_minutes": None, "duration_minutes": None,
}  # fmt: skip


def understood(line: str) -> dict[str, object]:
    said = answer(line, NOW, ZONE)
    return {name: said[name] for name in ("title", *NOTHING)}


@pytest.mark.parametrize(("line", "title", "due"), DAYS + TIMES)
def test_a_line_with_a_date_becomes_a_task_due_then(line: str, title: str, due: str) -> None:
    said = understood(line)

    assert (said["title"], said["due"], said["rrule"]) == (title, due or None, None)


@pytest.mark.parametrize(("line", "title", "due", "rrule"), REPEATED)
def test_a_line_that_repeats_becomes_a_series(line: str, title: str, due: str, rrule: str) -> None:
    assert understood(line) == NOTHING | {"title": title, "due": due, "rrule": rrule}


@pytest.mark.parametrize(("line", "due", "rrule"), AFTER_COMPLETION)
def test_every_with_a_mark_counts_from_the_completion(line: str, due: str, rrule: str) -> None:
    assert understood(line) == NOTHING | {"title": "filter", "due": due, "rrule": rrule, "after_completion": True}


@pytest.mark.parametrize(("line", "title", "marks"), MARKED)
def test_marks_durations_and_quotes_are_understood(line: str, title: str, marks: dict[str, object]) -> None:
    assert understood(line) == NOTHING | {"title": title} | marks


@pytest.mark.parametrize("line", LEFT_ALONE)
def test_what_is_no_date_is_left_alone(line: str) -> None:
    assert understood(line) == NOTHING | {"title": line}
    assert answer(line, NOW, ZONE)["spans"] == []


def test_an_end_before_the_start_is_told() -> None:
    ways = Ways(zone=ZONE)

    read = read_line(
        "x every day starting 1 june until 1 may 2026", now=datetime(2026, 3, 4, tzinfo=ZoneInfo(ZONE)), ways=ways
    )

    assert read.problem == "This repeating task would end before it starts."


@given(
    st.dates(date(2026, 3, 5), date(2035, 12, 31)),
    st.times(datetime.min.time().replace(hour=4)).map(lambda at: at.replace(second=0, microsecond=0)),
)
def test_a_date_comes_back_in_every_way_of_writing_it(day: date, at: object) -> None:
    written = [
        f"{day:%Y-%m-%d} {at:%H:%M}",
        f"{day.day} {day:%B %Y} at {at:%H:%M}",
        f"{day:%b} {day.day}, {day.year} {at:%I:%M%p}",
    ]

    dues = [answer(f"pay {text}", NOW, ZONE) for text in written]

    assert {(said["title"], said["due"]) for said in dues} == {("pay", f"{day}T{at:%H:%M:%S}")}


PLACED = st.one_of(
    st.integers(1, 23).map(lambda place: f"FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={place}"),
    st.just("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
    st.sets(st.integers(1, 31), min_size=1, max_size=4).map(
        lambda days: f"FREQ=MONTHLY;BYMONTHDAY={','.join(map(str, sorted(days)))}"
    ),
)


@given(PLACED)
def test_what_is_said_about_a_rule_of_the_month_is_understood_again(rule: str) -> None:
    assert read_rule(say_rule(rule)) == rule


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("payroll every last workday", ["2026-03-31", "2026-04-30", "2026-05-29", "2026-06-30"]),
        ("payroll every first workday", ["2026-04-01", "2026-05-01", "2026-06-01", "2026-07-01"]),
        ("payroll every 15th workday", ["2026-03-20", "2026-04-21", "2026-05-21", "2026-06-19"]),
        ("payroll every 23rd workday", ["2026-07-31", "2026-12-31", "2027-03-31", "2027-12-31"]),
    ],
)
def test_a_workday_is_counted_in_each_month(line: str, days: list[str]) -> None:
    now = datetime.fromisoformat(NOW).replace(tzinfo=ZoneInfo(ZONE))
    draft = read_line(line, now=now, ways=Ways(zone=ZONE)).draft
    due, found = draft.due, list[str]()

    while due and len(found) < len(days):
        found.append(due.on.isoformat())
        due = next_due(due, str(draft.rrule), False, datetime.combine(due.on, datetime.min.time(), ZoneInfo(ZONE)))

    assert found == days


@given(st.integers(1, 400), st.sampled_from(["day", "week", "month"]))
def test_what_is_left_out_of_the_title_stands_in_the_spans(number: int, unit: str) -> None:
    line = f"call mom in {number} {unit}s #home"

    said = answer(line, NOW, ZONE)

    assert said["title"] == "call mom"
    assert [line[start:end] for start, end, _ in said["spans"]] == [f"in {number} {unit}s", "#home"]


def test_a_line_is_understood_within_five_milliseconds() -> None:
    lines = [line for line, *_ in (*DAYS, *TIMES, *REPEATED, *MARKED)] + list(LEFT_ALONE)
    started = time.process_time()

    for line in lines:
        answer(line, NOW, ZONE)

    assert timedelta(seconds=(time.process_time() - started) / len(lines)) < timedelta(milliseconds=5)
