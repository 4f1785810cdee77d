"""The part of settings about the assistant: who answers and where, what it has cost, and whether it works."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

import reflex as rx

from taskchat.assistant.server import chat
from taskchat.errors import TaskChatError
from taskchat.services import usage
from taskchat.services.usage import Spent, Usage
from taskchat.ui.design.button import button
from taskchat.ui.design.icon import icon
from taskchat.ui.session import Session, seat_of
from taskchat.ui.tasks.hand import moment

TO_SET_ONE = (
    "This is a grammar, not a language model. To be answered by Gemini: put GEMINI_API_KEY=… into the file .env on the "
    "server, and start it again."
)
ALONG = "With each message go the names of your lists and tags, and the titles of what is on your screen."
COLUMNS = ("Messages", "Read", "Written")
CELL = "px-2 py-1.5 last:pr-3 text-right tabular-nums"


@dataclass(frozen=True)
class UsageView:
    """One line of the table, its numbers as they are read."""

    model: str
    span: str
    messages: str
    read: str
    written: str


class AnsweringState(rx.State):
    model: rx.Field[str] = rx.field("")
    host: rx.Field[str] = rx.field("")
    used: rx.Field[list[UsageView]] = rx.field(default_factory=list)
    checking: rx.Field[bool] = rx.field(False)
    checked: rx.Field[str] = rx.field("")
    """What the last check found."""
    works: rx.Field[bool] = rx.field(False)

    @rx.event
    async def arrive(self) -> None:
        seat = await seat_of(self)
        self.model, self.host = chat().answers_with(seat)
        self.checked = ""
        self.used = _lines(await asyncio.to_thread(usage.usage_of, seat.person, now=moment()))

    @rx.event
    async def check(self) -> AsyncIterator[None]:
        """Says at once that it asks."""
        seat = await seat_of(self)
        self.checking, self.checked = True, ""
        yield
        try:
            found = await chat().check(seat)
            self.works, self.checked = found.works, found.says
        except TaskChatError as error:
            self.works, self.checked = False, error.message
        self.checking = False


def _lines(used: tuple[Usage, ...]) -> list[UsageView]:
    spans = ((one.model, ("Today", one.today), ("30 days", one.month)) for one in used)
    return [_line(model, *span) for model, *both in spans for span in both]


def _line(model: str, span: str, spent: Spent) -> UsageView:
    return UsageView(model, span, f"{spent.messages:,}", f"{spent.read:,}", f"{spent.written:,}")


def answering() -> rx.Component:
    now = AnsweringState
    where = rx.fragment(
        "The model is ", rx.el.span(now.model, class_name="font-semibold"), ", asked at ", now.host, ". "
    )
    return rx.el.div(
        rx.el.p(Session.who_answers, class_name="text-body text-ink2"),
        rx.cond(now.host != "", rx.el.p(where, ALONG, class_name="text-body text-ink2 wrap-anywhere")),
        rx.cond((now.model != "") & (now.host == ""), rx.el.p(TO_SET_ONE, class_name="text-body text-ink2")),
        rx.cond(now.host != "", _checking()),
        rx.cond(now.used.length() > 0, _usage()),
        class_name="flex flex-col gap-3",
    )


def _checking() -> rx.Component:
    """The sentence is there for readers from the beginning, so that they hear it come."""
    now = AnsweringState
    sign = rx.cond(now.works, icon("check", 16, "mt-0.5 text-soon"), icon("circle_alert", 16, "mt-0.5 text-overdue"))
    return rx.el.div(
        button(icon("activity"), "Check the connection", on_click=now.check, disabled=now.checking),
        rx.el.div(
            rx.cond(now.checking, "Asking the model…", rx.cond(now.checked != "", rx.fragment(sign, now.checked))),
            role="status",
            class_name="flex items-start gap-2 text-meta text-ink2 wrap-anywhere empty:hidden",
        ),
        class_name="flex flex-col items-start gap-2",
    )


def _usage() -> rx.Component:
    head = (rx.el.th(name, scope="col", class_name=f"{CELL} font-normal") for name in COLUMNS)
    return rx.el.div(
        rx.el.table(
            rx.el.caption("What your messages took, in tokens", class_name="px-3 pt-2 pb-1 text-left text-ink2"),
            rx.el.thead(
                rx.el.tr(
                    rx.el.th("Model", scope="col", class_name="px-3 py-1.5 text-left font-normal"),
                    rx.el.th("When", scope="col", class_name="px-2 py-1.5 text-left font-normal"),
                    *head,
                ),
                class_name="text-ink2",
            ),
            rx.el.tbody(rx.foreach(AnsweringState.used, _used)),
            class_name="w-full text-meta",
        ),
        tab_index=0,
        role="region",
        aria_label="What your messages took",
        class_name="overflow-x-auto border border-line rounded-card",
    )


def _used(line: Any) -> rx.Component:
    return rx.el.tr(
        rx.el.th(line.model, scope="row", class_name="px-3 py-1.5 text-left font-semibold wrap-anywhere min-w-20"),
        rx.el.td(line.span, class_name="px-2 py-1.5 whitespace-nowrap"),
        *(rx.el.td(number, class_name=CELL) for number in (line.messages, line.read, line.written)),
        class_name="border-t border-line",
    )
