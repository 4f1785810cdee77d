"""ChatKit's server as TaskChat speaks it; one a request, because it takes notes of one run."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

from chatkit.actions import Action
from chatkit.errors import CustomStreamError
from chatkit.server import ChatKitServer, NonStreamingResult, StreamingResult
from chatkit.types import (
    ChatKitReq,
    FeedbackKind,
    ProgressUpdateEvent,
    StreamOptions,
    StructuredInputItem,
    SyncCustomActionResponse,
    ThreadItem,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageItem,
    WidgetItem,
    is_streaming_req,
)
from pydantic import BaseModel

from taskchat.assistant.answer import text_of, to_json
from taskchat.assistant.answering import Answering
from taskchat.assistant.cards import Cards
from taskchat.assistant.context import Turn
from taskchat.assistant.history import recalled, said_by, user_input
from taskchat.assistant.mentions import Known, known_in
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.titles import titled
from taskchat.assistant.trouble import Trouble
from taskchat.errors import TaskChatError
from taskchat.services import conversations

THINKING = "Thinking…"
LOOKED_BACK = 200
"""Items of a thread that are read for the model's memory; the token budget cuts further."""


class Talk(ChatKitServer[Turn]):
    """The operations of ChatKit, and what happens between a message and its answer."""

    store: ThreadStore

    def __init__(self, store: ThreadStore, models: Models, record: Record) -> None:
        super().__init__(store)
        self.models = models
        self.record = record
        self.cards = Cards(store, record)

    def get_stream_options(self, thread: ThreadMetadata, context: Turn) -> StreamOptions:
        """Closing the connection stops nothing here (P5), so no client shows a Stop that lies (decision 26)."""
        return StreamOptions(allow_cancel=False)

    async def handle_stream_cancelled(
        self, thread: ThreadMetadata, pending_items: list[ThreadItem], context: Turn
    ) -> None:
        """The run keeps what was said and tells its readers; the SDK's own way loses it (P4)."""

    async def respond(
        self, thread: ThreadMetadata, input_user_message: UserMessageItem | None, context: Turn
    ) -> AsyncIterator[ThreadStreamEvent]:
        self.record.heard.set()
        items = await self.store.latest_items(thread.id, LOOKED_BACK, context)
        heard = _heard(items, input_user_message, context, await known_in(input_user_message, context))
        self.record.said.extend(heard)
        thread.title = thread.title or titled(context.text) or None
        for event in (*self.record.prelude, ProgressUpdateEvent(text=THINKING)):
            yield event
        async for event in self._answer(thread, context, items, heard):
            yield event

    async def _answer(
        self, thread: ThreadMetadata, turn: Turn, items: list[ThreadItem], heard: list[Any]
    ) -> AsyncIterator[ThreadStreamEvent]:
        """A yes or no to the card above needs no model (C-06); everything else does."""
        earlier = items[: next((n for n, item in enumerate(items) if item.id == turn.message_id), len(items))]
        if (card := await self.cards.asked_last(thread, earlier, turn)) is not None:
            for event in await self.cards.settled_in_words(thread, card, turn):
                yield event
            return
        memory = await recalled(earlier, await self._remembered(thread, turn))
        async for event in self._from_the_model(thread, turn, [*memory, *heard]):
            yield event

    async def _from_the_model(
        self, thread: ThreadMetadata, turn: Turn, heard: list[Any]
    ) -> AsyncIterator[ThreadStreamEvent]:
        trouble: Trouble | None = None
        try:
            async for event in Answering(self.store, self.models, self.record).events(thread, turn, heard):
                yield event
        except Trouble as error:
            trouble = error
        for event in await self.cards.asked(thread, turn):
            yield event
        if trouble:
            raise CustomStreamError(trouble.message, allow_retry=trouble.allow_retry) from trouble

    async def _remembered(self, thread: ThreadMetadata, turn: Turn) -> dict[str, list[Any]]:
        """The last run of each message: what a retry took back is forgotten."""
        runs = await asyncio.to_thread(conversations.runs_of, turn.person, thread.id)
        return {run.message_id: json.loads(run.items) for run in runs if run.id != turn.run_id}

    async def action(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, context: Turn
    ) -> AsyncIterator[ThreadStreamEvent]:
        self.record.heard.set()
        try:
            events = await self.cards.clicked(thread, action, sender, context)
        except TaskChatError as error:
            raise CustomStreamError(error.message) from error
        for event in events:
            yield event

    async def sync_action(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, context: Turn
    ) -> SyncCustomActionResponse:
        """The SDK does not save what this returns, so it is saved here."""
        events = await self.cards.clicked(thread, action, sender, context)
        item = events[0].item if events else None
        if item is not None:
            await self.store.save_item(thread.id, item, context=context)
        return SyncCustomActionResponse(updated_item=item)

    async def add_feedback(self, thread_id: str, item_ids: list[str], feedback: FeedbackKind, context: Turn) -> None:
        for item_id in item_ids:
            await self.store.load_item(thread_id, item_id, context=context)
        await asyncio.to_thread(conversations.rate, context.person, thread_id, item_ids, feedback, now=context.now)

    async def carry_out(self, request: ChatKitReq, turn: Turn) -> StreamingResult | NonStreamingResult:
        """`process` for a request that is read already: ChatKit builds its parser anew for each, which takes 8 ms."""
        if is_streaming_req(request):
            return StreamingResult(self._process_streaming(request, turn))
        return NonStreamingResult(await self._process_non_streaming(request, turn))

    def _serialize(self, obj: BaseModel) -> bytes:
        """Everything that leaves passes here: times get their zone (P18), answers keep model and ending."""
        return to_json(obj).encode()


def _heard(items: list[ThreadItem], message: UserMessageItem | None, turn: Turn, known: Known) -> list[Any]:
    """What the person just said, as input: a message, or the answers to a form."""
    if message is not None:
        turn.message_id, turn.text = message.id, text_of(message)
        return user_input(message, known)
    form = next((item for item in reversed(items) if isinstance(item, StructuredInputItem)), None)
    turn.message_id = form.id if form else turn.message_id
    turn.text = "\n".join(_answers(form)) if form else ""
    return [said_by("user", turn.text)]


def _answers(form: StructuredInputItem) -> list[str]:
    return [
        f"{question.question} {', '.join(question.answer.values) if question.answer else ''}".strip()
        for question in form.inputs
    ]
