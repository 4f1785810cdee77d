"""Streaming operations: what must hold before the stream begins is checked here, then a run carries it out."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from chatkit.store import NotFoundError
from chatkit.types import (
    StreamingReq,
    StructuredInputItem,
    ThreadItem,
    UserMessageItem,
    WidgetItem,
)

from taskchat.assistant.answer import to_json
from taskchat.assistant.attached import OFFERS, check_files
from taskchat.assistant.cards import ACTIONS
from taskchat.assistant.context import Turn
from taskchat.assistant.limits import Limits
from taskchat.assistant.models import Models
from taskchat.assistant.naming import Naming
from taskchat.assistant.queue import tell
from taskchat.assistant.reading import frames_of
from taskchat.assistant.record import Record
from taskchat.assistant.retrying import Again, taken_back
from taskchat.assistant.runs import Run, Runs
from taskchat.assistant.rush import Rush
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.talk import Talk
from taskchat.assistant.wire import SENDS, asks_built_in, files_of, in_place_of, screen_of, send_key
from taskchat.errors import Conflict, Invalid, NotFound, TooMany
from taskchat.live import Change, Frame, What, live
from taskchat.services import files, starting
from taskchat.services.queue import Waiting
from taskchat.services.spending import Cap
from taskchat.services.starting import Begun, Message, Start
from taskchat.storage.ids import new_id

MISSING = "This conversation does not exist, or not any more."
CLOSED = "This conversation is closed. Start a new one."
NOT_A_MESSAGE = "Only a message of yours can be tried again."
NOT_A_FORM = "This form does not wait for an answer, or not any more."
NOT_A_CARD = "Only a card can be acted on."


@dataclass(frozen=True, slots=True)
class Streamed:
    """A run that was started, or that a repeated send was attached to; not reading its frames does not stop it."""

    run_id: str
    thread_id: str
    frames: AsyncIterator[Frame]
    message: str = ""
    """What the person said, as the thread keeps it (JSON); "" where the run goes on with what stood there before."""
    waiting: Waiting | None = None
    """The message, where another answer is being written: its own run begins when its turn has come."""


@dataclass(frozen=True, slots=True)
class Sending:
    """Starts runs."""

    limits: Limits
    models: Models
    store: ThreadStore
    runs: Runs
    naming: Naming
    rush: Rush = field(default_factory=Rush)

    async def start(self, request: StreamingReq, turn: Turn) -> Streamed:
        """Raises Invalid, NotFound, Conflict, TooMany before anything has happened (P14)."""
        existing: str | None = getattr(request.params, "thread_id", None)
        turn.run_id, turn.built_in, turn.screen = new_id("run"), asks_built_in(request), screen_of(request)
        turn.thread_id = starting.thread_of(turn.person, turn.run_id, existing)
        talk = Talk(self.store, self.models, Record(model=self.models.name_for(turn)))
        await check_files(request, turn, self.models)
        if isinstance(request, SENDS):
            talk.look_around(turn)
        with self.rush.asking():
            begun = await self._begin(request, turn, talk, existing)
            turn.run_id, turn.thread_id = begun.run_id, starting.thread_of(turn.person, begun.run_id, existing)
            if begun.is_new and begun.waiting is None:
                await talk.think_ahead(begun.past, turn)
        await self.rush.calm()
        if begun.waiting is not None:
            return await self._wait(begun.waiting, request, turn, is_new=begun.is_new)
        if not begun.is_new:
            return Streamed(turn.run_id, turn.thread_id, frames_of(self.store, turn))
        self._carry_out(request, turn, talk)
        said = to_json(talk.message) if talk.message else ""
        return Streamed(turn.run_id, turn.thread_id, live().read(turn.run_id), said)

    async def _wait(self, waiting: Waiting, request: StreamingReq, turn: Turn, *, is_new: bool) -> Streamed:
        """Its files stay with the conversation however long it takes, and every tab sees it wait."""
        if is_new:
            for file_id in files_of(request):
                with suppress(NotFound):  # removed this very moment
                    await asyncio.to_thread(files.bring_to, turn.person, file_id, turn.thread_id)
            live().publish(turn.person.id, Change(What.ITEMS, (turn.thread_id,)))
        await tell(waiting)
        return Streamed(turn.run_id, turn.thread_id, live().read(turn.run_id), waiting=waiting)

    async def _begin(self, request: StreamingReq, turn: Turn, talk: Talk, thread_id: str | None) -> Begun:
        try:
            message = await self._message(request, turn, talk)
            start = self._start(request, turn, thread_id, message)
            return await asyncio.to_thread(starting.begin, turn.person, start, now=turn.now)
        except (NotFound, NotFoundError):
            raise NotFound(MISSING) from None
        except TooMany as error:
            raise self.limits.told(error, turn) from None

    async def _message(self, request: StreamingReq, turn: Turn, talk: Talk) -> Message | None:
        """What the request says; None where it is about something that stands in the thread."""
        if isinstance(request, SENDS):
            return await talk.write(request.params.input, turn)
        item = await self._checked(request, turn)
        turn.message_id = item.id if item else new_id("msg")
        return None

    async def _checked(self, request: StreamingReq, turn: Turn) -> ThreadItem | None:
        """The item an operation is about: it must be there, theirs, and of the right kind."""
        await self.store.load_thread(turn.thread_id, context=turn)
        item_id = getattr(request.params, "item_id", None)
        item = await self.store.load_item(turn.thread_id, item_id, context=turn) if item_id else None
        match request.type:
            case "threads.retry_after_item" if not isinstance(item, UserMessageItem):
                raise Invalid(NOT_A_MESSAGE, "item_id")
            case "threads.add_structured_input" if not _waits(item):
                raise Invalid(NOT_A_FORM, "item_id")
            case "threads.custom_action":
                check_action(request.params.action.type, item)
        return item

    def _start(self, request: StreamingReq, turn: Turn, thread_id: str | None, message: Message | None) -> Start:
        key = send_key(request) if isinstance(request, SENDS) else None
        asks = request.type != "threads.custom_action"
        return Start(
            at=datetime.now(UTC),
            run_id=turn.run_id,
            session=turn.seat.session,
            worker=self.runs.worker,
            model=self.models.name_for(turn),
            message_id=turn.message_id,
            message=message,
            thread_id=thread_id,
            check=_check_open,
            key=key,
            text_hash=_fingerprint(request),
            in_place_of=in_place_of(request),
            limits=self.limits.on(turn) if asks else (),
            cap=self.models.cap_for(turn) if asks else Cap(),
        )

    def _carry_out(self, request: StreamingReq, turn: Turn, talk: Talk) -> None:
        run = Run(turn, talk, request)
        if request.type == "threads.retry_after_item":
            run.prepare = partial(taken_back, self.store, turn, Again.of(request.metadata))
        self.runs.start(run)
        self.naming.after(run)


def _check_open(data: str) -> None:
    """Whether a thread, as it is stored, takes another message."""
    status = json.loads(data or "{}").get("status") or {"type": "active"}
    if status["type"] != "active":
        raise Conflict(status.get("reason") or CLOSED, "thread_closed")


def check_action(action: str, item: ThreadItem | None) -> None:
    if item is not None and not isinstance(item, WidgetItem):
        raise Invalid(NOT_A_CARD, "item_id")
    if action not in ACTIONS and action not in OFFERS:
        raise Invalid("This server does not know this action.", "action", code="unknown_action")


def _waits(item: ThreadItem | None) -> bool:
    return isinstance(item, StructuredInputItem) and item.status == "pending"


def _fingerprint(request: StreamingReq) -> str:
    """The same message under the same key is a repetition, another one a mistake (K-06)."""
    params = request.params.model_dump(mode="json")
    return hashlib.sha256(json.dumps(params, sort_keys=True).encode()).hexdigest()
