"""The parts of reminders that the browser decides by itself; their scripts lie beside this module."""

from typing import Any

import reflex as rx
from reflex_base.event import no_args_event_spec, passthrough_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script

NOTICES = script(__name__, "notices.jsx")
LEAVING = script(__name__, "leaving.jsx")
DEVICES = script(__name__, "devices.jsx")


class Leaving(BaseHTML):
    """A list item that goes at a click on `[data-leaves]` inside it, and is back when `said` grows."""

    library = LEAVING
    tag = "Leaving"
    said: rx.Var[int]


class Notices(BaseHTML):
    """What is new, once on this device: by the system where the person let us, in the page where not.

    `looks` are the classes of its parts; `on_snooze` gets the group and for how long.
    """

    library = NOTICES
    tag = "Notices"
    person: rx.Var[str]
    rows: rx.Var[list[Any]]
    looks: rx.Var[dict[str, str]]
    on_done: rx.EventHandler[passthrough_event_spec(str)]
    on_snooze: rx.EventHandler[passthrough_event_spec(str, str)]
    on_go: rx.EventHandler[passthrough_event_spec(str)]


class ThisDevice(BaseHTML):
    """Switches notices on and off in this browser, and says why it cannot.

    It looks again when the number of those `listed` changes; `on_change`: the list is old.
    """

    library = DEVICES
    tag = "ThisDevice"
    listed: rx.Var[int]
    looks: rx.Var[dict[str, str]]
    on_change: rx.EventHandler[no_args_event_spec]
