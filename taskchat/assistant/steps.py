"""A tool run in plain words, while it runs and after (V): what a person sees of it."""

import json
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.told import Told, title_of
from taskchat.assistant.wording import noun


@dataclass(frozen=True, slots=True)
class StepTask:
    """A task a step touched, for the row under it."""

    id: str
    title: str
    due_words: str


@dataclass(frozen=True, slots=True)
class Step:
    """How a tool run ended; `icon` is a lucide name."""

    title: str
    icon: str
    ok: bool
    tasks: tuple[StepTask, ...] = ()


DOING = {
    "create_task": "Creating a task…",
    "list_tasks": "Looking through your tasks…",
    "update_task": "Changing a task…",
    "complete_task": "Completing a task…",
    "skip_task": "Skipping a task…",
    "reopen_task": "Reopening a task…",
    "restore_task": "Looking through the trash…",
    "delete_task": "Moving a task to the trash…",
    "complete_all_tasks": "Completing tasks…",
    "delete_all_tasks": "Moving tasks to the trash…",
    "undo_last": "Taking it back…",
    "create_list": "Creating a list…",
    "archive_list": "Putting a list away…",
    "use_template": "Using a template…",
    "save_template": "Keeping a template…",
    "add_subtask": "Creating a subtask…",
    "plan_day": "Planning the day…",
    "break_down": "Breaking it down…",
    "sum_up": "Looking back…",
    "tidy_up": "Looking for what could go…",
    "suggest": "Looking at tasks like it…",
    "remember": "Asking whether to remember it…",
    "forget": "Asking whether to forget it…",
}
COULD_NOT = {
    "create_task": "Could not create it",
    "list_tasks": "Could not look it up",
    "update_task": "Could not change it",
    "complete_task": "Could not complete it",
    "skip_task": "Could not skip it",
    "reopen_task": "Could not reopen it",
    "restore_task": "Could not restore it",
    "delete_task": "Could not move it to the trash",
    "complete_all_tasks": "Could not complete them",
    "delete_all_tasks": "Could not move them to the trash",
    "undo_last": "Could not take it back",
    "create_list": "Could not create the list",
    "archive_list": "Could not archive the list",
    "use_template": "Could not use the template",
    "save_template": "Could not keep it as a template",
    "add_subtask": "Could not create it",
    "plan_day": "Could not plan it",
    "break_down": "Could not break it down",
    "sum_up": "Could not sum it up",
    "tidy_up": "Could not look for it",
    "suggest": "Could not suggest anything",
    "remember": "Could not remember it",
    "forget": "Could not forget it",
}
DID = {
    "created": "Created",
    "updated": "Changed",
    "completed": "Completed",
    "skipped": "Skipped",
    "reopened": "Reopened",
    "restored": "Restored",
    "deleted": "Moved to trash",
    "undone": "Taken back",
    "list_created": "Created the list",
    "list_archived": "Archived the list",
    "list_back": "Brought back the list",
    "template_kept": "Kept as a template",
}
LOOKED = {
    "plan_day": "Looked at the day",
    "sum_up": "Added it up",
    "tidy_up": "Found nothing to tidy up",
    "suggest": "Found nothing to suggest",
}
"""Where nothing is asked or changed."""
NAMED = 3
"""Titles in the line of a step; the rows below it show the rest."""


def doing(tool: str, arguments: dict[str, Any]) -> str:
    """What a tool run says while it runs: "Creating a task…"."""
    return DOING.get(tool, "Working…")


def done(tool: str, arguments: dict[str, Any], result: Told) -> Step:
    """What came of it: "Created: buy milk", "Could not create it: …", "Waiting for your answer"."""
    if "error" in result:
        return Step(
            f"{COULD_NOT.get(tool, 'Could not do it')}: {_sentence_part(str(result['error']))}", "circle-x", False
        )
    if "waits" in result:
        return Step("Waiting for your answer", "circle-pause", True)
    if "ask" in result:
        return Step("Asked for the steps" if "steps_of" in result else "Asked which one", "circle-pause", True)
    if tool == "list_tasks":
        return Step(f"Found {noun(_number(result))}", "check", True)
    if tool in LOOKED and "did" not in result:
        return Step(LOOKED[tool], "check", True)
    return Step(_did(result), "check", True, step_tasks(result))


def read_result(text: str) -> Told:
    """A tool's answer as an object again; what is none (a failure of the SDK) reads as an error."""
    try:
        result = json.loads(text)
    except ValueError:
        result = None
    return result if isinstance(result, dict) else {"error": "It did not work."}


def step_tasks(result: Told) -> tuple[StepTask, ...]:
    return tuple(StepTask(str(t.get("id", "")), title_of(t), str(t.get("due_words", ""))) for t in _tasks(result))


def _tasks(result: Told) -> list[Told]:
    tasks = result.get("tasks")
    return [task for task in tasks if isinstance(task, dict)] if isinstance(tasks, list) else []


def _did(result: Told) -> str:
    did = DID.get(str(result.get("did")), "Done")
    titles = [title_of(task) for task in _tasks(result)]
    count = _number(result)
    if not titles:
        return f"{did}: {result.get('words') or _list_of(result) or noun(count)}"
    return f"{did}: {', '.join(titles)}" if count <= NAMED else f"{did}: {noun(count)}"


def _list_of(result: Told) -> str:
    data = result.get("data")
    return str(data.get("list") or data.get("template") or "") if isinstance(data, dict) else ""


def _number(result: Told) -> int:
    total = result.get("total", result.get("count", len(_tasks(result))))
    return total if isinstance(total, int) else 0


def _sentence_part(error: str) -> str:
    """An error as the second half of a sentence."""
    first = error[:1].lower() if error[1:2].islower() and not error.startswith("I ") else error[:1]
    return first + error[1:].rstrip(".")
