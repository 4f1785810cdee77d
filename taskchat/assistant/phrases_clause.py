"""One clause understood: small talk, a change, a question, something to note down, or none of these."""

import re
from collections.abc import Iterable
from typing import Any

from taskchat.assistant.clauses import polite
from taskchat.assistant.dated import find_when
from taskchat.assistant.phrases_change import CHANGES, REMINDERS
from taskchat.assistant.phrases_creates import CREATES, PLAINLY
from taskchat.assistant.phrases_filters import read_filters
from taskchat.assistant.phrases_find import BARE_SET, FINDS
from taskchat.assistant.phrases_follow import BARE_DATE, FOLLOWS
from taskchat.assistant.phrases_line import new_one, stated, timed
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_talk import OTHER_TOPICS, TALK
from taskchat.assistant.phrases_which import Ref
from taskchat.assistant.plan import ALL_FOUND, Do, Say, Step, Through
from taskchat.assistant.rows import Fit, Row, first_fit
from taskchat.assistant.scene import Scene

NEW_THING = re.compile(r"find an? (?!task|todo|to-do)", re.IGNORECASE)
"""To be found in the world, not in the list."""
LOOK_AT = 100
EVERYTHING = {"complete_task": "complete_all_tasks", "delete_task": "delete_all_tasks"}


def read_clause(said: str, scene: Scene) -> tuple[Step, ...] | None:
    """The first kind of sentence that the clause is; None when it is none."""
    clause = polite(said)
    asks = clause.rstrip().endswith("?") and clause == said.strip()
    return (
        talk(clause, scene)
        or _follow(clause, scene, asks=asks)
        or (None if asks else _change(REMINDERS, clause, scene) or timed(clause, scene))
        or (None if asks else new_one(PLAINLY, clause, scene) or _change(CHANGES, clause, scene))
        or _find(clause, scene, asks=asks)
        or (None if asks else new_one(CREATES, clause, scene))
        or _other(clause, scene)
        or _bare_set(clause, scene)
        or (None if asks else stated(clause.rstrip(" .!"), scene))
    )


def talk(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(TALK, clause, scene, READERS)
    return (Say(fit.arguments["words"]),) if fit else None


def _other(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(OTHER_TOPICS, clause, scene, READERS)
    return (Say(fit.arguments["words"]),) if fit else None


def _follow(clause: str, scene: Scene, *, asks: bool) -> tuple[Step, ...] | None:
    """After a task was touched a date alone moves it; after a list, or asked, it is a look at that day."""
    date = BARE_DATE.fit(clause, scene, READERS)
    if date and (asks or scene.listed or not scene.touched):
        return (Do("list_tasks", {"due": date.arguments["when"].lower()}),)
    if date:
        return (Do("update_task", {"task": "it", "due": date.arguments["when"]}),)
    fit = first_fit(FOLLOWS, clause, scene, READERS) if scene.earlier and not asks else None
    return steps_of(fit) if fit else None


def _change(rows: Iterable[Row], clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(rows, clause, scene, READERS)
    if fit is None:
        return None
    ref = fit.arguments.get("task")
    if fit.tool in EVERYTHING and isinstance(ref, Ref) and _is_ahead(clause, ref, scene):
        return stated(clause, scene)
    return steps_of(fit)


def _is_ahead(clause: str, ref: Ref, scene: Scene) -> bool:
    """ "Finish the tax return by monday" is a plan: what lies ahead cannot be done yet."""
    spans = find_when(clause, now=scene.now, ways=scene.ways)
    first = clause.split(maxsplit=1)[0].lower()
    return ref.filters is None and bool(spans) and first in {"finish", "complete", "close", "check", "cancel"}


def _find(clause: str, scene: Scene, *, asks: bool) -> tuple[Step, ...] | None:
    fit = None if NEW_THING.match(clause) else first_fit(FINDS, clause, scene, READERS)
    return steps_of(fit) if fit and _is_about_tasks(fit, clause, asks=asks) else None


def _is_about_tasks(fit: Fit, clause: str, *, asks: bool) -> bool:
    """A search for whatever a question is about ("what's the weather?") is no answer to it."""
    filters = fit.arguments.get("filters")
    if not isinstance(filters, dict) or "search" not in filters:
        return True
    first = clause.split(maxsplit=1)[0].lower().replace("’", "'")
    asked_to_show = first in {"show", "list", "display", "find", "search", "view", "give", "count"}
    return asked_to_show or any(
        word in clause.lower() for word in ("task", "todo", "to-do", "on my list", "anything", "something")
    )


def _bare_set(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(BARE_SET, clause, scene, READERS)
    if fit:
        return steps_of(fit)
    filters = read_filters(clause.rstrip(" ?!."), scene)
    return (Do("list_tasks", filters),) if filters and "search" not in filters else None


def steps_of(fit: Fit) -> tuple[Step, ...]:
    """A row that fits as steps: one call a task, or a look first where it speaks of a set."""
    arguments = dict(fit.arguments)
    if "filters" in arguments:
        return (Do(fit.tool, arguments["filters"]),)
    ref = arguments.get("task")
    if not isinstance(ref, Ref):
        return (Do(fit.tool, arguments),)
    if ref.filters is None:
        return tuple(Do(fit.tool, arguments | {"task": task}) for task in ref.tasks)
    if not ref.place and fit.tool in EVERYTHING:
        return (Do(EVERYTHING[fit.tool], _all_of(fit.tool, ref.filters)),)
    look = Do("list_tasks", ref.filters | {"limit": LOOK_AT})
    return (Through(look, Do(fit.tool, arguments | {"task": ref.place or ALL_FOUND})),)


def _all_of(tool: str, filters: dict[str, Any]) -> dict[str, Any]:
    dropped = {"sort", "limit"} | ({"status"} if tool == "complete_task" else set())
    return {name: value for name, value in filters.items() if name not in dropped}
