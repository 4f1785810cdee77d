"""What quick add understands of a line typed at some moment: `bin/eval --quickadd FILE`."""

from collections.abc import Iterable, Iterator
from typing import Any

from evals.lines import Unreadable, moment_of, read_lines, said_due, texts_of
from taskchat.domain.person import Ways
from taskchat.domain.quickadd import QuickAdd, read_line

FORM = '{"line": "…", "now": "2026-03-01T09:30:00", "zone": "Europe/Berlin"}'
ASKED = ("line", "now", "zone")
"""What else stands in a line, such as what is expected, is for others."""


def answers(lines: Iterable[str]) -> Iterator[dict[str, Any] | Unreadable]:
    """One answer a line, in their order; empty lines are passed over."""
    for line in read_lines(lines, _answered, FORM):
        yield line if isinstance(line, Unreadable) else line.asked


def answer(line: str, now: str, zone: str) -> dict[str, Any]:
    """`now` is local to the zone. Raises ValueError where one of them is not what it should be."""
    return _told(line, read_line(line, now=moment_of(now, zone), ways=Ways(zone=zone)))


def _answered(said: dict[str, Any]) -> dict[str, Any]:
    return answer(**texts_of(said, ASKED, FORM))


def _told(line: str, read: QuickAdd) -> dict[str, Any]:
    draft = read.draft
    has_priority = any(span.kind == "priority" for span in read.spans)
    return {
        "line": line,
        "title": draft.title,
        "due": said_due(draft.due),
        "rrule": draft.rrule,
        "after_completion": draft.after_completion,
        "tags": list(draft.tags),
        "list": draft.list,
        "priority": draft.priority.value if has_priority else None,
        "reminder_minutes": draft.reminder_minutes,
        "duration_minutes": draft.estimate_minutes,
        "spans": [[span.start, span.end, span.kind] for span in read.spans],
    }
