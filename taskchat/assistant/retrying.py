"""Trying again, as it was or said anew: what was changed is taken back first, so that nothing is made twice (C-11).

Both are ChatKit's `threads.retry_after_item`, one operation for every client: the message and its id stay, what came
after it goes. `metadata.text` is its new wording; `metadata.keep: true` leaves what was changed as it is.
"""

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chatkit.types import (
    CustomTask,
    DurationSummary,
    NoticeEvent,
    ThreadItem,
    ThreadItemDoneEvent,
    ThreadItemRemovedEvent,
    ThreadItemReplacedEvent,
    ThreadStreamEvent,
    UserMessageItem,
    UserMessageTextContent,
    Workflow,
    WorkflowItem,
)

from taskchat.assistant.answer import local_now
from taskchat.assistant.context import Turn
from taskchat.assistant.store import ThreadStore
from taskchat.services import activity
from taskchat.storage.ids import new_id


@dataclass(frozen=True, slots=True)
class Again:
    """How a message is tried again; no `text`: as it was."""

    text: str | None = None
    keeps: bool = False

    @staticmethod
    def of(metadata: Mapping[str, Any]) -> "Again":
        """The metadata of a request that has been read."""
        return Again(metadata.get("text"), metadata.get("keep") is True)


@dataclass(frozen=True, slots=True)
class Losses:
    """What trying again costs: what becomes of each changed task, and how many later messages go."""

    changes: tuple[str, ...]
    messages: int


async def losses(store: ThreadStore, turn: Turn) -> Losses:
    """Before it is done. NotFoundError for a message that is not there."""
    behind = await store.items_behind(turn.thread_id, turn.message_id, turn)
    changes = await asyncio.to_thread(activity.would_undo, turn.person, _groups(turn, behind), now=turn.now)
    return Losses(changes, sum(isinstance(item, UserMessageItem) for item in behind))


async def taken_back(store: ThreadStore, turn: Turn, again: Again) -> list[ThreadStreamEvent]:
    """Prepares the run, and returns the events that tell it.

    ChatKit deletes the later items itself, but tells nobody: other readers learn it from these events.
    """
    behind = await store.items_behind(turn.thread_id, turn.message_id, turn)
    words = "" if again.keeps else await asyncio.to_thread(_undone, turn, _groups(turn, behind))
    return [
        *(ThreadItemRemovedEvent(item_id=item.id) for item in behind),
        *await _said_anew(store, turn, again.text),
        *(_told(turn, words) if words else []),
    ]


def _groups(turn: Turn, behind: list[ThreadItem]) -> list[str]:
    """What a message or a card has set off is one group under its id."""
    return [turn.message_id, *(item.id for item in behind)]


def _undone(turn: Turn, groups: list[str]) -> str:
    """What was taken back, in words; "" when nothing had been changed."""
    undone = activity.undo_many(turn.person, groups, now=turn.now)
    stays = dict.fromkeys(f"“{clash.title}” has changed since and stays as it is." for clash in undone.clashes)
    return " ".join(part for part in (undone.words, *stays) if part)


async def _said_anew(store: ThreadStore, turn: Turn, text: str | None) -> list[ThreadStreamEvent]:
    """Saved before ChatKit reads the message it answers."""
    item = await store.load_item(turn.thread_id, turn.message_id, context=turn)
    if text is None or not isinstance(item, UserMessageItem):
        return []
    item = item.model_copy(update={"content": [UserMessageTextContent(text=text)]})
    await store.save_item(turn.thread_id, item, context=turn)
    return [ThreadItemReplacedEvent(item=item)]


def _told(turn: Turn, words: str) -> list[ThreadStreamEvent]:
    """At once as a notice; a step keeps it in the thread."""
    content = json.dumps({"state": "undone"})
    step = CustomTask(title=words, icon="lucide:undo-2", status_indicator="complete", content=content)  # pyright: ignore[reportArgumentType]
    item = WorkflowItem(
        id=new_id("wf"),
        thread_id=turn.thread_id,
        created_at=local_now(),
        workflow=Workflow(type="custom", tasks=[step], expanded=False, summary=DurationSummary(duration=0)),
    )
    return [NoticeEvent(level="info", message=words), ThreadItemDoneEvent(item=item)]
