"""Messages that were sent while an answer was written: they wait in a line, each for its own run (K-06).

The stream of such a message begins with the message itself, marked `metadata.queued`, and goes on with its run when
its turn has come (decision 26). Until then it can be withdrawn; what is sent `in_place_of` it takes its place. Behind
an answer that failed it is held, for it may rest on what never came: then the person sends it, or does not.
"""

import asyncio
import json
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, cast

from chatkit.types import (
    ErrorEvent,
    ThreadAddUserMessageParams,
    ThreadItemRemovedEvent,
    ThreadsAddUserMessageReq,
    ThreadStreamEvent,
    UserMessageInput,
    UserMessageItem,
)

from taskchat.assistant.answer import from_json, text_of, to_json
from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.runs import Run, Runs
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.talk import Talk
from taskchat.assistant.wire import AN_ID
from taskchat.domain.person import Seat
from taskchat.errors import NotFound
from taskchat.live import Change, What, live
from taskchat.services import files, queue
from taskchat.services.conversations import Ended
from taskchat.services.queue import Taken, Waiting
from taskchat.storage.ids import new_id

HELD = "The answer before this message did not come to its end, so this one was not sent. It is kept."


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits in every conversation. Every method takes the seat first, but those that a run's end calls."""

    store: ThreadStore
    models: Models
    runs: Runs

    async def line(self, seat: Seat, thread_id: str) -> bytes:
        """What waits, as JSON. Raises NotFound."""
        waiting = await asyncio.to_thread(queue.line, seat.person, thread_id)
        return _bytes({"data": [shown(one) for one in waiting]})

    async def withdraw(self, seat: Seat, thread_id: str, message_id: str) -> bytes:
        """The message as it was, as JSON; its stream ends. Raises NotFound, Conflict once it has begun."""
        waiting = await asyncio.to_thread(queue.withdraw, seat.person, thread_id, _an_id(message_id))
        await _append(waiting.run_id, ThreadItemRemovedEvent(item_id=message_id))
        await live().end(waiting.run_id)
        return waiting.message.encode()

    async def send_now(self, seat: Seat, thread_id: str, message_id: str) -> None:
        """What was held goes back to its place, and runs at once where nothing does. Raises NotFound, Conflict."""
        turn = Turn(seat=seat, now=datetime.now(UTC), thread_id=thread_id)
        wake = partial(queue.wake, run_id=new_id("run"), session_hash=seat.session, model=self.models.name_for(turn))
        at = {"worker": self.runs.worker, "now": turn.now}
        if (taken := await asyncio.to_thread(wake, seat.person, thread_id, _an_id(message_id), **at)) is not None:
            self.begin(taken)

    async def move_on(self, ended: Ended) -> None:
        """A run is over: the next begins, and the streams of what is held end with the reason."""
        for waiting in ended.held:
            await tell(waiting)
        if ended.taken is not None:
            self.begin(ended.taken)

    def begin(self, taken: Taken) -> None:
        """Carry it out as if it had been sent just now, but for what its sender could not have seen."""
        message = cast(UserMessageItem, from_json(taken.message))
        turn = Turn(taken.seat, datetime.now(UTC), taken.thread_id, taken.run_id, message.id, text_of(message))
        turn.written, turn.waited = message.id, True
        talk = Talk(self.store, self.models, Record(model=self.models.name_for(turn)))
        talk.message = message
        run = Run(turn, talk, _request(message), prepare=partial(_without_lost_files, message, turn))
        self.runs.start(run)
        live().publish(turn.person.id, Change(What.ITEMS, (turn.thread_id,)))


def _an_id(message_id: str) -> str:
    """Whatever cannot be one is nowhere."""
    if not AN_ID.fullmatch(message_id):
        raise NotFound(queue.GONE)
    return message_id


def shown(waiting: Waiting) -> dict[str, Any]:
    """The message as programs see it."""
    metadata = {"queued": True} | ({"held": True} if waiting.held else {})
    return json.loads(waiting.message) | {"metadata": metadata}


async def tell(waiting: Waiting) -> None:
    """The beginning of its stream, once; and its end where nobody knows when it goes on."""
    if not live().position(waiting.run_id):
        event = {"type": "thread.item.added", "item": shown(waiting)}
        await live().append(waiting.run_id, _bytes(event))
    if waiting.held and not live().has_ended(waiting.run_id):
        await _append(waiting.run_id, ErrorEvent(message=HELD, allow_retry=False))
        await live().end(waiting.run_id)


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


async def _append(run_id: str, event: ThreadStreamEvent) -> None:
    await live().append(run_id, to_json(event).encode())


def _request(message: UserMessageItem) -> ThreadsAddUserMessageReq:
    said = UserMessageInput(
        content=message.content,
        attachments=[each.id for each in message.attachments],
        quoted_text=message.quoted_text,
        inference_options=message.inference_options,
    )
    return ThreadsAddUserMessageReq(params=ThreadAddUserMessageParams(thread_id=message.thread_id, input=said))


async def _without_lost_files(message: UserMessageItem, turn: Turn) -> list[ThreadStreamEvent]:
    """A file may have been removed while the message waited."""
    if message.attachments:
        ids = [each.id for each in message.attachments]
        there = {file.id for file in await asyncio.to_thread(files.several, turn.person, ids)}
        message.attachments = [each for each in message.attachments if each.id in there]
    return []
