"""The inbox: what one was told of and has not settled."""

from typing import Any

import reflex as rx

from taskchat.domain.reminding import SNOOZES
from taskchat.ui.design.button import button, look
from taskchat.ui.design.dialog import dialog
from taskchat.ui.design.field import problem
from taskchat.ui.reminders.client import Leaving
from taskchat.ui.reminders.state import RemindersState

SHORT = {"10": "10 min", "60": "1 hour", "morning": "Tomorrow"}
LINE = "flex flex-col gap-2 py-3 border-b border-line last:border-0"


@rx.memo
def inbox() -> rx.Component:
    return dialog(
        "Reminders",
        rx.cond(RemindersState.wrong != "", problem(RemindersState.wrong)),
        rx.cond(RemindersState.rows.length() > 0, _list(), _nothing()),
        foot=_foot(),
        open=RemindersState.open,
        on_open_change=RemindersState.show,
    )


def _list() -> rx.Component:
    return rx.el.ul(rx.foreach(RemindersState.rows, _line), aria_label="Reminders", role="list")


def _nothing() -> rx.Component:
    return rx.el.p(
        "Nothing to be reminded of. Give a task a date and a reminder, and it shows up here.",
        class_name="py-4 text-body text-ink2",
    )


def _line(one: Any) -> rx.Component:
    title = rx.el.button(
        rx.el.bdi(one.title),
        type="button",
        on_click=RemindersState.go(one.task),
        class_name="min-h-6 text-left text-body cursor-pointer hover:underline "
        "[overflow-wrap:anywhere] data-[new=true]:font-semibold",
        custom_attrs={"data-new": ~one.read},
    )
    facts = rx.el.p(
        rx.cond(one.read, "", rx.el.span("New. ", class_name="sr-only")),
        rx.el.span(one.due, class_name="row-due", custom_attrs={"data-tone": one.tone}),
        rx.el.span("reminded ", one.told, class_name="ml-2 text-ink3"),
        class_name="text-meta text-ink2",
    )
    return Leaving.create(title, facts, _choices(one), said=RemindersState.said, key=one.id, class_name=LINE)


def _choices(one: Any) -> rx.Component:
    snoozes = (
        _choice(SHORT[choice], f"{SHORT[choice]}: put off {one.title}", RemindersState.snooze(one.id, choice))
        for choice in SNOOZES
    )
    return rx.el.div(
        _choice("Done", f"Done: {one.title}", RemindersState.done(one.id), kind="outline"),
        rx.el.div(
            rx.el.span("Snooze", class_name="text-meta text-ink3", aria_hidden="true"),
            *snoozes,
            class_name="flex flex-wrap items-center gap-1",
        ),
        class_name="flex flex-wrap items-center gap-x-3 gap-y-1",
    )


def _choice(words: str, name: Any, does: Any, kind: Any = "quiet") -> rx.Component:
    """Its line leaves at once and comes back where the server refuses (UX-3)."""
    return button(words, kind=kind, on_click=does, aria_label=name, custom_attrs={"data-leaves": ""})


def _foot() -> rx.Component:
    return rx.fragment(
        rx.el.a("Notices on this device", href="/settings#notices", class_name=f"{look('link', 'text')} mr-auto"),
        button("Mark all read", on_click=RemindersState.read_all, disabled=RemindersState.unread == 0),
    )
