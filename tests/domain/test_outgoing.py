"""What leaves: a calendar's event for each task, and cells that no spreadsheet runs."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from taskchat.domain.exchange.outgoing import COLUMNS, as_csv, as_event, as_todo, zones
from taskchat.domain.task import Due, Priority, Status, Task
from tests.exchanged import NOW, at
from tests.world import BERLIN

PLAIN: dict[str, Any] = dict.fromkeys(
    ("start", "due", "estimate_minutes", "reminder_minutes", "rrule", "series_id", "list", "section", "parent_id")
) | {"description": "", "tags": (), "after_completion": False, "sample": False, "completed": None}


def task(**fields: Any) -> Task:
    usual = {"id": "t1", "title": "Pay", "status": Status.OPEN, "priority": Priority.MEDIUM, "position": "a0"}
    return Task(**(PLAIN | usual | {"created": NOW, "updated": NOW} | fields))


def lines(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"due": Due(date(2026, 11, 22), BERLIN)}, {"DTSTART;VALUE=DATE:20261122", "DTEND;VALUE=DATE:20261123"}),
        ({"due": at(22, 9)}, {f"DTSTART;TZID={BERLIN}:20261122T090000", f"DTEND;TZID={BERLIN}:20261122T093000"}),
        ({"due": at(22, 9), "estimate_minutes": 90}, {f"DTEND;TZID={BERLIN}:20261122T103000"}),
        ({"due": at(22, 9, zone="UTC")}, {"DTSTART:20261122T090000Z"}),
        # An hour that the clocks count twice, or not at all, is still an hour.
        (
            {"due": Due.moment(date(2026, 10, 25), time(1, 30), BERLIN), "estimate_minutes": 120},
            {f"DTEND;TZID={BERLIN}:20261025T023000"},
        ),
        (
            {"due": Due.moment(date(2027, 3, 28), time(1, 30), BERLIN), "estimate_minutes": 60},
            {f"DTEND;TZID={BERLIN}:20270328T033000"},
        ),
        ({"due": at(22, 9), "rrule": "FREQ=WEEKLY;COUNT=3"}, {"RRULE:FREQ=WEEKLY;COUNT=3"}),
        (
            {"due": Due(date(2026, 11, 30), BERLIN), "rrule": "FREQ=MONTHLY;BYMONTHDAY=31"},
            {"RRULE:FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"},
        ),
        (
            {"due": Due(date(2026, 11, 22), BERLIN), "rrule": "FREQ=DAILY;UNTIL=20261130"},
            {"RRULE:FREQ=DAILY;UNTIL=20261130"},
        ),
        ({"due": at(22, 9), "rrule": "FREQ=DAILY;UNTIL=20261130"}, {"RRULE:FREQ=DAILY;UNTIL=20261130T225959Z"}),
        ({"due": at(22, 9), "priority": Priority.LOW, "tags": ("a,b", "c")}, {"PRIORITY:9", "CATEGORIES:a\\,b,c"}),
    ],
)
def test_a_task_that_is_due_is_an_event(fields: dict[str, Any], expected: set[str]) -> None:
    assert expected <= set(lines(as_event(task(**fields))))


def test_what_repeats_after_completion_stands_there_once() -> None:
    event = as_event(task(due=at(22, 9), rrule="FREQ=DAILY", after_completion=True))

    assert not [line for line in lines(event) if line.startswith("RRULE")]


def test_what_has_no_date_is_no_event() -> None:
    assert as_event(task()) == ""


@pytest.mark.parametrize(
    ("fields", "begin"),
    [
        ({"start": date(2026, 11, 20)}, "DTSTART;VALUE=DATE:20261120"),
        ({"start": date(2026, 11, 20), "due": Due(date(2026, 11, 22), BERLIN)}, "DTSTART;VALUE=DATE:20261120"),
        ({"start": date(2026, 11, 20), "due": at(22, 9)}, f"DTSTART;TZID={BERLIN}:20261120T000000"),
        ({"due": at(22, 9), "rrule": "FREQ=DAILY"}, f"DTSTART;TZID={BERLIN}:20261122T090000"),
    ],
)
def test_the_start_of_a_todo_is_of_the_kind_its_end_is(fields: dict[str, Any], begin: str) -> None:
    """RFC 5545 sections 3.8.2.3 and 3.8.2.4."""
    assert begin in lines(as_todo(task(**fields)))


def test_long_lines_are_folded_and_every_line_ends_as_it_must() -> None:
    text = as_todo(task(title="Grüße " * 40, description="a\nb"))

    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")


def test_zones_tell_when_their_clocks_change() -> None:
    told = zones([BERLIN, "UTC", BERLIN, "Asia/Kolkata"], datetime(2026, 11, 21, tzinfo=UTC))

    assert lines(told).count("BEGIN:VTIMEZONE") == 2
    assert "20270328T030000" in told.replace("\r\n ", "") and "20261025T030000" in told.replace("\r\n ", "")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+49 30 1234", "'+49 30 1234"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        (" =1", "' =1"),
        ("＝1", "'＝1"),
        ("1=1", "1=1"),
        ('say "hi", now', '"say ""hi"", now"'),
    ],
)
def test_a_cell_is_never_run(title: str, cell: str) -> None:
    row = as_csv([task(title=title)], first=False)

    assert row.startswith(f"t1,{cell},")


def test_a_tab_or_a_line_break_at_the_front_is_no_way_around_it() -> None:
    row = as_csv([task(description="\t=1"), task(description="\n=1")], first=True)

    assert row.startswith("\ufeff" + ",".join(COLUMNS))
    assert "'\t=1" in row and "'\n=1" in row
