"""Tasks that come back: rules in words, and when the next one is due (R-03 to R-07)."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.days import Asked
from taskchat.domain.english.vocabulary import MONTH_NAMES, WEEKDAY_NAMES
from taskchat.domain.person import Ways
from taskchat.domain.repeats import Repeat, repeat_at
from taskchat.domain.rules import WEEKDAYS, RuleParts, anchored, checked_rule, following, last_day, parts_of, text_of
from taskchat.domain.task import Due
from taskchat.domain.text import clean
from taskchat.domain.tokens import tokens_of
from taskchat.errors import Invalid

__all__ = [
    "Repeat",
    "checked_rule",
    "first_due",
    "next_due",
    "next_rule",
    "read_repeat",
    "read_rule",
    "say_repeat",
    "say_rule",
]

LONGEST = 200
UNITS = {"DAILY": "day", "WEEKLY": "week", "MONTHLY": "month", "YEARLY": "year"}
PLACES = ("", "first", "second", "third", "fourth", "fifth")
WORKDAYS, WEEKEND = "MO,TU,WE,TH,FR", "SA,SU"


def read_rule(text: str, *, now: datetime | None = None, ways: Ways | None = None) -> str | None:
    """The RRULE that the whole text says, in words or as a rule; None when it is no repeat. Raises Invalid (R-06)."""
    found = read_repeat(text, now=now, ways=ways)
    return found and found.rule


def read_repeat(text: str, *, now: datetime | None = None, ways: Ways | None = None) -> Repeat | None:
    """As read_rule, with "after completion" and the part of the day. An end as a date needs `now`."""
    line = clean(text).rstrip(".!?")
    if line.upper().startswith(("FREQ=", "RRULE:")):
        return Repeat(checked_rule(line))
    tokens = tokens_of(line) if len(line) <= LONGEST else ()
    asked = Asked(now, ways or Ways()) if now else None
    found = repeat_at(tokens, 0, asked, alone=True) if tokens else None
    if found is None or found[0] != len(tokens):
        return None
    return Repeat(checked_rule(found[1].rule), found[1].after_completion, found[1].period)


def first_due(
    repeat: Repeat, *, now: datetime, ways: Ways, clock: time | None = None, start: date | None = None
) -> Due | None:
    """A repeat begins at its first day that is still ahead, or not before the day it is to start on."""
    local = Asked(now, ways).local
    hour = clock or (ways.hour(repeat.period) if repeat.period else None)
    if start is not None:
        return _first_from(repeat, start, hour, ways)
    is_past = hour is not None and hour <= local.time()
    yesterday = local.date() - timedelta(days=not is_past)
    # "Every other friday" begins on the coming one, whichever week that is.
    parts = {key: value for key, value in parts_of(repeat.rule).items() if key != "INTERVAL"}
    day = following(parts, after=yesterday, start=local.date())
    return None if day is None else _at(day, hour, ways.zone)


def _first_from(repeat: Repeat, start: date, hour: time | None, ways: Ways) -> Due | None:
    parts = {key: value for key, value in parts_of(repeat.rule).items() if key != "INTERVAL"}
    day = following(parts, after=start - timedelta(days=1), start=start)
    return None if day is None else _at(day, hour, ways.zone)


def next_due(
    due: Due | None, rrule: str, after_completion: bool, completed_at: datetime, *, zone: str = "UTC"
) -> Due | None:
    """The one next date (R-07): the first after the completion, however many were missed; None after the last.

    On schedule the rule counts from the date that was due; after completion from the day it was done.
    A wall-clock time stays what it was (R-05). `zone` serves a task that had no date.
    """
    parts = parts_of(rrule)
    if parts.get("COUNT") == "1":
        return None
    zone = due.zone if due else zone
    done = completed_at.astimezone(ZoneInfo(zone))
    clock = due.wall if due else None
    start = due.on if due and not after_completion else done.date()
    after = _last_passed(start, done, clock, after_completion)
    day = following(parts_of(anchored(rrule, start)), after=after, start=start)
    return None if day is None else _at(day, clock, zone)


def next_rule(rrule: str, due: Due | None = None) -> str:
    """The rule of the next task in the series: one time fewer to come, and the day of the month it began on.

    `due` only where it goes by its schedule: what counts from its completion has no day to keep.
    """
    parts = parts_of(rrule)
    if "COUNT" in parts:
        parts["COUNT"] = str(max(int(parts["COUNT"]) - 1, 1))
    return anchored(text_of(parts), due.on) if due else text_of(parts)


def say_repeat(rrule: str, after_completion: bool) -> str:
    """ "every 3 days after completion": what read_repeat reads back."""
    return f"{say_rule(rrule)}{' after completion' if after_completion else ''}"


def say_rule(rrule: str) -> str:
    """ "every 2 weeks on Monday and Friday", "every month on the last day, 5 times"."""
    parts = parts_of(rrule)
    try:
        return f"{_frequency(parts)}{_end(parts)}"
    except (KeyError, ValueError):
        raise Invalid("I do not understand how this repeats.", field="rrule") from None


def _last_passed(start: date, done: datetime, clock: time | None, after_completion: bool) -> date:
    """The day after which the next one is looked for: today's is still ahead where its hour has not come."""
    is_ahead = clock is not None and not after_completion and clock > done.time()
    return max(start, done.date() - timedelta(days=is_ahead))


def _at(day: date, clock: time | None, zone: str) -> Due:
    return Due(on=day, zone=zone) if clock is None else Due.moment(day, clock, zone)


def _frequency(parts: RuleParts) -> str:
    unit, interval = UNITS[parts["FREQ"]], int(parts.get("INTERVAL", "1"))
    every = f"every {unit}" if interval == 1 else f"every {interval} {unit}s"
    days = parts.get("BYDAY", "")
    if parts["FREQ"] in {"DAILY", "WEEKLY"}:
        return _weekly(days, interval, every)
    month_days = parts.get("BYMONTHDAY", "")
    if parts.get("BYMONTH", "").isdecimal() and month_days.isdecimal() and not parts.keys() & {"BYDAY", "BYSETPOS"}:
        return f"{every} on {month_days} {_months(parts)}"
    within = f"{every} in {_months(parts)}" if "BYMONTH" in parts else every
    return within + (_picked(parts) if "BYSETPOS" in parts else _on_days(days, month_days))


def _months(parts: RuleParts) -> str:
    return _listed([MONTH_NAMES[int(month) - 1] for month in parts["BYMONTH"].split(",")])


def _on_days(days: str, month_days: str) -> str:
    """ " on the first Monday", " on every Friday", " on the 1st and 15th", " on Friday the 13th"."""
    dates = [_day(int(day)) for day in month_days.split(",") if day]
    if days and dates:
        names = _listed([_weekday(day) for day in days.split(",")], "or")
        return f" on {names} the {_listed(dates, 'or')}"
    if days:
        return (
            f" on {'the' if days[0] in '+-0123456789' else 'every'} {_listed([_weekday(d) for d in days.split(',')])}"
        )
    return f" on the {_listed(dates)}" if dates else ""


def _picked(parts: RuleParts) -> str:
    """ " on the last weekday", " on the third Tuesday, Wednesday or Thursday"."""
    days, month_days = parts.get("BYDAY", ""), parts.get("BYMONTHDAY", "")
    names = {WORKDAYS: "weekday", WEEKEND: "weekend day", ",".join(WEEKDAYS): "day"}.get(days, "")
    names = names or _listed([_weekday(day) for day in days.split(",") if day], "or")
    dates = _listed([_day(int(day)) for day in month_days.split(",") if day], "or")
    places = _listed([_place(int(place)) for place in parts["BYSETPOS"].split(",")])
    what = f"{names} the {dates}" if names and dates else names or f"of the {dates}"
    return f" on the {places} {what}"


def _weekly(days: str, interval: int, every: str) -> str:
    if days == WORKDAYS and interval == 1:
        return "every weekday"
    if days == WEEKEND and interval == 1:
        return "every weekend"
    names = _listed([WEEKDAY_NAMES[WEEKDAYS.index(day)] for day in days.split(",")]) if days else ""
    if not names:
        return every
    return f"every {names}" if interval == 1 else f"{every} on {names}"


def _weekday(day: str) -> str:
    """ "FR" → "Friday", "-1FR" → "last Friday"."""
    name = WEEKDAY_NAMES[WEEKDAYS.index(day[-2:])]
    return f"{_place(int(day[:-2]))} {name}" if day[:-2] else name


def _place(place: int) -> str:
    if place < 0:
        return "last" if place == -1 else f"{_place(-place)} to last"
    return PLACES[place] if place < len(PLACES) else _ordinal(place)


def _day(day: int) -> str:
    if day < 0:
        return "last day" if day == -1 else f"{_place(-day)} to last day"
    return _ordinal(day)


def _ordinal(day: int) -> str:
    ending = "th" if 11 <= day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def _end(parts: RuleParts) -> str:
    if "COUNT" in parts:
        return f", {parts['COUNT']} times"
    last = last_day(parts)
    return f", until {last.day} {MONTH_NAMES[last.month - 1]} {last.year}" if last else ""


def _listed(names: list[str], last: str = "and") -> str:
    return f" {last} ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
