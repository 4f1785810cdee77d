"""What becomes of a sentence said to the assistant: `bin/eval --say FILE`."""

import gc
import multiprocessing
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import cycle
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import uvloop

from evals.lines import Line, Unreadable, moment_of, read_lines, texts_of
from evals.listed import There, there
from evals.room import Room, opened
from taskchat.domain.person import Ways
from taskchat.errors import TaskChatError

FORM = (
    '{"said": "…", "now": "2026-03-01T09:30:00", "zone": "Europe/Berlin"}, and "tasks" and "before" where there are any'
)
ASKED = ("said", "now", "zone")
YOUNG = 20_000
"""Objects between two looks for garbage: a sentence makes thousands that live as long as its answer."""
FEW = 20
"""Lines that are not worth a second process, which takes a second to get ready."""


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
    answered = _answered([line for line in read if isinstance(line, Line)], model)
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


Answer = dict[str, Any] | Unreadable


def _answered(lines: Sequence[Line[Saying]], model: str) -> Iterator[Answer]:
    """As they come: each process takes its turn, so that the order of the answers is that of the lines."""
    number = min(os.cpu_count() or 1, 1 + len(lines) // FEW)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="taskchat-")))
        shares = [(lines[start::number], folder / str(start), model) for start in range(number)]
        ways = [stack.enter_context(_apart(*share)) for share in shares]
        for _, way in zip(lines, cycle(ways), strict=False):
            yield way.recv()


@contextmanager
def _apart(lines: Sequence[Line[Saying]], folder: Path, model: str) -> Iterator[Connection]:
    """A process of its own that answers these lines one after another."""
    here, other = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.Process(target=_answer_all, args=(lines, folder, model, other), daemon=True)
    process.start()
    other.close()
    try:
        yield here
    finally:
        process.terminate()
        process.join()


def _answer_all(lines: Sequence[Line[Saying]], folder: Path, model: str, to: Connection) -> None:
    async def answer_all() -> None:
        async with opened(folder, model) as room:
            gc.freeze()
            gc.set_threshold(YOUNG, 20, 20)
            for line in lines:
                to.send(await answer(room, line))

    uvloop.run(answer_all())


async def answer(room: Room, line: Line[Saying]) -> Answer:
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
