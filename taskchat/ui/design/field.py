"""A labelled field with room for the sentence that says what is wrong."""

from typing import Any

import reflex as rx

from taskchat.ui.design.icon import icon

CONTROL = (
    "w-full rounded-control border border-control bg-surface text-ink text-body px-3 placeholder:text-ink3 "
    "pointer-coarse:text-base"
)


def text_input(name: str, *, class_name: str = "h-10", **props: Any) -> rx.Component:
    props.setdefault("id", name)
    return rx.el.input(name=name, class_name=f"{CONTROL} {class_name}", **props)


def text_area(name: str, *, class_name: str = "py-2 min-h-24", **props: Any) -> rx.Component:
    props.setdefault("id", name)
    return rx.el.textarea(name=name, class_name=f"{CONTROL} {class_name}", **props)


def select(
    name: str, options: dict[str, str], *more: rx.Component, class_name: str = "h-10", **props: Any
) -> rx.Component:
    """`options` is value → words; `more` are options that only the page itself knows."""
    props.setdefault("id", name)
    choices = (rx.el.option(words, value=value) for value, words in options.items())
    return rx.el.select(*choices, *more, name=name, class_name=f"{CONTROL} {class_name}", **props)


def field(label: str, control: rx.Component, *, html_for: str, hint: str = "", class_name: str = "") -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=html_for, class_name="block text-meta font-semibold mb-1.5"),
        control,
        rx.el.p(hint, class_name="text-micro text-ink3 mt-1") if hint else rx.fragment(),
        class_name=class_name,
    )


def problem(words: str | rx.Var[str], *, ident: str = "") -> rx.Component:
    """What is wrong, said at once to readers; place it where the mistake is."""
    return rx.el.p(
        icon("circle_alert", 14),
        rx.el.span(words),
        id=ident,
        role="alert",
        class_name="flex items-start gap-1.5 text-meta text-overdue mt-1.5 [&>svg]:mt-0.5",
    )
