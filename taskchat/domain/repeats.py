"""Words → recurrence rules: "every other friday", "monthly on the last day"."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from taskchat.domain.date_phrases import Phrase, ends_at, is_free, phrase_at, start_at
from taskchat.domain.days import Asked
from taskchat.domain.english.repeat_rows import OPENINGS
from taskchat.domain.english.repeat_tails import AFTER_COMPLETION, ENDS, FURTHER, PERIOD_TAILS, TAILS
from taskchat.domain.english.repeat_words import COUNTING, LEADS, LED, TO
from taskchat.domain.english.vocabulary import NUMBERS
from taskchat.domain.patterns import Index, Tokens, matches, pattern
from taskchat.domain.repeat_builds import Opening
from taskchat.domain.repeat_slots import REPEAT_SLOTS
from taskchat.domain.rules import RuleParts, parts_of, text_of
from taskchat.domain.tokens import Kind
from taskchat.domain.when import meaning
from taskchat.errors import Invalid

Opened = tuple[Opening, int, RuleParts, str | None]
"""An opening, the place after it, the rule and the part of the day it says."""
MOST_TAILS = 4
OPENINGS_INDEX = Index(OPENINGS, lambda opening: opening.pattern)
TAILS_INDEX = Index(TAILS, lambda tail: tail.pattern)
COUNTING_WORDS = COUNTING | frozenset(NUMBERS)
PERIOD_PATTERNS, COMPLETIONS = (
    tuple(pattern(text, REPEAT_SLOTS) for text in texts) for texts in (PERIOD_TAILS, AFTER_COMPLETION)
)


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule as it was said, with the part of the day where one was named."""

    rule: str
    after_completion: bool = False
    period: str | None = None


def repeat_at(tokens: Tokens, place: int, asked: Asked | None, *, alone: bool) -> tuple[int, Repeat] | None:
    """The longest repeat that begins at a place: (the place after it, the repeat). `asked` reads "until friday"."""
    place += _led(tokens, place)
    found = [_extended(tokens, place, opened, asked) for opened in _openings_at(tokens, place)]
    found = [each for each in found if each[1].after_completion or not each[2].completes]
    kept = [each for each in found if alone or not each[2].exposed or _stands_free(tokens, place, each[0])]
    best = max(kept, key=lambda each: each[0], default=None)
    return (best[0], best[1]) if best else None


def _led(tokens: Tokens, place: int) -> int:
    """How many words stand before a repeat that only stress it."""
    texts = tuple(token.text for token in tokens[place : place + 3])
    return next((len(lead) for lead in LEADS if texts[: len(lead)] == lead and {*texts[len(lead) :][:1]} & LED), 0)


def _openings_at(tokens: Tokens, place: int) -> list[Opened]:
    return [
        (opening, after, parts, values[-1] if opening.period else None)
        for opening in OPENINGS_INDEX.at(tokens, place)
        for after, values in matches(opening.pattern, tokens, place)
        if (parts := opening.build(*values)) is not None
    ]


def _stands_free(tokens: Tokens, place: int, after: int) -> bool:
    before = tokens[place - 1] if place else None
    counted = before is not None and (before.kind is Kind.NUMBER or before.text in COUNTING_WORDS)
    said_in_words = after - place > 1
    return not counted and (ends_at(tokens, after) or (said_in_words and is_free(tokens, place, after)))


def _extended(tokens: Tokens, place: int, opened: Opened, asked: Asked | None) -> tuple[int, Repeat, Opening]:
    """An opening with the tails that follow it: days, an end, the part of the day, "after completion"."""
    opening, after, parts, period = opened
    counts_from_done = tokens[place + 1 : place + 2] and tokens[place + 1].text == "!"
    for _ in range(MOST_TAILS):
        found = _tail(tokens, after, parts) or _until(tokens, after, parts, asked)
        if found is None:
            break
        after, parts = found
    for wanted in PERIOD_PATTERNS if period is None else ():
        for end, [name] in matches(wanted, tokens, after):
            period, after = name, end
    repeat = Repeat(text_of(parts), bool(counts_from_done), period)
    done = _after_completion(tokens, after)
    return (done, replace(repeat, after_completion=True), opening) if done else (after, repeat, opening)


def _tail(tokens: Tokens, place: int, parts: RuleParts) -> tuple[int, RuleParts] | None:
    found = [
        (after, more)
        for tail in TAILS_INDEX.at(tokens, place)
        for after, values in matches(tail.pattern, tokens, place)
        if (more := tail.extend(parts, *values)) is not None
    ]
    return max(found, key=lambda each: each[0], default=None)


def _until(
    tokens: Tokens, place: int, parts: RuleParts, asked: Asked | None, *, spanned: bool = False
) -> tuple[int, RuleParts] | None:
    """ "Until friday"; `spanned` where "to friday" follows the start."""
    place += place < len(tokens) and tokens[place].text == ","
    if asked is None or place >= len(tokens) or not (spanned or tokens[place].text in ENDS):
        return None
    phrase = phrase_at(tokens, place + 1, asked, alone=True)
    if phrase is None or not phrase.said.names_day or parts.keys() & {"COUNT", "UNTIL"}:
        return None
    try:
        last = meaning(phrase.said, asked).on
    except Invalid:
        return None
    return phrase.after, {**parts, "UNTIL": last.strftime("%Y%m%d")}


def end_within(tokens: Tokens, place: int, repeat: Repeat, asked: Asked) -> tuple[int, int, Repeat] | None:
    """What stands further on, "until april", "for 30 days": (its place, the place after it, the repeat with it)."""
    start = _start(tokens, asked)
    asked = _from_start(start, asked)
    for first in range(place, len(tokens)):
        spanned = start is not None and first == start.after and tokens[first].text in TO
        parts = parts_of(repeat.rule)
        found = _until(tokens, first, parts, asked, spanned=spanned) or _further(tokens, first, parts)
        if found is not None:
            return first, found[0], replace(repeat, rule=text_of(found[1]))
    return None


def _further(tokens: Tokens, place: int, parts: RuleParts) -> tuple[int, RuleParts] | None:
    return _tail(tokens, place, parts) if tokens[place].text in FURTHER else None


def _start(tokens: Tokens, asked: Asked) -> Phrase | None:
    """ "From monday": the first day, where the line says one."""
    starts = (phrase for place in range(len(tokens)) if (phrase := start_at(tokens, place, asked)))
    return next((phrase for phrase in starts if not phrase.said.problem), None)


def _from_start(start: Phrase | None, asked: Asked) -> Asked:
    """ "From monday until friday" ends on the friday after that monday."""
    try:
        first = meaning(start.said, asked).on if start else asked.day
    except Invalid:
        return asked
    return Asked(datetime.combine(first, asked.local.time(), ZoneInfo(asked.ways.zone)), asked.ways)


def _after_completion(tokens: Tokens, place: int) -> int | None:
    return next((after for wanted in COMPLETIONS for after, _ in matches(wanted, tokens, place)), None)
