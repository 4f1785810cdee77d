"""What a person can name: their own tasks and lists, found as they type behind @, and what an id stands for."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import Due, Status, Task
from taskchat.domain.text import folded
from taskchat.services import tasks
from taskchat.storage import lists, mentions, tags
from taskchat.storage.database import reading

TASKS, LISTS = 6, 3
"""How many are offered at once."""
LOOKED_AT = 30
"""Tasks that contain the words, of which the closest by title are offered."""
LONGEST = 60
"""Characters of what is typed that are looked for."""
MOST = 20
"""Mentions of one message that are resolved; nobody names more."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A task or a list by its id, as it is called now."""

    id: str
    kind: Literal["task", "list"]
    title: str
    due: Due | None = None
    done: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """How a person's things are called: lists in their order, tags by use, some tasks by their ids."""

    lists: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    tasks: dict[str, str] = field(default_factory=dict)


def names(user: Person, task_ids: Sequence[str]) -> Names:
    """Of lists in use, of all tags, and of these tasks; asked in one go, since an answer waits for it."""
    with reading() as session:
        titles = mentions.titles_of(user, session, task_ids) if task_ids else {}
        used = tuple(counted.tag for counted in tags.tag_counts(user, session))
        return Names(lists.list_names(user, session), used, titles)


def find(user: Person, words: str, *, now: datetime) -> tuple[Mention, ...]:
    """Lists and tasks that match what is typed so far; of nothing, what was changed last."""
    words = words.strip()[:LONGEST]
    with reading() as session:
        named = mentions.lists_like(user, session, words, limit=LISTS)
    found = [*_tasks(user, words, Status.OPEN, now)]
    if words and len(found) < TASKS:
        found += _tasks(user, words, Status.DONE, now)
    return (*map(_of_task, found[:TASKS]), *_of_lists(named))


def known(user: Person, ids: Sequence[str], *, now: datetime) -> tuple[Mention, ...]:
    """What these ids stand for; an unknown one, or somebody else's, stands for nothing."""
    asked = tuple(dict.fromkeys(ids))[:MOST]
    if not asked:
        return ()
    found = tasks.find(user, TaskFilter(status=None, ids=asked), limit=MOST, now=now).tasks
    with reading() as session:
        named = mentions.lists_with(user, session, asked)
    return (*map(_of_task, found), *_of_lists(named))


def _tasks(user: Person, words: str, status: Status, now: datetime) -> list[Task]:
    """Titles that begin with the words first, then those that contain them, then the rest."""
    wanted = TaskFilter(status=status, words=words)
    found = tasks.find(user, wanted, sort=Sort.UPDATED_LAST, limit=LOOKED_AT, now=now).tasks
    said = folded(words)
    return sorted(found, key=lambda task: (not folded(task.title).startswith(said), said not in folded(task.title)))


def _of_task(task: Task) -> Mention:
    return Mention(task.id, "task", task.title, task.due, done=task.status is Status.DONE)


def _of_lists(named: Iterable[tuple[str, str]]) -> Iterable[Mention]:
    return (Mention(list_id, "list", name) for list_id, name in named)
