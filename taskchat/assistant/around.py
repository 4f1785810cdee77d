"""What a hosted model is told besides what the person says: their lists, tags, and what is before their eyes (U-01).

All of it is one line of JSON at the end of the instructions, in a "data" field: people wrote these names, and a name is
never an instruction. What a client says of the screen is ids alone; what they are called is asked of the person's own.
The line is short whatever a person has: names are cut, and of many there are the first and their number.
"""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from taskchat.assistant.context import Turn
from taskchat.domain.filters import TaskFilter
from taskchat.domain.task import Task
from taskchat.domain.text import cut
from taskchat.services import tasks

NAMES = 30
"""Lists, and tags, that are named; more are counted."""
LONGEST_NAME = 30
ROWS = 12
"""Tasks on the screen that are named."""
LONGEST_TITLE = 50
LONGEST_LINE = 200
REMEMBERED = 10
"""What the person asked to be remembered."""
Told = dict[str, Any]


def around(turn: Turn, remembered: Sequence[str] = ()) -> str:
    """Blocking. `remembered`: sentences the person wants kept in mind, the most important first."""
    data = {
        "lists": _named(tasks.list_names(turn.person)),
        "tags": _named(count.tag for count in tasks.tag_counts(turn.person)),
        "screen": _screen(turn),
        "asked_to_remember": [cut(one, LONGEST_LINE) for one in remembered[:REMEMBERED]],
    }
    said = {name: value for name, value in data.items() if value}
    return json.dumps({"data": said}, ensure_ascii=False, separators=(",", ":")) if said else ""


def _named(names: Iterable[str]) -> list[str]:
    """The first of them; the last says how many more there are."""
    every = list(names)
    more = len(every) - NAMES
    return [*(cut(name, LONGEST_NAME) for name in every[:NAMES]), *([f"… and {more} more"] if more > 0 else [])]


def _screen(turn: Turn) -> Told:
    if (screen := turn.screen) is None:
        return {}
    opened_too = (screen.open,) if screen.open else ()
    ids = tuple(dict.fromkeys(screen.tasks[:ROWS] + opened_too))
    found = tasks.find(turn.person, TaskFilter(status=None, ids=ids), limit=len(ids), now=turn.now).tasks if ids else ()
    known = {task.id: task for task in found}
    shown = [known[each] for each in screen.tasks[:ROWS] if each in known]
    opened = known.get(screen.open)
    said = {
        "view": cut(screen.view, LONGEST_NAME),
        "filter": cut(screen.filter, LONGEST_LINE),
        "tasks": [_row(task) for task in shown],
        "open": _row(opened) if opened else None,
    }
    return {name: value for name, value in said.items() if value}


def _row(task: Task) -> Told:
    return {"id": task.id, "title": cut(task.title, LONGEST_TITLE)}
