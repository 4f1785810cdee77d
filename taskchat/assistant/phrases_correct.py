"""Taking back and setting right what was just done: "oops", "no, the other one", "I said milk, not silk"."""

from typing import Any

from taskchat.assistant.english.follow_ups import CORRECTIONS, NOT_CHANGED, REGRETS
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_which import Ref
from taskchat.assistant.plan import Do, Plan, Say
from taskchat.assistant.rows import Fit, fits
from taskchat.assistant.scene import Called, Scene
from taskchat.domain.text import folded

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
    done = next(
        (call for call in reversed(scene.earlier) if call.tool in AGAIN and (call.result or {}).get("did")), None
    )
    ref = fit.arguments["task"]
    if done is None or not isinstance(ref, Ref) or ref.filters is not None or len(ref.tasks) != 1:
        return ()
    return (Do("undo_last"), Do(done.tool, _for_other(done, ref.tasks[0])))


def _for_other(done: Called, task: str) -> dict[str, Any]:
    return done.arguments | {"task": task}


def _retitled(new: str, old: str, scene: Scene) -> Plan:
    """The new word in place of the old one in the title; no plan where the old one is not in it."""
    title = scene.last_title
    place = folded(title).find(folded(old))
    if not title or place < 0 or len(folded(title)) != len(title):
        return ()
    return (Do("update_task", {"task": "it", "title": f"{title[:place]}{new}{title[place + len(old) :]}"}),)
