"""The marks of quick add: #tag, @List, !high, p1, ~30m, "remind me 15 min before"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from taskchat.domain.anchors import ANCHOR
from taskchat.domain.bounds import PRIORITIES
from taskchat.domain.date_phrases import ends_at
from taskchat.domain.durations import Duration
from taskchat.domain.english.marks import BEFORE, FROM, LEVELS, NOONS, PHRASES, PRIORITY
from taskchat.domain.lexicon import either
from taskchat.domain.patterns import Index, Pattern, Tokens, matches, pattern, read
from taskchat.domain.slots import SLOTS
from taskchat.domain.task import Priority
from taskchat.domain.text import clean
from taskchat.domain.tokens import HOLE, tokens_of

Kind = Literal["tag", "list", "priority", "reminder", "estimate"]
Value = str | int | Priority


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    kind: Kind
    value: Value


START = r"(?<![^\s(,;" + HOLE + "])"
NAME = rf"(\"[^\"\n]+\"|[^\s#@,;\"{HOLE}]+)"
SIGNS: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    ("tag", re.compile(rf"{START}#{NAME}")),
    ("list", re.compile(rf"{START}@{NAME}")),
    ("priority", re.compile(rf"{START}!([a-z]+|[1-4])(?!\w)", re.IGNORECASE)),
    ("priority", re.compile(rf"{START}(p[1-4])(?!\w)", re.IGNORECASE)),
    ("priority", re.compile(rf"(?<!\w)({'|'.join(LEVELS)}) {either(PRIORITY)}(?!\w)", re.IGNORECASE)),
)
ENDING = ".,;:!?)]}"
CLOCK = re.compile(rf"[0-9]{{1,2}}(?::[0-9]{{2}})?(?:[ap]m?)?|{either(NOONS)}", re.IGNORECASE)
"""Behind "@" it is a time of day, not the name of a list."""


def _ahead(duration: Duration) -> int | None:
    return duration.in_minutes


def _lasting(duration: Duration) -> int | None:
    """Hours and minutes; "for two weeks" is no estimate."""
    return duration.minutes or None if not duration.days and not duration.months else None


def _when_due() -> int:
    return 0


MINUTES: dict[str, Callable[..., int | None]] = {"lasting": _lasting, "ahead": _ahead, "when due": _when_due}
PATTERNS: tuple[tuple[Kind, Pattern, Callable[..., int | None]], ...] = tuple(
    (kind, pattern(text, SLOTS), MINUTES[name]) for kind, text, name in PHRASES
)
INDEX = Index(PATTERNS, lambda row: row[1])


def marks_in(line: str) -> list[Mark]:
    """Every mark, left to right; none overlaps another."""
    found: list[Mark] = []
    for mark in (*_signs(line), *_phrases(line)):
        if all(mark.end <= other.start or other.end <= mark.start for other in found):
            found.append(mark)
    return sorted(found, key=lambda mark: mark.start)


def _signs(line: str) -> Iterator[Mark]:
    for kind, sign in SIGNS:
        for match in sign.finditer(line):
            said = match[1] if match[1].startswith('"') else match[1].rstrip(ENDING)
            value = _priority(said) if kind == "priority" else _name(said, kind)
            if value:
                yield Mark(match.start(), match.end() - len(match[1]) + len(said), kind, value)


def _name(said: str, kind: Kind) -> str:
    """A name has a letter, a digit or a picture in it: "#-" is no tag."""
    name = clean(said.strip('"'))
    name = name.casefold() if kind == "tag" else name
    if kind == "list" and CLOCK.fullmatch(said):
        return ""
    return name if any(c.isalnum() or ord(c) > 0x2000 for c in name) else ""


def _priority(said: str) -> Priority | None:
    return PRIORITIES.get(said.casefold())


def _phrases(line: str) -> Iterator[Mark]:
    tokens, place = tokens_of(line), 0
    while place < len(tokens):
        found = _phrase(tokens, place)
        if found is not None:
            after, kind, minutes = found
            yield Mark(tokens[place].start, tokens[after - 1].end, kind, minutes)
        place = found[0] if found else place + 1


def _phrase(tokens: Tokens, place: int) -> tuple[int, Kind, int] | None:
    """The longest phrase at a place: (the place after it, its kind, minutes)."""
    found: list[tuple[int, Kind, int]] = [
        (after, kind, minutes)
        for kind, wanted, value in INDEX.at(tokens, place)
        for after, values in matches(wanted, tokens, place)
        if (minutes := value(*values)) is not None
        and (value is not _lasting or ends_at(tokens, after))
        and not _counts_from_a_day(tokens, after)
        and not (after < len(tokens) and tokens[after].text in FROM)
    ]
    return max(found, key=lambda each: each[0], default=None)


def _counts_from_a_day(tokens: Tokens, after: int) -> bool:
    """ "Remind me 2 days before christmas" is a date."""
    return tokens[after - 1].text == BEFORE and after < len(tokens) and read(ANCHOR, tokens, after) is not None
