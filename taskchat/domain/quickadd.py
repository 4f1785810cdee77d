"""One line → a task: "milk tomorrow 9am #home !high", with the places that were understood."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise
from typing import Literal

from taskchat.domain.dates import When, WhenSpan, chosen, find_when
from taskchat.domain.days import Asked
from taskchat.domain.english.dates import SPANNING
from taskchat.domain.marks import Mark, marks_in
from taskchat.domain.person import Ways
from taskchat.domain.recurrence import Repeat, checked_rule, first_due, say_rule
from taskchat.domain.repeats import end_within, repeat_at
from taskchat.domain.task import Draft, Due, Priority
from taskchat.domain.text import clean
from taskchat.domain.tokens import HOLE, tokens_of
from taskchat.domain.words import said_date, say_clock, say_minutes
from taskchat.errors import Invalid

Kind = Literal["date", "tag", "list", "priority", "repeat", "reminder", "estimate", "problem"]
LONGEST = 1_000
"""Beyond it a line is a text, and taken as it stands."""
QUOTED = re.compile(r"(?<![#@])\"[^\"\n]+\"|“[^“”\n]+”")
BULLET = re.compile(r"\s*(?:[-*+•–]\s+|\d{1,3}[.)]\s+)?(?:\[[ xX]?\]\s+)?")
ENDS_FIRST = "This repeating task would end before it starts."
HOLE_IN_TITLE = "\0"
LOOSE = " \t,;:–-"


@dataclass(frozen=True, slots=True)
class Span:
    """What was understood at line[start:end], and what it means in words; a problem is told, not taken out."""

    start: int
    end: int
    kind: Kind
    said: str


@dataclass(frozen=True, slots=True)
class QuickAdd:
    draft: Draft
    spans: tuple[Span, ...]

    @property
    def problem(self) -> str:
        """Why this cannot be added as it stands; "" when it can."""
        return next((span.said for span in self.spans if span.kind == "problem"), "")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one reader understood: the draft with it, and where it stood."""

    draft: Draft
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Repeated:
    repeat: Repeat | None = None
    spans: tuple[Span, ...] = ()


def read_line(line: str, *, now: datetime, ways: Ways) -> QuickAdd:
    """The task that a line describes. Never raises; words in double quotes are taken as they stand."""
    if len(line) > LONGEST:
        return QuickAdd(Draft(title=clean(line)), ())
    asked, rest = Asked(now, ways), _without(line, [match.span() for match in QUOTED.finditer(line)])
    taken = _marks(rest)
    spans = list(taken.spans)
    repeated = _repeat(_without(rest, _places(spans)), asked)
    spans += repeated.spans
    dated = _dates(_without(rest, _places(spans)), asked, repeated.repeat)
    spans = sorted((*spans, *dated.spans), key=lambda span: span.start)
    draft = replace(
        taken.draft,
        title=_title(line, spans, now, ways),
        due=dated.draft.due,
        estimate_minutes=taken.draft.estimate_minutes or dated.draft.estimate_minutes,
        rrule=repeated.repeat.rule if repeated.repeat else None,
        after_completion=bool(repeated.repeat and repeated.repeat.after_completion),
    )
    return QuickAdd(draft, tuple(spans))


def read_lines(text: str) -> tuple[str, ...]:
    """Pasted text as lines for one task each, without bullets, numbers and empty lines."""
    lines = (BULLET.sub("", line, count=1).strip() for line in clean(text, lines=True).split("\n"))
    return tuple(line for line in lines if line)


def _marks(rest: str) -> Taken:
    """Tags, list, priority, reminder, estimate: of those that a task has once, the last one counts."""
    found = marks_in(rest)
    once = {mark.kind: mark for mark in found if mark.kind != "tag"}
    kept = [mark for mark in found if mark.kind == "tag" or once[mark.kind] is mark]
    values = {kind: mark.value for kind, mark in once.items()}
    priority, reminder, estimate = values.get("priority"), values.get("reminder"), values.get("estimate")
    draft = Draft(
        title="",
        tags=tuple(dict.fromkeys(str(mark.value) for mark in kept if mark.kind == "tag")),
        list=str(values["list"]) if "list" in values else None,
        priority=priority if isinstance(priority, Priority) else Priority.MEDIUM,
        reminder_minutes=reminder if isinstance(reminder, int) else None,
        estimate_minutes=estimate if isinstance(estimate, int) else None,
    )
    return Taken(draft, tuple(Span(mark.start, mark.end, mark.kind, _meaning(mark)) for mark in kept))


def _meaning(mark: Mark) -> str:
    words = {
        "tag": f"#{mark.value}",
        "list": f"@{mark.value}",
        "priority": f"{mark.value}".capitalize(),
        "reminder": f"{say_minutes(mark.value)} before" if mark.value and isinstance(mark.value, int) else "When due",
        "estimate": say_minutes(mark.value) if isinstance(mark.value, int) else "",
    }
    return words[mark.kind]


def _repeat(rest: str, asked: Asked) -> Repeated:
    tokens = tokens_of(rest)
    for place, token in enumerate(tokens):
        found = repeat_at(tokens, place, asked, alone=False)
        if found is None:
            continue
        after, repeat = found
        places = [(token.start, tokens[after - 1].end)]
        if ended := end_within(tokens, after, repeat, asked):
            first, after, repeat = ended
            places.append((tokens[first].start, tokens[after - 1].end))
        try:
            checked_rule(repeat.rule)
        except Invalid as problem:
            return Repeated(spans=(Span(*places[0], "problem", problem.message),))
        said = say_rule(repeat.rule) + (", after completion" if repeat.after_completion else "")
        return Repeated(repeat, tuple(Span(*place, "repeat", said[:1].upper() + said[1:]) for place in places))
    return Repeated()


def _dates(rest: str, asked: Asked, repeat: Repeat | None) -> Taken:
    """The date of the line; a repeat without one begins at its first day."""
    now, ways = asked.now, asked.ways
    found = find_when(rest, now=now, ways=ways, repeats=repeat is not None, half=repeat.period if repeat else None)
    found = found if repeat else _without_spans_of_days(found, rest)
    problem = next((span for span in found if span.problem), None)
    if problem is not None:
        return Taken(Draft(title=""), (Span(problem.start, problem.end, "problem", problem.problem),))
    when, used = chosen(found, now=now, ways=ways)
    due = _due(when, used, repeat, asked)
    if repeat is not None and used and due is None:
        return Taken(Draft(title=""), (Span(used[0].start, used[-1].end, "problem", ENDS_FIRST),))
    spans = [Span(span.start, span.end, "date", _said(span, due, len(used), asked)) for span in used if due]
    length = next((span.said.length for span in used if span.said.length), None)
    return Taken(Draft(title="", due=due, estimate_minutes=length), tuple(spans))


def _without_spans_of_days(found: tuple[WhenSpan, ...], rest: str) -> tuple[WhenSpan, ...]:
    """Neither end of "monday to wednesday" is the due date."""
    ends = {
        span
        for one, other in pairwise(found)
        if one.said.names_day and other.said.names_day and rest[one.end : other.start].strip().lower() in SPANNING
        for span in (one, other)
    }
    return tuple(span for span in found if span not in ends)


def _due(when: When | None, used: Iterable[WhenSpan], repeat: Repeat | None, asked: Asked) -> Due | None:
    if repeat is None:
        return when.due(asked.ways.zone) if when else None
    clock = when.clock if when else None
    if when is not None and any(span.said.names_day for span in used):
        return first_due(repeat, now=asked.now, ways=asked.ways, clock=clock, start=when.on)
    return first_due(repeat, now=asked.now, ways=asked.ways, clock=clock)


def _said(span: WhenSpan, due: Due, parts: int, asked: Asked) -> str:
    """ "Tomorrow, Sun 22 Nov, 09:00"; of two phrases each says its own part."""
    if parts > 1 and due.local is not None and not span.said.names_day:
        return say_clock(due.local.time(), asked.ways)
    shown = Due(on=due.on, zone=due.zone) if parts > 1 else due
    return said_date(shown, now=asked.now, ways=asked.ways)


def _title(line: str, spans: list[Span], now: datetime, ways: Ways) -> str:
    """What is left: without what was understood, and without quotes that kept something from being understood."""
    places = _places(spans, problems=False)
    for match in QUOTED.finditer(line):
        if read_line(match[0][1:-1], now=now, ways=ways).spans:
            places += [(match.start(), match.start() + 1), (match.end() - 1, match.end())]
    left = _without(line, places, fill=HOLE_IN_TITLE)
    return _tidied(left) if spans else clean(re.sub(r"\s+", " ", left.replace(HOLE_IN_TITLE, "")) if places else left)


def _tidied(left: str) -> str:
    """Without the brackets and commas that only held what was taken out."""
    left = re.sub(rf"\(\s*{HOLE_IN_TITLE}+\s*\)", HOLE_IN_TITLE, left)
    left = re.sub(rf"{HOLE_IN_TITLE}+\s*[,;]+", HOLE_IN_TITLE, left)
    left = re.sub(rf"\s*{HOLE_IN_TITLE}+\s*(?=[.!?:](?:\s|$))", "", left)
    words = re.sub(r"\s+", " ", left.replace(HOLE_IN_TITLE, " "))
    return re.sub(r"[\s,;:]+([.!?])$", r"\1", clean(words)).strip(LOOSE)


def _places(spans: Iterable[Span], *, problems: bool = True) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans if problems or span.kind != "problem"]


def _without(line: str, places: Iterable[tuple[int, int]], fill: str = HOLE) -> str:
    """The line with places filled up, so that every other character stays where it is."""
    for start, end in places:
        line = line[:start] + fill * (end - start) + line[end:]
    return line
