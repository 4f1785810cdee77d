"""Lucide icons in one weight; decoration only, the name of a control never rests on them."""

import reflex as rx


def icon(tag: str, size: int = 16, class_name: str = "") -> rx.Component:
    """`class_name` carries the colour; the icon is hidden from readers."""
    return rx.icon(
        tag, size=size, class_name=f"shrink-0 {class_name}", custom_attrs={"strokeWidth": 1.75, "aria-hidden": "true"}
    )


def spinner(size: int = 14, class_name: str = "") -> rx.Component:
    """The only thing that turns; with reduced motion it stands still."""
    return icon("loader_circle", size, f"animate-spin motion-reduce:animate-none {class_name}")
