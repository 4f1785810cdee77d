"""Streaming operations: what must hold before the stream begins is checked here, then a run carries it out."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chatkit.store import NotFoundError
from chatkit.types import (
    StreamingReq,
    StructuredInputItem,
    ThreadItem,
    UserMessageItem,
    WidgetItem,
)

from taskchat.assistant.attached import OFFERS, check_files
from taskchat.assistant.cards import ACTIONS
from taskchat.assistant.context import Turn
from taskchat.assistant.models import Models
from taskchat.assistant.reading import frames_of
from taskchat.assistant.record import Record
from taskchat.assistant.retrying import taken_back
from taskchat.assistant.runs import Run, Runs
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.talk import Talk
from taskchat.assistant.wire import SENDS, send_key
from taskchat.config import Settings
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.live import Frame
from taskchat.services import starting
from taskchat.services.starting import Limit, Start
from taskchat.storage.ids import new_id

MISSING = "This conversation does not exist, or not any more."
CLOSED = "This conversation is closed. Start a new one."
NOT_A_MESSAGE = "Only a message of yours can be tried again."
NOT_A_FORM = "This form does not wait for an answer, or not any more."
NOT_A_CARD = "Only a card can be acted on."
MINUTE, DAY = timedelta(minutes=1), timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Streamed:
    """A run that was started, or that a repeated send was attached to; not reading its frames does not stop it."""

    run_id: str
    thread_id: str
    frames: AsyncIterator[Frame]


@dataclass(frozen=True, slots=True)
class Sending:
    """Starts runs."""

    settings: Settings
    models: Models
    store: ThreadStore
    runs: Runs

    async def start(self, request: StreamingReq, turn: Turn) -> Streamed:
        """Raises Invalid, NotFound, Conflict, TooMany before anything has happened (P14)."""
        existing: str | None = getattr(request.params, "thread_id", None)
        turn.thread_id = existing or ""
        try:
            target = await self._checked(request, turn) if existing else None
        except NotFoundError:
            raise NotFound(MISSING) from None
        await check_files(request, turn, self.models)
        turn.message_id = target.id if target else new_id("msg")
        claim = await asyncio.to_thread(starting.begin, turn.person, self._start(request, turn), now=turn.now)
        turn.run_id, turn.thread_id = claim.run_id, starting.thread_of(turn.person, claim.run_id, existing)
        if claim.is_new:
            self._carry_out(request, turn)
        return Streamed(turn.run_id, turn.thread_id, frames_of(self.store, turn))

    async def _checked(self, request: StreamingReq, turn: Turn) -> ThreadItem | None:
        """The item an operation is about: it must be there, theirs, and of the right kind."""
        thread = await self.store.load_thread(turn.thread_id, context=turn)
        if thread.status.type != "active":
            raise Conflict(thread.status.reason or CLOSED, "thread_closed")
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

    def _start(self, request: StreamingReq, turn: Turn) -> Start:
        key = send_key(request) if isinstance(request, SENDS) else None
        return Start(
            at=datetime.now(UTC),
            session=turn.seat.session,
            worker=self.runs.worker,
            model=self.models.name_for(turn),
            message_id=turn.message_id,
            thread_id=turn.thread_id or None,
            key=key,
            text_hash=_fingerprint(request),
            limits=() if request.type == "threads.custom_action" else self._limits(turn),
        )

    def _limits(self, turn: Turn) -> tuple[Limit, ...]:
        """K-07: a minute for every model, a day for hosted ones."""
        minute = Limit("messages a minute", self.settings.taskchat_limit_minute, MINUTE)
        if not self.models.is_hosted_for(turn):
            return (minute,)
        return minute, Limit("messages a day", self.settings.taskchat_limit_day, DAY)

    def _carry_out(self, request: StreamingReq, turn: Turn) -> None:
        record = Record(model=self.models.name_for(turn))
        run = Run(turn, Talk(self.store, self.models, record), request)
        if request.type == "threads.retry_after_item":
            keeps = request.metadata.get("keep") is True
            run.prepare = lambda: taken_back(self.store, turn, keeps=keeps)
        self.runs.start(run)


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
