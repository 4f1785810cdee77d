"""Cards of a conversation: what was found or changed, and one question a thread that waits for a yes (C-06)."""

import asyncio
from collections.abc import Callable, Sequence
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

from taskchat.assistant import task_actions
from taskchat.assistant.answer import local_now, spoken
from taskchat.assistant.confirm import Settled, is_no, is_yes, payload_of, settle
from taskchat.assistant.context import Turn
from taskchat.assistant.history import said_by
from taskchat.assistant.record import Record
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.widgets import (
    Card,
    changed_list,
    confirmation_card,
    found_list,
    made_anew,
    plan_of_the_day,
    settled_card,
)
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.services import conversations
from taskchat.services.conversations import Confirmation
from taskchat.storage.past import PastItem

ANSWERS = {"confirmation.confirm": True, "confirmation.cancel": False}
"""Action type of a button → the answer it gives."""
ACTIONS = frozenset({*ANSWERS, *task_actions.ACTIONS})
ANSWERED = {"yes", "no"}
ENDED = "This question has ended. Ask again."


class Cards:
    """The cards of one request."""

    def __init__(self, store: ThreadStore, record: Record) -> None:
        self.store = store
        self.record = record

    async def shown(self, thread: ThreadMetadata, turn: Turn) -> list[ThreadStreamEvent]:
        """What stands below the answer: the tasks it changed or found, and last the question that waits."""
        makers = [changed_list] if turn.touched else _looks(turn)
        made = [await asyncio.to_thread(make, turn) for make in makers]
        items = [self._item(thread, card, turn) for card in made if card is not None]
        if turn.waiting:
            items.append(await self._question_of(thread, turn))
        return [ThreadItemDoneEvent(item=item) for item in items]

    async def _question_of(self, thread: ThreadMetadata, turn: Turn) -> WidgetItem:
        """The card for what the tools of this message did not do by themselves."""
        item_id = self.store.generate_item_id("message", thread, turn)
        tool, payload = payload_of(turn.waiting)
        question = await asyncio.to_thread(
            conversations.ask, turn.person, thread.id, tool=tool, payload=payload, item_id=item_id, now=turn.now
        )
        return self._item(thread, await asyncio.to_thread(confirmation_card, question, turn), turn, item_id)

    def _item(self, thread: ThreadMetadata, card: Card, turn: Turn, item_id: str = "") -> WidgetItem:
        return WidgetItem(
            id=item_id or self.store.generate_item_id("message", thread, turn),
            thread_id=thread.id,
            created_at=local_now(),
            widget=DynamicWidgetRoot.model_validate(card.widget),
            copy_text=card.copy_text,
        )

    def may_be_meant(self, earlier: Sequence[PastItem], turn: Turn) -> bool:
        """Whether the last thing before these words is a card, and they say yes or no to what was seen."""
        above = earlier[-1].kind if earlier and not turn.waited else ""
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
        return [_settled(card, settled, turn), ThreadItemDoneEvent(item=answer)]

    async def clicked(
        self, thread: ThreadMetadata, action: Action[str, Any], sender: WidgetItem | None, turn: Turn
    ) -> list[ThreadItemReplacedEvent]:
        """A button of a card. The payload is the client's word: what counts is what the server has stored."""
        if action.type in task_actions.ACTIONS:
            return await self._acted(action, sender, turn)
        question = await self._question(action.payload, thread, turn)
        sender = sender or await self._card_of(question, turn)
        turn.message_id = turn.message_id or sender.id
        settled = await asyncio.to_thread(settle, turn, question.id, ANSWERS[action.type])
        if settled.words == ENDED:
            await self._question(action.payload, thread, turn)  # another click was quicker: what it left stays
        self.record.said.append(said_by("assistant", settled.words))
        return [_settled(sender, settled, turn)]

    async def _acted(
        self, action: Action[str, Any], sender: WidgetItem | None, turn: Turn
    ) -> list[ThreadItemReplacedEvent]:
        """The list it was pressed in says at once how its tasks stand now."""
        await asyncio.to_thread(task_actions.act, turn, action.type, action.payload)
        if sender is None:
            return []
        anew = await asyncio.to_thread(made_anew, sender.widget.model_dump(by_alias=True, exclude_none=True), turn)
        return [_replaced(sender, anew)] if anew is not None else []

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


def _looks(turn: Turn) -> list[Callable[[Turn], Card | None]]:
    """A look that was an end in itself: nothing was changed after it, and nobody is asked."""
    if turn.looked is None or turn.waiting or not turn.shows:
        return []
    return [plan_of_the_day if turn.plans else found_list]


def _settled(card: WidgetItem, settled: Settled, turn: Turn) -> ThreadItemReplacedEvent:
    """`group` is what Undo takes back."""
    line = settled_card(settled.words, turn.message_id if settled.can_undo else "", settled.ids)
    return _replaced(card, Card(line, settled.words))


def _replaced(card: WidgetItem, now: Card) -> ThreadItemReplacedEvent:
    """Replaced, not updated: an update of a saved widget is not saved (P13)."""
    widget = DynamicWidgetRoot.model_validate(now.widget)
    return ThreadItemReplacedEvent(item=card.model_copy(update={"widget": widget, "copy_text": now.copy_text}))
