"""A dialog that becomes a column beside the list where the screen is wide (1600 px)."""

import reflex as rx
from reflex_components_radix.primitives.dialog import DialogContent, DialogRoot

from taskchat.ui.design.script import script

SOURCE = script(__name__, "beside.jsx")


class BesideRoot(DialogRoot):
    """In place of the dialog's own root."""

    library = SOURCE
    tag = "BesideRoot"
    alias = "BesideRoot"


class BesideContent(DialogContent):
    """In place of the dialog's own content; `shows` names the thing, so that the next one gets the focus."""

    library = SOURCE
    tag = "BesideContent"
    alias = "BesideContent"
    shows: rx.Var[str]
