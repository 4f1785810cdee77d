"""Trying again: what the earlier run changed is taken back first, so that nothing is created twice (C-11)."""

import asyncio

from chatkit.types import NoticeEvent, ThreadItemRemovedEvent, ThreadStreamEvent

from taskchat.assistant.context import Turn
from taskchat.assistant.store import ThreadStore
from taskchat.errors import NotFound
from taskchat.services import activity


async def taken_back(store: ThreadStore, turn: Turn, *, keeps: bool) -> list[ThreadStreamEvent]:
    """The events of undoing the message's last run; with `keeps` its changes stay.

    ChatKit deletes the later items itself, but tells nobody: other readers learn it from these events.
    """
    items = await store.latest_items(turn.thread_id, LOOKED_BACK, turn)
    place = next((n for n, item in enumerate(items) if item.id == turn.message_id), len(items))
    removed = [ThreadItemRemovedEvent(item_id=item.id) for item in items[place + 1 :]]
    words = "" if keeps else await asyncio.to_thread(_undone, turn)
    return [*removed, *([NoticeEvent(level="info", message=words)] if words else [])]


LOOKED_BACK = 200


def _undone(turn: Turn) -> str:
    """What was taken back, in words; "" when the message had changed nothing."""
    try:
        return activity.undo(turn.person, turn.message_id, now=turn.now).words
    except NotFound:
        return ""
