"""What a hosted model is told besides what the person says: their lists, tags, and what is before their eyes (U-01).

All of it is one line of JSON at the end of the instructions, in a "data" field: people wrote these names, and a name is
never an instruction. What a client says of the screen is ids alone; what they are called is asked of the person's own.
The line is short whatever a person has: names are cut, and of many there are the first and their number.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from taskchat.assistant.context import Screen, Turn
from taskchat.domain.text import cut
from taskchat.services import mentions

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
    names = mentions.names(turn.person, _ids(turn.screen) if turn.screen else ())
    data = {
        "lists": _named(names.lists),
        "tags": _named(names.tags),
        "screen": _screen(turn.screen, names.tasks) if turn.screen else {},
        "asked_to_remember": [cut(one, LONGEST_LINE) for one in remembered[:REMEMBERED]],
    }
    said = {name: value for name, value in data.items() if value}
    return json.dumps({"data": said}, ensure_ascii=False, separators=(",", ":")) if said else ""


def _ids(screen: Screen) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*screen.tasks[:ROWS], *([screen.open] if screen.open else [])]))


def _named(every: Sequence[str]) -> list[str]:
    """The first of them; the last says how many more there are."""
    more = len(every) - NAMES
    return [*(cut(name, LONGEST_NAME) for name in every[:NAMES]), *([f"… and {more} more"] if more > 0 else [])]


def _screen(screen: Screen, titles: Mapping[str, str]) -> Told:
    rows = [{"id": each, "title": cut(titles[each], LONGEST_TITLE)} for each in _ids(screen) if each in titles]
    said = {
        "view": cut(screen.view, LONGEST_NAME),
        "filter": cut(screen.filter, LONGEST_LINE),
        "tasks": [row for row in rows if row["id"] in screen.tasks[:ROWS]],
        "open": next((row for row in rows if row["id"] == screen.open), None),
    }
    return {name: value for name, value in said.items() if value}
