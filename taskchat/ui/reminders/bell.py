"""The bell: how much is new; the inbox behind it and the notices come when there is something to show."""

from typing import Any

import reflex as rx

from taskchat.ui.design.icon import icon
from taskchat.ui.design.later import later
from taskchat.ui.reminders.inbox import inbox
from taskchat.ui.reminders.notices import notices
from taskchat.ui.reminders.state import RemindersState


def bell(**props: Any) -> rx.Component:
    new = RemindersState.unread
    return rx.el.button(
        icon("bell", 18),
        count(),
        type="button",
        aria_label=rx.cond(new > 0, f"Reminders, {new} new", "Reminders"),
        on_click=RemindersState.show(True),
        **{"class_name": "rail-row bell", **props},
    )


def count() -> rx.Component:
    new = RemindersState.unread
    return rx.cond(new > 0, rx.el.span(new, class_name="bell-count", aria_hidden="true"))


def new_reminders() -> rx.Component:
    """Said by the button behind which the bell is on a phone."""
    new = RemindersState.unread
    return rx.cond(new > 0, rx.el.span(f", {new} new reminders", class_name="sr-only"))


def reminders() -> rx.Component:
    """Stands once on a page."""
    return rx.fragment(
        rx.cond(RemindersState.open, later(inbox)),
        rx.cond(RemindersState.heard, later(notices)),
    )
