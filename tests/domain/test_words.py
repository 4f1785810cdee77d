"""Dates and counts as people say them: Saturday 21 November 2026, 11:00 in Berlin."""

from datetime import UTC, datetime, time

import pytest

from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Status
from taskchat.domain.words import count, due_tone, full_date, said_date, say_clock, say_due, say_minutes, short_due

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")
AMERICAN = Ways(zone="Europe/Berlin", clock_24=False, day_first=False)


def due_at(text: str) -> Due:
    moment = datetime.fromisoformat(text)
    day = Due(on=moment.date(), zone="Europe/Berlin")
    return Due.moment(moment.date(), moment.time(), "Europe/Berlin") if "T" in text else day


@pytest.mark.parametrize(
    ("due", "said", "short", "full"),
    [
        ("2026-11-21", "Due today", "Today", "today, Sat 21 Nov"),
        ("2026-11-21T17:00", "Due today at 17:00", "Today 17:00", "today, Sat 21 Nov, at 17:00"),
        ("2026-11-22T17:00", "Due tomorrow at 17:00", "Tomorrow 17:00", "tomorrow, Sun 22 Nov, at 17:00"),
        ("2026-11-27", "Due Fri 27 Nov", "Fri 27 Nov", "Fri 27 Nov"),
        ("2026-11-27T09:30", "Due Fri 27 Nov at 09:30", "Fri 27 Nov 09:30", "Fri 27 Nov at 09:30"),
        ("2027-03-03", "Due Wed 3 Mar 2027", "Wed 3 Mar 2027", "Wed 3 Mar 2027"),
        ("2026-11-20", "Overdue by 1 day", "Yesterday", "yesterday, Fri 20 Nov"),
        ("2026-11-19", "Overdue by 2 days", "Thu 19 Nov", "Thu 19 Nov"),
        ("2026-11-21T10:40", "Overdue by 20 minutes", "Today 10:40", "today, Sat 21 Nov, at 10:40"),
        ("2026-11-21T10:59:30", "Overdue by 1 minute", "Today 10:59", "today, Sat 21 Nov, at 10:59"),
        ("2026-11-21T08:00", "Overdue by 3 hours", "Today 08:00", "today, Sat 21 Nov, at 08:00"),
        ("2026-11-19T08:00", "Overdue by 2 days", "Thu 19 Nov 08:00", "Thu 19 Nov at 08:00"),
        ("2026-11-21T11:00", "Due today at 11:00", "Today 11:00", "today, Sat 21 Nov, at 11:00"),
    ],
)
def test_a_due_date_is_said_in_words(due: str, said: str, short: str, full: str) -> None:
    assert say_due(due_at(due), now=NOW, ways=BERLIN) == said
    assert short_due(due_at(due), now=NOW, ways=BERLIN) == short
    assert full_date(due_at(due), now=NOW, ways=BERLIN) == full


def test_the_persons_ways_decide_clock_and_order() -> None:
    assert say_due(due_at("2026-11-27T17:30"), now=NOW, ways=AMERICAN) == "Due Fri Nov 27 at 5:30 pm"
    assert said_date(due_at("2026-11-22T09:00"), now=NOW, ways=BERLIN) == "Tomorrow, Sun 22 Nov, 09:00"
    assert said_date(due_at("2026-11-27T09:00"), now=NOW, ways=BERLIN) == "Fri 27 Nov, 09:00"


def test_a_moment_is_said_on_the_clock_of_where_the_person_is_now() -> None:
    due = due_at("2026-11-22T02:00")

    assert say_due(due, now=NOW, ways=Ways(zone="America/New_York")) == "Due today at 20:00"


def test_no_date_is_said_by_nothing() -> None:
    assert (say_due(None, now=NOW, ways=BERLIN), short_due(None, now=NOW, ways=BERLIN)) == ("", "")


@pytest.mark.parametrize(
    ("clock", "said"),
    [(time(0), "12 am"), (time(5), "5 am"), (time(12), "12 pm"), (time(12, 5), "12:05 pm"), (time(23, 59), "11:59 pm")],
)
def test_a_clock_of_twelve_hours(clock: time, said: str) -> None:
    assert say_clock(clock, AMERICAN) == said


@pytest.mark.parametrize(
    ("due", "tone"),
    [
        (None, "none"),
        ("2026-11-20", "overdue"),
        ("2026-11-21T10:59", "overdue"),
        ("2026-11-21T11:00", "today"),
        ("2026-11-21", "today"),
        ("2026-11-22", "soon"),
        ("2026-11-28", "soon"),
        ("2026-11-29", "later"),
    ],
)
def test_a_date_has_the_tone_of_how_near_it_is(due: str | None, tone: str) -> None:
    assert due_tone(due_at(due) if due else None, Status.OPEN, NOW, "Europe/Berlin") == tone


def test_what_is_done_has_no_tone() -> None:
    assert due_tone(due_at("2026-11-20"), Status.DONE, NOW, "Europe/Berlin") == "none"


@pytest.mark.parametrize(
    ("n", "noun", "said"),
    [
        (1, "task", "1 task"),
        (0, "task", "0 tasks"),
        (1200, "task", "1,200 tasks"),
        (2, "day", "2 days"),
        (2, "entry", "2 entries"),
        (2, "person|people", "2 people"),
        (1, "person|people", "1 person"),
    ],
)
def test_a_count_agrees_with_its_noun(n: int, noun: str, said: str) -> None:
    assert count(n, noun) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(0, "0 minutes"), (1, "1 minute"), (15, "15 minutes"), (90, "1 hour 30 minutes"), (2880, "2 days")],
)
def test_minutes_are_said_in_the_largest_units(minutes: int, said: str) -> None:
    assert say_minutes(minutes) == said
