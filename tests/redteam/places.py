"""Where a text that somebody else wrote can stand, and how it gets there: always through the doors that people use."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.services import files, incoming, lists, tasks, templates
from taskchat.services.incoming import Upload
from tests.assistant.talking import Event, message
from tests.exchanged import CALENDAR, TICKTICK, TODOIST

BY = By("planted")
TITLE = "See the notes"


@dataclass(frozen=True, slots=True)
class Sent:
    """What the person then sends."""

    input: Event
    metadata: dict[str, Any] = field(default_factory=dict)


Plant = Callable[[Person, str, str, datetime], Sent]
"""(person, text, what they ask, now) → what they send."""


def _ask(asked: str, **more: Any) -> Sent:
    return Sent(message(asked, **more))


def _in_the_message(_person: Person, text: str, _asked: str, _now: datetime) -> Sent:
    return _ask(text)


def _in_a_quote(_person: Person, text: str, asked: str, _now: datetime) -> Sent:
    return _ask(asked, quoted_text=text)


def _in_a_mention(_person: Person, text: str, asked: str, _now: datetime) -> Sent:
    tag = {"type": "input_tag", "id": "task_nobodys", "text": text, "data": {}, "interactive": False}
    return Sent(message(asked) | {"content": [{"type": "input_text", "text": asked + " "}, tag]})


def _in_a_draft(make: Callable[[str], Draft]) -> Plant:
    def plant(person: Person, text: str, asked: str, now: datetime) -> Sent:
        tasks.create(person, make(text), by=BY, now=now)
        return _ask(asked)

    return plant


def _in_a_done_title(person: Person, text: str, asked: str, now: datetime) -> Sent:
    tasks.complete(person, tasks.create(person, Draft(title=text), by=BY, now=now).id, by=BY, now=now)
    return _ask(asked)


def _in_a_subtask(person: Person, text: str, asked: str, now: datetime) -> Sent:
    parent = tasks.create(person, Draft(title=TITLE), by=BY, now=now)
    tasks.create(person, Draft(title=text, parent_id=parent.id), by=BY, now=now)
    return _ask(asked)


def _in_a_section(person: Person, text: str, asked: str, now: datetime) -> Sent:
    made = lists.create(person, "Errands", by=BY, now=now)
    lists.add_section(person, made.id, text, by=BY, now=now)
    tasks.create(person, Draft(title=TITLE, list="Errands", section=text), by=BY, now=now)
    return _ask(asked)


def _in_a_template(person: Person, text: str, asked: str, now: datetime) -> Sent:
    templates.save_task(person, tasks.create(person, Draft(title=TITLE), by=BY, now=now).id, text, by=BY, now=now)
    return _ask(asked)


def _in_a_file(name: str, content: str) -> Plant:
    """`{}` in either is where the text stands."""

    def plant(person: Person, text: str, asked: str, now: datetime) -> Sent:
        sent = files.add(person, name.replace("{}", text), content.replace("{}", text).encode(), now=now)
        return Sent(message(asked, attachments=[sent.id]), {"files_to": "mock (127.0.0.1)"})

    return plant


def _imported(name: str, make: Callable[[str], str]) -> Plant:
    def plant(person: Person, text: str, asked: str, now: datetime) -> Sent:
        data = make(text).encode()
        incoming.bring_in(person, Upload(name, io.BytesIO(data), len(data)), None, by=BY, now=now)
        return _ask(asked)

    return plant


def _todoist(text: str) -> str:
    return f'{TODOIST}task,{_cell(text)},"Imported, with notes",4,1,,,,,,\n'


def _ticktick(text: str) -> str:
    filled = {2: _cell(text), 5: _cell(text), 12: '"0"', 17: '"true"', 18: '"false"'}
    return TICKTICK + ",".join(filled.get(place, '""') for place in range(24)) + "\n"


def _cell(text: str) -> str:
    return '"{}"'.format(text.replace('"', '""'))


def _calendar(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;").replace("\n", "\\n")
    return CALENDAR.format(f"BEGIN:VTODO\r\nUID:u1\r\nSUMMARY:{escaped}\r\nDESCRIPTION:{escaped}\r\nEND:VTODO\r\n")


def _ours(text: str) -> str:
    return json.dumps({"taskchat": 1, "tasks": [{"id": "x1", "title": text, "description": text}]})


PLACES: dict[str, Plant] = {
    "the message": _in_the_message,
    "a quote": _in_a_quote,
    "a mention": _in_a_mention,
    "a title": _in_a_draft(lambda text: Draft(title=text)),
    "notes": _in_a_draft(lambda text: Draft(title=TITLE, description=text)),
    "a tag": _in_a_draft(lambda text: Draft(title=TITLE, tags=(text,))),
    "a list's name": _in_a_draft(lambda text: Draft(title=TITLE, list=text)),
    "a section's name": _in_a_section,
    "a template's name": _in_a_template,
    "a subtask": _in_a_subtask,
    "a done task": _in_a_done_title,
    "a file's name": _in_a_file("{}.txt", "Nothing in here."),
    "a file's text": _in_a_file("notes.txt", "Minutes of Monday\n\n{}\n\nEnd of the minutes"),
    "a table's cell": _in_a_file("costs.csv", 'item,note\nlunch,"{}"\n'),
    "a Todoist file": _imported("Work.csv", _todoist),
    "a TickTick file": _imported("backup.csv", _ticktick),
    "a calendar": _imported("tasks.ics", _calendar),
    "a todo.txt": _imported("todo.txt", lambda text: f"(B) {text}\n"),
    "our own JSON": _imported("taskchat.json", _ours),
}
"""Place → how a text comes to stand there."""
SAID = {"the message", "a quote", "a mention", "a file's name", "a file's text", "a table's cell"}
"""What the model hears with the message itself; for the rest it has to look."""
