"""A card in the conversation: a question with its buttons, or any widget as its words (C-06)."""

import reflex as rx

from taskchat.ui.chat.client import Seen
from taskchat.ui.chat.state import ChatState
from taskchat.ui.design.button import look
from taskchat.ui.design.icon import icon


def card_row(row: Seen) -> rx.Component:
    card = row.card
    return rx.el.div(
        rx.cond(card.title != "", rx.el.h3(_mark(card.icon), rx.el.bdi(card.title))),
        rx.foreach(card.lines, _line),
        rx.cond(card.rest.length() > 0, _rest(card.rest)),
        rx.foreach(card.notes, _line),
        rx.cond(
            card.presses.length() > 0,
            rx.el.div(rx.foreach(card.presses, lambda press: _press(press, row)), class_name="card-presses"),
        ),
        class_name=rx.cond(card.presses.length() > 0, "card", "card card-over"),
    )


def _mark(name: Seen) -> Seen:
    return rx.match(
        name,
        ("", rx.fragment()),
        ("trash-2", icon("trash_2", 16, "text-overdue mt-1")),
        ("check", icon("check", 16, "text-soon mt-1")),
        ("circle-check", icon("circle_check", 16, "text-soon mt-1")),
        ("circle-pause", icon("circle_pause", 16, "text-today mt-1")),
        icon("circle_alert", 16, "text-today mt-1"),
    )


def _line(line: Seen) -> rx.Component:
    return rx.cond(
        line.kind == "line",
        rx.el.hr(class_name="border-line my-2"),
        rx.el.p(rx.el.bdi(line.text), class_name="card-line", custom_attrs={"data-kind": line.kind}),
    )


def _rest(rest: Seen) -> rx.Component:
    return rx.el.details(rx.el.summary("and ", rest.length(), " more"), rx.foreach(rest, _line))


def _press(press: Seen, row: Seen) -> rx.Component:
    """The name repeats the verb; no key presses it by itself."""
    return rx.el.button(
        press.label,
        type="button",
        aria_label=press.name,
        on_click=ChatState.press(row.id, press.type, press.payload),
        class_name=rx.match(press.look, ("danger", look("danger")), ("primary", look("primary")), look("outline")),
    )
