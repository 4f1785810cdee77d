"""Taking back and setting right what was just done: "oops", "no, the other one", "I said milk, not silk"."""

from typing import Any

from rapidfuzz import fuzz

from taskchat.assistant.clauses import polite
from taskchat.assistant.english.clauses import PASSED_ON
from taskchat.assistant.english.follow_ups import AS_WELL, CORRECTIONS, LONGEST_TOO, NOT_CHANGED, REGRETS
from taskchat.assistant.english.verbs import NEVER_TASKS, TASK_VERBS
from taskchat.assistant.phrases_clause import read_clause
from taskchat.assistant.phrases_line import noted
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_which import Ref, read_ref
from taskchat.assistant.plan import Do, Plan, Say
from taskchat.assistant.rows import Fit, first_fit, fits
from taskchat.assistant.scene import Called, Scene
from taskchat.domain.text import folded

ALIKE = 50
"""How alike (of 100) a word must be to the one that was meant in its place."""
KEPT_TOO = ("list", "due", "reminder_minutes", "recurrence")
AGAIN = frozenset({"complete_task", "delete_task", "update_task", "reopen_task", "skip_task"})
"""What can be taken back and done to another task."""


def taken_back(said: str, scene: Scene) -> Plan:
    """ "Oops", "that was wrong", "never mind", right after a change; nothing for anything else."""
    for fit in fits(REGRETS if scene.changed else NOT_CHANGED, said, scene, READERS):
        return (Do("undo_last") if fit.tool == "undo_last" else Say(fit.arguments["words"]),)
    return ()


def corrected(said: str, scene: Scene) -> Plan:
    """What was done, done rightly; nothing where it is no correction."""
    if not scene.changed:
        return ()
    found = (_set_right(fit, scene) for fit in fits(CORRECTIONS, said, scene, READERS))
    return next((plan for plan in found if plan), ())


def _set_right(fit: Fit, scene: Scene) -> Plan:
    if fit.tool == "retitle":
        return _retitled(str(fit.arguments["new"]), str(fit.arguments["old"]), scene)
    if renamed := _misheard(fit, scene):
        return renamed
    done = next(
        (call for call in reversed(scene.earlier) if call.tool in AGAIN and (call.result or {}).get("did")), None
    )
    ref = fit.arguments["task"]
    if done is None or not isinstance(ref, Ref) or ref.filters is not None or len(ref.tasks) != 1:
        return ()
    return (Do("undo_last"), Do(done.tool, _for_other(done, ref.tasks[0])))


def _misheard(fit: Fit, scene: Scene) -> Plan:
    """ "No, I meant Tim" of a task that was just noted down as "call Tom"."""
    ref, title = fit.arguments["task"], scene.last_title
    if scene.earlier[-1].tool != "create_task" or not isinstance(ref, Ref) or len(ref.tasks) != 1:
        return ()
    new, words = ref.tasks[0], title.split()
    like = max(words, key=lambda word: fuzz.ratio(word.lower(), new.lower()), default="")
    return _retitled(new, like, scene) if fuzz.ratio(like.lower(), new.lower()) >= ALIKE else ()


def as_well(said: str, scene: Scene) -> Plan:
    """ "And the gym too" after "cancel the dentist", "and jam" after "add milk to groceries"."""
    fit = first_fit(AS_WELL, said, scene, READERS) if scene.changed else None
    asks = said.rstrip().endswith("?")
    if fit is None or asks or len(said.split()) > LONGEST_TOO or read_clause(polite(said), scene):
        return ()
    line, last = str(fit.arguments["line"]), scene.earlier[-1]
    if last.tool == "create_task":
        return _noted_too(line, last, scene)
    ref = read_ref(line, scene, dated=True) if last.tool in AGAIN else None
    return tuple(Do(last.tool, _for_other(last, task)) for task in ref.tasks) if ref else ()


def _noted_too(line: str, last: Called, scene: Scene) -> Plan:
    """With the list, the day and the verb that were said for the one before."""
    words = line.lower().split()
    verb, _, rest = str(last.arguments["title"]).partition(" ")
    if words[0] in TASK_VERBS | NEVER_TASKS:
        return ()
    if rest and verb.lower() in PASSED_ON:
        line = f"{verb} {line}"
    kept = {name: last.arguments[name] for name in KEPT_TOO if name in last.arguments}
    return tuple(
        Do(step.tool, kept | step.arguments) for step in noted(line, scene, several=True) or () if isinstance(step, Do)
    )


def _for_other(done: Called, task: str) -> dict[str, Any]:
    return done.arguments | {"task": task}


def _retitled(new: str, old: str, scene: Scene) -> Plan:
    """The new word in place of the old one in the title; no plan where the old one is not in it."""
    title = scene.last_title
    place = folded(title).find(folded(old))
    if not title or place < 0 or len(folded(title)) != len(title):
        return ()
    return (Do("update_task", {"task": "it", "title": f"{title[:place]}{new}{title[place + len(old) :]}"}),)
