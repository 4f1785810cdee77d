"""Rows come and go as one scrolls through a long list; the page holds those around what is in sight."""

import reflex as rx
from reflex_base.event import passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script
from taskchat.ui.tasks.state import TasksState


class Further(BaseHTML):
    """Stands behind the list. `on_go(first, number)` asks for so many rows from that one on."""

    library = script(__name__, "further.jsx")
    tag = "Further"
    above: rx.Var[int]
    shown: rx.Var[int]
    more: rx.Var[int]
    on_go: rx.EventHandler[passthrough_event_spec(int, int)]


@rx.memo
def further() -> rx.Component:
    return Further.create(
        above=TasksState.above, shown=TasksState.rows.length(), more=TasksState.more, on_go=TasksState.scroll
    )
