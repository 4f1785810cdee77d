"""Spans of time in words: "this week", "before friday", "from monday to the 3rd" → which due dates are meant."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from taskchat.domain.anchors import COUNTED_SLOTS
from taskchat.domain.counted_builds import Anchor
from taskchat.domain.date_phrases import phrase_at
from taskchat.domain.days import Asked, month_end, month_start, week_of, weekday_from, written_day
from taskchat.domain.durations import Duration
from taskchat.domain.filters import DueRange, DueWindow, due_bounds
from taskchat.domain.patterns import Index, Pattern, Tokens, matches, pattern
from taskchat.domain.person import Ways
from taskchat.domain.slots import SLOTS
from taskchat.domain.stretch_builds import nth_week
from taskchat.domain.stretches import Found, Stretch, named_month, next_named_month
from taskchat.domain.text import clean, cut
from taskchat.domain.tokens import tokens_of
from taskchat.domain.when import day_meant, meaning
from taskchat.errors import Invalid

Window = DueWindow | DueRange
Build = Callable[..., Window | None]
Read = tuple[int, Window]
LONGEST = 200
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class WindowSpan:
    """What text[start:end] says about due dates."""

    start: int
    end: int
    window: Window


def weeks(ahead: int) -> Build:
    def build(asked: Asked) -> Window:
        first = asked.week + timedelta(weeks=ahead)
        return DueRange(first, first + timedelta(days=6))

    return build


def months(ahead: int) -> Build:
    return lambda asked: DueRange(month_start(asked.day, ahead), month_end(month_start(asked.day, ahead)))


def years(ahead: int) -> Build:
    return lambda asked: DueRange(date(asked.day.year + ahead, 1, 1), date(asked.day.year + ahead, 12, 31))


def weekend(ahead: int) -> Build:
    def build(asked: Asked) -> Window:
        saturday = weekday_from(asked.day, 5) if asked.day.weekday() != 6 else asked.day - DAY
        return DueRange(saturday + timedelta(weeks=ahead), saturday + timedelta(weeks=ahead, days=1))

    return build


def coming(asked: Asked, duration: Duration) -> Window | None:
    """The next n days, today among them."""
    try:
        days = duration.days + -(-duration.minutes // 1440)
        last = asked.day + relativedelta(months=duration.months) + timedelta(days=days)
    except (OverflowError, ValueError):
        return None
    return DueRange(asked.day, last - DAY if last > asked.day else last)


def gone(asked: Asked, duration: Duration) -> Window | None:
    try:
        return DueRange(asked.day - relativedelta(months=duration.months) - timedelta(days=duration.days), asked.day)
    except (OverflowError, ValueError):
        return None


def whole_month(asked: Asked, month: int, year: int | None = None) -> Window:
    first = written_day(1, month, year or asked.day.year + (month < asked.day.month), asked)
    return DueRange(first, month_end(first))


def stretch_of(asked: Asked, found: Found) -> Window | None:
    """The nearest span of that name that is not over."""
    stretches = found(asked)
    stretch = next((each for each in stretches if each.last >= asked.day), None)
    return stretch and DueRange(stretch.first, stretch.last)


def month_of(named: Callable[[Asked, int], tuple[Stretch, ...]]) -> Build:
    return lambda asked, month: stretch_of(asked, lambda asked: named(asked, month))


def rest_of(asked: Asked, found: Found) -> Window | None:
    """ "The rest of the week": from today on."""
    window = stretch_of(asked, found)
    return DueRange(max(window.first or asked.day, asked.day), window.last) if isinstance(window, DueRange) else None


def nth_week_of(asked: Asked, place: int, found: Found) -> Window | None:
    first = nth_week(asked, place, found)
    return first and first.day and DueRange(first.day, first.day + timedelta(days=6))


def week_around(asked: Asked, anchor: Anchor) -> Window | None:
    """ "The week of december 7"."""
    said = anchor(asked)
    day = day_meant(said, asked) if said and not said.problem else None
    first = day and week_of(day, asked.ways)
    return first and DueRange(first, first + timedelta(days=6))


def days_of_month(asked: Asked, month: int, first: int, last: int) -> Window | None:
    """ "July 1 to 14"."""
    start = written_day(first, month, None, asked)
    return DueRange(start, written_day(last, month, start.year, asked)) if first < last else None


def days_of(asked: Asked, first: int, last: int, month: int) -> Window | None:
    return days_of_month(asked, month, first, last)


def always(window: Window) -> Build:
    return lambda asked: window


def rows(build: Build, *texts: str) -> tuple[tuple[Pattern, Build], ...]:
    return tuple((pattern(text, COUNTED_SLOTS), build) for text in texts)


TO_SIGNS = "to|until|till|through|thru|-|–|—"
ROWS: tuple[tuple[Pattern, Build], ...] = (
    *rows(always(DueWindow.TODAY), "today"),
    *rows(always(DueWindow.OVERDUE), "overdue", "late", "past due", "missed"),
    *rows(always(DueWindow.WEEK), "this week", "the week"),
    *rows(always(DueWindow.NONE), "no due? date", "without a? due? date", "undated", "not dated", "someday"),
    *rows(weeks(1), "the? next|coming week"),
    *rows(weeks(-1), "the? last|past week"),
    *rows(months(0), "this|the month"),
    *rows(months(1), "the? next month"),
    *rows(months(-1), "last month"),
    *rows(years(0), "this year"),
    *rows(years(1), "next year"),
    *rows(years(-1), "last year"),
    *rows(weekend(0), "the|this? weekend", "on|at|over|during the|this weekend"),
    *rows(weekend(1), "the? next|following weekend"),
    *rows(weeks(1), "in|during the next|coming|following week", "the? following week"),
    *rows(weeks(2), "in? the? week after next"),
    *rows(months(1), "the? following|coming month"),
    *rows(months(2), "in? the? month after next"),
    *rows(stretch_of, "in|during|over {long_stretch}", "this|next|coming {season_said}"),
    *rows(month_of(named_month), "this {month}"),
    *rows(month_of(next_named_month), "next|coming {month}"),
    *rows(stretch_of, "in|during? {quarter_said}", "in|during {stretch}"),
    *rows(rest_of, "the? rest|remainder of {stretch}"),
    *rows(nth_week_of, "in|during? the? {place} week of|in {stretch}"),
    *rows(week_around, "in|during? the? week of|commencing|beginning|starting {anchor}"),
    *rows(days_of_month, f"from|between? {{month}} {{dayno}} {TO_SIGNS}|and {{dayno}}"),
    *rows(days_of_month, f"from|between? {{month}} the? {{nth}} {TO_SIGNS}|and the? {{nth}}"),
    *rows(days_of, f"from|between? {{dayno}} {TO_SIGNS}|and {{dayno}} of? {{month}}"),
    *rows(days_of, f"from|between? the? {{nth}} {TO_SIGNS}|and the? {{nth}} of? {{month}}"),
    *rows(coming, "the? next|coming {duration}", "in|within the next {duration}", "within {duration}"),
    *rows(gone, "the? last|past {duration}", "in the last|past {duration}"),
    *rows(whole_month, "in {month} {year}?", "{month} {year}"),
)
ALONE = (
    *rows(always(DueWindow.WEEK), "week"),
    *rows(always(DueWindow.NONE), "none", "nothing"),
    *rows(lambda asked: DueRange(asked.day, asked.day + timedelta(days=6)), "upcoming", "soon"),
    *rows(months(0), "month"),
    *rows(whole_month, "{month}"),
    *rows(stretch_of, "{stretch}"),
)
"""Only where nothing else is said."""

ROWS_INDEX, ALONE_INDEX = (Index(table, lambda each: each[0]) for table in (ROWS, (*ROWS, *ALONE)))
Edge = Callable[[DueRange], DueRange]
EDGES: tuple[tuple[Pattern, Edge], ...] = tuple(
    (pattern(text, SLOTS), edge)
    for text, edge in (
        ("due? before the? end of", lambda side: DueRange(None, side.last)),
        ("due? before", lambda side: DueRange(None, side.first and side.first - DAY)),
        ("earlier than", lambda side: DueRange(None, side.first and side.first - DAY)),
        ("due? by|until|till", lambda side: DueRange(None, side.last)),
        ("up to", lambda side: DueRange(None, side.last)),
        ("no later than", lambda side: DueRange(None, side.last)),
        ("due? after", lambda side: DueRange(side.last and side.last + DAY, None)),
        ("later than", lambda side: DueRange(side.last and side.last + DAY, None)),
        # "From last week" is all of that week; "from friday" is everything that follows.
        ("from", lambda side: side if side.first != side.last else DueRange(side.first, None)),
        ("starting on?", lambda side: DueRange(side.first, None)),
    )
)
LEADING = frozenset({"on", "due", "for"})
OPENING_RANGE = frozenset({"from", "between"})
BOTH = frozenset({"and", "or", "&"})
TO = BOTH | frozenset({"to", "until", "till", "through", "-", "–", "—"})


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
    if tokens[first[0]].text in BOTH and tokens[place].text != "between" and not _adjoin(days):
        return None
    return last[0], _in_order(_over_the_weekend(days))


def _adjoin(days: DueRange) -> bool:
    """ "Today and tomorrow" is one span, "monday and friday" is not."""
    return days.first is not None and days.last == days.first + DAY


def _half_open(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Read | None:
    for wanted, edge in EDGES:
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
