"""Watches the clock: tells people when the moment of a reminder comes, and sleeps until the next one."""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from taskchat.domain.reminding import Device
from taskchat.errors import TaskChatError
from taskchat.live import What, live
from taskchat.push import Outcome, Push, takes_silence
from taskchat.services import devices, reminders
from taskchat.services.reminders import Notice
from taskchat.storage.leading import Lead

log = logging.getLogger(__name__)

WAKES = {What.TASKS, What.REMINDERS, What.RESYNC}
STEP = 5.0
"""Longest sleep in seconds: after the computer has slept only its clock tells. It asks nobody but the clock."""
REST = 0.5
"""Changes that come in one go are one look."""
AGAIN = (10.0, 60.0, 300.0)
"""Seconds until what a push service did not take is tried again; after that the inbox has it alone."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Watch:
    """One a worker; of several workers one leads and the others ask every few seconds whether it still does."""

    def __init__(self, push: Push, now: Callable[[], datetime] = _utc_now, again: tuple[float, ...] = AGAIN) -> None:
        self._push = push
        self._again = again
        self._now = now
        self._lead = Lead()
        self._woken = asyncio.Event()
        self._errands: dict[str, asyncio.Task[None]] = {}
        """What is on its way to the push services, by group."""

    async def run(self, until: datetime | None = None) -> None:
        """Sleep until then, look, and so on, until it is cancelled."""
        listening = asyncio.create_task(self._listen())
        try:
            while True:
                await self._rest(until)
                self._woken.clear()
                until = await self.look_and_go_on()
        finally:
            listening.cancel()

    def leave(self) -> None:
        """Another worker may go on: what is on its way here has not been noted as sent."""
        for errand in self._errands.values():
            errand.cancel()
        self._lead.leave()

    async def _listen(self) -> None:
        async for _, change in live().changes():
            if change.what in WAKES:
                self._woken.set()

    async def look_and_go_on(self) -> datetime | None:
        """A mistake in one reminder is not the end of all others."""
        try:
            return await self.look()
        except TaskChatError as error:
            log.warning("reminders wait: %s", error.message)
        except Exception:
            log.exception("reminders wait for a mistake of ours")
        return self._now() + timedelta(seconds=STEP)

    async def look(self) -> datetime | None:
        """Whoever is to be told now is told; when to look again, None = when something changes."""
        now = self._now()
        if not await asyncio.to_thread(self._lead.holds):
            return now + timedelta(seconds=STEP)
        if await asyncio.to_thread(reminders.is_something_due, now=now):
            await asyncio.to_thread(reminders.tell_due, now=now)
            for notice in await asyncio.to_thread(reminders.unsent, now=now):
                self._send_off(notice, now)
            for notice in await asyncio.to_thread(reminders.clear, now=now):
                self._send_off(notice, now)
        return await asyncio.to_thread(reminders.next_moment, now=now)

    async def settled(self) -> None:
        """Nothing is on its way any more."""
        while self._errands:
            await asyncio.gather(*self._errands.values())

    def _send_off(self, notice: Notice, now: datetime) -> None:
        before = self._errands.get(notice.group)
        if before is None or not notice.ids:
            errand = asyncio.create_task(self._send(notice, now, before))
            self._errands[notice.group] = errand
            errand.add_done_callback(lambda done: self._back(notice.group, done))

    def _back(self, group: str, done: asyncio.Task[None]) -> None:
        if self._errands.get(group) is done:
            del self._errands[group]
        if not done.cancelled() and (error := done.exception()) is not None:
            log.error("a notice could not be sent", exc_info=error)

    async def _send(self, notice: Notice, now: datetime, before: asyncio.Task[None] | None) -> None:
        """To all of a person's devices at once; what is over goes behind the notice it ends."""
        if before is not None:
            await asyncio.wait({before})
        to = notice.devices if notice.ids else tuple(filter(takes_silence, notice.devices))
        for pause in (*self._again, None):
            outcomes = await asyncio.gather(*(self._deliver(notice, device, now) for device in to))
            to = tuple(one for one, outcome in zip(to, outcomes, strict=True) if outcome is Outcome.FAILED)
            if not to or pause is None:
                break
            await asyncio.sleep(pause)
        if notice.ids:
            await asyncio.to_thread(reminders.mark_sent, (notice,), now=now)

    async def _deliver(self, notice: Notice, device: Device, now: datetime) -> Outcome:
        outcome = await self._push.send(device, notice.said, now=now)
        if outcome is Outcome.GONE:
            await asyncio.to_thread(devices.forget, notice.user_id, device.id)
        elif outcome is Outcome.FAILED:
            log.warning("a push service did not take a notice")
        return outcome

    async def _rest(self, until: datetime | None) -> None:
        """Until that moment, or until something changes."""
        while not self._woken.is_set():
            left = STEP if until is None else (until - self._now()).total_seconds()
            if left <= 0:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(min(left, STEP)):
                    await self._woken.wait()
        await asyncio.sleep(REST)
