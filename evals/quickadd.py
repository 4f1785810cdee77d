"""What quick add understands of a line typed at some moment: `bin/eval --quickadd FILE`."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.domain.person import Ways
from taskchat.domain.quickadd import QuickAdd, read_line
from taskchat.domain.task import Due

FORM = '{"line": "…", "now": "2026-03-01T09:30:00", "zone": "Europe/Berlin"}'
ASKED = ("line", "now", "zone")
"""What else stands in a line, such as what is expected, is for others."""
YEARS = range(1970, 9000)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a line of the file cannot be answered."""

    number: int
    reason: str


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any] | Unreadable]:
    """One answer a line, in their order; empty lines are passed over."""
    for number, text in enumerate(lines, 1):
        if not text.strip():
            continue
        try:
            yield answer(**_asked(text))
        except ValueError as problem:
            yield Unreadable(number, str(problem))


def answer(line: str, now: str, zone: str) -> dict[str, Any]:
    """`now` is local to the zone. Raises ValueError where one of them is not what it should be."""
    moment = datetime.fromisoformat(now)
    if moment.tzinfo is not None:
        raise ValueError(f"now is local to the zone, without an offset: {now}")
    if moment.year not in YEARS:
        raise ValueError(f"now is no moment that anybody types at: {now}")
    return _told(line, read_line(line, now=moment.replace(tzinfo=_zone(zone)), ways=Ways(zone=zone)))


def _asked(text: str) -> dict[str, str]:
    try:
        said = json.loads(text)
    except json.JSONDecodeError as problem:
        raise ValueError(f"this is no JSON ({problem.msg}); a line looks like {FORM}") from None
    asked = {name: said.get(name) for name in ASKED} if isinstance(said, dict) else {}
    texts = {name: text for name, text in asked.items() if isinstance(text, str)}
    if len(texts) < len(ASKED):
        raise ValueError(f"a line looks like {FORM}")
    return texts


@cache
def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise ValueError(f"there is no zone {name!r}") from None


def _told(line: str, read: QuickAdd) -> dict[str, Any]:
    draft = read.draft
    has_priority = any(span.kind == "priority" for span in read.spans)
    return {
        "line": line,
        "title": draft.title,
        "due": _local(draft.due),
        "rrule": draft.rrule,
        "after_completion": draft.after_completion,
        "tags": list(draft.tags),
        "list": draft.list,
        "priority": draft.priority.value if has_priority else None,
        "reminder_minutes": draft.reminder_minutes,
        "duration_minutes": draft.estimate_minutes,
        "spans": [[span.start, span.end, span.kind] for span in read.spans],
    }


def _local(due: Due | None) -> str | None:
    """A day, or the wall clock of the zone."""
    if due is None:
        return None
    return due.local.replace(tzinfo=None).isoformat(timespec="seconds") if due.local else due.on.isoformat()
