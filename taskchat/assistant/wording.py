"""Verbs and counts as the cards, steps and answers of the assistant say them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """One thing a tool does, in the forms that sentences need."""

    ask: str
    """"{Move} 6 tasks {to the trash}?": what stands before and after the noun."""
    ask_after: str
    button: str
    keep: str
    did: str
    did_after: str
    doing: str
    danger: bool = False
    nouns: tuple[str, str] = ("1 task", "{n} tasks")
    """Of one, of several."""


_DELETE = Verb("Move", " to the trash", "Move {n} to trash", "Keep", "Moved", " to the trash", "Deleting", danger=True)
_COMPLETE = Verb("Complete", "", "Complete {n}", "Leave", "Completed", "", "Completing")
_UPDATE = Verb("Change", "", "Change {n}", "Leave", "Changed", "", "Changing")

_PREFERENCES = ("this", "{n} preferences")

VERBS = {
    "delete_task": _DELETE,
    "delete_all_tasks": _DELETE,
    "complete_task": _COMPLETE,
    "complete_all_tasks": _COMPLETE,
    "update_task": _UPDATE,
    "plan_day": Verb("Plan", " like this", "Plan {n} like this", "Leave", "Planned", "", "Planning"),
    "suggest_dates": Verb("Set dates for", "", "Set {n} dates", "Leave", "Set dates for", "", "Setting dates"),
    "suggest_tags": Verb("Tag", " like this", "Tag {n}", "Leave", "Tagged", "", "Tagging"),
    "skip_task": Verb("Skip", "", "Skip {n}", "Leave", "Skipped", "", "Skipping"),
    "remember": Verb("Remember", "", "Remember {it}", "Leave", "Remembered", "", "Asking", nouns=_PREFERENCES),
    "forget": Verb("Forget", "", "Forget {it}", "Keep", "Forgot", "", "Asking", nouns=_PREFERENCES),
    "reopen_task": Verb("Reopen", "", "Reopen {n}", "Leave", "Reopened", "", "Reopening"),
}


def noun(count: int) -> str:
    return "1 task" if count == 1 else f"{count} tasks"


def counted_question(tool: str, count: int) -> str:
    """ "Move 6 tasks to the trash?" """
    verb = VERBS[tool]
    return f"{verb.ask} {verb.nouns[count != 1].format(n=count)}{verb.ask_after}?"


def counted_fact(tool: str, count: int) -> str:
    """ "Moved 6 tasks to the trash." """
    verb = VERBS[tool]
    return f"{verb.did} {noun(count)}{verb.did_after}."


def do_button(tool: str, count: int) -> str:
    """ "Move 6 to trash", "Remember it" """
    return VERBS[tool].button.format(n=count, it=_it(count))


def drop_button(tool: str, count: int) -> str:
    """ "Keep them", "Leave it" """
    return f"{VERBS[tool].keep} {_it(count)}"


def _it(count: int) -> str:
    return "it" if count == 1 else "them"
