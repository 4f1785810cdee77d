"""iCalendar files as lines and components (RFC 5545), read line by line: one that is wrong spoils no other."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from icalendar.parser import Contentline, Contentlines
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from taskchat.domain.exchange.moments import YEARS, is_zone
from taskchat.domain.exchange.sheet import CUT_OFF
from taskchat.domain.task import Due
from taskchat.errors import Invalid

MOMENT = re.compile(r"(\d{8})(?:T(\d{6})(Z)?)?", re.IGNORECASE)
BETWEEN = re.compile(r"(?<!\\)(?:\\\\)*,")
"""A comma that separates: one behind a backslash belongs to the text."""


DEEPEST = 10
"""Components inside each other: a calendar, a task and its alarm are three."""
ESCAPED = re.compile(r"\\(.)", re.DOTALL)


def unescaped(value: str) -> str:
    """TEXT of section 3.3.11; left to right, so that an escaped backslash before an n stays both."""
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


@dataclass(frozen=True, slots=True)
class Line:
    """One property: `value` as it is written, `params` with names in capitals."""

    value: str
    params: dict[str, str]

    @property
    def text(self) -> str:
        return unescaped(self.value)

    @property
    def texts(self) -> list[str]:
        ends = [found.end() for found in BETWEEN.finditer(self.value)]
        parts = zip([0, *ends], [*(end - 1 for end in ends), len(self.value)], strict=True)
        return [unescaped(self.value[start:end]) for start, end in parts]


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END; `number` is how many of its kind came before it, and itself."""

    name: str
    number: int = 0
    lines: dict[str, list[Line]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def first(self, *names: str) -> Line | None:
        return next((self.lines[name][0] for name in names if name in self.lines), None)

    def text(self, *names: str) -> str:
        line = self.first(*names)
        return line.text if line else ""

    def all(self, name: str) -> Iterator["Component"]:
        for part in self.parts:
            if part.name == name:
                yield part
            yield from part.all(name)


def components(text: str) -> Component:
    """Everything under one nameless root. Raises Invalid for a file that ends inside a component."""
    root = Component("")
    open_ones, counts = [root], dict[str, int]()
    for raw in filter(None, Contentlines.from_ical(text)):
        name, line = _parts(raw)
        here = open_ones[-1]
        if not name:
            here.unread.append(raw)
        elif name == "BEGIN":
            kind = str(line.value).strip().upper()
            counts[kind] = counts.get(kind, 0) + 1
            if len(open_ones) > DEEPEST:
                raise Invalid("This calendar is nested too deep to be one. Nothing was imported.", "file", "damaged")
            open_ones.append(Component(kind, counts[kind]))
            here.parts.append(open_ones[-1])
        elif name == "END":
            if len(open_ones) > 1:
                open_ones.pop()
        else:
            here.lines.setdefault(name, []).append(line)
    if len(open_ones) > 1:
        raise Invalid(CUT_OFF, "file", code="cut_off")
    return root


def _parts(raw: Contentline) -> tuple[str, Line]:
    """The name in capitals; "" for a line that is none."""
    try:
        name, params, value = raw.raw_parts()
    except ValueError:
        return "", Line("", {})
    return str(name).upper(), Line(str(value), {str(key).upper(): str(said) for key, said in params.items()})


def due_of(line: Line, own_zone: str) -> Due | None:
    """A DATE, or a DATE-TIME in its zone; a floating one is in `own_zone`. None for what is neither."""
    found = MOMENT.fullmatch(line.value.strip())
    if not found:
        return None
    try:
        if int(found[1][:4]) not in YEARS:
            return None
        day = datetime.strptime(found[1], "%Y%m%d").date()  # noqa: DTZ007 - a day has no zone
        if found[2] is None:
            return Due(day, own_zone)
        clock = datetime.strptime(found[2], "%H%M%S").time()  # noqa: DTZ007 - a clock has none either
    except ValueError:
        return None
    if found[3]:
        at = datetime.combine(day, clock, UTC)
        return Due(at.astimezone(ZoneInfo(own_zone)).date(), own_zone, at)
    return Due.moment(day, clock, zone_of(line.params.get("TZID", ""), own_zone) or own_zone)


def zone_of(said: str, own_zone: str) -> str | None:
    """The IANA name behind a TZID: as it is, Windows' own name for it, or at the end of a longer one."""
    name = said.strip().strip('"')
    if not name:
        return own_zone
    parts = name.split("/")
    for tried in (name, WINDOWS_TO_OLSON.get(name, ""), "/".join(parts[-2:]), "/".join(parts[-3:])):
        if tried and is_zone(tried):
            return tried
    return None


def moment_of(line: Line | None) -> datetime | None:
    """A moment in UTC; a bare day or a floating time counts as UTC."""
    due = due_of(line, "UTC") if line else None
    if due is None:
        return None
    return due.at or datetime.combine(due.on, datetime.min.time(), UTC)


def day_of(line: Line, own_zone: str) -> date | None:
    found = due_of(line, own_zone)
    return found.on if found else None
