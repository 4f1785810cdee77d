"""The Activity view: what happened, the newest first, each group of changes with what can still be taken back."""

from dataclasses import dataclass
from datetime import datetime

from taskchat.domain.person import Person
from taskchat.services.activity import KEPT
from taskchat.storage import history
from taskchat.storage.database import reading
from taskchat.storage.history import Line

PAGE = 30


@dataclass(frozen=True, slots=True)
class Happened:
    """Everything one click, one message or one request did. `verbs` and `titles` in the order they came, each once."""

    group: str
    at: datetime
    door: str
    thread_id: str | None
    verbs: tuple[str, ...]
    titles: tuple[str, ...]
    changes: int
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
    tasks = dict.fromkeys(line.task_id for line in lines)
    standing = [line for line in lines if not line.undone]
    return Happened(
        group=lines[0].group,
        at=lines[-1].at,
        door=lines[0].door,
        thread_id=lines[0].thread_id,
        verbs=tuple(dict.fromkeys(line.verb for line in lines)),
        titles=tuple(dict.fromkeys(line.title for line in lines)),
        changes=len(tasks),
        can_undo=any(line.at > now - KEPT and line.title for line in standing),
        is_undone=not standing,
        is_undo=lines[0].undo_of is not None,
    )
