"""Where a person can go by a few letters: their open tasks, lists and tags, slips of the fingers forgiven."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from taskchat.domain.filters import TaskFilter
from taskchat.domain.fuzzy import closest
from taskchat.domain.person import Person
from taskchat.domain.task import Due
from taskchat.domain.text import folded
from taskchat.services import tasks
from taskchat.storage import lists, mentions, tags
from taskchat.storage.database import reading

TASKS, LISTS, TAGS = 8, 4, 4
"""How many are offered at once."""
LONGEST = 100
"""Characters of what is typed that are looked for."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A task by its id, a list or a tag by its name."""

    kind: Literal["task", "list", "tag"]
    id: str
    name: str
    due: Due | None = None


def find(user: Person, words: str, *, now: datetime) -> tuple[Goal, ...]:
    """The closest first; of nothing, the tasks that were changed last."""
    words = words.strip()[:LONGEST]
    with reading() as session:
        titles = mentions.open_titles(user, session)
        places = lists.list_names(user, session) if words else ()
        known = [one.tag for one in tags.tag_counts(user, session)] if words else []
    ids = [titles[place][0] for place in closest(words, (title for _, title in titles), limit=TASKS)]
    return (
        *_tasks(user, ids, now),
        *(Goal("list", "", places[n]) for n in closest(words, map(folded, places), limit=LISTS)),
        *(Goal("tag", "", known[n]) for n in closest(words, map(folded, known), limit=TAGS)),
    )


def _tasks(user: Person, ids: list[str], now: datetime) -> tuple[Goal, ...]:
    found = tasks.find(user, TaskFilter(ids=tuple(ids)), limit=TASKS, now=now).tasks if ids else ()
    by_id = {task.id: task for task in found}
    return tuple(Goal("task", one, by_id[one].title, by_id[one].due) for one in ids if one in by_id)
