"""Which program a file comes from, by what stands in it; and reading it."""

import re
from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Protocol

from taskchat.domain.exchange import ours, ticktick, todoist, todotxt, vtodo
from taskchat.domain.exchange.incoming import Format, Read
from taskchat.domain.exchange.sheet import NOT_TEXT, SEPARATORS, cells
from taskchat.domain.person import Ways
from taskchat.errors import Invalid

FIRST_ROWS = 12
UNKNOWN_SHEET = (
    "This table has none of the columns that Todoist (TYPE, CONTENT) or TickTick (Title, List Name, Status) write. "
    "Export it from there as CSV, unchanged. Nothing was imported."
)
MARKUP = re.compile(r"\s*<(?:!doctype|html|\?xml)", re.IGNORECASE)
EMPTY = "There is no task in this file. Nothing was imported."


class Reader(Protocol):
    """`name` is the file's. Raises Invalid."""

    def __call__(self, text: str, name: str, *, now: datetime, ways: Ways) -> Read: ...


READERS: Mapping[Format, Reader] = {
    Format.TODOIST: todoist.read,
    Format.TICKTICK: ticktick.read,
    Format.ICALENDAR: vtodo.read,
    Format.TODO_TXT: todotxt.read,
    Format.OURS: ours.read,
}


def read(text: str, name: str, kind: Format | None, *, now: datetime, ways: Ways) -> Read:
    """What the file says, as the format its content shows or as the one that was chosen. Raises Invalid."""
    found = READERS[kind or format_of(text)](text.lstrip("\ufeff"), name, now=now, ways=ways)
    if not found.rows:
        raise Invalid(EMPTY, "file", code="empty")
    return found


def format_of(text: str) -> Format:
    """By its first lines. Raises Invalid for a table or a page that no reader knows."""
    start = text[:20_000].lstrip("\ufeff \t\r\n")
    if start[:15].upper() == "BEGIN:VCALENDAR":
        return Format.ICALENDAR
    if start[:1] in {"{", "["} and not start.startswith("[ ]"):
        return Format.OURS
    if MARKUP.match(start):
        raise Invalid(NOT_TEXT, "file", code="not_text")
    return _table(start) or Format.TODO_TXT


def _table(start: str) -> Format | None:
    lines = start.splitlines()[:FIRST_ROWS]
    first = lines[0] if lines else ""
    if todoist.is_head(_row(first)):
        return Format.TODOIST
    if any(ticktick.is_head(_row(line)) for line in lines):
        return Format.TICKTICK
    counts = {line.count(sign) for sign in SEPARATORS for line in lines[:3] if first.count(sign) > 1}
    if len(lines) > 1 and counts and 0 not in counts and max(counts) == min(counts):
        raise Invalid(UNKNOWN_SHEET, "file", code="wrong_columns")
    return None


def _row(line: str) -> list[str]:
    """A line as a row of its own; a quote that it leaves open is no matter here."""
    try:
        return next(islice(cells(line), 1), [])
    except Invalid:
        return []
