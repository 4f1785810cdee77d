"""Parts of a day in words: "tomorrow morning", "after 3pm", "between 2 and 4" → which times of day are meant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from taskchat.domain.english.hours import COUNTED, COUNTED_BEGIN, LAST, NOONS, PARTS, ROWS, SHORT, TODAY
from taskchat.domain.english.vocabulary import DAYS_IN, MINUTES_IN, MONTHS, MONTHS_IN
from taskchat.domain.patterns import Index, Pattern, Tokens, any_slot, matches, pattern, word_slot
from taskchat.domain.slots import SLOTS, Hour
from taskchat.domain.tokens import Kind, tokens_of

FIRST = time(0)
NAMED = {word: Hour(time(12)) for word in NOONS}
COUNTED_WORDS = COUNTED | {*MONTHS, *DAYS_IN, *MONTHS_IN, *MINUTES_IN}
WAKING = 7
"""A bare figure below it is in the afternoon: "at 5" is 17:00."""


@dataclass(frozen=True, slots=True)
class Hours:
    """The times of day from `first` to `last`, both among them."""

    first: time
    last: time
    either: bool = False
    """Said without "am" or "pm": twelve hours off is meant as well."""

    def holds(self, clock: time) -> bool:
        other = clock.replace(hour=(clock.hour + 12) % 24)
        return self.first <= clock <= self.last or (self.either and self.first <= other <= self.last)


@dataclass(frozen=True, slots=True)
class HoursSpan:
    """What text[start:end] says about the time of day."""

    start: int
    end: int
    hours: Hours
    today: bool = False
    """ "This morning", "tonight"."""


Build = Callable[..., Hours]


def _waking(hour: Hour) -> time:
    late = hour.unsure and hour.clock.hour < WAKING
    return hour.clock.replace(hour=hour.clock.hour + 12) if late else hour.clock


def _between(one: Hour, other: Hour) -> Hours:
    """ "2 and 4 pm" begins in the afternoon, "11 and 1 pm" in the morning."""
    first, last = _waking(one), _waking(other)
    if one.unsure and first > last:
        first = first.replace(hour=first.hour % 12)
    if other.unsure and first > last:
        last = last.replace(hour=(last.hour + 12) % 24)
    return Hours(first, last) if first <= last else Hours(first, LAST)


def _at(hour: Hour) -> Hours:
    clock = _waking(hour)
    return Hours(clock, clock, either=hour.unsure)


def _part(name: str) -> Hours:
    return Hours(*PARTS[SHORT.get(name, name)])


CLOCK = any_slot(SLOTS["clock"], SLOTS["short"], SLOTS["spoken_clock"], word_slot(NAMED))
ANY_CLOCK = any_slot(SLOTS["parted_bare"], SLOTS["spoken_clock"], SLOTS["any_hour"], CLOCK)
FIGURE = any_slot(SLOTS["clock"], SLOTS["short"], SLOTS["spoken_clock"], SLOTS["noon"])
KNOWN = SLOTS | {"exact": CLOCK, "figure": FIGURE, "at": ANY_CLOCK}


def _past(minutes: int) -> Build:
    """ "Half past three"."""

    def build(hour: Hour) -> Hours:
        then = datetime.combine(date.min + timedelta(days=1), hour.clock) + timedelta(minutes=minutes)
        return _at(Hour(then.time(), hour.unsure))

    return build


BUILDS: dict[str, Build] = {
    "between": _between,
    "after": lambda hour: Hours(_waking(hour), LAST),
    "before": lambda hour: Hours(FIRST, _waking(hour)),
    "at": _at,
    "half past": _past(30),
    "quarter past": _past(15),
    "quarter to": _past(-15),
    "part": _part,
    "tonight": lambda: _part("night"),
}
PATTERNS: tuple[tuple[Pattern, Build], ...] = tuple((pattern(text, KNOWN), BUILDS[name]) for text, name in ROWS)
INDEX = Index(PATTERNS, lambda row: row[0])


def find_hours(text: str) -> HoursSpan | None:
    """The first words about a time of day inside a text."""
    tokens = tokens_of(text)
    for place, token in enumerate(tokens):
        for wanted, build in INDEX.at(tokens, place):
            for after, values in matches(wanted, tokens, place):
                if not _counts(tokens, after):
                    today = token.text in TODAY
                    return HoursSpan(token.start, tokens[after - 1].end, build(*values), today)
    return None


def _counts(tokens: Tokens, after: int) -> bool:
    """Whether the figure before is a day or an amount: "by 5 december", "after 2 weeks"."""
    before = tokens[after - 1]
    follows = tokens[after].text if after < len(tokens) else ""
    return before.kind in {Kind.NUMBER, Kind.WORD} and (follows in COUNTED_WORDS or follows.startswith(COUNTED_BEGIN))
