"""What the person thinks of an answer, and the question why."""

import reflex as rx

from taskchat.ui.chat import asks
from taskchat.ui.chat.state import ChatState


class OpinionState(rx.State):
    """The question why stands under the answer `about`; "" = under none."""

    about: rx.Field[str] = rx.field("")
    rating: rx.Field[str] = rx.field("")
    comment: rx.Field[str] = rx.field("")
    wrong: rx.Field[str] = rx.field("")

    @rx.event
    async def rate(self, item_id: str, rating: str, before: str) -> None:
        """Good or bad; what was pressed before is taken back."""
        is_same = rating == before
        await self._say(item_id, rating, withdrawn=is_same)
        self.explain("" if is_same else item_id, rating, "")

    @rx.event
    def explain(self, item_id: str, rating: str, comment: str) -> None:
        self.about, self.rating, self.comment, self.wrong = item_id, rating, comment, ""

    @rx.event
    async def keep(self, form: dict[str, str]) -> None:
        self.wrong = await self._say(self.about, self.rating, form.get("comment", ""))
        self.about = self.about if self.wrong else ""

    @rx.event
    def leave(self) -> None:
        self.about = ""

    async def _say(self, item_id: str, rating: str, comment: str = "", *, withdrawn: bool = False) -> str:
        """Returns why it was refused; "" when it was taken."""
        talk = await self.get_state(ChatState)
        before = talk.problem
        async with talk._answering():
            await talk._ask(asks.rate(talk.thread_id, item_id, rating, comment, withdrawn=withdrawn))
        talk.problem = before if comment else talk.problem
        return talk.refused
