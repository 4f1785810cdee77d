"""One clause understood: small talk, a change, a question, something to note down, or none of these."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from taskchat.assistant.clauses import polite, without_longing
from taskchat.assistant.english import clauses as words
from taskchat.assistant.english.changes import CHANGES
from taskchat.assistant.english.follow_ups import BARE_DATE, FOLLOWS
from taskchat.assistant.english.new_tasks import CREATES, PLAINLY
from taskchat.assistant.english.nouns import ABOUT_TASKS, KINDS, WORLD
from taskchat.assistant.english.questions import BARE_SET, FINDS, REMINDED
from taskchat.assistant.english.references import ONE, SEVERAL
from taskchat.assistant.english.repeating import REMINDERS
from taskchat.assistant.english.talk import OTHER_TOPICS, TALK
from taskchat.assistant.english.values import DOING
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.once import find_when
from taskchat.assistant.phrases_filters import read_filters
from taskchat.assistant.phrases_helping import read_help
from taskchat.assistant.phrases_line import new_one, read_dates, stated, timed
from taskchat.assistant.phrases_memory import by_name, memory
from taskchat.assistant.phrases_nouns import KIND_WORDS, core, left_over
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_which import Ref, without_date
from taskchat.assistant.plan import AFTER_IT, ALL_FOUND, Do, Say, Step, Through
from taskchat.assistant.positions import read_positions
from taskchat.assistant.rows import Fit, Row, first_fit, fits
from taskchat.assistant.scene import Scene
from taskchat.domain.lexicon import either, either_apostrophe, expression

QUESTION = re.compile(
    rf"(?!{words.NO_QUESTION})(?:{'|'.join(either_apostrophe(expression(way)) for way in words.QUESTIONS)})\s",
    re.IGNORECASE,
)
"""A question, whatever sign stands behind it."""
NEW_THING = re.compile(rf"{expression(words.NEW_THING)} (?!{expression(words.LOOKED_UP)})", re.IGNORECASE)
"""To be found in the world, not in the list."""
OWN = re.compile(rf"\b{expression(words.OWN)}\b", re.IGNORECASE)
"""What somebody asks of themselves is about their tasks."""
ENDING = re.compile(r"(?<!\d)[ .!]+$|[ !]+$")
"""What a sentence ends in; the point of "31.5." belongs to it."""
_ON_A_DAY = rf"\b{either(words.ON_A_DAY)} "
NEXT = Do("list_tasks", {"due": AFTER_IT, "limit": 1}, asks="behind")
LOOK_AT = 100
LONGEST_FOLLOW = 15
"""Words."""
EVERYTHING = {"complete_task": "complete_all_tasks", "delete_task": "delete_all_tasks"}


def read_clause(said: str, scene: Scene) -> tuple[Step, ...] | None:
    """The first kind of sentence that the clause is; None when it is none."""
    clause = polite(said)
    asks = is_question(said, clause)
    return (
        talk(clause, scene)
        or read_help(clause, scene)
        or memory(clause, scene)
        or _reminded(clause, scene)
        or _day_alone(clause, scene, asks=asks)
        or (None if asks else follow(clause, scene))
        or (None if asks else _change(REMINDERS, clause, scene) or timed(clause, scene))
        or (None if asks else new_one(PLAINLY, clause, scene) or _change(CHANGES, clause, scene))
        or _find(clause, scene)
        or (None if asks else _wished(clause, scene))
        or (None if asks else new_one(CREATES, clause, scene))
        or _bare_set(clause, scene)
    )


def state_clause(said: str, scene: Scene) -> tuple[Step, ...] | None:
    """Another topic; and what is neither asked nor ordered may still sound like a task."""
    clause = polite(said)
    return _other(clause, scene) or (None if is_question(said, clause) else stated(ENDING.sub("", clause), scene))


def is_question(said: str, clause: str) -> bool:
    """A request is none, whatever its mark."""
    return (clause.rstrip().endswith("?") and clause == said.strip()) or bool(QUESTION.match(clause))


def talk(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    return _said(first_fit(TALK, clause, scene, READERS), scene)


def _reminded(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """ "Remind me what I have to do" asks; "remind me to do it" does not."""
    fit = first_fit(REMINDED, clause, scene, READERS)
    return steps_of(fit) if fit else None


def _other(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    return _said(first_fit(OTHER_TOPICS, clause, scene, READERS), scene)


def _said(fit: Fit | None, scene: Scene) -> tuple[Step, ...] | None:
    """Words, or what makes them out of the scene."""
    said = fit.arguments["words"] if fit else ""
    return (Say(by_name(said if isinstance(said, str) else said(scene), scene)),) if fit else None


def _day_alone(clause: str, scene: Scene, *, asks: bool) -> tuple[Step, ...] | None:
    """After a task was touched a date alone moves it; after a list, or asked, it is a look at that day."""
    date = BARE_DATE.fit(clause, scene, READERS)
    if date is None or read_positions(clause):
        return None
    if not asks and (scene.wants_date or (scene.touched and not scene.listed)):
        return (Do("update_task", {"task": "it", "due": date.arguments["when"]}),)
    return (Do("list_tasks", {"due": date.arguments["when"].lower()}),)


def follow(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """ "Make it 6", "no, tuesday": of what was just spoken of."""
    if not scene.earlier or len(clause.split()) > LONGEST_FOLLOW or is_question(clause, clause):
        return None
    fit = first_fit(FOLLOWS, clause, scene, READERS)
    return steps_of(fit) if fit else None


def _change(rows: Iterable[Row], clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(rows, clause, scene, READERS)
    if fit is None:
        return None
    ref = fit.arguments.get("task")
    if fit.tool in EVERYTHING and isinstance(ref, Ref) and _is_ahead(clause, ref, scene):
        return stated(clause, scene)
    steps = steps_of(fit)
    if (
        fit.tool in EVERYTHING
        and isinstance(ref, Ref)
        and ref.filters is None
        and read_dates(clause, scene).draft.rrule
    ):
        return _or_noted(steps[0], clause, scene)
    return _or_new(steps[0], clause, scene) if len(steps) == 1 and isinstance(steps[0], Do) else steps


def _wished(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """ "I'd like to move the dentist to monday": a change of what is there, or else something to do."""
    bare = without_longing(clause)
    steps = _change(CHANGES, bare, scene) if bare else None
    return _or_noted(steps[0], clause, scene) if steps and _changes_one(steps) else None


def _changes_one(steps: tuple[Step, ...]) -> bool:
    step = steps[0]
    named = isinstance(step, Do) and step.tool == "update_task" and step.arguments["task"] not in ONE | SEVERAL
    return len(steps) == 1 and named


def _or_noted(step: Step, clause: str, scene: Scene) -> tuple[Step, ...]:
    """What is there is changed, or else it is to be done: "delete old backups every monday" names nothing."""
    new = new_one(CREATES, clause, scene) or stated(clause, scene)
    if not isinstance(step, Do) or not new or not isinstance(new[0], Do):
        return (step,)
    look = Do("list_tasks", {"search": core(without_date(str(step.arguments["task"]), scene))})
    return (Through(look, step, otherwise=new[0]),)


def _or_new(step: Do, clause: str, scene: Scene) -> tuple[Step, ...]:
    """ "Move the couch on saturday" moves what is there, or else is a thing to do: nobody said "to saturday"."""
    task, due = str(step.arguments.get("task")), str(step.arguments.get("due"))
    is_day = step.arguments.keys() == {"task", "due"} and re.search(rf"{_ON_A_DAY}{re.escape(due)}$", clause)
    if not is_day or clause.split(maxsplit=1)[0].lower() not in words.MOVES or task.lower() in ONE | SEVERAL:
        return (step,)
    return _or_noted(step, clause, scene)


def _is_ahead(clause: str, ref: Ref, scene: Scene) -> bool:
    """ "Finish the tax return by monday" is a plan: what lies ahead cannot be done yet."""
    spans = find_when(clause, now=scene.now, ways=scene.ways)
    first = clause.split(maxsplit=1)[0].lower()
    if ref.filters is not None or not spans or first not in words.PLANS or clause.lower().split()[1] == words.OFF:
        return False
    if not left_over(clause[: spans[0].start].partition(" ")[2]):
        return False
    return first != words.CALL_OFF or any(span.deadline for span in spans)


def _find(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    if NEW_THING.match(clause):
        return None
    said = frozenset(re.findall(r"[\w'-]+", clause.lower().replace("’", "'")))
    found = fits(FINDS, clause, scene, READERS)
    return next((steps_of(fit) for fit in found if _is_about_tasks(fit, said, clause)), None)


def _is_about_tasks(fit: Fit, said: frozenset[str], clause: str) -> bool:
    """A search for whatever a question is about ("what's the weather?") is no answer to it."""
    filters = fit.arguments.get("filters")
    if not isinstance(filters, dict) or "search" not in filters:
        return True
    names_kind = filters["search"] in KIND_WORDS
    if "due" in filters and said.isdisjoint(ABOUT_TASKS) and not names_kind and not OWN.search(clause):
        return False
    first = clause.split(maxsplit=1)[0].lower()
    about = ABOUT_TASKS - words.MADE_OF if first in TASK_VERBS else ABOUT_TASKS
    return bool(said & about or OWN.search(clause)) or (first in words.SHOWING and not said & WORLD)


def _bare_set(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    fit = first_fit(BARE_SET, clause, scene, READERS)
    if fit:
        return steps_of(fit)
    if clause.split(maxsplit=1)[0].lower() in TASK_VERBS | words.DOES or read_positions(clause):
        return None
    filters = read_filters(clause.rstrip(" ?!."), scene) or {}
    names_kind = filters.get("search", "") in KIND_WORDS and not KINDS.keys().isdisjoint(clause.lower().split())
    return (Do("list_tasks", filters),) if filters and ("search" not in filters or names_kind) else None


def steps_of(fit: Fit) -> tuple[Step, ...]:
    """A row that fits as steps: one call a task, or a look first where it speaks of a set."""
    arguments = dict(fit.arguments)
    asks, detail = arguments.pop("asks", ""), arguments.pop("detail", "")
    if "filters" in arguments:
        filters = (arguments.pop("filters"), arguments.pop("kind", None) or {})
        if str(filters[0].get("search")) in TASK_VERBS and filters[1].get("search"):
            filters = ({**filters[0], "search": filters[1]["search"]}, filters[1])
        arguments = {**arguments, **filters[1], **filters[0]}
    if "filters" in fit.arguments or "search" in arguments or asks:
        look = Do(fit.tool, arguments, asks, detail, _wider(fit.tool, arguments))
        return (look,) if asks != NEXT.asks else (Through(replace(look, asks=""), NEXT),)
    ref, but = arguments.get("task"), arguments.pop("but", "")
    of = arguments.pop("of", "")
    if not isinstance(ref, Ref):
        return (Do(fit.tool, arguments),)
    ref = ref.without(but) if but else ref.due_on(of) if of else ref
    if ref.filters is None:
        return tuple(Do(fit.tool, arguments | {"task": task}) for task in ref.tasks)
    if not ref.place and fit.tool in EVERYTHING:
        return (Do(EVERYTHING[fit.tool], _all_of(fit.tool, ref.filters)),)
    look = Do("list_tasks", ref.filters | {"limit": LOOK_AT})
    return (Through(look, Do(fit.tool, arguments | {"task": ref.place or ALL_FOUND})),)


def _wider(tool: str, arguments: dict[str, Any]) -> dict[str, Any] | None:
    """ "Buy the milk" may be noted down as "milk", "dentist appointment" as "dentist", a list as a tag."""
    search, name = str(arguments.get("search", "")), str(arguments.get("list", "inbox"))
    if not search and name != "inbox":
        return {key: value for key, value in arguments.items() if key != "list"} | {"search": core(name)}
    said = core(search).split()
    less = " ".join(said[1:] if len(said) > 1 and _is_verb(said[0].lower()) else said)
    if less != search:
        return arguments | {"search": less}
    rest = {key: value for key, value in arguments.items() if key != "search"}
    is_list = tool in {"list_tasks", "count_tasks"} and search and " " not in search and "list" not in rest
    return rest | {"list": search} if is_list else None


def _is_verb(word: str) -> bool:
    """ "Feed", and "feeding" where the cat is on the list to be fed."""
    return word in TASK_VERBS or word.endswith(DOING)


def _all_of(tool: str, filters: dict[str, Any]) -> dict[str, Any]:
    dropped = {"sort", "limit"} | ({"status"} if tool == "complete_task" else set())
    return {name: value for name, value in filters.items() if name not in dropped}
