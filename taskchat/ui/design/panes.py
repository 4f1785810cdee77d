"""The frame of the page and the button for the sheet; a narrow screen shows one pane at a time."""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.icon import icon
from taskchat.ui.design.script import script

SOURCE = script(__name__, "panes.jsx")


class Panes(BaseHTML):
    """`data-pane` says which pane a narrow screen shows, `data-sheet` that the chat lies over the list."""

    library = SOURCE
    tag = "Panes"
    first: rx.Var[str]


class SheetButton(BaseHTML):
    """Shows and hides the sheet; stands somewhere inside the panes."""

    library = SOURCE
    tag = "SheetButton"


panes = Panes.create


def sheet_button(tag: str, name: str, class_name: str) -> rx.Component:
    """An icon alone; only screens between one pane and two have it."""
    return SheetButton.create(
        icon(tag),
        title=name,
        custom_attrs={"aria-label": name, "aria-keyshortcuts": "Control+J Meta+J"},
        class_name=f"sheet-button place-items-center size-8 pointer-coarse:size-11 rounded-control "
        f"text-ink2 cursor-pointer hover:bg-sunken hover:text-ink {class_name}",
    )
