"""What a date phrase says, part by part, and the day and time it means."""

from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, Literal
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from taskchat.domain.bounds import checked_day
from taskchat.domain.days import Asked, weekday_from
from taskchat.domain.english.hours import NIGHTS
from taskchat.domain.english.vocabulary import END_OF_DAY, HOURS, LAST_MINUTE, PERIOD_ENDS, WEEKDAY_NAMES
from taskchat.domain.slots import Hour
from taskchat.domain.task import Due
from taskchat.errors import Invalid

NOON = time(12)
LATELY = timedelta(days=60)
"""How long "Fri 20 Nov" goes on meaning the one that has passed."""


@dataclass(frozen=True, slots=True)
class When:
    """A day, with a wall-clock time or without; `at` where the moment itself was said ("in 2 hours")."""

    on: date
    clock: time | None = None
    at: datetime | None = None

    def due(self, zone: str) -> Due:
        if self.at is not None:
            return Due(on=self.at.astimezone(ZoneInfo(zone)).date(), zone=zone, at=self.at)
        if self.clock is not None:
            return Due.moment(self.on, self.clock, zone)
        return Due(on=self.on, zone=zone)


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of one phrase; each is said once at most."""

    day: date | None = None
    week: date | None = None
    """The first day of the week that was named: a weekday beside it lies in that week."""
    weekday: int | None = None
    written: Literal["with year", "without year"] | None = None
    """Whether `day` was written as a date."""
    clock: Hour | None = None
    period: str | None = None
    at: datetime | None = None
    problem: str | None = None
    """Why there is no such day."""
    before: bool | None = None
    """ "Before friday": Thursday at the latest, unless a time is said too; False for "before the end of june"."""

    zone: str | None = None
    """Where the clock hangs, if not with the person: "3pm EST"."""
    length: int | None = None
    """Minutes, where both ends were said: "from 5pm to 6pm"."""

    @property
    def names_day(self) -> bool:
        return any(part is not None for part in (self.day, self.week, self.weekday, self.at, self.problem))

    @property
    def names_time(self) -> bool:
        return any(part is not None for part in (self.clock, self.period, self.at))


def joined(one: Said, other: Said, asked: Asked) -> Said | None:
    """Both together, or None where they are two different dates or times."""
    mine, theirs = _parts(_in_year_of(one, other)), _parts(_in_year_of(other, one))
    if any(mine[name] != theirs[name] for name in mine.keys() & theirs.keys()):
        return None
    both = Said(**(mine | theirs))
    if both.at is not None and mine and theirs:
        return None
    if both.day is not None and both.weekday is not None and both.week is None:
        return _with_weekday(both, both.day, both.weekday, asked)
    return both


def _in_year_of(said: Said, beside: Said) -> Said:
    """ "Yesterday, Fri 20 Nov": without a year it is the 20 November that the other part means."""
    if said.written != "without year" or said.day is None or beside.day is None:
        return said
    same = (said.day.month, said.day.day) == (beside.day.month, beside.day.day)
    return replace(said, day=beside.day, written="with year") if same else said


def _parts(said: Said) -> dict[str, Any]:
    return {f.name: value for f in fields(said) if (value := getattr(said, f.name)) is not None}


def _with_weekday(said: Said, day: date, weekday: int, asked: Asked) -> Said | None:
    """ "Monday 3 March" where 3 March is no Monday is a question to the person, not a choice of ours."""
    if day.weekday() == weekday:
        return said
    if said.written is None:
        return None
    lately = day - relativedelta(years=1)
    if said.written == "without year" and lately.weekday() == weekday and asked.day - lately < LATELY:
        return replace(said, day=lately)
    is_one, not_one = WEEKDAY_NAMES[day.weekday()], WEEKDAY_NAMES[weekday]
    return Said(problem=f"{day.day} {day:%B} {day.year} is a {is_one}, not a {not_one}.", clock=said.clock)


def meaning(said: Said, asked: Asked) -> When:
    """The day and time that was meant. Raises Invalid when there is no such day or it lies too far back."""
    if said.problem:
        raise Invalid(said.problem, field="due")
    if said.at is not None:
        local = said.at.astimezone(ZoneInfo(asked.ways.zone))
        when = When(local.date(), local.time(), said.at.astimezone(UTC))
    else:
        when = _on_the_clock(said, asked)
    checked_day(when.on, now=asked.now, zone=asked.ways.zone)
    return when


def _on_the_clock(said: Said, asked: Asked) -> When:
    day, hour = day_meant(said, asked), _hour(said, asked)
    if hour is not None and said.zone is not None:
        return _elsewhere(day, hour, ZoneInfo(said.zone), asked)
    if hour is None:
        return When((day or asked.day) - timedelta(days=bool(said.before)))
    on = (day or asked.day) + timedelta(days=hour.next_day)
    is_past = datetime.combine(on, hour.clock) <= asked.local.replace(tzinfo=None)
    if day is None and is_past:
        on += timedelta(days=1)
    if (
        day == asked.day
        and is_past
        and said.clock is None
        and said.period
        and asked.local.hour < PERIOD_ENDS[said.period]
    ):
        return When(on, _next_hour(asked))
    return When(on, hour.clock)


def day_meant(said: Said, asked: Asked) -> date | None:
    if said.week is not None and said.weekday is not None:
        return weekday_from(said.week, said.weekday)
    if said.day is not None:
        return said.day
    if said.weekday is not None:
        return weekday_from(asked.day + timedelta(days=1), said.weekday)
    return asked.day if said.week is None and said.period == END_OF_DAY else said.week


def _hour(said: Said, asked: Asked) -> Hour | None:
    if said.clock is None:
        return Hour(asked.ways.hour(said.period)) if said.period else None
    return in_period(said.clock, said.period) if said.clock.unsure else said.clock


def in_period(hour: Hour, period: str | None) -> Hour:
    """ "5" is 17:00 and "9" is 09:00 unless the morning or the evening is named; "tonight at 1" is after midnight."""
    number = hour.clock.hour % 12
    if period in NIGHTS and number < 5:
        return Hour(hour.clock.replace(hour=number), next_day=True)
    if period and HOURS[period] < NOON:
        return Hour(hour.clock.replace(hour=number))
    if period or number < 7:
        return Hour(hour.clock.replace(hour=number + 12))
    return Hour(hour.clock)


def _elsewhere(day: date | None, hour: Hour, zone: ZoneInfo, asked: Asked) -> When:
    """What another zone's clock shows, on the person's own."""
    on = (day or asked.now.astimezone(zone).date()) + timedelta(days=hour.next_day)
    moment = datetime.combine(on, hour.clock, zone)
    if day is None and moment <= asked.now:
        moment += timedelta(days=1)
    local = moment.astimezone(ZoneInfo(asked.ways.zone))
    return When(local.date(), local.time())


def _next_hour(asked: Asked) -> time:
    """The next full one, for "this morning" said in the morning, or a "tonight" said late."""
    hour = asked.local.hour + 1
    return time(hour) if hour < 24 else LAST_MINUTE
