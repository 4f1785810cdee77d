"""Help with many tasks as calls: a plan of the day, a task in parts, a summary, what is there twice, what is missing.

`{parts}` is read whole: "pack, book the hotel and buy tickets" is one answer, not three clauses.
"""

import re
from collections.abc import Mapping

from taskchat.assistant.clauses import BULLET
from taskchat.assistant.english.changes import CHANGES
from taskchat.assistant.english.follow_ups import NEVER_MIND
from taskchat.assistant.english.helping import AND, BREAKS, HELPS, PARTS, SIZES
from taskchat.assistant.english.questions import FINDS
from taskchat.assistant.english.verbs import NEVER_TASKS, TASK_VERBS
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_which import Ref
from taskchat.assistant.plan import Do, Say, Step
from taskchat.assistant.rows import Reader, first_fit, first_words
from taskchat.assistant.scene import Scene
from taskchat.domain.lexicon import either

COMMAS = re.compile(rf"\s*[;,\n]+\s*(?:{AND}\s+)?", re.IGNORECASE)
LAST_TWO = re.compile(rf"\s+{AND}\s+", re.IGNORECASE)
NO_PARTS = re.compile(rf"(?:(?:{either(SIZES)}|\d+) )*{either(PARTS)}", re.IGNORECASE)
"""Says that there shall be parts, and not which."""
LONGEST_DAY = 4
"""Words."""
KEPT = "Good. Nothing was changed."


def _parts(text: str, scene: Scene) -> list[str] | None:
    """Each thing by itself; with commas only the last two may have an "and" between them."""
    if NO_PARTS.fullmatch(text.strip()):
        return []
    lines = [BULLET.sub("", line).strip(" .;,") for line in COMMAS.split(text.strip())]
    *most, last = [line for line in lines if line] or [""]
    found = [*most, last] if AND in " ".join(most).split() else [*most, *LAST_TWO.split(last)]
    return found if len(found) > 1 else None


def _day(text: str, scene: Scene) -> str | None:
    """A day by itself: no time, and no title with a day in it."""
    when = READERS["when"](text, scene)
    return when if isinstance(when, str) and len(text.split()) <= LONGEST_DAY else None


def _until(text: str, scene: Scene) -> str | None:
    return READERS["when"](text, scene) or READERS["hour"](text, scene)


NEW = (first_words((*CHANGES, *FINDS)) | NEVER_TASKS) - TASK_VERBS
"""Words that a message of its own begins with, and no step."""
SLOTS: Mapping[str, Reader] = {**READERS, "parts": _parts, "day": _day, "until": _until}


def read_help(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """One call, or None when the clause asks for no such help."""
    fit = first_fit(HELPS, clause.rstrip(" ?.!"), scene, SLOTS)
    return (Do(fit.tool, fit.arguments),) if fit else None


def read_parts(said: str, scene: Scene) -> tuple[Step, ...] | None:
    """What is broken down, with its parts; or the steps that were asked for in the turn before."""
    if scene.asked and (task := (scene.asked.result or {}).get("steps_of")):
        return _answered(said, str(task), scene)
    fit = first_fit(BREAKS, said.rstrip(" ?.!"), scene, SLOTS)
    ref = fit.arguments.get("task") if fit else None
    if fit is None or not isinstance(ref, Ref) or len(ref.tasks) != 1:
        return None
    parts = {"parts": found} if (found := fit.arguments.get("parts")) else {}
    return (Do(fit.tool, {"task": ref.tasks[0]} | parts),)


def _answered(said: str, task: str, scene: Scene) -> tuple[Step, ...] | None:
    """Steps, or never mind; a question or a command is a new message."""
    plain = said.strip().lower().rstrip(".!")
    if first_fit(NEVER_MIND, plain, scene, READERS):
        return (Say(KEPT),)
    if said.strip().endswith("?") or plain.partition(" ")[0] in NEW:
        return None
    parts = _parts(said, scene) or [BULLET.sub("", said).strip(" .")]
    return (Do("break_down", {"task": task, "parts": parts}),)
