"""Spans of days and choices between days, "july 1 to 14", "wed or thu": no day of them is the due date."""

from taskchat.domain.english.day_spans import SPANS
from taskchat.domain.patterns import Index, Pattern, Tokens, matches, pattern
from taskchat.domain.slots import SLOTS

PATTERNS: tuple[Pattern, ...] = tuple(pattern(text, SLOTS) for text in SPANS)
SPANS_INDEX = Index(PATTERNS, lambda wanted: wanted)


def span_at(tokens: Tokens, place: int) -> int | None:
    """The place after a span that begins here."""
    found = [after for wanted in SPANS_INDEX.at(tokens, place) for after, _ in matches(wanted, tokens, place)]
    return max(found, default=None)
