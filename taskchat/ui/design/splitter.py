"""The line between list and chat, by mouse and by key."""

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.script import script


class Splitter(BaseHTML):
    """Sets `--chat` on the page; stands inside the pane whose width it changes."""

    library = script(__name__, "splitter.jsx")
    tag = "Splitter"
    usual: rx.Var[int]


def splitter(name: str) -> rx.Component:
    return Splitter.create(class_name="splitter", custom_attrs={"aria-label": name})
