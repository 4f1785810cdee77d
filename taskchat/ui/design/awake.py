"""Nothing to see: tells the server when what the page shows has grown old."""

import reflex as rx
from reflex_base.event import no_args_event_spec
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script


class Awake(BaseHTML):
    """Calls `on_wake` when the page is looked at again, and at `until` (milliseconds since 1970)."""

    library = script(__name__, "awake.jsx")
    tag = "Awake"
    until: rx.Var[int]
    wait: rx.Var[int]
    on_wake: rx.EventHandler[no_args_event_spec]


awake = Awake.create
