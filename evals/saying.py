"""What becomes of a sentence said to the assistant: `bin/eval --say FILE`."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from evals.apart import shared
from evals.lines import Line, Unreadable, moment_of, read_lines, texts_of
from evals.listed import There, there
from evals.room import Room
from taskchat.domain.person import Ways
from taskchat.errors import TaskChatError

FORM = (
    '{"said": "…", "now": "2026-03-01T09:30:00", "zone": "Europe/Berlin"}, and "tasks" and "before" where there are any'
)
ASKED = ("said", "now", "zone")


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence, when and where it is said, the tasks that were there, and the sentences before it."""

    said: str
    now: datetime
    zone: str
    tasks: tuple[There, ...] = ()
    before: tuple[str, ...] = ()


def answers(lines: Iterable[str], model: str = "") -> Iterator[dict[str, Any] | Unreadable]:
    """One answer a line, in their order; empty lines are passed over."""
    read = list(read_lines(lines, _read, FORM))
    answered = shared(answer, [line for line in read if isinstance(line, Line)], model)
    for line in read:
        yield line if isinstance(line, Unreadable) else next(answered)


def _read(said: dict[str, Any]) -> Saying:
    texts = texts_of(said, ASKED, FORM)
    now, zone = moment_of(texts["now"], texts["zone"]), texts["zone"]
    tasks, before = said.get("tasks") or [], said.get("before") or []
    if not isinstance(tasks, list) or not isinstance(before, list) or not all(isinstance(each, str) for each in before):
        raise ValueError(f"a line looks like {FORM}")
    try:
        return Saying(texts["said"], now, zone, tuple(there(each, now=now, zone=zone) for each in tasks), tuple(before))
    except TaskChatError as error:
        raise ValueError(error.message) from None


async def answer(room: Room, line: Line[Saying]) -> dict[str, Any] | Unreadable:
    """Somebody new says it, after what they said before."""
    asked = line.asked
    try:
        talking = room.person(asked.tasks, Ways(zone=asked.zone), asked.now)
        for sentence in asked.before:
            await talking.say(sentence)
        heard = await talking.say(asked.said)
    except TaskChatError as error:
        return Unreadable(line.number, error.message)
    told = {"said": asked.said, "calls": list(heard.calls), "reply": heard.reply}
    return told | {"tasks": talking.tasks(), "ms": round(heard.ms, 1)}
