"""A pasted list in the composer: made tasks by one click, undone by another."""

import asyncio

import reflex as rx

from taskchat.domain.words import count
from taskchat.errors import NotSignedIn, TaskChatError
from taskchat.services import lines
from taskchat.services.lines import Made
from taskchat.ui.chat.state import SOMEBODY_ELSE
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import by_hand, moment


class LinesState(rx.State):
    """`answered` is the key of the list that was made last, `left` what stays in the field, `wrong` why."""

    answered: rx.Field[str] = rx.field("")
    left: rx.Field[str] = rx.field("")
    wrong: rx.Field[str] = rx.field("")

    @rx.event
    async def make(self, text: str, key: str, person: str) -> None:
        """`key` names the list, which is made once however often it is asked for; `person` is who pasted it."""
        if key == self.answered:
            return
        try:
            self.left, self.wrong = await self._make(text, person)
        except TaskChatError as error:
            self.left, self.wrong = text, error.message
        self.answered = key

    async def _make(self, text: str, person: str) -> tuple[str, str]:
        seat = await seat_of(self)
        if person != seat.person.id:
            raise NotSignedIn(SOMEBODY_ELSE)
        by = by_hand()
        made = await asyncio.to_thread(lines.make, seat.person, text, by=by, now=moment())
        if made.tasks:
            (await self.get_state(Toasts))._tell(f"Made {count(len(made.tasks), 'task')}", by.group)
        return "\n".join(made.left), said(made)


def said(made: Made) -> str:
    """Why some of it is still there; "" when nothing is."""
    if not made.left:
        return ""
    return f"{count(len(made.left), 'line')} {'is' if len(made.left) == 1 else 'are'} left. {' '.join(made.reasons)}"
