"""Buttons: one filled in a pane, the others quiet; icon-only ones always have a name and a tooltip."""

from typing import Any, Literal

import reflex as rx

from taskchat.ui.design.icon import icon

Kind = Literal["primary", "outline", "quiet", "danger", "link"]

SHAPE = "inline-flex items-center justify-center gap-2 rounded-control font-semibold whitespace-nowrap cursor-pointer"
KINDS: dict[Kind, str] = {
    "primary": "bg-accent text-on-accent hover:bg-accent-hover",
    "outline": "border border-control text-ink bg-surface hover:bg-sunken",
    "quiet": "text-ink2 hover:bg-sunken hover:text-ink",
    "danger": "bg-overdue text-on-accent hover:brightness-110",
    "link": "text-accent underline underline-offset-2 hover:text-accent-hover",
}
SIZES = {"small": "h-8 px-3 text-meta pointer-coarse:h-11", "large": "h-11 px-4 text-body", "text": "min-h-6 text-meta"}


def look(kind: Kind = "outline", size: str = "small") -> str:
    """The classes of a button, for elements that are buttons only to the eye."""
    return f"{SHAPE} {KINDS[kind]} {SIZES[size]}"


def button(
    *children: rx.Component | rx.Var | str,
    kind: Kind = "outline",
    size: str = "small",
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    props.setdefault("type", "button")
    return rx.el.button(*children, class_name=f"{look(kind, size)} {class_name}", **props)


def icon_button(
    tag: str, name: str | rx.Var[str], *, size: int = 16, class_name: str = "", **props: Any
) -> rx.Component:
    """A square of 32 px (44 by touch); `name` is read out and shown on hover."""
    props.setdefault("type", "button")
    return rx.el.button(
        icon(tag, size),
        aria_label=name,
        title=name,
        class_name=f"grid place-items-center size-8 pointer-coarse:size-11 rounded-control text-ink2 cursor-pointer "
        f"hover:bg-sunken hover:text-ink {class_name}",
        **props,
    )
