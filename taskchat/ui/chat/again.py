"""The question before a message is answered anew: other words, what goes back first, and the choice to keep it."""

import reflex as rx

from taskchat.ui.chat.again_state import AgainState
from taskchat.ui.chat.client import Rewording
from taskchat.ui.design.button import button
from taskchat.ui.design.field import problem


def again_question() -> rx.Component:
    """Stands where the message or its answer stands."""
    return rx.el.form(
        rx.cond(AgainState.rewords, Rewording.create(words=AgainState.text)),
        rx.cond(AgainState.changes.length() > 0, _changes()),
        rx.cond(AgainState.goes_too != "", rx.el.p(AgainState.goes_too)),
        rx.cond(AgainState.wrong != "", problem(AgainState.wrong)),
        rx.el.div(
            button(rx.cond(AgainState.rewords, "Replace message", "Try again"), kind="primary", type="submit"),
            button("Leave it", kind="quiet", on_click=AgainState.leave, custom_attrs={"data-leave": ""}),
            class_name="flex flex-wrap gap-2",
        ),
        on_submit=AgainState.go,
        aria_label="Answer this anew",
        class_name="again",
    )


def _changes() -> rx.Component:
    return rx.fragment(
        rx.el.p("This goes back first:"),
        rx.el.ul(rx.foreach(AgainState.changes, lambda change: rx.el.li(rx.el.bdi(change)))),
        rx.el.label(rx.el.input(type="checkbox", name="keep"), "Keep what was changed", class_name="again-keep"),
    )
