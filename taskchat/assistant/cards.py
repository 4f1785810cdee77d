"""Questions that wait for the person: one card a thread, answered by a click or by the very next words (C-06)."""

import asyncio
from collections.abc import Sequence
from typing import Any

from chatkit.actions import Action
from chatkit.types import (
    ThreadItemDoneEvent,
    ThreadItemReplacedEvent,
    ThreadMetadata,
    ThreadStreamEvent,
    WidgetItem,
)
from chatkit.widgets import DynamicWidgetRoot

from taskchat.assistant.answer import local_now, spoken
from taskchat.assistant.confirm import Settled, is_no, is_yes, payload_of, settle
from taskchat.assistant.context import Turn
from taskchat.assistant.history import said_by
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.widgets import confirmation_card, settled_card
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.services import conversations
from taskchat.services.conversations import Confirmation
from taskchat.storage.past import PastItem

ACTIONS = {"confirmation.confirm": True, "confirmation.cancel": False}
"""Action type of a button → the answer it gives."""
ANSWERED = {"yes", "no"}
ENDED = "This question has ended. Ask again."


class Cards:
    """The confirmation cards of one request."""

    def __init__(self, store: ThreadStore, record: Record) -> None:
        self.store = store
        self.record = record

    async def asked(self, thread: ThreadMetadata, turn: Turn) -> list[ThreadStreamEvent]:
        """The card for what the tools of this message did not do by themselves; none when nothing waits."""
        if not turn.waiting:
            return []
        item_id = self.store.generate_item_id("message", thread, turn)
        tool, payload = payload_of(turn.waiting)
        question = await asyncio.to_thread(
            conversations.ask, turn.person, thread.id, tool=tool, payload=payload, item_id=item_id, now=turn.now
        )
        card = await asyncio.to_thread(confirmation_card, question, turn)
        item = WidgetItem(
            id=item_id,
            thread_id=thread.id,
            created_at=local_now(),
            widget=DynamicWidgetRoot.model_validate(card.widget),
            copy_text=card.copy_text,
        )
        return [ThreadItemDoneEvent(item=item)]

    def may_be_meant(self, earlier: Sequence[PastItem], turn: Turn) -> bool:
        """Whether the last thing before these words is a card, and they say yes or no."""
        above = earlier[-1].kind if earlier else ""
        return above == "widget" and (is_yes(turn.text) or is_no(turn.text))

    async def asked_last(
        self, thread: ThreadMetadata, earlier: Sequence[PastItem], turn: Turn
    ) -> tuple[Confirmation, WidgetItem] | None:
        """The question these words answer: its card may be meant, and it waits."""
        if not self.may_be_meant(earlier, turn):
            return None
        question = await asyncio.to_thread(conversations.pending, turn.person, thread.id, now=turn.now)
        if question is None or question.item_id != earlier[-1].id:
            return None
        return question, await self._card_of(question, turn)

    async def settled_in_words(
        self, thread: ThreadMetadata, asked: tuple[Confirmation, WidgetItem], turn: Turn
    ) -> list[ThreadStreamEvent]:
        """The card shrinks to what came of it, and the same words are the answer."""
        question, card = asked
        settled = await asyncio.to_thread(settle, turn, question.id, is_yes(turn.text))
        self.record.said.append(said_by("assistant", settled.words))
        answer = spoken(self.store.generate_item_id("message", thread, turn), thread.id, settled.words, "")
        return [_replaced(card, settled, turn), ThreadItemDoneEvent(item=answer)]

    async def clicked(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, turn: Turn
    ) -> list[ThreadItemReplacedEvent]:
        """A button of a card. The payload is the client's word: only the stored question counts."""
        question = await self._question(action.payload, thread, turn)
        sender = sender or await self._card_of(question, turn)
        turn.message_id = turn.message_id or sender.id
        settled = await asyncio.to_thread(settle, turn, question.id, ACTIONS[action.type])
        self.record.said.append(said_by("assistant", settled.words))
        return [_replaced(sender, settled, turn)]

    async def _question(self, payload: Any, thread: ThreadMetadata, turn: Turn) -> Confirmation:
        question_id = payload.get("id") if isinstance(payload, dict) else None
        if not isinstance(question_id, str) or len(question_id) > 100:
            raise Invalid(ENDED, "payload")
        question = await asyncio.to_thread(conversations.confirmation, turn.person, question_id)
        if question.thread_id != thread.id:
            raise NotFound(ENDED)
        if question.answer in ANSWERED:
            raise Conflict(ENDED, "question_ended")  # the card goes on saying what came of it
        return question

    async def _card_of(self, question: Confirmation, turn: Turn) -> WidgetItem:
        item = await self.store.load_item(question.thread_id, question.item_id, context=turn)
        if not isinstance(item, WidgetItem):
            raise NotFound(ENDED)
        return item


def _replaced(card: WidgetItem, settled: Settled, turn: Turn) -> ThreadItemReplacedEvent:
    """Replaced, not updated: an update of a saved widget is not saved (P13). `group` is what Undo takes back."""
    line = settled_card(settled.words) | {"group": turn.message_id if settled.ok else ""}
    widget = DynamicWidgetRoot.model_validate(line)
    return ThreadItemReplacedEvent(item=card.model_copy(update={"widget": widget, "copy_text": settled.words}))
