"""Dates and counts as people say them; what is said here can be read back by dates."""

from datetime import date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from taskchat.domain.days import Asked, day_of
from taskchat.domain.person import Ways
from taskchat.domain.task import Due, Status

Tone = Literal["overdue", "today", "soon", "later", "none"]
RELATIVE = {-1: "yesterday", 0: "today", 1: "tomorrow"}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SOON_DAYS = 7


def say_due(due: Due | None, *, now: datetime, ways: Ways) -> str:
    """ "Due today at 17:00", "Overdue by 2 days"; "" without a date."""
    if due is None:
        return ""
    late = _lateness(due, now, ways)
    return f"Overdue by {late}" if late else f"Due {_day_and_time(due, now, ways, ' at ')}"


def short_due(due: Due | None, *, now: datetime, ways: Ways) -> str:
    """ "Today 17:00", "Tomorrow", "Fri 27 Nov"; "" without a date."""
    return _capital(_day_and_time(due, now, ways, " ")) if due else ""


def full_date(due: Due, *, now: datetime, ways: Ways) -> str:
    """ "tomorrow, Sun 22 Nov, at 17:00": what an answer repeats, so that one glance checks it (T-14)."""
    return _full(due, now, ways, " at ")


def said_date(due: Due, *, now: datetime, ways: Ways) -> str:
    """ "Tomorrow, Sun 22 Nov, 09:00": the meaning that quick add shows."""
    return _capital(_full(due, now, ways, ", "))


def say_moment(moment: datetime, *, now: datetime, ways: Ways) -> str:
    """ "today at 17:00", "tomorrow at 9 am", "Fri 27 Nov at 17:00": on the person's own clock."""
    due = Due(on=moment.astimezone(ZoneInfo(ways.zone)).date(), zone=ways.zone, at=moment)
    return _day_and_time(due, now, ways, " at ")


def due_tone(due: Due | None, status: Status, now: datetime, zone: str) -> Tone:
    """How near it is (UX-2): overdue, today, within 7 days, later; none for what is done or undated."""
    if due is None or status is Status.DONE:
        return "none"
    days = (day_of(due, zone) - now.astimezone(ZoneInfo(zone)).date()).days
    if days < 0 or (due.at is not None and due.at < now):
        return "overdue"
    if days == 0:
        return "today"
    return "soon" if days <= SOON_DAYS else "later"


def say_day(on: date, *, now: datetime, ways: Ways) -> str:
    """ "Fri 27 Nov" in the person's order, with the year only when it differs."""
    month = MONTHS[on.month - 1]
    day = f"{on.day} {month}" if ways.day_first else f"{month} {on.day}"
    year = "" if on.year == Asked(now, ways).day.year else f" {on.year}"
    return f"{WEEKDAYS[on.weekday()]} {day}{year}"


def say_clock(clock: time, ways: Ways) -> str:
    """ "17:00", or "5 pm" and "5:30 pm" on a clock of 12 hours."""
    if ways.clock_24:
        return f"{clock:%H:%M}"
    minutes = f":{clock.minute:02}" if clock.minute else ""
    return f"{clock.hour % 12 or 12}{minutes} {'pm' if clock.hour >= 12 else 'am'}"


def count(n: int, noun: str) -> str:
    """ "1 task", "1,200 tasks"; a noun in -y or with its plural after a bar: "entry", "person|people"."""
    one, _, many = noun.partition("|")
    if n == 1:
        return f"1 {one}"
    vowel_before_y = one[-2:-1] in set("aeiou")
    plural = many or (f"{one[:-1]}ies" if one.endswith("y") and not vowel_before_y else f"{one}s")
    return f"{n:,} {plural}"


def say_minutes(minutes: int) -> str:
    """ "15 minutes", "2 hours", "1 hour 30 minutes", "2 days"."""
    days, hours, left = minutes // 1440, minutes % 1440 // 60, minutes % 60
    parts = [count(n, noun) for n, noun in ((days, "day"), (hours, "hour"), (left, "minute")) if n]
    return " ".join(parts) or "0 minutes"


def _full(due: Due, now: datetime, ways: Ways, before_time: str) -> str:
    on = day_of(due, ways.zone)
    near = RELATIVE.get((on - Asked(now, ways).day).days)
    day = say_day(on, now=now, ways=ways)
    text = f"{near}, {day}" if near else day
    separator = f",{before_time}" if near and not before_time.startswith(",") else before_time
    return text if due.at is None else f"{text}{separator}{_time_of(due, ways)}"


def _day_and_time(due: Due, now: datetime, ways: Ways, before_time: str) -> str:
    on = day_of(due, ways.zone)
    near = RELATIVE.get((on - Asked(now, ways).day).days)
    text = near or say_day(on, now=now, ways=ways)
    return text if due.at is None else f"{text}{before_time}{_time_of(due, ways)}"


def _lateness(due: Due, now: datetime, ways: Ways) -> str:
    """ "2 days", "3 hours", "20 minutes"; "" while it is not overdue."""
    days = (Asked(now, ways).day - day_of(due, ways.zone)).days
    if due.at is None or due.at >= now:
        return count(days, "day") if days > 0 and due.at is None else ""
    late = now - due.at
    if late >= timedelta(days=1):
        return count(days, "day")
    if late >= timedelta(hours=1):
        return count(late // timedelta(hours=1), "hour")
    return count(max(late // timedelta(minutes=1), 1), "minute")


def _time_of(due: Due, ways: Ways) -> str:
    moment = due.at.astimezone(ZoneInfo(ways.zone)) if due.at else None
    return say_clock(moment.time(), ways) if moment else ""


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
