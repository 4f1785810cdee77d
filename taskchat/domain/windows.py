"""Spans of time in words: "this week", "before friday", "from monday to the 3rd" → which due dates are meant."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from taskchat.domain.anchors import COUNTED_SLOTS
from taskchat.domain.date_phrases import phrase_at
from taskchat.domain.days import Asked
from taskchat.domain.english.windows import ALONE, BETWEEN, BOTH, EDGES, LEADING, OPENING_RANGE, ROWS, TO
from taskchat.domain.filters import DueRange, DueWindow, due_bounds
from taskchat.domain.patterns import Index, Tokens, matches, pattern
from taskchat.domain.person import Ways
from taskchat.domain.slots import SLOTS
from taskchat.domain.text import clean, cut
from taskchat.domain.tokens import tokens_of
from taskchat.domain.when import meaning
from taskchat.domain.window_builds import DAY, Window
from taskchat.errors import Invalid

Read = tuple[int, Window]
LONGEST = 200


@dataclass(frozen=True, slots=True)
class WindowSpan:
    """What text[start:end] says about due dates."""

    start: int
    end: int
    window: Window


ROWS_INDEX, ALONE_INDEX = (
    Index(tuple((pattern(text, COUNTED_SLOTS), build) for text, build in table), lambda each: each[0])
    for table in (ROWS, (*ROWS, *ALONE))
)
EDGE_PATTERNS = tuple((pattern(text, SLOTS), edge) for text, edge in EDGES)


def read_window(text: str, *, now: datetime, ways: Ways) -> Window:
    """The span of days that the whole text says, or one day. Raises Invalid (field due)."""
    asked, line = Asked(now, ways), clean(text)
    if len(line) > LONGEST:
        raise _not_understood(line)
    first, dots, last = line.partition("..")
    if dots:
        return _in_order(DueRange(_edge(first, asked).first, _edge(last, asked).last))
    tokens = tokens_of(line.rstrip("!?,; "))
    found = _window(tokens, 0, asked, alone=True) if tokens else None
    if found is None or found[0] != len(tokens):
        raise _not_understood(line)
    return found[1]


def find_window(text: str, *, now: datetime, ways: Ways) -> WindowSpan | None:
    """The first words about due dates inside a text. Raises Invalid where they name a day that does not exist."""
    asked, tokens = Asked(now, ways), tokens_of(text)
    for place, token in enumerate(tokens):
        found = _window(tokens, place, asked, alone=False)
        if found is not None:
            return WindowSpan(token.start, tokens[found[0] - 1].end, found[1])
    return None


def _edge(text: str, asked: Asked) -> DueRange:
    """One side of FROM..TO; nothing = open."""
    return _as_range(read_window(text, now=asked.now, ways=asked.ways), asked) if text.strip() else DueRange(None, None)


def _window(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Read | None:
    """ "From a to b", "before a", or just "a"."""
    return (
        _range(tokens, place, asked, alone=alone)
        or _half_open(tokens, place, asked, alone=alone)
        or _side(tokens, place, asked, alone=alone)
    )


def _range(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Read | None:
    opened = tokens[place].text in OPENING_RANGE
    first = _side(tokens, place + opened, asked, alone=alone or opened)
    if first is None or first[0] >= len(tokens) or tokens[first[0]].text not in TO:
        return None
    last = _side(tokens, first[0] + 1, asked, alone=True)
    if last is None:
        return None
    days = DueRange(_as_range(first[1], asked).first, _as_range(last[1], asked).last)
    if tokens[first[0]].text in BOTH and tokens[place].text != BETWEEN and not _adjoin(days):
        return None
    return last[0], _in_order(_over_the_weekend(days))


def _adjoin(days: DueRange) -> bool:
    """ "Today and tomorrow" is one span, "monday and friday" is not."""
    return days.first is not None and days.last == days.first + DAY


def _half_open(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Read | None:
    for wanted, edge in EDGE_PATTERNS:
        for after, _ in matches(wanted, tokens, place):
            side = _side(tokens, after, asked, alone=alone or after > place + 2)
            if side is not None and isinstance(side[1], DueRange | DueWindow) and side[1] is not DueWindow.NONE:
                return side[0], edge(_as_range(side[1], asked))
    return None


def _side(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Read | None:
    """The longest of a named window and a date phrase."""
    lead = place < len(tokens) and tokens[place].text in LEADING
    sure = alone or lead
    found = [*_rows(tokens, place + lead, asked, alone=alone), *_day(tokens, place + lead, asked, alone=sure)]
    found += _day(tokens, place, asked, alone=False) if lead else []
    return max(found, key=lambda each: each[0], default=None)


def _rows(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> list[Read]:
    return [
        (after, window)
        for wanted, build in (ALONE_INDEX if alone else ROWS_INDEX).at(tokens, place)
        for after, values in matches(wanted, tokens, place)
        if (window := build(asked, *values)) is not None
    ]


def _day(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> list[Read]:
    """A date as a window of one day; "today" goes on meaning today tomorrow."""
    phrase = phrase_at(tokens, place, asked, alone=alone)
    if phrase is None or not phrase.said.names_day:
        return []
    day = meaning(phrase.said, asked).on
    return [(phrase.after, DueRange(day, day))]


def _as_range(window: Window, asked: Asked) -> DueRange:
    return due_bounds(window, now=asked.now, ways=asked.ways)


def _over_the_weekend(days: DueRange) -> DueRange:
    """ "Friday to monday", said on a Saturday: the monday is the one after that friday."""
    if days.first and days.last and 0 < (days.first - days.last).days < 7:
        return DueRange(days.first, days.last + timedelta(days=7))
    return days


def _in_order(days: DueRange) -> DueRange:
    if days.first and days.last and days.last < days.first:
        raise Invalid("This time ends before it starts.", field="due")
    return days


def _not_understood(line: str) -> Invalid:
    return Invalid(f"I do not understand the date “{cut(line, 60)}”.", field="due")
