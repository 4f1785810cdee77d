"""What the tests of help have in common: tasks of one Saturday, the card that stands last, and a click on it."""

import json
import re
from datetime import date, datetime, time
from typing import Any

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Due, Priority, Task
from taskchat.services import tasks
from tests.assistant.talking import Client, Event, op
from tests.assistant.world import Conversation

ZONE = "Europe/Berlin"
TODAY = date(2026, 11, 21)


def add(person: Person, title: str, *, now: datetime, due: Due | int | None = None, **more: Any) -> Task:
    """`due` as an hour is today at that hour."""
    due = Due.moment(TODAY, time(due), ZONE) if isinstance(due, int) else due
    return tasks.create(person, Draft(title=title, due=due, **more), by=By(title), now=now)


def day(number: int) -> Due:
    return Due(date(2026, 11, number), ZONE)


def due_words(client: Client | Conversation) -> dict[str, str]:
    """Title → "21 11:00", "21", or ""."""
    found = tasks.find_all(client.person, TaskFilter(), now=client.now)
    return {t.title: "" if not t.due else f"{t.due.local or t.due.on:%d %H:%M}".removesuffix(" 00:00") for t in found}


def texts(node: Any) -> list[str]:
    """The words of a widget, in their order."""
    if isinstance(node, list):
        return [text for part in node for text in texts(part)]
    if not isinstance(node, dict):
        return []
    own = [str(node[name]) for name in ("value", "label") if name in node]
    return [*own, *texts(node.get("children"))]


async def card(client: Client) -> list[str]:
    item = (await client.items())[-1]
    assert item["type"] == "widget", item
    return texts(item["widget"])


async def click(client: Client, kind: str = "confirm", whose: Client | None = None) -> list[Event]:
    item = (await client.items())[-1]
    found = re.search(r'"id": "(cnf_[^"]+)"', json.dumps(item["widget"]))
    action = {"type": f"confirmation.{kind}", "payload": {"id": found[1] if found else ""}}
    asking = whose or client
    thread = asking.thread_id or client.thread_id
    return await asking.stream(op("threads.custom_action", thread_id=thread, item_id=item["id"], action=action))


def a_day(person: Person, now: datetime) -> None:
    add(person, "pay rent", now=now, due=day(19))
    add(person, "dentist", now=now, due=12)
    add(person, "write report", now=now, due=day(21), priority=Priority.HIGH, estimate_minutes=90)
    add(person, "tax return", now=now, due=day(21), estimate_minutes=600)
    add(person, "learn Spanish", now=now, priority=Priority.HIGH)
    add(person, "some day", now=now)
