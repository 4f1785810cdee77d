"""ChatKit's server as TaskChat speaks it; one a request, because it takes notes of one run."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

from chatkit.actions import Action
from chatkit.errors import CustomStreamError
from chatkit.server import ChatKitServer, NonStreamingResult, StreamingResult
from chatkit.types import (
    ChatKitReq,
    ItemsFeedbackReq,
    ProgressUpdateEvent,
    StreamOptions,
    StructuredInputItem,
    SyncCustomActionResponse,
    ThreadItem,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    UserMessageInput,
    UserMessageItem,
    WidgetItem,
    is_streaming_req,
)
from pydantic import BaseModel

from taskchat.assistant.answer import local_now, text_of, to_json
from taskchat.assistant.answering import Answering, ask
from taskchat.assistant.around import around
from taskchat.assistant.attached import OFFERS, Attached
from taskchat.assistant.attachments import Attachments
from taskchat.assistant.cards import Cards
from taskchat.assistant.context import Turn
from taskchat.assistant.feedback import rated
from taskchat.assistant.history import recalled, said_by, user_input
from taskchat.assistant.mentions import known_in
from taskchat.assistant.models import Models
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.titles import titled
from taskchat.assistant.trouble import Trouble, cause_of, may_retry
from taskchat.errors import TaskChatError, Unavailable
from taskchat.live import Change, What, live
from taskchat.services import conversations
from taskchat.services.starting import Message
from taskchat.storage.past import LOOKED_BACK, Past

THINKING = "Thinking…"


class Talk(ChatKitServer[Turn]):
    """The operations of ChatKit, and what happens between a message and its answer."""

    store: ThreadStore

    def __init__(self, store: ThreadStore, models: Models, record: Record) -> None:
        super().__init__(store, Attachments(store.address))
        self.models = models
        self.record = record
        self.cards = Cards(store, record)
        self.files = Attached(store, models, record)
        self.message: UserMessageItem | None = None
        """The message that this request says, once it is written, or is about."""
        self._answering: Answering | None = None
        self._around: asyncio.Task[str] | None = None

    def get_stream_options(self, thread: ThreadMetadata, context: Turn) -> StreamOptions:
        """Closing the connection stops nothing here (P5), so no client shows a Stop that lies (decision 26)."""
        return StreamOptions(allow_cancel=False)

    async def handle_stream_cancelled(
        self, thread: ThreadMetadata, pending_items: list[ThreadItem], context: Turn
    ) -> None:
        """The run keeps what was said and tells its readers; the SDK's own way loses it (P4)."""

    async def write(self, said: UserMessageInput, turn: Turn) -> Message:
        """The person's message as it will stand in the thread: saved with the run, before the model hears of it."""
        thread = ThreadMetadata(id=turn.thread_id, created_at=local_now())
        self.message = await super()._build_user_message_item(said, thread, turn)
        turn.message_id = turn.written = self.message.id
        turn.text = text_of(self.message)
        return Message(to_json(self.message), turn.text)

    async def _build_user_message_item(
        self,
        input: UserMessageInput,  # noqa: A002 - ChatKit's name
        thread: ThreadMetadata,
        context: Turn,
    ) -> UserMessageItem:
        return self.message or await super()._build_user_message_item(input, thread, context)

    def look_around(self, turn: Turn) -> None:
        """Begin to gather what a model far away is told besides: the database has time for it while the run begins."""
        if self.models.is_hosted_for(turn):
            self._around = asyncio.create_task(_looked_around(turn))

    async def think_ahead(self, past: Past, turn: Turn) -> None:
        """Ask the model before the stream tells what comes first, unless a card may wait for these very words."""
        if self.message is None or self.cards.may_be_meant(past.items, turn):
            return
        if not await self.files.are_all(self.message, turn):
            await (await self._ask(past, turn, await _heard(self.message, turn))).wait()

    async def respond(
        self, thread: ThreadMetadata, input_user_message: UserMessageItem | None, context: Turn
    ) -> AsyncIterator[ThreadStreamEvent]:
        self.record.heard.set()
        try:
            settled = [] if self._answering else await self._hear(thread, input_user_message, context)
            thread.title = thread.title or titled(context.text) or None
            for event in (*self.record.prelude, ProgressUpdateEvent(text=THINKING)):
                yield event
            async for event in self._answer(thread, context, settled):
                yield event
        except TaskChatError as error:
            raise self._failed(error) from error

    async def _hear(
        self, thread: ThreadMetadata, message: UserMessageItem | None, turn: Turn
    ) -> list[ThreadStreamEvent]:
        """A yes or no to the card above (C-06), and files alone that nobody reads, are settled here; the rest asks."""
        heard = await _heard(message, turn) if message else await self._form(thread, turn)
        if message is not None:
            self.message, turn.message_id, turn.text = message, message.id, text_of(message)
        past = await asyncio.to_thread(conversations.past, turn.person, thread.id, before=turn.message_id)
        if (card := await self.cards.asked_last(thread, past.items, turn)) is not None:
            self.record.said.extend(heard)
            return await self.cards.settled_in_words(thread, card, turn)
        if await self.files.are_all(self.message, turn):
            self.record.said.extend(heard)
            return await self.files.offered(thread, self.message, turn)
        await self._ask(past, turn, heard)
        return []

    async def _form(self, thread: ThreadMetadata, turn: Turn) -> list[Any]:
        """What the person filled in, as input."""
        items = await self.store.latest_items(thread.id, LOOKED_BACK, turn)
        form = next((item for item in reversed(items) if isinstance(item, StructuredInputItem)), None)
        turn.message_id = form.id if form else turn.message_id
        turn.text = "\n".join(_answers(form)) if form else ""
        return [said_by("user", turn.text)]

    async def _ask(self, past: Past, turn: Turn, heard: list[Any]) -> Answering:
        turn.shows = True
        if self._around is None:
            self.look_around(turn)
        turn.around = await self._around if self._around else ""
        self.record.said.extend(heard)
        told = [*await recalled(past), *await self.files.heard(past.items, self.message, turn), *heard]
        self._answering = ask(self.store, self.models, self.record, turn, told)
        return self._answering

    async def _answer(
        self, thread: ThreadMetadata, turn: Turn, settled: list[ThreadStreamEvent]
    ) -> AsyncIterator[ThreadStreamEvent]:
        for event in settled:
            yield event
        if self._answering is None:
            return
        trouble: Trouble | None = None
        try:
            async for event in self._answering.events():
                yield event
        except Trouble as error:
            trouble = error
        for event in await self.cards.shown(thread, turn):
            yield event
        if trouble:
            raise trouble
        for event in await self.files.offered(thread, self.message, turn):
            yield event

    def _failed(self, error: TaskChatError) -> CustomStreamError:
        """What the stream ends with; the run keeps the cause, so that a reload tells the same."""
        self.record.cause = cause_of(error)
        return CustomStreamError(error.message, allow_retry=may_retry(self.record.cause))

    async def let_go(self) -> None:
        """The run is over, wherever it was: nothing goes on thinking."""
        if self._answering is not None:
            await self._answering.let_go()

    async def action(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, context: Turn
    ) -> AsyncIterator[ThreadStreamEvent]:
        self.record.heard.set()
        try:
            events = await self._clicked(thread, action, sender, context)
        except TaskChatError as error:
            raise self._failed(error) from error
        for event in events:
            yield event

    async def _clicked(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, turn: Turn
    ) -> list[ThreadItemReplacedEvent]:
        clicked = self.files.taken_up if action.type in OFFERS else self.cards.clicked
        return await clicked(thread, action, sender, turn)

    async def sync_action(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, context: Turn
    ) -> SyncCustomActionResponse:
        """The SDK does not save what this returns, so it is saved here; tabs that show the thread look again."""
        events = await self._clicked(thread, action, sender, context)
        item = events[0].item if events else None
        if item is not None:
            await self.store.save_item(thread.id, item, context=context)
            live().publish(context.person.id, Change(What.RUN, (thread.id, context.run_id)))
        return SyncCustomActionResponse(updated_item=item)

    async def carry_out(self, request: ChatKitReq, turn: Turn) -> StreamingResult | NonStreamingResult:
        """`process` for a request that is read already: ChatKit builds its parser anew for each, which takes 8 ms."""
        if is_streaming_req(request):
            return StreamingResult(self._process_streaming(request, turn))
        if isinstance(request, ItemsFeedbackReq):
            return NonStreamingResult(await rated(self.store, request, turn))
        return NonStreamingResult(await self._process_non_streaming(request, turn))

    def _serialize(self, obj: BaseModel) -> bytes:
        """Everything that leaves passes here: times get their zone (P18), answers keep model and ending."""
        return to_json(obj).encode()


async def _looked_around(turn: Turn) -> str:
    """An answer does without it where the database is away for a moment."""
    try:
        return await asyncio.to_thread(around, turn)
    except Unavailable:
        return ""


async def _heard(message: UserMessageItem, turn: Turn) -> list[Any]:
    return user_input(message, await known_in(message, turn))


def _answers(form: StructuredInputItem) -> list[str]:
    return [
        f"{question.question} {', '.join(question.answer.values) if question.answer else ''}".strip()
        for question in form.inputs
    ]
