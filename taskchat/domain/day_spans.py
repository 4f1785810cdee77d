"""Spans of days and choices between days, "july 1 to 14", "wed or thu": no day of them is the due date."""

from taskchat.domain.patterns import Index, Pattern, Tokens, matches, pattern
from taskchat.domain.slots import SLOTS

TO = "-|–|—|to|until|till|through|thru|and|or|&|/"
SPANS: tuple[Pattern, ...] = tuple(
    pattern(text.replace("TO", TO), SLOTS)
    for text in (
        "from|between? {month} the? {nth} TO the? {nth} ,? {year}?",
        "from|between? {month} {dayno} TO {dayno} ,? {year}?",
        "from|between? the? {nth} TO the? {nth} of? {month} {year}?",
        "from|between? {dayno} TO {dayno} of? {month} {year}?",
        "from|between {month} the? {nth} TO {month} the? {nth} ,? {year}?",
        "from|between {month} {dayno} TO {month} {dayno} ,? {year}?",
        "on? {weekday} or|/ {weekday}",
    )
)
SPANS_INDEX = Index(SPANS, lambda wanted: wanted)


def span_at(tokens: Tokens, place: int) -> int | None:
    """The place after a span that begins here."""
    found = [after for wanted in SPANS_INDEX.at(tokens, place) for after, _ in matches(wanted, tokens, place)]
    return max(found, default=None)
