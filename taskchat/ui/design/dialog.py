"""A window over the page: focus stays inside, Esc and a click beside it close it (Radix)."""

from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML
from reflex_components_radix.primitives.dialog import dialog as radix

from taskchat.ui.design.beside import BesideContent, BesideRoot
from taskchat.ui.design.button import icon_button
from taskchat.ui.design.script import script

PLACE = "fixed z-50 inset-0 sm:inset-x-4 sm:top-[10vh] sm:bottom-auto sm:mx-auto sm:max-w-[560px] sm:max-h-[80dvh]"
WIDE = (
    "fixed z-50 inset-0 sm:inset-x-4 sm:top-[4vh] sm:bottom-auto sm:mx-auto sm:w-fit sm:min-w-[320px] sm:max-w-[90vw] "
    "sm:max-h-[92dvh]"
)
"""For what is looked at: as large as it is, or as the screen."""
FACE = "flex flex-col bg-raised text-ink sm:rounded-card shadow-dialog overflow-hidden rise"
FOOT = (
    "flex flex-wrap items-center gap-2 shrink-0 px-5 pt-4 pb-[calc(20px+env(safe-area-inset-bottom))] sm:pb-5 "
    "border-t border-line"
)
NOTHING_MORE = {"aria-describedby": None}


def dialog(
    title: str | rx.Var[str],
    *children: rx.Component,
    trigger: rx.Component | None = None,
    foot: rx.Component | None = None,
    place: str = PLACE,
    **root: Any,
) -> rx.Component:
    """On a phone it fills the screen; `children` scroll between the title and `foot`.

    Open it by `trigger` (the browser alone), or by `open` and `on_open_change` (a state).
    """
    content = radix.content(*_inside(title, children, foot), **_looks(place))
    opener = radix.trigger(trigger, as_child=True) if trigger is not None else rx.fragment()
    return radix.root(opener, radix.portal(_veil(), content), **root)


def detail(
    title: str, *children: rx.Component, shows: rx.Var[str], foot: rx.Component | None = None, **root: Any
) -> rx.Component:
    """The dialog of one thing, named by `shows`; on a wide screen a column beside the list, and nothing is dimmed."""
    content = BesideContent.create(*_inside(title, children, foot), shows=shows, **_looks(PLACE))
    return BesideRoot.create(radix.portal(_veil(), content), **root)


def _looks(place: str) -> dict[str, Any]:
    return {"class_name": f"dialog {place} {FACE}", "custom_attrs": NOTHING_MORE}


def _veil() -> rx.Component:
    return radix.overlay(class_name="veil fixed inset-0 z-40")


def _inside(
    title: str | rx.Var[str], children: tuple[rx.Component, ...], foot: rx.Component | None
) -> tuple[rx.Component, ...]:
    return (
        _head(title),
        rx.el.div(*children, class_name="flex-1 overflow-y-auto overscroll-contain p-5 pt-2"),
        rx.el.div(foot, class_name=FOOT) if foot is not None else rx.fragment(),
    )


class Closes(BaseHTML):
    """A click on anything inside closes the dialog as well: for links."""

    library = script(__name__, "closes.jsx")
    tag = "Closes"


def closes(*children: rx.Component, class_name: str = "") -> rx.Component:
    return Closes.create(*children, class_name=class_name)


def _head(title: str | rx.Var[str]) -> rx.Component:
    return rx.el.div(
        radix.title(rx.el.h2(title, class_name="text-head font-semibold min-w-0 truncate"), as_child=True),
        radix.close(icon_button("x", "Close"), as_child=True),
        class_name="flex items-center justify-between pl-5 pr-3 pt-3 pb-1 shrink-0",
    )
