"""What the palette offers: commands, and what is found of a person's own while they type."""

import asyncio
from dataclasses import dataclass
from datetime import datetime

import reflex as rx

from taskchat.domain.person import Ways
from taskchat.domain.words import short_due
from taskchat.services import jumping
from taskchat.services.jumping import Goal
from taskchat.ui.design.native import from_server
from taskchat.ui.offers import Offer, Offers
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import moment


@dataclass(frozen=True, slots=True)
class Command:
    """`does` is what the script calls it, `at` where it leads; `also` are other words for it."""

    name: str
    also: str
    does: str
    at: str = ""


def commands() -> tuple[Command, ...]:
    return (
        Command("New task", "add create", "new"),
        Command("New chat", "conversation assistant", "chat"),
        Command("Take back the last change", "undo", "undo"),
        Command("Do it again", "redo", "redo"),
        Command("Select all tasks in view", "", "all"),
        Command("Turn the light on or off", "toggle theme dark light look", "theme"),
        Command("Keyboard shortcuts", "keys help", "sheet"),
        Command("New list", "project section template", "list"),
        Command("Reminders", "notices bell inbox", "reminders"),
        Command("Import tasks", "csv ics todoist ticktick microsoft", "open", "/settings#import"),
        Command("Export tasks", "download save backup csv ics json", "open", "/settings#export"),
        Command("Export this conversation", "download save", "fetch", from_server("/api/chatkit/threads/{c}/export")),
        Command("Sign out", "log out leave", "leave", from_server("/api/auth/sign-out")),
    )


class GoalsState(rx.State):
    offers: rx.Field[Offers] = rx.field(default_factory=Offers)

    @rx.event(supersedes=True)
    async def look(self, words: str) -> None:
        """The newest wins: what was asked before is not answered any more."""
        seat, now = await seat_of(self), moment()
        found = await asyncio.to_thread(jumping.find, seat.person, words, now=now)
        self.offers = Offers(words, tuple(offer(goal, now, seat.person.ways) for goal in found))


def offer(goal: Goal, now: datetime, ways: Ways) -> Offer:
    hint = short_due(goal.due, now=now, ways=ways) if goal.due else ""
    return Offer(goal.id, goal.kind, goal.name, hint)
