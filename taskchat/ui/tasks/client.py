"""The parts of the task pane that answer before the server does; their script is `at_once.jsx` (decision 17)."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec
from reflex_base.utils.imports import ImportVar
from reflex_base.vars.base import VarData
from reflex_base.vars.function import FunctionStringVar
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script
from taskchat.ui.tasks.adding import Read, Wrong

SOURCE = script(__name__, "at_once.jsx")


def same(row: Any) -> Any:
    """The row as it was drawn last, if it looks alike: a memoised row is not drawn again for standing elsewhere."""
    keep = FunctionStringVar.create("same", _var_data=VarData(imports={SOURCE: [ImportVar(tag="same")]}))
    return keep.call(row)


PICKED = script(__name__, "picked.jsx")


class Keys(BaseHTML):
    """What it holds is loaded with the first key, or the first click that selects."""

    library = PICKED
    tag = "Keys"


class _AtOnce(BaseHTML):
    library = SOURCE


class TaskRow(_AtOnce):
    """An `li`. `lingers`: ticked a moment ago; after five seconds it folds away and `on_rest` is called.

    `on_nudge`: Alt and an arrow key were pressed in it: up, down, left or right.
    """

    tag = "TaskRow"
    said: rx.Var[int]
    lingers: rx.Var[bool]
    on_rest: rx.EventHandler[no_args_event_spec]
    on_nudge: rx.EventHandler[passthrough_event_spec(str)]


class Tick(_AtOnce):
    """A checkbox that is ticked at once, and goes back when `said` grows."""

    tag = "Tick"
    done: rx.Var[bool]
    said: rx.Var[int]
    on_tick: rx.EventHandler[passthrough_event_spec(bool)]


class Leave(_AtOnce):
    """A button whose row is gone at once."""

    tag = "Leave"
    on_leave: rx.EventHandler[no_args_event_spec]


class LeaveItem(_AtOnce):
    """The same in a menu."""

    tag = "LeaveItem"
    on_leave: rx.EventHandler[no_args_event_spec]


class Waiting(_AtOnce):
    """The lines added and not yet answered, each an `li`."""

    tag = "Waiting"
    slow: rx.Var[str]


class QuickAdd(_AtOnce):
    """The field. `answered` is the key of the last line the server has dealt with; when `said` grows, the lines
    after it are sent again."""

    tag = "QuickAdd"
    read: rx.Var[Read]
    answered: rx.Var[str]
    said: rx.Var[int]
    wrong: rx.Var[Wrong]
    on_read: rx.EventHandler[passthrough_event_spec(str)]
    on_add: rx.EventHandler[passthrough_event_spec(str, str, bool)]
