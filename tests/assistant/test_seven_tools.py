"""The seven tools through the chat server: called by a scripted model, and by the built-in one from plain sentences."""

from datetime import datetime
from typing import Any

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import Status, Task
from taskchat.services import tasks
from tests.assistant.talking import Client, chatting, errors, script, seen
from tests.databases import emptied  # noqa: F401 - the database takes part

CALLS: list[tuple[str, dict[str, Any], str]] = [
    ("create_task", {"title": "Buy bread", "due": "tomorrow at 9"}, "Created: Buy bread"),
    ("list_tasks", {"due": "overdue"}, ""),
    ("update_task", {"task": "milk", "due": "monday"}, "Changed: Buy milk"),
    ("complete_task", {"task": "rent"}, "Completed: Pay rent"),
    ("delete_task", {"task": "report"}, "Moved to trash: Write the report"),
    ("complete_all_tasks", {"tags": ["home"]}, ""),
    ("delete_all_tasks", {"search": "dentist"}, ""),
]


@pytest.mark.parametrize("row", CALLS, ids=lambda row: row[0])
async def test_a_model_uses_each_of_the_tools(
    row: tuple[str, dict[str, Any], str], alice: Person, now: datetime, world: dict[str, Task]
) -> None:
    tool, arguments, title = row
    async with chatting(script((tool, arguments), "Done.")) as chat:
        client = Client(chat, alice, now)

        events = await client.say("please")

        [workflow] = [item for item in seen(events).items if item.kind == "workflow"]
        assert errors(events) == []
        assert [(step.tool, step.state) for step in workflow.steps] == [(tool, "done")]
        assert workflow.steps[0].title.startswith(title)
        assert seen(events).items == (await client.stored()).items


SENTENCES: list[tuple[str, str]] = [
    ("create a task to call mom tomorrow at 5pm", "create_task"),
    ("what is overdue?", "list_tasks"),
    ("move buy milk to monday", "update_task"),
    ("complete pay rent", "complete_task"),
    ("delete write the report", "delete_task"),
    ("complete everything tagged home", "complete_all_tasks"),
    ("delete everything", "delete_all_tasks"),
]


@pytest.mark.parametrize(("sentence", "tool"), SENTENCES)
async def test_the_built_in_assistant_uses_each_of_the_tools(
    sentence: str, tool: str, alice: Person, now: datetime, world: dict[str, Task]
) -> None:
    async with chatting() as chat:
        client = Client(chat, alice, now)

        events = await client.say(sentence)

        used = [step.tool for item in seen(events).items for step in item.steps]
        assert errors(events) == []
        assert tool in used
        assert all(answer.strip() for answer in await client.answers())
        assert seen(events).items == (await client.stored()).items


async def test_the_first_sentence_of_a_newcomer_makes_the_task(alice: Person, now: datetime) -> None:
    async with chatting() as chat:
        client = Client(chat, alice, now)

        await client.say("create a task to call mom tomorrow at 5pm")

        [task] = tasks.find(alice, TaskFilter(status=Status.OPEN), now=now).tasks
        [step] = [step for item in (await client.stored()).items for step in item.steps]
        assert task.title == "call mom"
        assert task.due is not None
        assert f"{task.due.local:%Y-%m-%d %H:%M}" == "2026-11-22 17:00"
        assert (step.title, step.tasks[0].title) == ("Created: call mom", "call mom")
