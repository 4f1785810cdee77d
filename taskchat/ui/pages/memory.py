"""Settings › What I remember: each with what follows from it, forgotten by one click, added by hand."""

import asyncio
from dataclasses import dataclass
from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.assistant.remembering import keep
from taskchat.domain.preference_words import effect, say
from taskchat.errors import TaskChatError
from taskchat.services import activity, memory
from taskchat.ui.design.button import button
from taskchat.ui.design.field import field, problem, text_input
from taskchat.ui.design.script import script
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.hand import by_hand, moment

ABOUT = (
    "Tell the assistant how you do things, and it asks whether to remember it: “mornings mean 8”, “work tasks go to "
    "Office”, “remind me 30 minutes before by default”, “call me Sam”. A hosted model reads these with your messages."
)
NOTHING = "Nothing yet. Say “mornings mean 8” in the conversation, or write it here."


@dataclass(frozen=True)
class KeptView:
    id: str
    words: str
    effect: str


class MemoryState(rx.State):
    kept: rx.Field[list[KeptView]] = rx.field(default_factory=list)
    added: rx.Field[int] = rx.field(0)
    """How many times something was added here: the field is empty again."""
    wrong: rx.Field[str] = rx.field("")
    said: rx.Field[str] = rx.field("")
    undo: rx.Field[str] = rx.field("")
    """The group that takes back what was forgotten last."""

    @rx.event
    async def arrive(self) -> None:
        self.wrong = self.said = self.undo = ""
        await self.reload()

    @rx.event
    async def reload(self) -> None:
        """On load, and when the account has changed anywhere."""
        person = (await seat_of(self)).person
        found = await asyncio.to_thread(memory.find, person)
        self.kept = [KeptView(one.id, say(one, person.ways), effect(one)) for one in found]

    @rx.event
    async def add(self, form: dict[str, Any]) -> None:
        person, text = (await seat_of(self)).person, str(form.get("preference", ""))
        self.wrong = self.said = self.undo = ""
        try:
            made = await asyncio.to_thread(keep, person, text, by=by_hand(), now=moment())
        except TaskChatError as error:
            self.wrong = error.message
            return
        self.added, self.said = self.added + 1, f"Remembered: {'; '.join(say(one, person.ways) for one in made)}."
        await self.reload()

    @rx.event
    async def forget(self, ident: str) -> None:
        person, by = (await seat_of(self)).person, by_hand()
        self.wrong = ""
        try:
            (gone,) = await asyncio.to_thread(memory.forget, person, (ident,), by=by, now=moment())
        except TaskChatError as error:
            self.wrong = error.message
        else:
            self.said, self.undo = f"Forgotten: {say(gone, person.ways)}.", by.group
        await self.reload()

    @rx.event
    async def take_back(self) -> None:
        person, group = (await seat_of(self)).person, self.undo
        self.said = self.undo = ""
        try:
            undone = await asyncio.to_thread(activity.undo, person, group, now=moment())
            self.said = undone.words
        except TaskChatError as error:
            self.wrong = error.message
        await self.reload()


class Keeping(BaseHTML):
    """Keeps the focus in the list, and empties the field when something was added."""

    library = script(__name__, "memory.jsx")
    tag = "Keeping"
    kept: rx.Var[int]
    added: rx.Var[int]


def memory_settings() -> rx.Component:
    now = MemoryState
    return Keeping.create(
        rx.el.p(ABOUT, class_name="text-body text-ink2"),
        rx.cond(
            now.kept.length() > 0,
            rx.el.ul(rx.foreach(now.kept, _line), role="list", aria_label="Remembered", class_name="mt-3"),
            rx.el.p(NOTHING, class_name="text-body text-ink2 mt-3"),
        ),
        _status(),
        _form(),
        kept=now.kept.length(),
        added=now.added,
    )


def _line(one: Any) -> rx.Component:
    return rx.el.li(
        rx.el.div(
            rx.el.bdi(one.words, class_name="block text-body"),
            rx.el.span(one.effect, class_name="text-meta text-ink3"),
            class_name="flex-1 min-w-0 [overflow-wrap:anywhere]",
        ),
        button("Forget", kind="quiet", on_click=MemoryState.forget(one.id), aria_label=f"Forget {one.words}"),
        key=one.id,
        class_name="flex items-center gap-3 py-2 border-b border-line last:border-0",
    )


def _status() -> rx.Component:
    """What was just done, and the way back."""
    way_back = button(
        "Undo", kind="link", size="text", on_click=MemoryState.take_back, custom_attrs={"data-undo": "true"}
    )
    return rx.el.div(
        rx.el.span(rx.el.bdi(MemoryState.said), role="status"),
        rx.cond(MemoryState.undo != "", way_back),
        class_name="flex flex-wrap items-center gap-x-3 mt-2 min-h-6 text-meta text-ink2 [overflow-wrap:anywhere]",
    )


def _form() -> rx.Component:
    text = text_input("preference", max_length=400, auto_complete="off", class_name="h-10 flex-1 min-w-0")
    return rx.el.form(
        field(
            "Something to remember",
            rx.el.div(text, button("Remember", type="submit"), class_name="flex items-center gap-3"),
            html_for="preference",
        ),
        rx.cond(MemoryState.wrong != "", problem(MemoryState.wrong, ident="memory-wrong")),
        on_submit=MemoryState.add,
        class_name="mt-2",
    )
