"""A hosted model whose tokens are counted, for one answer and for the whole server, and which is not asked again once
they are spent.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

from agents import Model, ModelResponse
from agents.items import TResponseStreamEvent

from taskchat.assistant.careful import Careful
from taskchat.assistant.context import Turn
from taskchat.assistant.resets import said_reset
from taskchat.assistant.trouble import Trouble
from taskchat.services import spending
from taskchat.services.spending import Cap, next_day

LETTERS_A_TOKEN = 4
"""Where a provider does not say what a call has taken, or the call was broken off."""


class Metered(Model):
    """One a run. Its first call was allowed when the message was counted; each later one waits for the count."""

    def __init__(self, model: Careful, cap: Cap, turn: Turn, most: int = 0) -> None:
        """`most` tokens are one answer's; 0 is off."""
        self.model = model
        self._cap = cap
        self._turn = turn
        self._most = most
        self._spent = 0
        self._may_ask = True
        self._ahead: tuple[str, list[Any]] | None = None

    def ask_ahead(self, instructions: str, heard: list[Any], *about: Any) -> asyncio.Task[Any] | None:
        ahead = self.model.ask_ahead(instructions, heard, *about)
        self._ahead = (instructions, heard) if ahead else None
        return ahead

    async def forget(self) -> None:
        """What nobody read has cost what was asked."""
        await self.model.forget()
        if self._ahead is not None:
            asked, self._ahead = self._ahead, None
            await self._count(_guessed(*asked, 0))

    async def get_response(
        self, system_instructions: str | None, asked: Any, *args: Any, **kwargs: Any
    ) -> ModelResponse:
        self._check()
        response = await self.model.get_response(system_instructions, asked, *args, **kwargs)
        said = sum(len(str(item)) for item in response.output)
        await self._count(response.usage.total_tokens or _guessed(system_instructions, asked, said))
        return response

    async def stream_response(
        self, system_instructions: str | None, asked: Any, *args: Any, **kwargs: Any
    ) -> AsyncIterator[TResponseStreamEvent]:
        self._check()
        self._ahead = None
        said = tokens = 0
        try:
            async for event in self.model.stream_response(system_instructions, asked, *args, **kwargs):
                said += len(getattr(event, "delta", None) or "")
                if event.type == "response.completed" and event.response.usage:
                    tokens = event.response.usage.total_tokens
                yield event
        finally:
            await self._count(tokens or _guessed(system_instructions, asked, said))

    async def close(self) -> None:
        await self.model.close()

    def _check(self) -> None:
        if self._most and self._spent >= self._most:
            raise Trouble("too_many_tokens", self.model.name)
        if not self._may_ask:
            now = datetime.now(UTC)
            when = said_reset(next_day(now), now=now, ways=self._turn.person.ways)
            raise Trouble("server_day", self.model.name, when=when)

    async def _count(self, tokens: int) -> None:
        """Counted even where nobody waits for it any more: a stopped call has cost what it has cost."""
        self._spent += tokens
        if not self._cap.is_on:
            return
        count = asyncio.to_thread(spending.spend_tokens, self._cap, tokens, now=datetime.now(UTC))
        self._may_ask = await asyncio.shield(count)


def _guessed(system_instructions: str | None, asked: Any, said: int) -> int:
    words = len(system_instructions or "") + len(json.dumps(asked, ensure_ascii=False, default=str)) + said
    return words // LETTERS_A_TOKEN
