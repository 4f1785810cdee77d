"""A visit from another time zone: the page asks once whether to tell the time there from now on (T-14)."""

import asyncio
from dataclasses import replace

import reflex as rx
from reflex_base.event import passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.errors import TaskChatError
from taskchat.services import accounts
from taskchat.ui.design.button import look
from taskchat.ui.design.script import script
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import Session, seat_of
from taskchat.ui.tasks.hand import moment

HERE = rx.Var("Intl.DateTimeFormat().resolvedOptions().timeZone").to(str)
"""The zone the browser is in, as it knows itself."""
LOOKS = {
    "words": "text-meta",
    "choices": "flex flex-wrap gap-2 mt-2",
    "move": look("primary"),
    "stay": look(),
}


class TravellingState(rx.State):
    @rx.event
    async def move(self, zone: str) -> None:
        """Tell the time there. The tabs hear of it as of any change of the account."""
        person, toasts = (await seat_of(self)).person, await self.get_state(Toasts)
        try:
            await asyncio.to_thread(accounts.set_ways, person, replace(person.ways, zone=zone), now=moment())
        except TaskChatError as error:
            toasts._tell(error.message)
        else:
            toasts._tell(f"Times are those of {zone} now.")


class Travelling(BaseHTML):
    """The question; it keeps the answer in the browser and shows nothing where both zones tell the same time."""

    library = script(__name__, "travelling.jsx")
    tag = "Travelling"
    person: rx.Var[str]
    home: rx.Var[str]
    looks: rx.Var[dict[str, str]]
    on_move: rx.EventHandler[passthrough_event_spec(str)]


def is_away() -> rx.Var[bool]:
    """Whether the browser names another zone than the person's."""
    return (Session.zone != "") & (Session.zone != HERE)


@rx.memo
def travelling() -> rx.Component:
    return Travelling.create(
        person=Session.person,
        home=Session.zone,
        looks=LOOKS,
        on_move=TravellingState.move,
        class_name="fixed z-30 top-3 right-3 left-3 sm:left-auto sm:w-[360px] p-4 bg-raised text-ink rounded-card "
        "shadow-dialog rise",
    )
