"""Runs: an answer belongs to the server, not to the connection that asked for it (K-05, P5, P6)."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chatkit.server import StreamingResult
from chatkit.types import StreamingReq, ThreadItemDoneEvent, ThreadStreamEvent

from taskchat.assistant.answer import Failed
from taskchat.assistant.context import Turn
from taskchat.assistant.talk import Talk
from taskchat.assistant.trouble import CAUSES, cause_of, cause_said, may_retry, note, offers_built_in, sentence
from taskchat.domain.person import Seat
from taskchat.errors import TaskChatError
from taskchat.live import Change, What, live
from taskchat.services import conversations
from taskchat.services.conversations import Ended
from taskchat.storage.ids import new_id

log = logging.getLogger(__name__)

RENEWED_EVERY = 5.0
"""Seconds between renewals of the 15 s lease."""
TOOL_PATIENCE = 10.0
"""Seconds a started tool may take to finish after Stop."""
STATES = {
    "stop": "stopped",
    "timeout": "failed",
    "signed_out": "stopped",
    "closing": "interrupted",
    "lost": "interrupted",
    "database": "failed",
    "mistake": "failed",
}
"""Why a run was ended before its time, and the state it ends in; but for "stop" each is a cause (see `trouble`)."""
BEGINS_LIKE_AN_ERROR = b'{"type":"error"'


@dataclass(slots=True, eq=False)
class Run:
    """One streaming operation while it is carried out."""

    turn: Turn
    talk: Talk
    request: StreamingReq
    prepare: Callable[[], Awaitable[list[ThreadStreamEvent]]] | None = None
    """What is done first, and the events that tell it: what a retry takes back."""
    reason: str = ""
    """Why it is being ended from outside of its stream; "" while nobody wants that."""
    error: str = ""
    cause: str = ""
    """The row of that error; "" where it says by itself what is wrong with the request."""
    over: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)
    task: asyncio.Task[None] | None = None

    @property
    def id(self) -> str:
        return self.turn.run_id

    @property
    def thread_id(self) -> str:
        return self.turn.thread_id


class Runs:
    """The runs this worker carries out."""

    def __init__(self, seconds: int) -> None:
        self.seconds = seconds
        self.worker = new_id("wrk")
        self._live = live()
        self._running: dict[str, Run] = {}
        self._is_closing = False
        self.move_on: Callable[[Ended], Awaitable[None]] | None = None
        """What becomes of the messages that waited for the end of a run."""

    def start(self, run: Run) -> None:
        """Carry it out in a task of its own, which nobody's connection can end."""
        self._running[run.id] = run
        self._live.publish(run.turn.person.id, Change(What.RUN, (run.thread_id, run.id)))
        run.task = asyncio.create_task(self._carry_out(run), name=run.id)

    async def end(self, run: Run, reason: str) -> None:
        """Stop the model call, after the tool that is at work; what was said is kept."""
        if run.reason or run.over or run.task is None:
            return
        run.reason = reason
        await run.talk.record.heard.wait()
        await run.talk.record.between_tools(TOOL_PATIENCE)
        if not run.over:
            run.task.cancel()

    async def stop(self, run_id: str) -> None:
        """Give the order to whichever worker carries it out, and wait here if that is this one."""
        await self._live.command(run_id, "stop")
        if (run := self._running.get(run_id)) is not None:
            await run.done.wait()

    def seats(self) -> set[Seat]:
        """Under whose sessions something runs here."""
        return {run.turn.seat for run in self._running.values()}

    async def end_session(self, sessions: tuple[str, ...]) -> None:
        """Runs of a session that ended end with it (K-05)."""
        for run in [run for run in self._running.values() if run.turn.seat.session in sessions]:
            await self.end(run, "signed_out")

    async def close(self) -> None:
        """The server closes: every run is interrupted, its partial text kept."""
        self._is_closing = True
        running = list(self._running.values())
        for run in running:
            await self.end(run, "closing")
        for run in running:
            await run.done.wait()

    async def _carry_out(self, run: Run) -> None:
        """A door: where a run ends, every error ends (P16)."""
        guards = [asyncio.create_task(self._obey(run)), asyncio.create_task(self._watch(run))]
        try:
            await self._pump(run)
        except asyncio.CancelledError:
            run.reason = run.reason or "closing"
        except TaskChatError as error:
            run.reason = cause_of(error) or "mistake"
        except Exception:
            log.exception("run %s failed", run.id)
            run.reason = "mistake"
        await run.talk.let_go()
        run.over = True
        run.talk.record.heard.set()
        for guard in guards:
            guard.cancel()
        await self._finish(run)

    async def _pump(self, run: Run) -> None:
        """One task reads the whole stream: ChatKit resets a ContextVar in the task that set it (P6)."""
        run.talk.record.prelude = await run.prepare() if run.prepare else []
        result = await run.talk.carry_out(run.request, run.turn)
        if not isinstance(result, StreamingResult):
            return
        stream = result.json_events
        try:
            async for line in stream:
                frame = line.removeprefix(b"data: ").rstrip()
                await self._live.append(run.id, _noted(run, frame))
        finally:
            await stream.aclose()

    async def _obey(self, run: Run) -> None:
        async for order in self._live.orders(run.id):
            if order == "stop":
                await self.end(run, "stop")

    async def _watch(self, run: Run) -> None:
        """Renews the lease, and ends the run when its time is up (K-08)."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + self.seconds
        while (left := deadline - loop.time()) > 0:
            await asyncio.sleep(min(RENEWED_EVERY, left))
            if not await self._renewed(run):
                return await self.end(run, "lost")
        return await self.end(run, "timeout")

    async def _renewed(self, run: Run) -> bool:
        try:
            return await asyncio.to_thread(conversations.renew, run.turn.person, run.id, now=datetime.now(UTC))
        except TaskChatError:
            return True  # the database is away for a moment; the lease outlives two renewals

    async def _finish(self, run: Run) -> None:
        """What is open is closed and saved, the run is on record, and only then readers are let go."""
        ended = Ended()
        try:
            await self._close_what_is_open(run)
            ended = await asyncio.to_thread(self._on_record, run)
        except TaskChatError:
            log.exception("run %s could not be put on record", run.id)
        finally:
            await self._live.end(run.id)
            self._running.pop(run.id, None)
            self._live.publish(run.turn.person.id, Change(What.RUN, (run.thread_id, run.id)))
            run.done.set()
        if self.move_on is not None:
            await self.move_on(ended)

    async def _close_what_is_open(self, run: Run) -> None:
        ending = "cut" if run.error or STATES.get(run.reason) != "stopped" else "stopped"
        for event in run.talk.record.broken_off(ending):
            if isinstance(event, ThreadItemDoneEvent):
                await run.talk.store.add_thread_item(run.thread_id, event.item, context=run.turn)
            await self._tell(run, event)
        if run.reason in CAUSES and not run.error:
            run.cause, run.error = run.reason, self._told(run)
            note(log, f"run {run.id} was ended", run.cause)
            await self._tell(run, _failed(run))

    def _told(self, run: Run) -> str:
        """K-08: what was done stays and is told."""
        done = run.talk.record.told()
        return sentence(run.reason, seconds=self.seconds, done=f": {done}" if done else "")

    def _on_record(self, run: Run) -> Ended:
        record = run.talk.record
        state = STATES.get(run.reason) or ("failed" if run.error else "done")
        return conversations.finish(
            run.turn.person,
            run.id,
            state=state,
            items=json.dumps(record.remembered(), ensure_ascii=False, default=str),
            usage=json.dumps(record.usage()),
            error=run.error,
            cause=run.cause,
            worker="" if self._is_closing else self.worker,
            now=datetime.now(UTC),
        )

    async def _tell(self, run: Run, event: ThreadStreamEvent) -> None:
        await self._live.append(run.id, run.talk._serialize(event))


def _noted(run: Run, frame: bytes) -> bytes:
    """A frame that tells why there is no answer is kept on the run; what ChatKit says without a word gets its words."""
    if not frame.startswith(BEGINS_LIKE_AN_ERROR):
        return frame
    error = json.loads(frame)
    run.error = error.get("message") or sentence("mistake")
    run.cause = run.talk.record.cause or cause_said(run.error)
    if run.cause in {"database", "mistake"}:
        note(log, f"run {run.id} broke", run.cause)
    return run.talk._serialize(_failed(run))


def _failed(run: Run) -> Failed:
    """Whoever was asked and failed may be replaced by the built-in assistant, where that is not who it was."""
    offered = offers_built_in(run.cause) and run.talk.models.is_hosted_for(run.turn)
    return Failed(message=run.error, allow_retry=may_retry(run.cause), built_in=offered or None)
