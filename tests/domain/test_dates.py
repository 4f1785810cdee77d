"""What people say for a date, and the day and time it means: Saturday 21 November 2026, 11:00 in Berlin."""

from datetime import UTC, date, datetime, time

import pytest

from taskchat.domain.dates import read_when
from taskchat.domain.person import Ways
from taskchat.errors import Invalid

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
BERLIN = Ways(zone="Europe/Berlin")
AMERICAN = Ways(zone="America/New_York", first_weekday=6, clock_24=False, day_first=False)


def meant(said: str, now: datetime = NOW, ways: Ways = BERLIN) -> str:
    """ "2026-11-22" or "2026-11-22 17:00" on the person's clock."""
    due = read_when(said, now=now, ways=ways).due(ways.zone)
    return f"{due.local:%Y-%m-%d %H:%M}" if due.local else due.on.isoformat()


DAYS = [
    ("today", "2026-11-21"),
    ("Today.", "2026-11-21"),
    ("tomorrow", "2026-11-22"),
    ("TOMORROW!", "2026-11-22"),
    ("tmrw", "2026-11-22"),
    ("the day after tomorrow", "2026-11-23"),
    ("yesterday", "2026-11-20"),
    ("monday", "2026-11-23"),
    ("sat", "2026-11-28"),
    ("saturday", "2026-11-28"),
    ("this saturday", "2026-11-21"),
    ("next monday", "2026-11-23"),
    ("next saturday", "2026-11-28"),
    ("this friday", "2026-11-27"),
    ("by friday", "2026-11-27"),
    ("due on friday", "2026-11-27"),
    ("before friday", "2026-11-26"),
    ("last friday", "2026-11-20"),
    ("friday next week", "2026-11-27"),
    ("next week on friday", "2026-11-27"),
    ("in 3 days", "2026-11-24"),
    ("in three days", "2026-11-24"),
    ("in a couple of days", "2026-11-23"),
    ("3 days", "2026-11-24"),
    ("3 days ago", "2026-11-18"),
    ("in 2 weeks", "2026-12-05"),
    ("in a fortnight", "2026-12-05"),
    ("in a month", "2026-12-21"),
    ("in 2 years", "2028-11-21"),
    ("a week from now", "2026-11-28"),
    ("next week", "2026-11-23"),
    ("next month", "2026-12-01"),
    ("next year", "2027-01-01"),
    ("end of week", "2026-11-22"),
    ("end of the month", "2026-11-30"),
    ("eom", "2026-11-30"),
    ("end of next month", "2026-12-31"),
    ("end of year", "2026-12-31"),
    ("weekend", "2026-11-21"),
    ("next weekend", "2026-11-28"),
    ("3 march", "2027-03-03"),
    ("3rd of march", "2027-03-03"),
    ("march 3", "2027-03-03"),
    ("March 3rd, 2028", "2028-03-03"),
    ("the 3rd of March", "2027-03-03"),
    ("21 november", "2026-11-21"),
    ("20 november", "2027-11-20"),
    ("Fri 27 Nov", "2026-11-27"),
    ("friday, november 27th", "2026-11-27"),
    ("march", "2027-03-01"),
    ("in may", "2027-05-01"),
    ("3rd", "2026-12-03"),
    ("the 3rd", "2026-12-03"),
    ("the 21st", "2026-11-21"),
    ("the 31st", "2026-12-31"),
    ("the 3rd of next month", "2026-12-03"),
    ("3/4", "2027-04-03"),
    ("3/4/27", "2027-04-03"),
    ("3/14", "2027-03-14"),
    ("03.04.", "2027-04-03"),
    ("3.4.2027", "2027-04-03"),
    ("03-04-2027", "2027-04-03"),
    ("2026-03-02", "2026-03-02"),
    ("29 feb", "2028-02-29"),
    ("christmas", "2026-12-25"),
    ("tomorrow, Sun 22 Nov", "2026-11-22"),
]

MOMENTS = [
    ("tomorrow 5pm", "2026-11-22 17:00"),
    ("tomorrow at 5pm", "2026-11-22 17:00"),
    ("tomorrow at 5 p.m.", "2026-11-22 17:00"),
    ("tomorrow 17:00", "2026-11-22 17:00"),
    ("tomorrow 17h30", "2026-11-22 17:30"),
    ("tomorrow 5", "2026-11-22 17:00"),
    ("tomorrow at 9", "2026-11-22 09:00"),
    ("tomorrow at 17.30", "2026-11-22 17:30"),
    ("tomorrow noon", "2026-11-22 12:00"),
    ("tomorrow at 12", "2026-11-22 12:00"),
    ("tomorrow at 12am", "2026-11-22 00:00"),
    ("tomorrow midnight", "2026-11-23 00:00"),
    ("friday 24:00", "2026-11-28 00:00"),
    ("tomorrow morning", "2026-11-22 09:00"),
    ("tomorrow in the afternoon", "2026-11-22 15:00"),
    ("tomorrow evening", "2026-11-22 18:00"),
    ("tomorrow evening at 8", "2026-11-22 20:00"),
    ("tomorrow at 3 in the morning", "2026-11-22 03:00"),
    ("5pm tomorrow", "2026-11-22 17:00"),
    ("tomorrow, 9am", "2026-11-22 09:00"),
    ("9am friday", "2026-11-27 09:00"),
    ("17:30 on friday", "2026-11-27 17:30"),
    ("on friday at 9", "2026-11-27 09:00"),
    ("sat 9am", "2026-11-28 09:00"),
    ("half past 5 tomorrow", "2026-11-22 17:30"),
    ("quarter to 6", "2026-11-21 17:45"),
    ("5 o'clock", "2026-11-21 17:00"),
    ("3/4 at 6pm", "2027-04-03 18:00"),
    ("2026-12-02 17:00", "2026-12-02 17:00"),
    ("2026-12-02T17:00", "2026-12-02 17:00"),
    ("2026-12-02T17:00:00Z", "2026-12-02 18:00"),
    ("2026-12-02T17:00:00-05:00", "2026-12-02 23:00"),
    ("tomorrow, Sun 22 Nov, at 17:00", "2026-11-22 17:00"),
    ("end of day friday", "2026-11-27 17:00"),
    # a time alone is today while it is still ahead
    ("at 5", "2026-11-21 17:00"),
    ("17:00", "2026-11-21 17:00"),
    ("at 9", "2026-11-22 09:00"),
    ("11:00", "2026-11-22 11:00"),
    ("11:01", "2026-11-21 11:01"),
    ("noon", "2026-11-21 12:00"),
    ("midnight", "2026-11-22 00:00"),
    ("in the morning", "2026-11-22 09:00"),
    ("eod", "2026-11-21 17:00"),
    ("tonight", "2026-11-21 20:00"),
    ("tonight at 8", "2026-11-21 20:00"),
    ("tonight at 1", "2026-11-22 01:00"),
    ("today at 9", "2026-11-21 09:00"),
    ("in an hour", "2026-11-21 12:00"),
    ("in 20 minutes", "2026-11-21 11:20"),
    ("in half an hour", "2026-11-21 11:30"),
    ("in 2 hours and 15 minutes", "2026-11-21 13:15"),
    ("in 1h30", "2026-11-21 12:30"),
    ("from 5pm to 6pm", "2026-11-21 17:00"),
]


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_a_phrase_means_a_day(said: str, day: str) -> None:
    assert meant(said) == day


@pytest.mark.parametrize(("said", "moment"), MOMENTS)
def test_a_phrase_means_a_moment(said: str, moment: str) -> None:
    assert meant(said) == moment


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("3/4", "2027-03-04"),
        ("14/3", "2027-03-14"),
        ("3.4.2027", "2027-04-03"),
        ("next week", "2026-11-22"),
        ("end of week", "2026-11-21"),
        ("next monday", "2026-11-23"),
        ("tomorrow 5:30 pm", "2026-11-22 17:30"),
    ],
)
def test_the_persons_ways_decide_the_order_of_figures_and_the_week(said: str, day: str) -> None:
    assert meant(said, ways=AMERICAN) == day


@pytest.mark.parametrize(
    ("said", "now", "zone", "moment"),
    [
        # the hour after midnight: the day is the person's, not that of UTC
        ("today", "2026-11-20T23:30", "Europe/Berlin", "2026-11-21"),
        ("tomorrow", "2026-11-20T23:30", "Europe/Berlin", "2026-11-22"),
        ("tomorrow at 5pm", "2026-11-21T04:30", "America/New_York", "2026-11-21 17:00"),
        ("tonight", "2026-11-20T23:30", "Europe/Berlin", "2026-11-21 20:00"),
        ("at 1", "2026-11-20T23:30", "Europe/Berlin", "2026-11-21 13:00"),
        ("00:45", "2026-11-20T23:30", "Europe/Berlin", "2026-11-21 00:45"),
        ("midnight", "2026-11-20T23:30", "Europe/Berlin", "2026-11-22 00:00"),
        ("today", "2026-11-21T10:30", "Pacific/Kiritimati", "2026-11-22"),
        # said late
        ("tonight", "2026-11-21T20:30", "Europe/Berlin", "2026-11-21 22:00"),
        ("tonight", "2026-11-21T22:30", "Europe/Berlin", "2026-11-21 23:59"),
        ("eod", "2026-11-21T17:30", "Europe/Berlin", "2026-11-21 19:00"),
        # month ends and leap years
        ("in a month", "2027-01-31T10:00", "UTC", "2027-02-28"),
        ("in a month", "2028-01-31T10:00", "UTC", "2028-02-29"),
        ("end of next month", "2028-01-31T10:00", "UTC", "2028-02-29"),
        ("tomorrow", "2026-12-31T10:00", "UTC", "2027-01-01"),
        ("the 31st", "2027-02-10T10:00", "UTC", "2027-03-31"),
        ("29 february", "2028-02-01T10:00", "UTC", "2028-02-29"),
        ("weekend", "2026-11-22T10:00", "UTC", "2026-11-22"),
        ("monday", "2026-11-23T10:00", "UTC", "2026-11-30"),
        ("next friday", "2026-11-18T10:00", "UTC", "2026-11-27"),
        ("friday", "2026-11-18T10:00", "UTC", "2026-11-20"),
        # clocks change: 28 March 02:00 → 03:00 and 25 October 03:00 → 02:00
        ("tomorrow at 02:30", "2027-03-27T10:00", "Europe/Berlin", "2027-03-28 03:30"),
        ("in 2 hours", "2027-03-28T00:30", "Europe/Berlin", "2027-03-28 04:30"),
        ("in 2 hours", "2026-10-24T23:30", "Europe/Berlin", "2026-10-25 02:30"),
        ("tomorrow at 5pm", "2027-03-27T10:00", "Europe/Berlin", "2027-03-28 17:00"),
    ],
)
def test_midnight_month_ends_and_clock_changes(said: str, now: str, zone: str, moment: str) -> None:
    assert meant(said, now=datetime.fromisoformat(now).replace(tzinfo=UTC), ways=Ways(zone=zone)) == moment


def test_a_moment_in_the_repeated_hour_keeps_its_instant() -> None:
    now = datetime(2026, 10, 24, 23, 30, tzinfo=UTC)

    due = read_when("in 2 hours", now=now, ways=BERLIN).due("Europe/Berlin")

    assert due.at == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("31 feb", "There is no 31 February. 28 February, or 1 March?"),
        ("31 Feb at 5pm", "There is no 31 February. 28 February, or 1 March?"),
        ("february 30th", "There is no 30 February. 28 February, or 1 March?"),
        ("30 feb 2028", "There is no 30 February 2028. 29 February, or 1 March?"),
        ("29 feb 2027", "There is no 29 February 2027. 28 February, or 1 March?"),
        ("31/4", "There is no 31 April. 30 April, or 1 May?"),
        ("31 november", "There is no 31 November. 30 November, or 1 December?"),
        ("monday 3 march 2027", "3 March 2027 is a Wednesday, not a Monday."),
        ("3 march 1998", "The date lies more than 10 years back."),
        ("2016-11-20", "The date lies more than 10 years back."),
        ("flurb", "I do not understand the date “flurb”."),
        ("tomorrow flurb", "I do not understand the date “tomorrow flurb”."),
        ("", "I do not understand the date “”."),
        ("5", "I do not understand the date “5”."),
        ("call mom tomorrow", "I do not understand the date “call mom tomorrow”."),
        ("tomorrow and friday", "I do not understand the date “tomorrow and friday”."),
        ("25:00", "I do not understand the date “25:00”."),
        ("13pm", "I do not understand the date “13pm”."),
        ("2026-13-01", "I do not understand the date “2026-13-01”."),
        ("13/13", "I do not understand the date “13/13”."),
        ("in 99999 years", "I do not understand the date “in 99999 years”."),
        ("x" * 300, f"I do not understand the date “{'x' * 59}…”."),
    ],
)
def test_a_date_that_cannot_be_is_refused_with_a_sentence(said: str, answer: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_when(said, now=NOW, ways=BERLIN)

    assert (refused.value.message, refused.value.field) == (answer, "due")


def test_ten_years_back_is_still_a_date() -> None:
    when = read_when("2016-11-21", now=NOW, ways=BERLIN)

    assert (when.on, when.clock) == (date(2016, 11, 21), None)


def test_a_wall_clock_time_stays_without_the_moment() -> None:
    when = read_when("tomorrow at 5pm", now=NOW, ways=BERLIN)

    assert (when.on, when.clock, when.at) == (date(2026, 11, 22), time(17), None)
