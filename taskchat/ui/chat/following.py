"""What one may want to say next: it follows from what the last message did, and is sent by a click."""

from collections.abc import Iterator

from taskchat.assistant.reduce import Conversation, ItemView, StepView
from taskchat.ui.chat import forms
from taskchat.ui.chat.rows import CLOCK, LOOKS_ONLY, since_the_last_message
from taskchat.ui.chat.tree import question

MOST = 3
UNDO = "Undo that"
"""Only while what it would take back still stands."""
TODAY, TOMORROW, OVERDUE, HELP = "What is on today?", "Move it to tomorrow", "What is overdue?", "What can you do?"
ASKED = ("The first", "The last", "Never mind")
FOUND = ("Complete the first", "Move the first to tomorrow")
SMALL_TALK = (TODAY, OVERDUE, HELP)
REMIND, HIGH = "Remind me 30 minutes before", "Make it high priority"
TAKEN_AWAY = {"complete_task", "complete_all_tasks", "delete_task", "delete_all_tasks"}
"""After these "it" is nothing one goes on with."""


def following(conversation: Conversation) -> list[str]:
    """At most three sentences; none where a card waits or something went wrong."""
    items = since_the_last_message(conversation)
    steps = [step for item in items for step in item.steps]
    if not items or conversation.error or items[-1].ending != "complete" or any(_waits(item) for item in items):
        return []
    if any(step.state not in {"done", "waiting"} for step in steps):
        return []
    said = next((item.text.casefold() for item in reversed(conversation.items) if item.kind == "user"), "")
    return [words for words in _after(steps) if words.casefold() != said][:MOST]


def _waits(item: ItemView) -> bool:
    asks = item.widget is not None and bool(question(item.widget))
    return asks or (item.raw is not None and forms.waits(item.raw))


def _after(steps: list[StepView]) -> Iterator[str]:
    changed = [step for step in steps if step.group and step.tool not in LOOKS_ONLY and step.tasks]
    if any('"ask":' in step.result for step in steps):
        yield from ASKED
    elif changed:
        yield from _changed(changed)
    elif not steps:
        yield from SMALL_TALK
    elif all(step.tool in LOOKS_ONLY and '"total": 0' not in step.result for step in steps):
        yield from FOUND
    else:
        yield from (TODAY, OVERDUE)


def _changed(steps: list[StepView]) -> Iterator[str]:
    last = steps[-1]
    if last.tool != "undo_last":
        yield UNDO
    if sum(len(step.tasks) for step in steps) > 1 or last.tool in TAKEN_AWAY:
        yield TODAY
        return
    due = last.tasks[0].due
    if len(CLOCK.split(due, maxsplit=1)) > 1 and '"reminder_minutes"' not in last.result:
        yield REMIND
    if not due.lower().startswith("tomorrow"):
        yield TOMORROW
    if '"priority": "high"' not in last.result:
        yield HIGH
