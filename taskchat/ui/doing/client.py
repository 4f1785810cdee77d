"""The scripts of this part of the page; they lie beside this module and are loaded with the first key."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script
from taskchat.ui.offers import Offers
from taskchat.ui.tasks.views import TaskView

# All at once: they import each other, and so must lie in one folder.
for name in ("bar", "chips", "palette", "rename"):
    script(__name__, f"{name}.jsx")
DESK = script(__name__, "desk.jsx")
SHEET = script(__name__, "sheet.jsx")


class Desk(BaseHTML):
    """Listens to keys and clicks. `answered` is the key of the last act the server has answered; when `said` grows,
    everything that was shown too early is taken back."""

    library = DESK
    tag = "Desk"
    table: rx.Var[list[dict[str, Any]]]
    commands: rx.Var[list[dict[str, Any]]]
    rows: rx.Var[list[TaskView]]
    more: rx.Var[int]
    view: rx.Var[str]
    place: rx.Var[str]
    said: rx.Var[int]
    answered: rx.Var[str]
    offers: rx.Var[Offers]
    lists: rx.Var[list[str]]
    tags: rx.Var[list[str]]
    on_act: rx.EventHandler[passthrough_event_spec(str, str, str, list[str], bool)]
    on_rename: rx.EventHandler[passthrough_event_spec(str, str, str)]
    on_undo: rx.EventHandler[no_args_event_spec]
    on_redo: rx.EventHandler[no_args_event_spec]
    on_look: rx.EventHandler[passthrough_event_spec(str)]
    on_open: rx.EventHandler[passthrough_event_spec(str)]
    on_add: rx.EventHandler[passthrough_event_spec(str, str, bool)]
    on_new_chat: rx.EventHandler[no_args_event_spec]
    on_new_list: rx.EventHandler[no_args_event_spec]
    on_reminders: rx.EventHandler[no_args_event_spec]
    on_theme: rx.EventHandler[no_args_event_spec]


class KeysSwitch(BaseHTML):
    """Turns single-letter shortcuts off and on, in this browser."""

    library = SHEET
    tag = "KeysSwitch"
