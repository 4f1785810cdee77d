"""Words for screen readers only."""

import reflex as rx

from taskchat.ui.design.native import plain_link


def visually_hidden(*children: rx.Component | rx.Var | str, tag: str = "span") -> rx.Component:
    return getattr(rx.el, tag)(*children, class_name="sr-only")


def skip_link(target: str, words: str) -> rx.Component:
    """The first stop of the Tab key: jumps over what is the same on every page."""
    return plain_link(words, href=f"#{target}", class_name="skip-link")
