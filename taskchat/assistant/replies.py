"""What the built-in assistant answers, composed from what the tools said: first the fact, then the offer."""

from collections.abc import Callable, Sequence

from taskchat.assistant.plan import Do, Say, Through
from taskchat.assistant.replies_changed import changed
from taskchat.assistant.replies_found import counted, found, nothing_there
from taskchat.assistant.replies_helping import HELPED, waiting
from taskchat.assistant.replies_one import is_done, when_is
from taskchat.assistant.replies_words import listing, plain, sentence
from taskchat.assistant.rounds import Told
from taskchat.assistant.scene import Called, Scene, tasks_of
from taskchat.assistant.told import Told as Result

UNCHANGED = "Nothing was changed."
CREATED = "create_task"


def reply(told: Sequence[Told], scene: Scene) -> str:
    """One answer for everything a message set off; equal things are said in one sentence."""
    parts: list[str] = []
    rest = list(told)
    while rest:
        group = _same(rest)
        part = _group(group, scene)
        parts.append(part.removeprefix("Done. ") if parts else part)
        rest = rest[len(group) :]
    text = _joined([part for part in parts if part])
    return f"{text} {UNCHANGED}" if _only_lost(told) else text


def _joined(parts: list[str]) -> str:
    text = ""
    for part in dict.fromkeys(parts):
        apart = "\n\n" if "\n" in part or "\n" in text.rsplit("\n\n", maxsplit=1)[-1] else " "
        text = f"{text}{apart}{part}" if text else part
    return text or "There is nothing to do."


def _only_lost(told: Sequence[Told]) -> bool:
    return bool(told) and all(isinstance(one.step, Say) and one.step.lost for one in told)


def _same(rest: list[Told]) -> list[Told]:
    """The run of steps at the front that one sentence can tell: the same tool, all of them well."""
    first = rest[0]
    if not _went_well(first) or not isinstance(first.step, Do) or first.step.tool in ASKING:
        return rest[:1]
    count = 1
    while count < len(rest) and _went_well(rest[count]) and _is_like(first, rest[count]):
        count += 1
    return rest[:count]


def _is_like(one: Told, other: Told) -> bool:
    if not isinstance(one.step, Do) or not isinstance(other.step, Do) or one.step.tool != other.step.tool:
        return False
    details = [
        {n: v for n, v in step.arguments.items() if n not in {"title", "task"}} for step in (one.step, other.step)
    ]
    return details[0] == details[1]


def _went_well(told: Told) -> bool:
    result = told.called.result if told.called else None
    return result is not None and "did" in result and not result.get("already")


ASKING = {"list_tasks", "count_tasks", "when_is", "is_done", "undo_last", *HELPED}
ANSWERS: dict[str, Callable[[Do, Called, Scene], str]] = {
    "list_tasks": found,
    "count_tasks": counted,
    "when_is": when_is,
    "is_done": is_done,
} | HELPED


def _group(group: list[Told], scene: Scene) -> str:
    step, called = group[0].step, group[0].called
    if isinstance(step, Say):
        return step.words
    if called is None or called.result is None:
        return "This was not finished."
    if failed := _failed(called.result):
        return f"{waiting(step, called.result)}{failed}" if "waits" in called.result else failed
    if isinstance(step, Through):
        return nothing_there(step)
    if step.tool in ANSWERS:
        return ANSWERS[step.tool](step, called, scene)
    results = [one.called.result for one in group if one.called and one.called.result]
    return changed(step, results, scene)


def _failed(result: Result) -> str:
    if "error" in result:
        return sentence(plain(str(result["error"])))
    if "ask" in result:
        choices = listing(tasks_of(result))
        question = plain(str(result["ask"]))
        return f"{question}\n\n{choices}" if choices else question
    if "waits" in result:
        return f"{result['waits']} Use the buttons, or answer yes."
    return ""
