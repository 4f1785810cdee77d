"""What is offered while a name is typed behind @: the person's own tasks and lists."""

import asyncio
from datetime import datetime

import reflex as rx

from taskchat.domain.person import Ways
from taskchat.domain.words import full_date
from taskchat.services import mentions
from taskchat.services.mentions import Mention
from taskchat.ui.chat.rows import short
from taskchat.ui.offers import Offer, Offers
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import moment


class MentionsState(rx.State):
    offers: rx.Field[Offers] = rx.field(default_factory=Offers)

    @rx.event(supersedes=True)
    async def look(self, words: str) -> None:
        """The newest wins: what was asked before is not answered any more."""
        seat, now = await seat_of(self), moment()
        found = await asyncio.to_thread(mentions.find, seat.person, words, now=now)
        self.offers = Offers(words, tuple(offer(one, now, seat.person.ways) for one in found))


def offer(one: Mention, now: datetime, ways: Ways) -> Offer:
    due = short(full_date(one.due, now=now, ways=ways)) if one.due else ""
    hint = "List" if one.kind == "list" else "Done" if one.done else due
    return Offer(one.id, one.kind, one.title, hint)
