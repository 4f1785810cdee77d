"""A message that is about to be answered anew: its new wording, and what that takes back (C-11)."""

import reflex as rx

from taskchat.assistant.retrying import Losses
from taskchat.assistant.server import chat
from taskchat.domain.words import count
from taskchat.ui.chat import asks
from taskchat.ui.chat.state import ChatState
from taskchat.ui.session import seat_of

AT_THE_PROBLEM = "problem"
"""The place of the question where an answer failed."""
NAMED = 4
"""Changes that are named one by one; more are counted."""


class AgainState(rx.State):
    """The question that stands at `place`, the id of a row; "" = none."""

    place: rx.Field[str] = rx.field("")
    rewords: rx.Field[bool] = rx.field(False)
    text: rx.Field[str] = rx.field("")
    changes: rx.Field[list[str]] = rx.field(default_factory=list)
    """What goes back first, task by task."""
    goes_too: rx.Field[str] = rx.field("")
    """What else is gone: the messages that came later."""
    wrong: rx.Field[str] = rx.field("")
    message_id: rx.Field[str] = rx.field("")
    _built_in: bool = False
    """Whether the built-in assistant is to answer it."""

    @rx.event
    async def reword(self, message_id: str, text: str) -> None:
        talk = await self.get_state(ChatState)
        async with talk._answering():
            self._ask(await self._losses(talk, message_id), message_id)
            self.place, self.rewords, self.text = message_id, True, text
            self._built_in = False

    @rx.event
    async def retry(self, place: str) -> None:
        await self._again(place)

    @rx.event
    async def retry_built_in(self, place: str) -> None:
        """The built-in assistant answers instead of whoever failed."""
        await self._again(place, built_in=True)

    async def _again(self, place: str, *, built_in: bool = False) -> None:
        """At once where that takes nothing back."""
        talk = await self.get_state(ChatState)
        async with talk._answering():
            self._built_in = built_in
            self._ask(await self._losses(talk, talk.asked), talk.asked)
            self.place, self.rewords = (place if self.changes else ""), False
        if not self.changes and not talk.refused:
            await self._go(talk, None)

    @rx.event
    async def go(self, form: dict[str, str]) -> None:
        """The person has seen what it takes back."""
        text = form.get("text", "") if self.rewords else None
        await self._go(await self.get_state(ChatState), text, keep=bool(form.get("keep")))

    @rx.event
    def leave(self) -> None:
        self.place = ""

    async def _losses(self, talk: ChatState, message_id: str) -> Losses:
        return await chat().losses(await seat_of(self), talk.thread_id, message_id)

    def _ask(self, losses: Losses, message_id: str) -> None:
        left = len(losses.changes) - NAMED
        self.changes = [*losses.changes[:NAMED], *([f"and {left} more"] if left > 0 else [])]
        later = count(losses.messages, "later message")
        self.goes_too = f"{later} {'goes' if losses.messages == 1 else 'go'} too." if losses.messages else ""
        self.message_id, self.wrong = message_id, ""

    async def _go(self, talk: ChatState, text: str | None, *, keep: bool = False) -> None:
        """What is refused is said where the question stands."""
        before = talk.problem
        async with talk._answering():
            said = asks.retry(talk.thread_id, self.message_id, text, keep=keep, built_in=self._built_in)
            await talk._go_on(await talk._ask(said))
        if talk.refused and self.place:
            self.wrong, talk.problem = talk.refused, before
        else:
            self.place = ""
