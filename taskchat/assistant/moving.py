"""What a date in words means for a task that may have one already: "make it 6pm" keeps its day, "friday" its hour."""

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from taskchat.assistant.context import Turn
from taskchat.assistant.english.amounts import ALL_DAY, AMOUNTS, BACK, BY, DAYS, MINUTES, MONTHS, PLURAL, SIDES
from taskchat.domain.dates import find_when, read_when
from taskchat.domain.lexicon import expression
from taskchat.domain.task import Due, Task
from taskchat.domain.when import Said
from taskchat.errors import Invalid

_UNIT = "|".join(f"{unit}{PLURAL}?" for unit in sorted(MINUTES | DAYS | MONTHS, key=len, reverse=True))
_SHIFT = re.compile(
    rf"(?P<sign>[+-]|{BY} )? ?(?P<amount>\d{{1,4}}|{'|'.join(AMOUNTS)}) ?(?P<unit>{_UNIT})"
    rf"(?: (?P<side>{'|'.join(SIDES)}))?",
    re.IGNORECASE,
)
AFTERNOON = time(14)
WAKING, NIGHT = range(7, 22), 6
"""Hours of the day, and how far off one of the night seems."""
CLOCK_SIGN = ":"
_ALL_DAY = re.compile(rf"\b{expression(ALL_DAY)}\b", re.IGNORECASE)


def due_for(turn: Turn, text: str, task: Task) -> Due:
    """The new due date of `task`. Raises Invalid when `text` cannot be understood: what stands is never erased."""
    zone, old = turn.person.ways.zone, task.due
    shift = _SHIFT.fullmatch(text.strip())
    if shift and (shift["sign"] or shift["side"]):
        return _shifted(shift, old, zone)
    when = read_when(text, now=turn.now, ways=turn.person.ways)
    said = [span.said for span in find_when(text, now=turn.now, ways=turn.person.ways)]
    clock = when.clock
    if clock and any(_is_open(each, text) for each in said):
        clock = _nearest(clock, old.at.astimezone(ZoneInfo(zone)).time() if old and old.at else AFTERNOON)
    if old and clock and not any(each.names_day for each in said) and old.on >= _today(turn):
        return Due.moment(old.on, clock, zone)
    if old and old.at and clock is None and not _ALL_DAY.search(text):
        return Due.moment(when.on, old.at.astimezone(ZoneInfo(zone)).time(), zone)
    moved = when if clock is None or old is None or old.at is None else replace(when, clock=clock)
    return moved.due(zone)


def _today(turn: Turn) -> date:
    return turn.now.astimezone(ZoneInfo(turn.person.ways.zone)).date()


def _is_open(said: Said, text: str) -> bool:
    """Whether both halves of the day may be meant: "at 10", and "friday at 10", but not "friday at 10:00"."""
    unsure = said.clock is not None and said.clock.unsure and not said.period
    return unsure and (not said.names_day or CLOCK_SIGN not in text)


def _nearest(clock: time, stands: time) -> time:
    """ "6" is the six o'clock nearest to the time that stands; nobody means the night where the day would do."""
    hours = (clock.hour % 12, clock.hour % 12 + 12)
    return clock.replace(hour=min(hours, key=lambda hour: abs(hour - stands.hour) + NIGHT * (hour not in WAKING)))


def _shifted(shift: re.Match[str], old: Due | None, zone: str) -> Due:
    if old is None:
        raise Invalid("This task has no due date to count from. Say the new date.", "due")
    back = shift["sign"] == "-" or (shift["side"] or "").lower() in BACK
    amount = _amount(shift["amount"]) * (-1 if back else 1)
    unit = shift["unit"].lower()
    unit = unit if unit in MINUTES | DAYS | MONTHS else unit.removesuffix(PLURAL)
    if unit in MINUTES:
        return _moved_by_minutes(old, amount * MINUTES[unit], zone)
    on = old.on + timedelta(days=amount * DAYS[unit]) if unit in DAYS else _months_on(old.on, amount * MONTHS[unit])
    return Due.moment(on, old.wall, old.zone) if old.wall else Due(on, old.zone)


def _amount(word: str) -> int:
    return int(word) if word.isdecimal() else AMOUNTS[word.lower()]


def _moved_by_minutes(old: Due, minutes: int, zone: str) -> Due:
    if old.at is None:
        raise Invalid("This task is due all day. Say a time.", "due")
    at = old.at + timedelta(minutes=minutes)
    return Due(_day_in(at, zone), zone, at)


def _day_in(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()


def _months_on(on: date, months: int) -> date:
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    if not 1 <= year <= 9000:
        raise Invalid("The date lies too far away.", "due")
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))
