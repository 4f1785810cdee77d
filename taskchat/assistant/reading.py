"""Reading runs and threads: frames from any position, and a thread as it stands while an answer is written."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass

from chatkit.types import StreamOptions, StreamOptionsEvent, ThreadItemDoneEvent, ThreadStreamEvent, UserMessageItem

from taskchat.assistant.answer import from_json, to_json
from taskchat.assistant.context import Turn
from taskchat.assistant.models import BUILTIN
from taskchat.assistant.reduce import Conversation, Problem, from_items, reduce, settled
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.trouble import may_retry, offers_built_in, sentence
from taskchat.live import Frame, live
from taskchat.services import conversations, queue
from taskchat.services.conversations import StoredRun
from taskchat.services.queue import Waiting

NOT_OVER = {"running", "queued", "held"}
"""States of a run that more will be heard of."""


@dataclass(frozen=True, slots=True)
class ThreadView:
    """A thread as it stands; a follower goes on from `position` of the run that is going."""

    thread_id: str
    title: str
    conversation: Conversation
    run_id: str | None
    position: int
    waiting: tuple[Waiting, ...] = ()
    """What was sent meanwhile, in the order of its turn."""


async def view_of(store: ThreadStore, turn: Turn, latest: int | None = None) -> ThreadView:
    """The store's items (or the latest so many), and over them what the running answer has said up to a position."""
    standing = await asyncio.to_thread(queue.standing, turn.person, turn.thread_id, now=turn.now)
    run_id = standing.run_id
    position = live().position(run_id) if run_id else 0
    thread = await store.load_thread(turn.thread_id, context=turn)
    stored = [json.loads(item) for item in await store.raw_items(turn.thread_id, turn, latest)]
    status = thread.status.model_dump()
    shown = from_items(stored, thread_id=thread.id, title=thread.title or "", status=status)
    if run_id is None:
        shown = settled(shown, await _problem(turn))
    elif position:
        async for frame in _first(run_id, position):
            shown = reduce(shown, json.loads(frame.data))
    return ThreadView(thread.id, shown.title or thread.title or "", shown, run_id, position, standing.waiting)


async def _problem(turn: Turn) -> Problem | None:
    """What went wrong with the last answer, if it did: a reload tells it again."""
    last = await asyncio.to_thread(conversations.last_run, turn.person, turn.thread_id)
    return _told(last) if last else None


def _told(run: StoredRun) -> Problem | None:
    if run.state == "interrupted":
        return Problem(run.error or sentence("interrupted"), allow_retry=True)
    if run.state != "failed" or not run.error:
        return None
    # A run from before causes were kept may be tried again.
    retry = run.cause is None or may_retry(run.cause)
    return Problem(run.error, retry, built_in=offers_built_in(run.cause) and run.model != BUILTIN)


async def _first(run_id: str, count: int) -> AsyncIterator[Frame]:
    async for frame in live().read(run_id):
        yield frame
        if frame.position >= count:
            return


async def frames_of(store: ThreadStore, turn: Turn, after: int = 0) -> AsyncIterator[Frame]:
    """The frames of the turn's run as they come; of one that is long over and forgotten, what it left in the thread."""
    # Asked again at the end: while the database was asked, a short run may have begun and ended.
    if not live().position(turn.run_id) and await _is_over(turn) and not live().position(turn.run_id):
        async for frame in _left(store, turn):
            yield frame
        return
    async for frame in live().read(turn.run_id, after):
        yield frame


async def _is_over(turn: Turn) -> bool:
    runs = await asyncio.to_thread(conversations.runs_of, turn.person, turn.thread_id)
    return any(run.id == turn.run_id and run.state not in NOT_OVER for run in runs)


async def _left(store: ThreadStore, turn: Turn) -> AsyncIterator[Frame]:
    """A send repeated hours later: its message and what followed, as events."""
    runs = await asyncio.to_thread(conversations.runs_of, turn.person, turn.thread_id)
    started = next((run.message_id for run in runs if run.id == turn.run_id), "")
    events: list[ThreadStreamEvent] = [StreamOptionsEvent(stream_options=StreamOptions(allow_cancel=False))]
    following = False
    for data in await store.raw_items(turn.thread_id, turn):
        item = from_json(data)
        following = item.id == started or (following and not isinstance(item, UserMessageItem))
        if following:
            events.append(ThreadItemDoneEvent(item=item))
    for position, event in enumerate(events, 1):
        yield Frame(position, to_json(event).encode())
