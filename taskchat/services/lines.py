"""A pasted list: each line becomes a task of its own, all of them one change that one undo takes back."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.bounds import checked_draft
from taskchat.domain.person import Person
from taskchat.domain.quickadd import BULLET, read_line
from taskchat.domain.task import By, Draft, Task
from taskchat.domain.text import clean
from taskchat.errors import Invalid
from taskchat.services import tasks
from taskchat.services.memory import suit

MOST = 100
"""Lines that become tasks at once."""
TOO_MANY = f"{MOST} lines at most become tasks at once."
TICKED = "What is ticked already is not made a task."
IS_TICKED = re.compile(r"\s*(?:[-*+•–]\s+|\d{1,3}[.)]\s+)?\[[xX]\]\s")


@dataclass(frozen=True, slots=True)
class Made:
    """`left` is what did not become a task, as it was written, and `reasons` say why, each once."""

    tasks: tuple[Task, ...]
    left: tuple[str, ...]
    reasons: tuple[str, ...]


def make(user: Person, text: str, *, by: By, now: datetime) -> Made:
    """Each line as quick add would read it, without bullet, number and box. What cannot be a task stays a line."""
    drafts: list[Draft] = []
    left: dict[int, str] = {}
    lines = [line for line in clean(text, lines=True).split("\n") if _bare(line)]
    for place, line in enumerate(lines):
        try:
            if len(drafts) == MOST:
                raise Invalid(TOO_MANY)
            drafts.append(_draft(user, line, now))
        except Invalid as reason:
            left[place] = reason.message
    made = tasks.create_many(user, drafts, by=by, now=now)
    return Made(made, tuple(lines[place] for place in left), _each_once(left.values()))


def _draft(user: Person, line: str, now: datetime) -> Draft:
    if IS_TICKED.match(line):
        raise Invalid(TICKED)
    quick = read_line(_bare(line), now=now, ways=user.ways)
    if quick.problem:
        raise Invalid(quick.problem)
    return checked_draft(suit(user, quick.draft), now=now)


def _bare(line: str) -> str:
    return BULLET.sub("", f"{line} ", count=1).strip()


def _each_once(reasons: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(reasons))
