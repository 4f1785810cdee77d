"""Words → recurrence rules: "every other friday", "monthly on the last day": a new phrase is a new row."""

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace

from taskchat.domain.date_phrases import ends_at, phrase_at
from taskchat.domain.days import Asked
from taskchat.domain.patterns import Pattern, Tokens, any_slot, matches, pattern, word_slot
from taskchat.domain.rules import WEEKDAYS, RuleParts, text_of
from taskchat.domain.slots import SLOTS
from taskchat.domain.tokens import Kind
from taskchat.domain.vocabulary import WEEKDAYS_ALL
from taskchat.domain.when import meaning
from taskchat.errors import Invalid

Build = Callable[..., RuleParts | None]
Extend = Callable[..., RuleParts | None]
MOST_TAILS = 4
LEAP_YEAR = 2028


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule as it was said, with the part of the day where one was named."""

    rule: str
    after_completion: bool = False
    period: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """`exposed` words count inside a text only where no other word follows: "daily", but not "daily news"."""

    pattern: Pattern
    build: Build
    exposed: bool = False
    period: bool = False


@dataclass(frozen=True, slots=True)
class Tail:
    pattern: Pattern
    extend: Extend


def _weekdays(tokens: Tokens, place: int) -> tuple[int, str] | None:
    """ "Monday, wed and friday", "mon-fri" → "MO,WE,FR"."""
    found: list[int] = []
    after = place
    while after < len(tokens) and (days := _weekday_word(tokens, after)):
        found += days
        place = after + 1
        after = place
        while after < len(tokens) and tokens[after].text in {",", "and", "&", "/"}:
            after += 1
    return (place, ",".join(WEEKDAYS[day] for day in sorted(set(found)))) if found else None


def _weekday_word(tokens: Tokens, place: int) -> list[int]:
    if tokens[place].kind is not Kind.WORD:
        return []
    first, _, last = tokens[place].text.partition("-")
    if first not in WEEKDAYS_ALL or (last and last not in WEEKDAYS_ALL):
        return []
    start = WEEKDAYS_ALL[first]
    length = (WEEKDAYS_ALL[last] - start) % 7 if last else 0
    return [(start + step) % 7 for step in range(length + 1)]


REPEAT_SLOTS = SLOTS | {"weekdays": _weekdays, "place": any_slot(SLOTS["nth"], word_slot({"last": -1}))}


def every(frequency: str, interval: int = 1, **more: str) -> Build:
    return lambda: {"FREQ": frequency, "INTERVAL": str(interval), **more}


def every_n(frequency: str) -> Build:
    return lambda n: {"FREQ": frequency, "INTERVAL": str(n)}


def on_weekdays(interval: int) -> Build:
    return lambda days: {"FREQ": "WEEKLY", "INTERVAL": str(interval), "BYDAY": days}


def nth_weekday(place: int, weekday: int) -> RuleParts | None:
    day = f"{place}{WEEKDAYS[weekday]}"
    return {"FREQ": "MONTHLY", "BYDAY": day} if place <= 5 else None


def every_nth_weekday(place: int, weekday: int) -> RuleParts | None:
    """ "Every second friday" is every other one; "every third friday" is the month's third."""
    return on_weekdays(2)(WEEKDAYS[weekday]) if place == 2 else nth_weekday(place, weekday)


def day_of_month(day: int) -> RuleParts | None:
    return {"FREQ": "MONTHLY", "BYMONTHDAY": str(day)} if 1 <= day <= 31 else None


def day_of_year(day: int, month: int) -> RuleParts | None:
    """A day that exists in some year, 29 February among them."""
    parts = {"FREQ": "YEARLY", "BYMONTH": str(month), "BYMONTHDAY": str(day)}
    return parts if 1 <= day <= monthrange(LEAP_YEAR, month)[1] else None


def day_of_year_american(month: int, day: int) -> RuleParts | None:
    return day_of_year(day, month)


def daily_in(period: str) -> RuleParts:
    return {"FREQ": "DAILY"}


def openings(build: Build, *texts: str, exposed: bool = False, period: bool = False) -> tuple[Opening, ...]:
    return tuple(Opening(pattern(text, REPEAT_SLOTS), build, exposed, period) for text in texts)


OPENINGS: tuple[Opening, ...] = (
    # understood so that the refusal can say why
    *openings(every("HOURLY"), "every|each hour|minute", "hourly"),
    *openings(every_n("HOURLY"), "every {n} h|hours|min|minutes"),
    *openings(every("DAILY"), "every|each day"),
    *openings(every("DAILY"), "daily|everyday", exposed=True),
    *openings(every("DAILY", 2), "every other|second|2nd day"),
    *openings(every_n("DAILY"), "every {n} d|day|days"),
    *openings(daily_in, "every|each {period}", period=True),
    *openings(every("WEEKLY"), "every|each week"),
    *openings(every("WEEKLY"), "weekly", exposed=True),
    *openings(every("WEEKLY", 2), "every other|second|2nd week"),
    *openings(every("WEEKLY", 2), "biweekly|fortnightly", exposed=True),
    *openings(every_n("WEEKLY"), "every {n} w|week|weeks"),
    *openings(every("WEEKLY", BYDAY="MO,TU,WE,TH,FR"), "every|each weekday|workday", "on weekdays|workdays"),
    *openings(every("WEEKLY", BYDAY="MO,TU,WE,TH,FR"), "weekdays|workdays", exposed=True),
    *openings(every("WEEKLY", BYDAY="SA,SU"), "every|each weekend", "on weekends"),
    *openings(on_weekdays(1), "every|each {weekdays}"),
    *openings(on_weekdays(2), "every other {weekdays}"),
    *openings(every_nth_weekday, "every|each {place} {weekday}"),
    *openings(
        nth_weekday, "every|each {place} {weekday} of|in the|each|every? month", "the {place} {weekday} of every month"
    ),
    *openings(every("MONTHLY"), "every|each month"),
    *openings(every("MONTHLY"), "monthly", exposed=True),
    *openings(every("MONTHLY", 2), "every other|second|2nd month"),
    *openings(every_n("MONTHLY"), "every {n} mo|month|months"),
    *openings(every("MONTHLY", 3), "every|each quarter"),
    *openings(every("MONTHLY", 3), "quarterly", exposed=True),
    *openings(
        day_of_month, "every|each {ord}", "every|each {nth} of the|each|every? month", "the {ord} of every|each month"
    ),
    *openings(every("MONTHLY", BYMONTHDAY="-1"), "every last day of the? month", "the? last day of every|each month"),
    *openings(every("YEARLY"), "every|each year"),
    *openings(every("YEARLY"), "yearly|annually", exposed=True),
    *openings(every("YEARLY", 2), "every other|second|2nd year"),
    *openings(every_n("YEARLY"), "every {n} y|year|years"),
    *openings(day_of_year, "every|each {dayno} of? {month}", "every|each {ord} of? {month}"),
    *openings(day_of_year_american, "every|each {month} {dayno}", "every|each {month} {ord}"),
)


def within(frequency: str, key: str, value: Callable[..., str | None]) -> Extend:
    """A tail that only this frequency can have, once."""

    def extend(parts: RuleParts, *values: int | str) -> RuleParts | None:
        found = value(*values)
        fits = parts["FREQ"] == frequency and not parts.keys() & {"BYDAY", "BYMONTHDAY"}
        return {**parts, key: found} if fits and found else None

    return extend


def times(parts: RuleParts, n: int) -> RuleParts | None:
    return {**parts, "COUNT": str(n)} if not parts.keys() & {"COUNT", "UNTIL"} else None


def on_day_of_year(parts: RuleParts, day: int, month: int) -> RuleParts | None:
    found = day_of_year(day, month)
    return {**parts, **found} if found and parts["FREQ"] == "YEARLY" else None


def on_american_day(parts: RuleParts, month: int, day: int) -> RuleParts | None:
    return on_day_of_year(parts, day, month)


def _month_day(day: int) -> str | None:
    return str(day) if 1 <= day <= 31 else None


TAILS: tuple[Tail, ...] = tuple(
    Tail(pattern(text, REPEAT_SLOTS), extend)
    for text, extend in (
        ("on {weekdays}", within("WEEKLY", "BYDAY", str)),
        ("on? the {ord}", within("MONTHLY", "BYMONTHDAY", _month_day)),
        ("on the {nth}", within("MONTHLY", "BYMONTHDAY", _month_day)),
        ("on day {n}", within("MONTHLY", "BYMONTHDAY", _month_day)),
        ("on the? last day", within("MONTHLY", "BYMONTHDAY", lambda: "-1")),
        ("on the? {place} {weekday}", within("MONTHLY", "BYDAY", lambda nth, day: f"{nth}{WEEKDAYS[day]}")),
        ("on the? {dayno} of? {month}", on_day_of_year),
        ("on the? {ord} of? {month}", on_day_of_year),
        ("on {month} {dayno}", on_american_day),
        ("on {month} {ord}", on_american_day),
        (",? for? {n} times", times),
    )
)
AFTER_COMPLETION = tuple(
    pattern(text, REPEAT_SLOTS)
    for text in (
        "after completion|completing|finishing",
        "after i|it|it's finish|complete|done",
        "when done|finished|completed",
    )
)


def repeat_at(tokens: Tokens, place: int, asked: Asked | None, *, alone: bool) -> tuple[int, Repeat] | None:
    """The longest repeat that begins at a place: (the place after it, the repeat). `asked` reads "until friday"."""
    found = [_extended(tokens, opening, after, values, asked) for opening, after, values in _openings_at(tokens, place)]
    kept = [each for each in found if alone or not each[2].exposed or ends_at(tokens, each[0])]
    best = max(kept, key=lambda each: each[0], default=None)
    return (best[0], best[1]) if best else None


def _openings_at(tokens: Tokens, place: int) -> list[tuple[Opening, int, RuleParts]]:
    return [
        (opening, after, parts)
        for opening in OPENINGS
        for after, values in matches(opening.pattern, tokens, place)
        if (parts := opening.build(*values)) is not None
    ]


def _extended(
    tokens: Tokens, opening: Opening, after: int, parts: RuleParts, asked: Asked | None
) -> tuple[int, Repeat, Opening]:
    """An opening with the tails that follow it: days, an end, "after completion"."""
    period = tokens[after - 1].text if opening.period else None
    for _ in range(MOST_TAILS):
        found = _tail(tokens, after, parts) or _until(tokens, after, parts, asked)
        if found is None:
            break
        after, parts = found
    repeat = Repeat(text_of(parts), period=period)
    done = _after_completion(tokens, after)
    return (done, replace(repeat, after_completion=True), opening) if done else (after, repeat, opening)


def _tail(tokens: Tokens, place: int, parts: RuleParts) -> tuple[int, RuleParts] | None:
    found = [
        (after, more)
        for tail in TAILS
        for after, values in matches(tail.pattern, tokens, place)
        if (more := tail.extend(parts, *values)) is not None
    ]
    return max(found, key=lambda each: each[0], default=None)


def _until(tokens: Tokens, place: int, parts: RuleParts, asked: Asked | None) -> tuple[int, RuleParts] | None:
    place += place < len(tokens) and tokens[place].text == ","
    if asked is None or place >= len(tokens) or tokens[place].text not in {"until", "till", "ending"}:
        return None
    phrase = phrase_at(tokens, place + 1, asked, alone=True)
    if phrase is None or not phrase.said.names_day or parts.keys() & {"COUNT", "UNTIL"}:
        return None
    try:
        last = meaning(phrase.said, asked).on
    except Invalid:
        return None
    return phrase.after, {**parts, "UNTIL": last.strftime("%Y%m%d")}


def _after_completion(tokens: Tokens, place: int) -> int | None:
    return next((after for wanted in AFTER_COMPLETION for after, _ in matches(wanted, tokens, place)), None)
