"""Words ↔ dates: what "tomorrow at 5pm" means for this person now, and how a due date travels on the wire."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from taskchat.domain.bounds import checked_day
from taskchat.domain.date_phrases import Phrase, phrases, whole_phrase
from taskchat.domain.days import Asked
from taskchat.domain.english.vocabulary import LEANING
from taskchat.domain.person import Ways
from taskchat.domain.task import Due
from taskchat.domain.text import clean, cut
from taskchat.domain.tokens import Token, tokens_of
from taskchat.domain.when import Said, When, in_period, joined, meaning
from taskchat.domain.windows import WindowSpan, find_window, read_window
from taskchat.errors import Invalid

__all__ = [
    "When",
    "WhenSpan",
    "WindowSpan",
    "chosen",
    "find_when",
    "find_window",
    "from_wire",
    "read_when",
    "read_window",
    "wire",
]

LONGEST = 200
WIRE = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII | re.IGNORECASE)
NOT_ON_THE_WIRE = "A due date is written 2026-03-02 or 2026-03-02T17:00:00+01:00."


@dataclass(frozen=True, slots=True)
class WhenSpan:
    """A date phrase at line[start:end]: what it means, or why there is no such day."""

    start: int
    end: int
    when: When | None
    problem: str
    said: Said
    deadline: bool
    """Led by "by", "due", "until", "before"."""
    begins: bool = False
    """Led by "from" or "starting", beside a repeat."""


def read_when(text: str, *, now: datetime, ways: Ways) -> When:
    """The date that the whole text says. Raises Invalid (field due) when it says none, or an impossible one."""
    asked, line = Asked(now, ways), clean(text)
    said = _whole(tokens_of(line), asked) if len(line) <= LONGEST else None
    if said is None:
        raise Invalid(f"I do not understand the date “{cut(line, 60)}”.", field="due")
    return meaning(said, asked)


def find_when(
    text: str, *, now: datetime, ways: Ways, repeats: bool = False, half: str | None = None
) -> tuple[WhenSpan, ...]:
    """Every date phrase inside a text, left to right; spans lie in the text and do not overlap.

    Where the text also `repeats`, "from monday" says when that begins. `half` is a part of the day that "at 7" is in.
    """
    asked, tokens = Asked(now, ways), tokens_of(text)
    half = half or next((LEANING[token.text] for token in tokens if token.text in LEANING), None)
    found = (_leaning(phrase, half) for phrase in phrases(tokens, asked, repeats=repeats))
    spans = (_span(phrase, tokens, asked) for phrase in found)
    return tuple(span for span in spans if span is not None)


def chosen(spans: Iterable[WhenSpan], *, now: datetime, ways: Ways) -> tuple[When | None, tuple[WhenSpan, ...]]:
    """The one date a line means, and the phrases that say it: "tomorrow call mom at 5pm" says it in two.

    A start ("from monday") and a deadline ("by friday") go before another date, a later phrase before an earlier one;
    what is left stays text.
    """
    usable = [span for span in spans if not span.problem]
    days = [span for span in usable if span.said.names_day]
    times = [span for span in usable if not span.said.names_day]
    best = max(days, key=lambda span: (span.begins, span.deadline, span.start), default=None)
    if best is None:
        return (times[-1].when, (times[-1],)) if times else (None, ())
    for clock in reversed(times):
        both = joined(best.said, clock.said, Asked(now, ways))
        if both is not None:
            return meaning(both, Asked(now, ways)), tuple(sorted((best, clock), key=lambda span: span.start))
    return best.when, (best,)


def from_wire(text: str, zone: str, now: datetime) -> Due:
    """A due date as programs write it; a time without offset is in `zone`. Raises Invalid (field due)."""
    if not WIRE.fullmatch(text):
        raise Invalid(NOT_ON_THE_WIRE, field="due")
    try:
        due = _parsed(text.upper(), zone)
    except (ValueError, OverflowError):
        raise Invalid(NOT_ON_THE_WIRE, field="due") from None
    checked_day(due.on, now=now, zone=zone)
    return due


def wire(due: Due) -> str:
    """A date alone, or RFC 3339 with the offset of its zone."""
    return due.on.isoformat() if due.local is None else due.local.isoformat(timespec="seconds")


def _whole(tokens: tuple[Token, ...], asked: Asked) -> Said | None:
    """A sentence may end in a sign, and "03.04." does by itself."""
    last = tokens[-1] if tokens else None
    return whole_phrase(tokens[:-1] if last and last.text in set(".!?,;") else tokens, asked)


def _parsed(text: str, zone: str) -> Due:
    if len(text) == len("2026-03-02"):
        return Due(on=date.fromisoformat(text), zone=zone)
    found = datetime.fromisoformat(text)
    if found.tzinfo is None:
        return Due.moment(found.date(), found.time(), zone)
    return When(found.date(), at=found.astimezone(ZoneInfo("UTC"))).due(zone)


def _leaning(phrase: Phrase, half: str | None) -> Phrase:
    """ "Dinner at 7" is in the evening, "breakfast at 6" in the morning."""
    hour = phrase.said.clock
    if half is None or hour is None or not hour.unsure or phrase.said.period:
        return phrase
    return replace(phrase, said=replace(phrase.said, clock=in_period(hour, half)))


def _span(phrase: Phrase, tokens: tuple[Token, ...], asked: Asked) -> WhenSpan | None:
    """None for a day so far back that it is a memory, not a due date."""
    start, end = tokens[phrase.first].start, tokens[phrase.after - 1].end
    if phrase.said.problem:
        return WhenSpan(start, end, None, phrase.said.problem, phrase.said, phrase.deadline)
    try:
        when = meaning(phrase.said, asked)
        return WhenSpan(start, end, when, "", phrase.said, phrase.deadline, phrase.start)
    except Invalid:
        return None
