"""A window over the page: focus stays inside, Esc and a click beside it close it (Radix)."""

from typing import Any

import reflex as rx
from reflex_components_radix.primitives.dialog import dialog as radix

from taskchat.ui.design.button import icon_button

PLACE = "fixed z-50 inset-0 sm:inset-x-4 sm:top-[10vh] sm:bottom-auto sm:mx-auto sm:max-w-[560px] sm:max-h-[80vh]"
FACE = "flex flex-col bg-raised text-ink sm:rounded-card shadow-dialog overflow-hidden rise"


def dialog(title: str, *children: rx.Component, trigger: rx.Component | None = None, **root: Any) -> rx.Component:
    """On a phone it fills the screen; `children` scroll below the title.

    Open it by `trigger` (the browser alone), or by `open` and `on_open_change` (a state).
    """
    return radix.root(
        radix.trigger(trigger, as_child=True) if trigger is not None else rx.fragment(),
        radix.portal(
            radix.overlay(class_name="veil fixed inset-0 z-40"),
            radix.content(
                _head(title),
                rx.el.div(*children, class_name="overflow-y-auto overscroll-contain p-5 pt-2"),
                class_name=f"{PLACE} {FACE}",
                custom_attrs={"aria-describedby": None},
            ),
        ),
        **root,
    )


def closes(*children: rx.Component, class_name: str = "") -> rx.Component:
    """A click on anything inside closes the dialog as well: for links."""
    return radix.close(rx.el.div(*children, class_name=class_name), as_child=True)


def _head(title: str) -> rx.Component:
    return rx.el.div(
        radix.title(rx.el.h2(title, class_name="text-head font-semibold"), as_child=True),
        radix.close(icon_button("x", "Close"), as_child=True),
        class_name="flex items-center justify-between pl-5 pr-3 pt-3 pb-1 shrink-0",
    )
