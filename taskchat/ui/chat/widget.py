"""A widget in the conversation: a question with its buttons, a form, or whatever else a server shows (C-06)."""

from typing import Any

import reflex as rx
from reflex_base.event import passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.chat.client import Seen
from taskchat.ui.chat.state import ChatState
from taskchat.ui.design.script import script

SCRIPT = script(__name__, "widget.jsx")


class Mark(BaseHTML):
    """The icon a server names, if it is one that this page has."""

    library = SCRIPT
    tag = "Icon"
    alias = "Mark"
    name: rx.Var[str]


class Widget(BaseHTML):
    """Draws `tree`. `on_act` gets an action of it, and the values of the form around it as JSON text."""

    library = SCRIPT
    tag = "Widget"
    tree: rx.Var[dict[str, Any]]
    running: rx.Var[bool]
    done: rx.Var[int]
    on_act: rx.EventHandler[passthrough_event_spec(dict[str, Any], str)]


def widget_row(row: Seen, running: Seen) -> rx.Component:
    return Widget.create(
        tree=row.tree,
        running=running,
        done=ChatState.pressed,
        on_act=lambda action, values: ChatState.press(row.id, action, values),
    )
