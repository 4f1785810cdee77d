"""Which due dates a span of time in words means: what the rows of `windows` are built with."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from taskchat.domain.counted_builds import Anchor
from taskchat.domain.days import Asked, month_end, month_start, week_of, weekday_from, written_day
from taskchat.domain.durations import Duration
from taskchat.domain.filters import DueRange, DueWindow
from taskchat.domain.stretch_builds import nth_week
from taskchat.domain.stretches import Found, Stretch
from taskchat.domain.when import day_meant

Window = DueWindow | DueRange
Build = Callable[..., Window | None]
Rows = tuple[tuple[str, Build], ...]
"""How a span of time is said, and which it is."""
DAY = timedelta(days=1)


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


def soon(asked: Asked) -> Window:
    return DueRange(asked.day, asked.day + timedelta(days=6))


Edge = Callable[[DueRange], DueRange]
"""What is left of a span where only one of its sides counts."""


def until_last(span: DueRange) -> DueRange:
    return DueRange(None, span.last)


def until_first(span: DueRange) -> DueRange:
    """Without the span itself."""
    return DueRange(None, span.first and span.first - DAY)


def after_last(span: DueRange) -> DueRange:
    return DueRange(span.last and span.last + DAY, None)


def from_first(span: DueRange) -> DueRange:
    return DueRange(span.first, None)


def from_span(span: DueRange) -> DueRange:
    """ "From last week" is all of that week; "from friday" is everything that follows."""
    return span if span.first != span.last else from_first(span)


def rows(build: Build, *texts: str) -> Rows:
    return tuple((text, build) for text in texts)
