"""Everyday English through the real server and the built-in assistant: after each sentence, exactly what was said."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fnmatch import fnmatch
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Priority, Status, Task
from taskchat.services import tasks
from tests.assistant.talking import Client, chatting, errors, seen
from tests.assistant.unseen import FINISHED, HOME, SCENARIOS, Is, Scenario, Step
from tests.assistant.unseen_more import MORE

Tasks = dict[str, Task]


@pytest.mark.parametrize("scenario", (*SCENARIOS, *MORE), ids=lambda scenario: scenario.name)
async def test_everyday_english_does_what_a_person_expects(scenario: Scenario, alice: Person) -> None:
    now = scenario.at.replace(tzinfo=ZoneInfo(scenario.ways.zone)).astimezone(UTC)
    person = replace(alice, ways=scenario.ways)
    furnish(person, scenario, now - timedelta(hours=1))
    async with chatting() as chat:
        client = Client(chat, person, now)
        for step in scenario.steps:
            before = everything(person, client.now)
            conversation = seen(await client.say(step.text))
            answer = " ".join(f"{item.text} {item.widget or ''}" for item in conversation.items if item.kind != "user")

            problems = differences(step, before, everything(person, client.now)) + misheard(step, answer)

            assert errors(client.events) == []
            assert problems == [], f"{step.text!r} → {answer!r}"
            client.now += timedelta(minutes=1)


def furnish(person: Person, scenario: Scenario, now: datetime) -> None:
    for draft in (*HOME, *scenario.more):
        made = tasks.create(person, draft, by=By(f"made-{draft.title}"), now=now)
        if draft.title == FINISHED:
            tasks.complete(person, made.id, by=By(f"done-{draft.title}"), now=now)


def everything(person: Person, now: datetime) -> Tasks:
    return {task.id: task for task in tasks.find_all(person, TaskFilter(status=None), now=now)}


def differences(step: Step, before: Tasks, after: Tasks) -> list[str]:
    """What is not as the sentence wants it: first who came and went, then who changed."""
    there = [task for key, task in before.items() if key in after]
    came = [task for key, task in after.items() if key not in before]
    fresh = [task for task in came if task.title not in step.back]
    facts = {
        "gone": ({task.title for key, task in before.items() if key not in after}, set(step.gone)),
        "back": ({task.title for task in came} - {task.title for task in fresh}, set(step.back)),
        "done": ({t.title for t in there if turned(t, after[t.id], Status.DONE)}, set(step.done)),
        "reopened": ({t.title for t in there if turned(t, after[t.id], Status.OPEN)}, set(step.reopened)),
    }
    wrong = [f"{name}: {got} instead of {want}" for name, (got, want) in facts.items() if got != want]
    return wrong + unlike(step.new, fresh) + [p for t in there for p in changed(t, after[t.id], step.to.get(t.title))]


def turned(task: Task, later: Task, status: Status) -> bool:
    return task.status is not later.status is status


def unlike(wanted: tuple[Is, ...], fresh: list[Task]) -> list[str]:
    """Whether the new tasks are the wanted ones, one to one."""
    left = list(fresh)
    missing = []
    for want in wanted:
        found = next((task for task in left if not against(want, shown(task))), None)
        left = [task for task in left if task is not found]
        missing += [] if found else [f"not made: {want}"]
    return missing + [f"made: {shown(task)}" for task in left]


def changed(task: Task, later: Task, want: Is | None) -> list[str]:
    """What of a task is neither as before nor as wanted; a reopened one is as before."""
    if task == later:
        return [f"unchanged: {task.title}"] if want and against(want, shown(task), shown(task)) else []
    return [f"{task.title}: {problem}" for problem in against(want or Is(), shown(later), shown(task))]


EMPTY: dict[str, Any] = {"due": "-", "tags": "", "priority": Priority.MEDIUM, "list": "", "repeats": "", "notes": ""}


def against(want: Is, got: dict[str, Any], otherwise: dict[str, Any] | None = None) -> list[str]:
    wanted = {
        "title": want.title or (otherwise or got)["title"],
        "due": want.due or None,
        "tags": want.tags,
        "priority": want.priority,
        "list": want.list or None,
        "reminder": want.reminder,
        "repeats": f"*{want.repeats}" if want.repeats else None,
        "notes": want.notes or None,
    }
    rest = otherwise or EMPTY | {"reminder": got["reminder"]}
    filled = {name: rest[name] if value is None else value for name, value in wanted.items()}
    return [f"{name} {got[name]} instead of {value}" for name, value in filled.items() if not alike(got[name], value)]


def alike(got: object, want: object) -> bool:
    return any(fnmatch(str(got).casefold(), each.casefold()) for each in str(want).split("|"))


def shown(task: Task) -> dict[str, Any]:
    """A task in the words of a scenario."""
    due = task.due
    return {
        "title": task.title,
        "due": "-" if due is None else f"{due.local:%Y-%m-%d %H:%M}" if due.local else due.on.isoformat(),
        "tags": ",".join(task.tags),
        "priority": task.priority,
        "list": task.list or "",
        "reminder": task.reminder_minutes,
        "repeats": task.rrule or "",
        "notes": task.description,
    }


def misheard(step: Step, answer: str) -> list[str]:
    words = answer.casefold()
    unsaid = [f"not said: {want}" for want in step.says if not any(w.casefold() in words for w in want.split("|"))]
    leaked = [f"said: {word}" for word in step.hides if word.casefold() in words]
    silent = [] if answer.strip() else ["no answer"]
    return unsaid + leaked + silent + (["no question"] if step.asks and "?" not in answer else [])
