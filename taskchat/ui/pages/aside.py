"""The frame of a page beside the workspace: the way back, a title, and one column."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from taskchat.ui.design.icon import icon
from taskchat.ui.design.script import script


class Column(BaseHTML):
    """Goes to the part of it that the address names; nothing scrolls to what was not there yet."""

    library = script(__name__, "aside.jsx")
    tag = "Column"


def aside(title: str, whole: rx.Component, *, ready: Any, width: str) -> rx.Component:
    """`whole` shows as soon as it is `ready`."""
    back = rx.el.a(
        icon("chevron_right", 16, "rotate-180"),
        "Back to the tasks",
        href="/",
        class_name="inline-flex items-center gap-1 min-h-8 pointer-coarse:min-h-11 text-meta text-accent "
        "hover:underline",
    )
    return rx.el.main(
        rx.el.div(
            back,
            rx.el.h1(title, class_name="text-page font-semibold mt-3"),
            rx.cond(ready, Column.create(whole), rx.el.div(class_name="h-96")),
            class_name=f"mx-auto w-full {width}",
        ),
        class_name="min-h-dvh px-4 py-6 bg-surface text-ink",
    )
