"""The chat server: one door for the page and for programs, over ChatKit's own protocol."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from chatkit.server import NonStreamingResult
from chatkit.store import NotFoundError
from chatkit.types import NonStreamingReq, ThreadsDeleteReq, ThreadsSyncCustomActionReq, is_streaming_req

from taskchat.assistant.checking import Checked, Checks, described
from taskchat.assistant.context import Turn
from taskchat.assistant.limits import Limits
from taskchat.assistant.models import Models
from taskchat.assistant.naming import Naming
from taskchat.assistant.queue import Queue
from taskchat.assistant.reading import ThreadView, frames_of, view_of
from taskchat.assistant.record import Record
from taskchat.assistant.retrying import Losses, losses
from taskchat.assistant.runs import Runs
from taskchat.assistant.sending import MISSING, Sending, Streamed, check_action
from taskchat.assistant.store import ThreadStore
from taskchat.assistant.talk import Talk
from taskchat.assistant.warming import warm_up
from taskchat.assistant.wire import read
from taskchat.config import Settings
from taskchat.domain.person import Seat
from taskchat.errors import Invalid, NotFound, Unavailable
from taskchat.live import Frame, InProcess, What, live
from taskchat.services import conversations, queue

ONE_LEASE = timedelta(seconds=20)
"""Longer than any lease lasts."""


@dataclass(frozen=True, slots=True)
class Json:
    """The answer to an operation that does not stream."""

    data: bytes


class Chat:
    """One open chat server. Every method takes the seat first; whose thread it is is checked in every one."""

    def __init__(self, settings: Settings, models: Models) -> None:
        self.settings = settings
        self.models = models
        self.store = ThreadStore(settings.address)
        self.runs = Runs(settings.taskchat_run_seconds)
        self.queue = Queue(self.store, self.models, self.runs)
        self.runs.move_on = self.queue.move_on
        self.naming = Naming(self.models)
        self.checks = Checks(self.models)
        self.sending = Sending(Limits(settings, self.models), self.models, self.store, self.runs, self.naming)
        self._listener = asyncio.create_task(self._listen())

    async def handle(self, seat: Seat, body: bytes, *, now: datetime) -> Json | Streamed:
        """One ChatKit request. Whatever can be refused is refused before a stream begins (P14)."""
        request = read(body)
        turn = Turn(seat=seat, now=now)
        if is_streaming_req(request):
            return await self.sending.start(request, turn)
        return await self._answer(request, turn)

    async def _answer(self, request: NonStreamingReq, turn: Turn) -> Json:
        turn.thread_id = getattr(request.params, "thread_id", "")
        try:
            await self._check(request, turn)
            result = await Talk(self.store, self.models, Record()).carry_out(request, turn)
        except NotFoundError:
            raise NotFound(MISSING) from None
        if not isinstance(result, NonStreamingResult):
            raise Invalid("This operation does not stream.")
        return Json(result.json)

    async def _check(self, request: NonStreamingReq, turn: Turn) -> None:
        """What ChatKit does not look at, or raises about in its own words."""
        if turn.thread_id:
            await self.store.load_thread(turn.thread_id, context=turn)
        if isinstance(request, ThreadsDeleteReq):
            await asyncio.to_thread(queue.hold, turn.person, turn.thread_id)
            await self.stop(turn.seat, turn.thread_id)
        if isinstance(request, ThreadsSyncCustomActionReq):
            item_id = request.params.item_id
            item = await self.store.load_item(turn.thread_id, item_id, context=turn) if item_id else None
            check_action(request.params.action.type, item)

    async def stop(self, seat: Seat, thread_id: str) -> None:
        """Stop what runs in the thread, whichever worker runs it; nothing runs: nothing happens."""
        await self._own(seat, thread_id)
        standing = await asyncio.to_thread(queue.standing, seat.person, thread_id, now=datetime.now(UTC))
        if standing.run_id is not None:
            await self.runs.stop(standing.run_id)

    async def follow(self, seat: Seat, thread_id: str, after: int = 0) -> AsyncIterator[Frame]:
        """The frames of the thread's latest run behind `after`, to its end; raises NotFound for another's thread."""
        await self._own(seat, thread_id)
        run_id = await asyncio.to_thread(conversations.latest_run, seat.person, thread_id)
        turn = Turn(seat=seat, now=datetime.now(UTC), thread_id=thread_id, run_id=run_id or "")
        return frames_of(self.store, turn, after) if run_id else _nothing()

    async def view(self, seat: Seat, thread_id: str, latest: int | None = None) -> ThreadView:
        """The thread as it stands (or its latest so many items), and the position from which a follower goes on."""
        await self._own(seat, thread_id)
        return await view_of(self.store, Turn(seat=seat, now=datetime.now(UTC), thread_id=thread_id), latest)

    async def losses(self, seat: Seat, thread_id: str, item_id: str) -> Losses:
        """What trying a message again would take back: told before it is done (C-11)."""
        turn = Turn(seat=seat, now=datetime.now(UTC), thread_id=thread_id, message_id=item_id)
        try:
            return await losses(self.store, turn)
        except NotFoundError:
            raise NotFound(MISSING) from None

    async def check(self, seat: Seat) -> Checked:
        """Whether who answers this person can: asks the model that is set, at most once in ten seconds."""
        return await self.checks.check(hosted=self._is_hosted(seat))

    def answers_with(self, seat: Seat) -> tuple[str, str]:
        """(the model that answers this person, the host it is asked at); "" for the built-in assistant."""
        return described(self.models, hosted=self._is_hosted(seat))

    def _is_hosted(self, seat: Seat) -> bool:
        return self.models.is_hosted_for(Turn(seat=seat, now=datetime.now(UTC)))

    def files_go_to(self, seat: Seat) -> str:
        """Who would read a file this person sends; "" where nobody can."""
        return self.models.files_go_to(Turn(seat=seat, now=datetime.now(UTC)))

    async def _own(self, seat: Seat, thread_id: str) -> None:
        try:
            await self.store.load_thread(thread_id, context=Turn(seat=seat, now=datetime.now(UTC)))
        except NotFoundError:
            raise NotFound(MISSING) from None

    async def _listen(self) -> None:
        """Sign-out, expiry and disabling end that session's runs at once (K-05); its streams end at their doors."""
        async for _, change in live().changes():
            if change.what is What.SESSION:
                await self.runs.end_session(change.ids)

    async def close(self) -> None:
        self._listener.cancel()
        await self.naming.close()
        await self.runs.close()
        await self.models.close()


async def _nothing() -> AsyncIterator[Frame]:
    for frame in ():
        yield frame


_chat: Chat | None = None


def chat() -> Chat:
    """The open server; Unavailable before `opened()` has run."""
    if _chat is None:
        raise Unavailable("TaskChat is still starting. Try again in a few seconds.")
    return _chat


async def open_chat(settings: Settings, models: Models | None = None) -> Chat:
    """Runs whose worker died are marked interrupted first. `models`: others than the settings choose, for tests."""
    global _chat  # noqa: PLW0603 - decision 7: only open and close set it
    await asyncio.to_thread(conversations.interrupt_dead, now=datetime.now(UTC) + _grace())
    _chat = Chat(settings, models or Models(settings))
    return _chat


def _grace() -> timedelta:
    """With news in this process alone there is no other worker: whatever ran before this start is dead already."""
    return ONE_LEASE if isinstance(live(), InProcess) else timedelta(0)


async def close_chat() -> None:
    global _chat  # noqa: PLW0603 - decision 7: only open and close set it
    if _chat is not None:
        await _chat.close()
    _chat = None


async def warm() -> None:
    """The first answer after a start is as quick as the next (decision 18)."""
    await warm_up(chat().settings, now=datetime.now(UTC))
