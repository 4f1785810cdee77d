"""What a date in words means for a task that may have one already: "make it 6pm" keeps its day, "friday" its hour."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from taskchat.assistant.context import Turn
from taskchat.assistant.english.amounts import ALL_DAY, AMOUNTS, BACK, BY, DAYS, MINUTES, MONTHS, PLURAL, SIDES
from taskchat.domain.dates import find_when, read_when
from taskchat.domain.lexicon import expression
from taskchat.domain.task import Due, Task
from taskchat.errors import Invalid

_UNIT = "|".join(f"{unit}{PLURAL}?" for unit in sorted(MINUTES | DAYS | MONTHS, key=len, reverse=True))
_SHIFT = re.compile(
    rf"(?P<sign>[+-]|{BY} )? ?(?P<amount>\d{{1,4}}|{'|'.join(AMOUNTS)}) ?(?P<unit>{_UNIT})"
    rf"(?: (?P<side>{'|'.join(SIDES)}))?",
    re.IGNORECASE,
)
_ALL_DAY = re.compile(rf"\b{expression(ALL_DAY)}\b", re.IGNORECASE)


def due_for(turn: Turn, text: str, task: Task) -> Due:
    """The new due date of `task`. Raises Invalid when `text` cannot be understood: what stands is never erased."""
    zone, old = turn.person.ways.zone, task.due
    shift = _SHIFT.fullmatch(text.strip())
    if shift and (shift["sign"] or shift["side"]):
        return _shifted(shift, old, zone)
    when = read_when(text, now=turn.now, ways=turn.person.ways)
    if old is None:
        return when.due(zone)
    if when.clock and _names_no_day(turn, text) and old.on >= turn.now.astimezone(ZoneInfo(zone)).date():
        return Due.moment(old.on, when.clock, zone)
    if old.at and when.clock is None and not _ALL_DAY.search(text):
        return Due.moment(when.on, old.at.astimezone(ZoneInfo(zone)).time(), zone)
    return when.due(zone)


def _names_no_day(turn: Turn, text: str) -> bool:
    spans = find_when(text, now=turn.now, ways=turn.person.ways)
    return bool(spans) and not any(span.said.names_day for span in spans)


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
