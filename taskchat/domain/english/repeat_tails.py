"""The table of what may follow a repeat: days, an end, exceptions, "after completion"."""

from taskchat.domain.date_row import workdays
from taskchat.domain.tail_builds import (
    Tail,
    all_but,
    at_end_of_months,
    for_as_long,
    for_one,
    in_months,
    in_months_on_weekday,
    last_day,
    month_day,
    nth_of,
    on_american_day,
    on_day_of_year,
    on_two_weekdays,
    on_weekday_of_year,
    on_workday,
    tails,
    times,
    within,
)

UNITS = ("day", "week", "month", "year")
EXCEPT = ("except", "but", "excluding", "excepting", "minus")
FURTHER = frozenset({*EXCEPT, "for"})
"""What begins so may stand behind the hour as well: "daily at 8 for 30 days"."""
TAILS: tuple[Tail, ...] = tails(
    ("on {weekdays}", within("WEEKLY", "BYDAY", str)),
    ("on? the {month_days}", within("MONTHLY", "BYMONTHDAY", str)),
    ("on the {nth}", within("MONTHLY", "BYMONTHDAY", month_day)),
    ("on day {n}", within("MONTHLY", "BYMONTHDAY", month_day)),
    ("on the? last day", within("MONTHLY", "BYMONTHDAY", last_day)),
    ("on the? {place} {weekday}", within("MONTHLY", "BYDAY", nth_of)),
    ("on the? {dayno} of? {month}", on_day_of_year),
    ("on the? {ord} of? {month}", on_day_of_year),
    ("on {month} {dayno}", on_american_day),
    ("on {month} {ord}", on_american_day),
    ("on the? {place} {weekday} and {place} {weekday}", on_two_weekdays),
    ("on the? {place} {weekday} of|in {month}", on_weekday_of_year),
    ("in {months}", in_months),
    ("in {months} on the {month_days}", in_months),
    ("in {months} on the last day", at_end_of_months),
    ("in {months} on the? {place} {weekday}", in_months_on_weekday),
    (f",? {'|'.join(EXCEPT)} on? {{but_days}}", all_but),
    (",? apart|aside from {but_days}", all_but),
    (",? other than {but_days}", all_but),
    (",? for? {n} times|x", times),
    ("{by}", times),
    ("x {n}", times),
    *((f"for {{count}} {unit}|{unit}s", for_as_long(unit)) for unit in UNITS),
    *((f"for the next {{count}} {unit}|{unit}s", for_as_long(unit)) for unit in UNITS),
    *((f"for the next {unit}", for_one(unit)) for unit in UNITS),
    *((text, on_workday) for text in workdays("on the? {place} WORKDAY")),
)
PERIOD_TAILS = ("{period}", "in the {period}")
ENDS = frozenset({"until", "till", "ending", "through"})
DONE = "finish|finished|finishing|complete|completed|completing|do|did|done|doing|close|closed"
AFTER_COMPLETION = (
    "after|from the|each|every|its|last? completion",
    f"after {DONE} it?",
    f"after i|it|it's|it’s|i've|i’ve {DONE} it?",
    f"after i|it have|has|is been? {DONE} it?",
    f"after the last one|time is|was|it's? {DONE}",
    f"when|once it's|it’s|i've|i’ve? {DONE}",
    f"when|once it|i is|am|have {DONE}",
)
