"""Finds date phrases among tokens: parts that belong together, in any order."""

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace

from taskchat.domain.date_row import SURE, Row
from taskchat.domain.day_spans import span_at
from taskchat.domain.days import Asked
from taskchat.domain.english.date_rows import ROWS
from taskchat.domain.english.dates import (
    BEFORE,
    BESIDE_PEOPLE,
    CONNECTING,
    DEADLINES,
    FROM_TO,
    LEADS,
    NAMEABLE,
    NAMED,
    NAMING,
    NUMBERED,
    OR,
    POSSESSIVE,
    STARTS,
    TO_PEOPLE,
    TRAILS,
)
from taskchat.domain.english.vocabulary import LINKING, VERBS, WEEKDAYS_ALL
from taskchat.domain.patterns import Index, Tokens, matches
from taskchat.domain.tokens import Kind, Token
from taskchat.domain.when import Said, joined

CLOSING = frozenset(",.;:!?)]}\"”’'»…")
HEADING = frozenset(":-–")
"""Signs behind a date that stands before what is to be done: "fri: clean"."""
DASHES = frozenset("-–")
BETWEEN_DAYS = DASHES | FROM_TO | {OR}
"""Words and signs between the ends of a span of days, or between two that would do."""
MOST_PARTS, MOST_LEADS = 6, 2
INDEX = Index(ROWS, lambda row: row.pattern)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the tokens from `first` up to `after` say."""

    first: int
    after: int
    said: Said
    weight: int
    deadline: bool = False
    start: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    after: int
    said: Said
    row: Row


def phrases(tokens: Tokens, asked: Asked, *, repeats: bool = False) -> Iterator[Phrase]:
    """The date phrases inside a text, from left to right, without ordinary words that only look like dates.

    Where the text `repeats`, "from monday" says when that begins.
    """
    place = 0
    while place < len(tokens):
        if not repeats and (after := span_at(tokens, place)):
            place = after
            continue
        found = (start_at(tokens, place, asked) if repeats else None) or _led(tokens, place, asked, alone=False)
        if (
            found is not None
            and found.weight >= SURE
            and not _is_name(tokens, found)
            and not _ends_range(tokens, found)
        ):
            other = None if found.start else _another_day(tokens, found, asked)
            if other is None:
                yield found
            place = (other or found).after
        else:
            place += 1


def whole_phrase(tokens: Tokens, asked: Asked) -> Said | None:
    """What all of the tokens together say; None unless they are one date phrase."""
    found = _led(tokens, 0, asked, alone=True) if tokens else None
    return found.said if found is not None and found.after == len(tokens) else None


def phrase_at(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Phrase | None:
    """The date phrase that begins at a place; `alone` where it need not prove itself against ordinary words."""
    found = _phrase(tokens, place, asked, alone=alone)
    return found if found is not None and (alone or found.weight >= SURE) else None


def start_at(tokens: Tokens, place: int, asked: Asked) -> Phrase | None:
    """ "From monday", "starting on the 3rd", of something that repeats."""
    words = _words_at(tokens, place, STARTS)
    found = _phrase(tokens, place + len(words), asked, alone=True) if words else None
    return replace(found, first=place, weight=SURE, start=True) if found and found.said.names_day else None


def _led(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Phrase | None:
    """A phrase with the words that lead to it: "by friday", "due on 3 march"."""
    first, weight, deadline = place, 0, False
    for _ in range(MOST_LEADS):
        words = _words_at(tokens, place, LEADS)
        if not words or (words == (":",) and place == first):
            break
        weight, deadline = weight + LEADS[words], deadline or words[0] in DEADLINES
        place += len(words)
    found = _phrase(tokens, place, asked, alone=alone)
    if place > first and (found is None or found.weight + weight < SURE):
        whole = _phrase(tokens, first, asked, alone=alone)
        found = found if found and (whole is None or whole.weight < SURE) else None
        if found is None:
            return whole
    if found is None:
        return None
    if place > first and tokens[place - 1].text == BEFORE and found.said.before is None:
        found = replace(found, said=replace(found.said, before=True))
    return replace(found, first=first, weight=found.weight + weight, deadline=deadline)


def _words_at(tokens: Tokens, place: int, known: Container[tuple[str, ...]]) -> tuple[str, ...]:
    """The longest of the known words that stand at a place."""
    texts = tuple(token.text for token in tokens[place : place + 3])
    return next((texts[:length] for length in range(len(texts), 0, -1) if texts[:length] in known), ())


def _phrase(tokens: Tokens, place: int, asked: Asked, *, alone: bool) -> Phrase | None:
    """As many parts as fit together; "tomorrow 5 people" is only "tomorrow"."""
    parts = _parts(tokens, place, asked)
    while parts and not alone and parts[-1].row.exposed and not is_free(tokens, place, parts[-1].after):
        parts.pop()
    if not parts:
        return None
    weight, last = sum(part.row.weight for part in parts), parts[-1]
    heads = _heads(tokens, place, _trailed(tokens, last.after))
    if last.row.last and (heads or is_last(tokens, last.after)):
        weight = max(weight, SURE)
    return Phrase(place, _trailed(tokens, last.after), last.said, weight)


def is_free(tokens: Tokens, place: int, after: int) -> bool:
    """Whether its number counts nothing: "at 5 call mom", but not "at 5 places"."""
    after = _trailed(tokens, after)
    return ends_at(tokens, after) or _heads(tokens, place, after)


def _heads(tokens: Tokens, place: int, after: int) -> bool:
    """Whether it stands at the head of the line, before what is to be done: "fri: clean", "on the 3rd pay rent"."""
    if after >= len(tokens) or len(tokens[:place]) > MOST_LEADS:
        return False
    before = all(token.kind is Kind.HOLE or (token.text,) in LEADS for token in tokens[:place])
    if place == 0 and after <= 2 and tokens[after - 1].kind is Kind.ORDINAL and tokens[after].text not in HEADING:
        return False
    return before and (tokens[after].text in VERBS or (place == 0 and tokens[after].text in HEADING))


def _trailed(tokens: Tokens, place: int) -> int:
    """The place after words that only follow a date: "at the latest"."""
    return place + len(_words_at(tokens, place, TRAILS))


def _parts(tokens: Tokens, place: int, asked: Asked) -> list[Part]:
    """Each part carries what is said up to its end."""
    found = _part(tokens, place, asked, Said(), follows=False)
    parts: list[Part] = []
    while found is not None and len(parts) < MOST_PARTS:
        parts.append(found)
        found = _next_part(tokens, found, asked)
    return parts


def _next_part(tokens: Tokens, last: Part, asked: Asked) -> Part | None:
    found = _part(tokens, last.after, asked, last.said, follows=True)
    connected = last.after < len(tokens) and tokens[last.after].text in CONNECTING
    other = _part(tokens, last.after + 1, asked, last.said, follows=True) if connected else None
    return max((part for part in (found, other) if part), key=lambda part: part.after, default=None)


def _part(tokens: Tokens, place: int, asked: Asked, said: Said, *, follows: bool) -> Part | None:
    """The longest row that matches here, goes with what was said before and adds to it; among equals the surest."""
    best: Part | None = None
    for row in INDEX.at(tokens, place):
        if (row.follows and not follows) or (row.person and _is_person(tokens, place)):
            continue
        for after, values in matches(row.pattern, tokens, place):
            new = row.build(asked, *values)
            both = joined(said, new, asked) if new is not None else None
            if (
                both is not None
                and both != said
                and (best is None or (after, row.weight) > (best.after, best.row.weight))
            ):
                best = Part(after, both, row)
    return best


def _is_name(tokens: Tokens, found: Phrase) -> bool:
    """Whether a weekday, a number or noon alone only names something, or is named."""
    if found.after - found.first != 1:
        return False
    before = tokens[found.first - 1].text if found.first else ""
    after = tokens[found.after].text if found.after < len(tokens) else ""
    token = tokens[found.first]
    if token.kind is Kind.DOTTED and before in NUMBERED:
        return True
    nameable = found.said.weekday is not None or token.kind is Kind.ORDINAL or token.text in NAMEABLE
    named = before in NAMING or before.endswith(POSSESSIVE) or after in NAMED
    return nameable and (named or _begins_days(tokens, found.first))


def _ends_range(tokens: Tokens, found: Phrase) -> bool:
    """ "5-8 june" is neither the 5th nor the 8th, "fri–sun" neither day."""
    sign = found.first - (tokens[found.first].text not in DASHES)
    if sign < 1 or tokens[sign].text not in DASHES:
        return False
    before, after = tokens[sign - 1], tokens[sign + 1]
    if before.text in WEEKDAYS_ALL and after.text in WEEKDAYS_ALL:
        return True
    return before.kind is after.kind is Kind.NUMBER and before.end == tokens[sign].start


def _another_day(tokens: Tokens, found: Phrase, asked: Asked) -> Phrase | None:
    """The other end of "july 1 - july 14", the other choice of "tuesday or wednesday": neither is the due date."""
    sign = tokens[found.after].text if found.after < len(tokens) else ""
    if not found.said.names_day or sign not in BETWEEN_DAYS:
        return None
    other = _phrase(tokens, found.after + 1, asked, alone=False)
    both_written = other is not None and found.said.written is not None and other.said.written is not None
    fits = other is not None and other.said.names_day and other.weight >= SURE
    return other if fits and (both_written or sign not in FROM_TO) else None


def _begins_days(tokens: Tokens, place: int) -> bool:
    after = tokens[place + 1 : place + 3]
    return len(after) == 2 and after[0].text in DASHES and after[1].text in WEEKDAYS_ALL


def _is_person(tokens: Tokens, place: int) -> bool:
    before = tokens[place - 1].text if place else ""
    after = tokens[place + 1].text if place + 1 < len(tokens) else ""
    return tokens[place].capital or before in TO_PEOPLE or after in BESIDE_PEOPLE


def is_last(tokens: Tokens, place: int) -> bool:
    """Whether nothing but signs and what was already understood follows."""
    return all(token.kind is Kind.HOLE or token.text in CLOSING for token in tokens[place:])


def ends_at(tokens: Tokens, place: int) -> bool:
    """Whether no ordinary word follows, of which the number before could be the count."""
    token: Token | None = tokens[place] if place < len(tokens) else None
    if token is None or token.kind is Kind.HOLE or token.text in CLOSING or token.text in LINKING:
        return True
    return token.text in DASHES and token.start > tokens[place - 1].end and place + 1 < len(tokens)
