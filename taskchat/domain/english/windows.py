"""Spans of time in words: "this week", "before friday", "from monday to the 3rd"."""

from taskchat.domain.filters import DueWindow
from taskchat.domain.stretches import named_month, next_named_month
from taskchat.domain.window_builds import (
    Edge,
    Rows,
    after_last,
    always,
    coming,
    days_of,
    days_of_month,
    from_first,
    from_span,
    gone,
    month_of,
    months,
    nth_week_of,
    rest_of,
    rows,
    soon,
    stretch_of,
    until_first,
    until_last,
    week_around,
    weekend,
    weeks,
    whole_month,
    years,
)

TO_SIGNS = "to|until|till|through|thru|-|–|—"
ROWS: Rows = (
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
    *rows(soon, "upcoming", "soon"),
    *rows(months(0), "month"),
    *rows(whole_month, "{month}"),
    *rows(stretch_of, "{stretch}"),
)
"""Only where nothing else is said."""
EDGES: tuple[tuple[str, Edge], ...] = (
    ("due? before the? end of", until_last),
    ("due? before", until_first),
    ("earlier than", until_first),
    ("due? by|until|till", until_last),
    ("up to", until_last),
    ("no later than", until_last),
    ("due? after", after_last),
    ("later than", after_last),
    ("from", from_span),
    ("starting on?", from_first),
)
"""Words before a span that make one side of it open."""
LEADING = frozenset({"on", "due", "for"})
OPENING_RANGE = frozenset({"from", "between"})
BOTH = frozenset({"and", "or", "&"})
BETWEEN = "between"
TO = BOTH | frozenset({"to", "until", "till", "through", "-", "–", "—"})
