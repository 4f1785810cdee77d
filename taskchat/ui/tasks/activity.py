"""Activity: what happened, the newest first, by day; each entry can be taken back."""

from typing import Any

import reflex as rx

from taskchat.ui.design.button import button
from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.activity_state import ActivityState

Seen = Any
"""A Var of a dataclass of the state."""


@rx.memo
def activity() -> rx.Component:
    return rx.fragment(
        rx.el.ul(
            rx.foreach(ActivityState.deeds, _deed),
            custom_attrs={"aria-label": "Activity", "role": "list"},
            class_name="deeds",
        ),
        rx.cond(
            ActivityState.ready & (ActivityState.deeds.length() == 0),
            rx.el.p("Nothing has happened yet. What you and the assistant change shows up here.", class_name="mt-6"),
        ),
        rx.cond(ActivityState.more, button("Show older", on_click=ActivityState.older, class_name="mt-4 self-start")),
    )


def _deed(deed: Seen) -> rx.Component:
    mark = rx.match(
        deed.door,
        ("hand", icon("user", 16)),
        ("assistant", icon("message_square", 16)),
        icon("terminal", 16),
    )
    return rx.el.li(
        rx.cond(deed.heading != "", rx.el.h3(deed.heading, class_name="group-name")),
        rx.el.div(
            mark,
            rx.el.span(deed.who, " ", deed.words, " ", rx.el.bdi(deed.titles), class_name="deed-words"),
            rx.cond(deed.note != "", rx.el.span(deed.note, class_name="row-small")),
            rx.cond(
                deed.can_undo,
                button(
                    "Undo",
                    kind="link",
                    size="text",
                    on_click=ActivityState.undo(deed.group),
                    custom_attrs={"aria-label": f"Undo: {deed.words} {deed.titles}"},
                ),
            ),
            rx.el.span(deed.clock, class_name="deed-clock"),
            class_name="deed",
        ),
        key=deed.group,
    )
