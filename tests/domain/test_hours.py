"""Parts of a day in words."""

from datetime import time

import pytest

from taskchat.domain.hours import Hours, find_hours

SAID: tuple[tuple[str, str, str, str], ...] = (
    ("tomorrow morning", "morning", "05:00", "11:59"),
    ("friday afternoon", "afternoon", "12:00", "17:59"),
    ("this evening", "this evening", "17:00", "23:59"),
    ("tonight", "tonight", "18:00", "23:59"),
    ("at 3pm tomorrow", "at 3pm", "15:00", "15:00"),
    ("my 3 o'clock", "3 o'clock", "15:00", "15:00"),
    ("the 9:30 meeting", "9:30", "09:30", "09:30"),
    ("at noon", "at noon", "12:00", "12:00"),
    ("between 2 and 4 pm on friday", "between 2 and 4 pm", "14:00", "16:00"),
    ("between 11 and 1 pm", "between 11 and 1 pm", "11:00", "13:00"),
    ("between 9 and 12", "between 9 and 12", "09:00", "12:00"),
    ("from 2 to 4 tomorrow", "from 2 to 4", "14:00", "16:00"),
    ("after 5 today", "after 5", "17:00", "23:59"),
    ("before noon", "before noon", "00:00", "12:00"),
    ("until 10 am", "until 10 am", "00:00", "10:00"),
)


@pytest.mark.parametrize(("text", "said", "first", "last"), SAID, ids=[row[0] for row in SAID])
def test_hours_are_found_in_a_phrase(text: str, said: str, first: str, last: str) -> None:
    span = find_hours(text)

    assert span is not None
    assert text[span.start : span.end] == said
    assert (f"{span.hours.first:%H:%M}", f"{span.hours.last:%H:%M}") == (first, last)


@pytest.mark.parametrize(
    "text",
    ["by 5 december", "after 2 weeks", "the 3rd", "before the 3rd", "my top 3 tasks", "in 2 hours", "2026-03-01"],
)
def test_days_and_amounts_are_no_hours(text: str) -> None:
    assert find_hours(text) is None


def test_a_bare_hour_is_meant_by_night_as_well() -> None:
    span = find_hours("at 9")

    assert span is not None
    assert [span.hours.holds(time(hour)) for hour in (9, 21, 10)] == [True, True, False]


def test_hours_hold_both_their_ends() -> None:
    hours = Hours(time(14), time(16))

    assert [hours.holds(time(hour)) for hour in (13, 14, 16, 17)] == [False, True, True, False]
