"""Recurrence rules as RFC 5545 writes them, within the bounds of R-03 and R-06."""

import re
from datetime import MAXYEAR, UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from taskchat.domain.task import Due
from taskchat.errors import Invalid

WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
ALLOWED: dict[str, frozenset[str]] = {
    "DAILY": frozenset({"BYDAY"}),
    "WEEKLY": frozenset({"BYDAY"}),
    "MONTHLY": frozenset({"BYDAY", "BYMONTHDAY", "BYSETPOS"}),
    "YEARLY": frozenset({"BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS"}),
}
"""Which parts each frequency may have: what a person can say, and nothing that makes evaluating it expensive."""
ALWAYS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST"})
ORDER = ("FREQ", "INTERVAL", "BYMONTH", "BYMONTHDAY", "BYDAY", "BYSETPOS", "COUNT", "UNTIL", "WKST")
NUMBERS = {"BYMONTHDAY": 31, "BYMONTH": 12, "BYSETPOS": 31}
BY_DAY = re.compile(r"([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
UNTIL = re.compile(r"(\d{8})(T(?:[01]\d|2[0-3])[0-5]\d[0-5]\dZ?)?")
UNREADABLE = "I do not understand how this repeats. Try “every monday” or “every 2 weeks”."
SEARCHED = {"DAILY": 8, "WEEKLY": 8, "MONTHLY": 28, "YEARLY": 120}
"""How many years ahead an occurrence is looked for, where every one counts: past every gap between leap days."""

RuleParts = dict[str, str]


def checked_rule(rrule: str, *, first: date | None = None) -> str:
    """The rule in one spelling; `first` is the date it starts on. Raises Invalid (field rrule)."""
    parts = parts_of(rrule)
    _check_frequency(parts)
    _check_bounds(parts)
    _check_days(parts)
    _check_end(parts, first)
    if following(parts, after=date(2000, 1, 1), start=date(2000, 1, 1)) is None and "UNTIL" not in parts:
        raise _invalid("This rule never comes true.")
    return text_of(parts)


def parts_of(rrule: str) -> RuleParts:
    """`FREQ=WEEKLY;BYDAY=MO` taken apart. Raises Invalid when it is not of that form."""
    text = rrule.strip().upper().removeprefix("RRULE:").rstrip(";")
    pairs = [part.partition("=") for part in text.split(";")]
    parts = {key.strip(): value.strip() for key, _, value in pairs}
    if len(text) > 200 or len(parts) != len(pairs) or not all(parts.values()):
        raise _invalid(UNREADABLE)
    return parts


def text_of(parts: RuleParts) -> str:
    plain = {key: value for key, value in parts.items() if (key, value) != ("INTERVAL", "1")}
    return ";".join(f"{key}={plain[key]}" for key in ORDER if key in plain)


def following(parts: RuleParts, *, after: date, start: date) -> date | None:
    """The first occurrence later than `after`, counted from `start`; None when there is none any more."""
    last = last_day(parts)
    if last and last < start:
        return None
    cycles = _cycles(parts, max(after, start))
    rule = {key: value for key, value in _clamped(parts).items() if key not in {"COUNT", "UNTIL"}}
    if last and last.year + cycles <= MAXYEAR:
        rule["UNTIL"] = _further(last, cycles).strftime("%Y%m%d")
    first, passed = (datetime.combine(_further(day, cycles), time()) for day in (start, after))
    found = rrulestr(text_of(rule), dtstart=first).after(passed)
    return _further(found.date(), -cycles) if found else None


def _cycles(parts: RuleParts, on: date) -> int:
    """In years. dateutil looks for what never comes true up to the year 9999, 2 s long; but the calendar repeats every
    400 years, weekdays too: from so much further on it is as near the end as the search needs."""
    interval = int(parts.get("INTERVAL", "1"))
    searched = SEARCHED[parts["FREQ"]] * (interval if parts["FREQ"] in {"MONTHLY", "YEARLY"} else 1)
    return max(MAXYEAR - searched - on.year, 0) // 400 * 400


def _further(on: date, years: int) -> date:
    return on.replace(year=on.year + years)


def begun(rrule: str, due: Due | None, *, after_completion: bool) -> str:
    """The rule of a task due then, as it is kept. Raises Invalid where it would end before it starts (R-06)."""
    parts = parts_of(checked_rule(rrule))
    if last := _last_local_day(parts, due):
        parts["UNTIL"] = last.strftime("%Y%m%d")
    if due is None or after_completion:
        return checked_rule(text_of(parts), first=due and due.on)
    return anchored(checked_rule(text_of(parts), first=due.on), due.on)


def _last_local_day(parts: RuleParts, due: Due | None) -> date | None:
    """RFC 5545 writes an end in UTC: for a time in New York, midnight UTC of the 24th is the evening of the 23rd."""
    last = last_day(parts)
    if last is None or due is None or due.wall is None or not parts["UNTIL"].endswith("Z"):
        return last if due else None
    end = datetime.strptime(parts["UNTIL"], "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(ZoneInfo(due.zone))
    return end.date() - timedelta(days=end.time() < due.wall)


def anchored(rrule: str, on: date) -> str:
    """The rule that keeps its day of the month although a short month moves the date (R-05).

    31 January repeated monthly falls on 28 February; only the rule can still know that March has a 31st.
    """
    parts = parts_of(rrule)
    if on.day <= 28 or parts.keys() - ALWAYS:
        return rrule
    if parts["FREQ"] == "MONTHLY":
        return text_of({**parts, "BYMONTHDAY": str(on.day)})
    if parts["FREQ"] == "YEARLY" and (on.month, on.day) == (2, 29):
        return text_of({**parts, "BYMONTH": "2", "BYMONTHDAY": "29"})
    return rrule


def last_day(parts: RuleParts) -> date | None:
    found = UNTIL.fullmatch(parts["UNTIL"]) if "UNTIL" in parts else None
    return datetime.strptime(found[1], "%Y%m%d").date() if found else None  # noqa: DTZ007 - a day has no zone


def plain_rule(rrule: str) -> str:
    """The rule for programs that skip the months without that day, where we take their last one (R-05)."""
    return text_of(_clamped(parts_of(rrule)))


def _clamped(parts: RuleParts) -> RuleParts:
    """R-05: "on the 31st" means the last day in shorter months, which plain RFC 5545 would skip."""
    day = parts.get("BYMONTHDAY", "")
    is_leap_day = (parts.get("BYMONTH"), day) == ("2", "29")
    if not day.isdecimal() or int(day) <= 28 or "BYDAY" in parts or "BYSETPOS" in parts:
        return parts
    if parts["FREQ"] != "MONTHLY" and not is_leap_day:
        return parts
    days = ",".join(str(number) for number in range(28, int(day) + 1))
    return {**parts, "BYMONTHDAY": days, "BYSETPOS": "-1"}


def _check_frequency(parts: RuleParts) -> None:
    frequency = parts.get("FREQ", "")
    if frequency in {"SECONDLY", "MINUTELY", "HOURLY"}:
        raise _invalid("A task can repeat daily at most, not by the hour.")
    if frequency not in ALLOWED or parts.keys() - ALWAYS - ALLOWED[frequency]:
        raise _invalid(UNREADABLE)


def _check_bounds(parts: RuleParts) -> None:
    if "INTERVAL" in parts:
        parts["INTERVAL"] = str(
            _number(parts["INTERVAL"], 1, 365, "Repeat every 1 to 365 days, weeks, months or years.")
        )
    if "COUNT" in parts:
        parts["COUNT"] = str(_number(parts["COUNT"], 1, 1000, "A repeating task can end after 1 to 1,000 times."))
    if "COUNT" in parts and "UNTIL" in parts:
        raise _invalid("A repeating task ends after a number of times or on a date, not both.")


def _check_days(parts: RuleParts) -> None:
    for key, highest in NUMBERS.items():
        for number in parts[key].split(",") if key in parts else ():
            lowest = 1 if key == "BYMONTH" else -highest
            if _number(number, lowest, highest, UNREADABLE) == 0:
                raise _invalid(UNREADABLE)
    days = [BY_DAY.fullmatch(day) for day in parts["BYDAY"].split(",")] if "BYDAY" in parts else []
    numbered = parts["FREQ"] in {"MONTHLY", "YEARLY"}
    if any(day is None or (day[1] and not numbered) for day in days) or parts.get("WKST", "MO") not in WEEKDAYS:
        raise _invalid(UNREADABLE)
    if "BYSETPOS" in parts and not parts.keys() & {"BYDAY", "BYMONTHDAY"}:
        raise _invalid(UNREADABLE)


def _check_end(parts: RuleParts, first: date | None) -> None:
    try:
        last = last_day(parts)
    except ValueError:
        last = None
    if "UNTIL" in parts and last is None:
        raise _invalid("I do not understand the date on which this ends.")
    if last and not parts["UNTIL"].endswith("Z"):
        parts["UNTIL"] = last.strftime("%Y%m%d")
    if first and last and last < first:
        raise _invalid("This repeating task would end before it starts.")


def _number(text: str, lowest: int, highest: int, problem: str) -> int:
    if not re.fullmatch(r"[+-]?[0-9]{1,6}", text) or not lowest <= int(text) <= highest:
        raise _invalid(problem)
    return int(text)


def _invalid(problem: str) -> Invalid:
    return Invalid(problem, field="rrule")
