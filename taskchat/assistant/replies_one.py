"""What is answered about one task: when it is, whether it is there, whether it is done."""

from collections.abc import Callable
from datetime import date, time

from taskchat.assistant.dated import split_due
from taskchat.assistant.plan import Do
from taskchat.assistant.replies_changed import extras
from taskchat.assistant.replies_words import joined, listing, plain, quoted, title_words
from taskchat.assistant.scene import TO_WHEN, Called, Scene, tasks_of
from taskchat.assistant.told import Told
from taskchat.domain.days import Asked
from taskchat.domain.filters import DueRange, due_bounds
from taskchat.domain.words import MONTHS, WEEKDAYS, count
from taskchat.errors import Invalid

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
    before = _on(step, tasks[0], scene) if step.asks == "on" else ""
    more = MORE[step.asks](tasks[0], scene) if step.asks in MORE else notes or UNKNOWN.get(step.asks, "")
    return " ".join(filter(None, (before, _due(tasks[0]), more)))


def _due(task: Told) -> str:
    due = task.get("due_words")
    if task.get("status") == "done":
        return f"{quoted(task)} is done."
    if task.get("overdue"):
        return f"{quoted(task)} is overdue since {due}."
    return f"{quoted(task)} is due {due}." if due else f"{quoted(task)} has no due date."


def _notes(task: Told) -> str:
    data = task.get("data")
    notes = str(data.get("notes", "")) if isinstance(data, dict) else ""
    return f"Its notes say: “{plain(' '.join(notes.split())[:200])}”." if notes else ""


def _day_of(task: Told) -> date | None:
    due = str(task.get("due", ""))
    return date.fromisoformat(due[:10]) if due else None


def _until(task: Told, scene: Scene) -> str:
    """ "That is in 6 days." """
    day, today = _day_of(task), Asked(scene.now, scene.ways).day
    if day is None or day < today:
        return ""
    days = (day - today).days
    return f"That is in {count(days, 'day')}." if days > 1 else "That is tomorrow." if days else "That is today."


def _on(step: Do, task: Told, scene: Scene) -> str:
    """ "Yes:" where the day and the hour are those that were asked about."""
    day = _day_of(task)
    if " or " in step.detail:
        return ""
    try:
        asked = split_due(step.detail, now=scene.now, ways=scene.ways)
    except Invalid:
        return ""
    if day is None or not (asked.window or asked.hours):
        return "No:" if day is None else ""
    bounds = due_bounds(asked.window, now=scene.now, ways=scene.ways) if asked.window else DueRange(None, None)
    same_day = (bounds.first or day) <= day <= (bounds.last or day)
    clock = str(task.get("due", ""))[11:16]
    same_hour = asked.hours is None or bool(clock and asked.hours.holds(time.fromisoformat(clock)))
    return "Yes:" if same_day and same_hour else "No:"


def _about(task: Told, scene: Scene) -> str:
    """ "It has high priority, is tagged #work and repeats every week." """
    said = [part.removeprefix("and ") for part in extras(task)]
    return " ".join(filter(None, (f"It is noted {joined(said)}." if said else "", _notes(task))))


MORE: dict[str, Callable[[Told, Scene], str]] = {
    "until": _until,
    "about": _about,
    "to when": lambda task, scene: TO_WHEN,
    "change": lambda task, scene: "What shall change? For example: move it to friday.",
}
"""What an answer about one task adds to the fact."""


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


def _when_done(task: Told) -> str:
    day = str(task.get("done_on", ""))
    if not day:
        return _state(task)
    on = date.fromisoformat(day)
    return f"{quoted(task)} was done on {WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}."


STATES: dict[str, Callable[[Told], str]] = {"there": _there, "needed": _needed, "when": _when_done}
