"""The Activity view: what happened, the newest first, each group of changes with what can still be taken back."""

from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.services.activity import KEPT
from taskchat.storage import history
from taskchat.storage.database import reading
from taskchat.storage.history import Line

PAGE = 30
SET_OFF = "planned"
"""What a change brought with it; it is told alone where a person has seen no other."""


@dataclass(frozen=True, slots=True)
class Happened:
    """Everything one click, one message or one request did. `verbs` in the order they came, each once.

    `things`, each once too: its kind (task, list, section, template, view) and its title, "" where it is gone for good.
    """

    group: str
    at: datetime
    door: str
    thread_id: str | None
    verbs: tuple[str, ...]
    things: tuple[tuple[str, str], ...]
    can_undo: bool
    is_undone: bool
    is_undo: bool


@dataclass(frozen=True, slots=True)
class History:
    """`before` asks for the next page, None when this is the last."""

    happened: tuple[Happened, ...] = ()
    before: int | None = None


def page(user: Person, *, before: int | None = None, limit: int = PAGE, now: datetime) -> History:
    """A page of groups, newest first."""
    with reading() as session:
        lines = history.latest(user, session, groups=limit + 1, before=before)
    groups: dict[str, list[Line]] = {}
    for line in lines:
        groups.setdefault(line.group, []).append(line)
    shown = list(groups.values())[:limit]
    rest = shown[-1][0].seq if len(groups) > limit else None
    return History(tuple(_happened(list(reversed(group)), now) for group in shown), rest)


def _happened(lines: list[Line], now: datetime) -> Happened:
    told = [line for line in lines if line.verb != SET_OFF] or lines
    standing = [line for line in lines if not line.undone]
    return Happened(
        group=lines[0].group,
        at=lines[-1].at,
        door=lines[0].door,
        thread_id=lines[0].thread_id,
        verbs=tuple(dict.fromkeys(line.verb for line in told)),
        things=tuple({line.task_id: (line.kind, line.title) for line in told}.values()),
        can_undo=any(line.at > now - KEPT and line.title for line in standing),
        is_undone=not standing,
        is_undo=lines[0].undo_of is not None,
    )
