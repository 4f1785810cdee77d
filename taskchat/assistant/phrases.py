"""A message understood without a model: its clauses, one after another, as steps of a plan."""

from typing import Any

from taskchat.assistant.clauses import clauses, polite
from taskchat.assistant.phrases_change import CHANGES
from taskchat.assistant.phrases_create import CREATES
from taskchat.assistant.phrases_find import BARE_SET, FINDS
from taskchat.assistant.phrases_follow import AGREED, BARE_DATE, FOLLOWS, NEVER_MIND
from taskchat.assistant.phrases_line import noted, stated
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_talk import OTHER_TOPICS, TALK
from taskchat.assistant.phrases_verbs import TASK_VERBS
from taskchat.assistant.phrases_which import Ref, read_ref
from taskchat.assistant.plan import ALL_FOUND, Do, Plan, Say, Step, Through
from taskchat.assistant.positions import read_positions
from taskchat.assistant.rows import Fit, first_fit, first_words
from taskchat.assistant.scene import Called, Scene
from taskchat.domain.dates import find_when
from taskchat.domain.text import cut

COMMANDS = first_words((*CHANGES, *CREATES, *FINDS)) - {"i", "we", "done", "is", "a", "an", "the", "and", "any", "it"}
"""Words a second clause begins with when it stands by itself."""
LOOK_AT = 100
EVERYTHING = {"complete_task": "complete_all_tasks", "delete_task": "delete_all_tasks"}
KEPT = "Good. Nothing was changed."


def understand(said: str, scene: Scene) -> Plan:
    """Every clause as steps; what is not understood becomes a `Say` that says so."""
    text = " ".join(said.split()) if "\n" not in said.strip() else said.strip()
    if scene.asked and (answer := _answer(polite(text), scene, scene.asked)):
        return answer
    if talk := _talk(text, scene) or _talk(polite(text), scene):
        return talk
    whole = _clause(text, scene) if _is_one(text) else None
    return whole or tuple(
        step for clause in clauses(text, _begins) for step in _clause(clause, scene) or (lost(clause),)
    )


def lost(clause: str) -> Say:
    """ "flurb the zork" is told back, with an example made of its own words."""
    words = [word.strip("?!.,;:\"“”'()") for word in clause.split()]
    example = next((word for word in reversed(words) if len(word) > 2 and word.isalpha()), "milk").lower()
    example = example if example not in {"today", "tomorrow"} and len(example) < 20 else "milk"
    return Say(
        f"I did not understand “{cut(clause.strip(), 80)}”. "
        f"I can add, change, find and finish tasks, for example: add {example} tomorrow.",
        lost=True,
    )


def _is_one(text: str) -> bool:
    return not any(mark in text for mark in ",;\n") and " and " not in text and " then " not in text


def _begins(rest: str, before: str) -> bool:
    """Whether a clause may begin here: with a command, or with a task's verb after something to note down."""
    words = polite(rest).lower().split()
    if not words:
        return False
    first = words[0].strip(",.!?:")
    if first in COMMANDS and (len(words) > 1 or first in {"undo"}):
        return first not in TASK_VERBS or len(before.split()) > 1
    return first in TASK_VERBS and len(words) > 1 and _notes(before)


def _notes(before: str) -> bool:
    words = polite(before).split()
    first = words[0].lower() if words else ""
    return len(words) > 1 and (first in TASK_VERBS or first in first_words(CREATES) or first in {"i", "don't"})


def _clause(said: str, scene: Scene) -> tuple[Step, ...] | None:
    clause = polite(said)
    asks = clause.rstrip().endswith("?") and clause == said.strip()
    return (
        _talk(clause, scene)
        or _follow(clause, scene, asks=asks)
        or (None if asks else _change(clause, scene))
        or _find(clause, scene, asks=asks)
        or (None if asks else _create(clause, scene))
        or _other(clause, scene)
        or (None if asks else stated(clause.rstrip(" .!"), scene))
        or _bare_set(clause, scene)
    )


def _talk(clause: str, scene: Scene) -> tuple[Step, ...] | None:
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


def _change(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(CHANGES, clause, scene, READERS)
    if fit is None:
        return None
    ref = fit.arguments.get("task")
    if fit.tool == "complete_task" and isinstance(ref, Ref) and _is_ahead(clause, ref, scene):
        return stated(clause, scene)
    return steps_of(fit)


def _is_ahead(clause: str, ref: Ref, scene: Scene) -> bool:
    """ "Finish the tax return by monday" is a plan: what lies ahead cannot be done yet."""
    spans = find_when(clause, now=scene.now, ways=scene.ways)
    return (
        ref.filters is None
        and bool(spans)
        and clause.split(maxsplit=1)[0].lower() in {"finish", "complete", "close", "check"}
    )


def _find(clause: str, scene: Scene, *, asks: bool) -> tuple[Step, ...] | None:
    fit = first_fit(FINDS, clause, scene, READERS)
    return steps_of(fit) if fit and _is_about_tasks(fit, clause, asks=asks) else None


def _is_about_tasks(fit: Fit, clause: str, *, asks: bool) -> bool:
    """A search for whatever a question is about ("what's the weather?") is no answer to it."""
    filters = fit.arguments.get("filters")
    if not isinstance(filters, dict) or "search" not in filters:
        return True
    first = clause.split(maxsplit=1)[0].lower().replace("’", "'")
    asked_to_show = first in {"show", "list", "display", "find", "search", "view", "give", "count"}
    return asked_to_show or any(word in clause.lower() for word in ("task", "todo", "to-do", "on my list"))


def _create(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(CREATES, clause, scene, READERS)
    return noted(fit.arguments.pop("line"), scene, **fit.arguments) if fit else None


def _bare_set(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(BARE_SET, clause, scene, READERS)
    return steps_of(fit) if fit else None


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


def _answer(text: str, scene: Scene, asked: Called) -> tuple[Step, ...] | None:
    """What answers "Which one?": a place, words, both, or never mind. Anything else is a new message."""
    plain = text.lower().rstrip(".!")
    if first_fit(NEVER_MIND, plain, scene, READERS):
        return (Say(KEPT),)
    if plain in AGREED:
        return (Do(asked.tool, asked.arguments | {"task": "1"}),)
    if positions := read_positions(plain):
        return tuple(Do(asked.tool, asked.arguments | {"task": "last" if p < 0 else str(p)}) for p in positions)
    ref = read_ref(text, scene)
    if (ref and ref.tasks == ("both",)) or plain in {"all", "all of them", "both of them", "them"}:
        return (Do(asked.tool, asked.arguments | {"task": ALL_FOUND}),)
    return (Do(asked.tool, asked.arguments | {"task": ref.tasks[0]}),) if ref and _names_candidate(ref, asked) else None


def _names_candidate(ref: Ref, asked: Called) -> bool:
    found = (asked.result or {}).get("candidates")
    titles = [str(c.get("data", {}).get("title", "")).lower() for c in found] if isinstance(found, list) else []
    return len(ref.tasks) == 1 and any(ref.tasks[0].lower() in title for title in titles)
