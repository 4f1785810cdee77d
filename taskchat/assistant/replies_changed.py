"""What is answered after a change: "Done. “call mom” is due tomorrow …", "Moved to 18:00."."""

from collections.abc import Callable, Sequence

from taskchat.assistant.english.references import ONE
from taskchat.assistant.plan import Do
from taskchat.assistant.replies_words import NAMED, joined, named, plain, quoted, sentence
from taskchat.assistant.scene import Scene, tasks_of
from taskchat.assistant.told import Told
from taskchat.domain.hours import find_hours
from taskchat.domain.words import say_minutes

Said = Callable[[Do, list[Told], int], str]


def changed(step: Do, results: Sequence[Told], scene: Scene) -> str:
    """One sentence for results of the same kind."""
    tasks = [task for result in results for task in tasks_of(result)]
    total = sum(_total(result) for result in results)
    if step.tool == "undo_last":
        return _undone(results[0], tasks)
    if results[0].get("already"):
        return f"{named(tasks)} {'was' if len(tasks) == 1 else 'were'} done already."
    if step.tool == "create_list":
        return f"Done. The list “{plain(str(step.arguments['name']))}” is there. Tell me what to put on it."
    if not total:
        return NOTHING.get(step.tool, "Nothing was changed.")
    return SENTENCES[step.tool](step, tasks, total) + _zone(results)


def _total(result: Told) -> int:
    total = result.get("total")
    return total if isinstance(total, int) else len(tasks_of(result))


def _zone(results: Sequence[Told]) -> str:
    """Told once, with the first time of day (the tool knows whether it is)."""
    note = next((result["times"] for result in results if "times" in result), "")
    return f" {note}" if note else ""


def _created(step: Do, tasks: list[Told], total: int) -> str:
    first = tasks[0]
    many = len(tasks) > 1
    subject = joined([quoted(task) for task in tasks])
    due = str(first.get("due_words", ""))
    fact = f"{'are' if many else 'is'} due {due}" if due else f"{'are' if many else 'is'} on your list"
    more = "".join(f", {extra}" for extra in extras(first))
    return f"Done. {subject} {fact}{more}."


def extras(task: Told) -> list[str]:
    data = task.get("data")
    data = data if isinstance(data, dict) else {}
    said = [
        f"in “{plain(str(data['list']))}”" if data.get("list") else "",
        f"with {task['priority']} priority" if task.get("priority") else "",
        f"tagged {_tags(task)}" if data.get("tags") else "",
        f"with a reminder {_before(task)}" if "reminder_minutes" in task else "",
        f"and repeats {task['repeats']}" if task.get("repeats") else "",
    ]
    return [part for part in said if part]


def _before(task: Told) -> str:
    minutes, all_day = task["reminder_minutes"], "T" not in str(task.get("due", ""))
    if isinstance(minutes, int) and minutes:
        return f"{say_minutes(minutes)} before"
    return "that morning" if all_day else "at that moment"


def _tags(task: Told) -> str:
    data = task.get("data")
    tags = data.get("tags", []) if isinstance(data, dict) else []
    return joined([f"#{plain(str(tag))}" for tag in tags]) if isinstance(tags, list) else ""


def _updated(step: Do, tasks: list[Told], total: int) -> str:
    parts = [UPDATES[name](step, tasks) for name in UPDATES if name in step.arguments]
    parts += [CLEARS[name](tasks) for name in step.arguments.get("clear", ()) if name in CLEARS]
    return " ".join(parts) or f"Changed {named(tasks)}."


def _is_hour(said: str) -> bool:
    found = find_hours(said)
    return found is not None and (found.start, found.end) == (0, len(said))


def _moved(step: Do, tasks: list[Told]) -> str:
    due, words = str(tasks[0].get("due", "")), str(tasks[0].get("due_words", ""))
    if len({str(task.get("due")) for task in tasks}) > 1:
        return f"Moved {named(tasks)}."
    if step.arguments.get("task") in ONE and "T" in due and _is_hour(step.arguments["due"]):
        return f"Moved to {words.rsplit(' at ', 1)[-1]}."
    return f"Moved {named(tasks)} to {words}."


def _is(tasks: list[Told]) -> str:
    return f"{named(tasks)} {'is' if len(tasks) == 1 else 'are'}"


def _has(tasks: list[Told]) -> str:
    return f"{named(tasks)} {'has' if len(tasks) == 1 else 'have'}"


def _prioritised(step: Do, tasks: list[Told]) -> str:
    priority = tasks[0].get("priority")
    return f"{_has(tasks)} {priority} priority now." if priority else f"{_has(tasks)} no special priority now."


def _tagged(step: Do, tasks: list[Told]) -> str:
    tags = _tags(tasks[0])
    if len(tasks) > 1:
        return f"Changed the tags of {named(tasks)}."
    return f"{_is(tasks)} tagged {tags} now." if tags else f"{_has(tasks)} no tags now."


def _listed(step: Do, tasks: list[Told]) -> str:
    data = tasks[0].get("data")
    name = data.get("list") if isinstance(data, dict) else None
    return f"{_is(tasks)} in “{plain(str(name))}” now." if name else f"{_is(tasks)} in the inbox now."


def _reminding(step: Do, tasks: list[Told]) -> str:
    minutes = step.arguments["reminder_minutes"]
    when = f"{say_minutes(minutes)} before" if minutes else "when it is time for"
    return f"I will remind you {when} {named(tasks)}."


def _repeating(step: Do, tasks: list[Told]) -> str:
    verb = "repeats" if len(tasks) == 1 else "repeat"
    return f"{named(tasks)} {verb} {tasks[0].get('repeats', step.arguments['recurrence'])} now."


UPDATES: dict[str, Callable[[Do, list[Told]], str]] = {
    "title": lambda step, tasks: f"Renamed to {quoted(tasks[0])}.",
    "due": _moved,
    "priority": _prioritised,
    "tags": _tagged,
    "add_tags": _tagged,
    "remove_tags": _tagged,
    "list": _listed,
    "description": lambda step, tasks: f"Noted on {named(tasks)}.",
    "reminder_minutes": _reminding,
    "recurrence": _repeating,
}
CLEARS: dict[str, Callable[[list[Told]], str]] = {
    "due": lambda tasks: f"{_has(tasks)} no due date now.",
    "tags": lambda tasks: f"{_has(tasks)} no tags now.",
    "description": lambda tasks: f"{_has(tasks)} no notes now.",
    "reminder": lambda tasks: f"{_has(tasks)} no reminder now.",
    "recurrence": lambda tasks: f"{named(tasks)} no longer {'repeats' if len(tasks) == 1 else 'repeat'}.",
    "priority": lambda tasks: f"{_has(tasks)} no special priority now.",
    "list": lambda tasks: f"{_is(tasks)} in the inbox now.",
}


def _completed(step: Do, tasks: list[Told], total: int) -> str:
    back = [task for task in tasks if task.get("next")][:NAMED]
    if len(tasks) == 1 and back:
        return f"Completed {named(tasks, total)}. Next: {back[0]['next']}."
    comes = "; ".join(f"{quoted(task)} {task['next']}" for task in back)
    return f"Completed {named(tasks, total)}.{f' Next: {comes}.' if comes else ''}"


def _skipped(step: Do, tasks: list[Told], total: int) -> str:
    when = f" Next: {tasks[0]['due_words']}." if len(tasks) == 1 and tasks[0].get("due_words") else ""
    return f"Skipped {named(tasks, total)} this time.{when}"


def _deleted(step: Do, tasks: list[Told], total: int) -> str:
    return f"Moved {named(tasks, total)} to the trash."


def _reopened(step: Do, tasks: list[Told], total: int) -> str:
    return f"Reopened {named(tasks, total)}."


def _restored(step: Do, tasks: list[Told], total: int) -> str:
    return f"Restored {named(tasks, total)}."


def _undone(result: Told, tasks: list[Told]) -> str:
    clashes = result.get("clashes")
    fact = sentence(plain(str(result.get("words") or "Taken back.")))
    return f"{fact} Some had changed since and stay as they are." if clashes else fact


SENTENCES: dict[str, Said] = {
    "create_task": _created,
    "update_task": _updated,
    "complete_task": _completed,
    "complete_all_tasks": _completed,
    "delete_task": _deleted,
    "delete_all_tasks": _deleted,
    "skip_task": _skipped,
    "reopen_task": _reopened,
    "restore_task": _restored,
}
NOTHING = {
    "complete_all_tasks": "There is nothing like that to complete.",
    "delete_all_tasks": "There is nothing like that to delete.",
}
