"""What the page sees of a task: finished words, never a rule, a row or a date."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from taskchat.domain.highlight import hits
from taskchat.domain.person import Ways
from taskchat.domain.recurrence import say_repeat
from taskchat.domain.task import Priority, Status, Task
from taskchat.domain.words import due_tone, say_due, short_due

TAGS_SHOWN = 2


@dataclass(frozen=True)
class Piece:
    """A part of a title; `hit` where it was searched for."""

    text: str
    hit: bool


@dataclass(frozen=True)
class TaskView:
    """One row. `seen` is what the eye needs in its group, `said` what a reader hears; `heading` opens a group."""

    id: str
    title: str
    pieces: list[Piece]
    """The title in parts where some of it was searched for."""
    done: bool
    flag: str
    tags: list[str]
    more_tags: str
    seen: str
    said: str
    tone: str
    timed: bool
    repeat: str
    sample: bool
    lingers: bool
    heading: str
    heading_count: str
    heading_tone: str
    heading_id: str = ""
    """The section that the heading names, which can be edited."""
    parent: str = ""
    level: int = 0
    """How many of the rows above it is part of."""
    progress: str = ""
    """ "3 of 8" of its subtasks."""
    folds: str = ""
    """Whether its subtasks stand under it: "open", "folded", or "" where there are none here."""


@dataclass(frozen=True)
class Heading:
    """A section nothing stands in."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """A heading and what stands under it; `ident` is the section it is, "" = none.

    `key` is what they have in common; `whole` counts all of the group where not all of it is there.
    """

    name: str
    tone: str
    tasks: tuple[Task, ...]
    ident: str = ""
    key: str = ""
    whole: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """Which rows linger, and what the search was for."""

    lingering: frozenset[str] = frozenset()
    sought: tuple[str, ...] = ()


def rows(groups: tuple[Group, ...], marked: Marked, *, now: datetime, ways: Ways) -> list[TaskView]:
    """The rows of all groups; the first of each carries its heading (look: headings stand inside the first item)."""
    return [
        row(task, group, marked, is_first=place == 0, now=now, ways=ways)
        for group in groups
        for place, task in enumerate(group.tasks)
    ]


def row(task: Task, group: Group, marked: Marked, *, is_first: bool, now: datetime, ways: Ways) -> TaskView:
    count = group.whole or sum(task.status is Status.OPEN for task in group.tasks) or len(group.tasks)
    return TaskView(
        id=task.id,
        title=task.title,
        pieces=pieces(task.title, marked.sought),
        done=task.status is Status.DONE,
        flag="" if task.priority is Priority.MEDIUM else task.priority.value,
        tags=list(task.tags[:TAGS_SHOWN]),
        more_tags=f"+{len(task.tags) - TAGS_SHOWN}" if len(task.tags) > TAGS_SHOWN else "",
        seen=_seen(task, group.name, now, ways),
        said=say_due(task.due, now=now, ways=ways) if task.due else "",
        tone=due_tone(task.due, task.status, now, ways.zone),
        timed=task.due is not None and task.due.at is not None,
        repeat=say_repeat(task.rrule, task.after_completion) if task.rrule else "",
        sample=task.sample,
        lingers=task.id in marked.lingering,
        heading=group.name if is_first else "",
        heading_count=str(count) if is_first else "",
        heading_tone=group.tone if is_first else "",
        heading_id=group.ident if is_first else "",
    )


def pieces(title: str, sought: tuple[str, ...]) -> list[Piece]:
    """The title taken apart at what was searched for; [] where nothing of it was."""
    found = hits(title, sought)
    edges = [0, *(edge for hit in found for edge in hit), len(title)]
    parts = [Piece(title[start:end], place % 2 == 1) for place, (start, end) in enumerate(pairwise(edges))]
    return [part for part in parts if part.text] if found else []


def say_today(now: datetime, ways: Ways) -> str:
    """Beside the title: the day it is where the person is."""
    today = now.astimezone(ZoneInfo(ways.zone))
    return f"{today:%A}, {today.day} {today:%B}" if ways.day_first else f"{today:%A}, {today:%B} {today.day}"


def _seen(task: Task, group: str, now: datetime, ways: Ways) -> str:
    """The due date without what the group's heading says already."""
    if task.due is None:
        return ""
    if due_tone(task.due, task.status, now, ways.zone) == "overdue":
        return say_due(task.due, now=now, ways=ways)
    return short_due(task.due, now=now, ways=ways).removeprefix(f"{group} ")
