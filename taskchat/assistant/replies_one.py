"""What is answered about one task: when it is, whether it is there, whether it is done."""

from collections.abc import Callable

from taskchat.assistant.plan import Do
from taskchat.assistant.replies_words import listing, plain, quoted, title_words
from taskchat.assistant.scene import Called, Scene, tasks_of
from taskchat.assistant.told import Told

MOST = 5
"""Tasks told one by one; more of them are listed."""
UNKNOWN = {
    "where": "Where that is, nobody has noted.",
    "who": "Who comes, nobody has noted.",
    "how long": "How long it takes, nobody has noted.",
}
"""What a task has no field for."""


def when_is(step: Do, called: Called, scene: Scene) -> str:
    """ "“dentist” is due Fri 27 Nov at 15:00." """
    tasks = tasks_of(called.result)
    if not tasks:
        return f"I found no open task about “{title_words(step.arguments.get('search', ''))}”."
    if len(tasks) > 1:
        return f"{len(tasks)} tasks match:\n\n{listing(tasks[:15])}"
    notes = _notes(tasks[0])
    return " ".join(filter(None, (_due(tasks[0]), UNKNOWN.get(step.asks, "") if not notes else "", notes)))


def _due(task: Told) -> str:
    due = task.get("due_words")
    if task.get("status") == "done":
        return f"{quoted(task)} is done."
    if task.get("overdue"):
        return f"{quoted(task)} was due {due}."
    return f"{quoted(task)} is due {due}." if due else f"{quoted(task)} has no due date."


def _notes(task: Told) -> str:
    data = task.get("data")
    notes = str(data.get("notes", "")) if isinstance(data, dict) else ""
    return f"Its notes say: “{plain(' '.join(notes.split())[:200])}”." if notes else ""


def is_done(step: Do, called: Called, scene: Scene) -> str:
    """ "“write report” is still open." """
    tasks = tasks_of(called.result)
    if not tasks:
        return NOT_THERE.get(step.asks, "I found no task about {search}.").format(
            search=f"“{title_words(step.arguments.get('search', ''))}”"
        )
    say = STATES.get(step.asks, _state)
    if len(tasks) > MOST:
        return f"{len(tasks)} tasks match:\n\n{listing(tasks[:15])}"
    return " ".join(say(task) for task in tasks)


NOT_THERE = {
    "there": "No: I found no task about {search}.",
    "needed": "I found no task about {search}.",
}


def _state(task: Told) -> str:
    if task.get("status") == "done":
        return f"Yes: {quoted(task)} is done."
    due = task.get("due_words")
    return f"Not yet: {quoted(task)} is still open{f', due {due}' if due else ''}."


def _there(task: Told) -> str:
    if task.get("status") == "done":
        return f"{quoted(task)} is there, and done."
    due = task.get("due_words")
    return f"Yes: {quoted(task)} is on your list{f', due {due}' if due else ''}."


def _needed(task: Told) -> str:
    if task.get("status") == "done":
        return f"No: {quoted(task)} is done."
    due = task.get("due_words")
    return f"Yes: {quoted(task)} is still open{f', due {due}' if due else ''}."


STATES: dict[str, Callable[[Told], str]] = {"there": _there, "needed": _needed}
