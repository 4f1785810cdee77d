"""A name that shows beside a control on hover and focus (Radix); for the rail, where icons stand alone."""

from typing import Literal

import reflex as rx


class _Tooltip(rx.Component):
    library = "@radix-ui/react-tooltip@1.4.1"


class TooltipProvider(_Tooltip):
    tag = "Provider"
    alias = "TooltipProvider"
    delay_duration: rx.Var[int]


class TooltipRoot(_Tooltip):
    tag = "Root"
    alias = "TooltipRoot"


class TooltipTrigger(_Tooltip):
    tag = "Trigger"
    alias = "TooltipTrigger"
    as_child: rx.Var[bool]


class TooltipContent(_Tooltip):
    tag = "Content"
    alias = "TooltipContent"
    side: rx.Var[Literal["top", "right", "bottom", "left"]]
    side_offset: rx.Var[int]


tooltips = TooltipProvider.create
"""Stands once around everything that has tooltips."""


def tooltip(
    child: rx.Component, words: str | rx.Var[str], *, side: Literal["top", "right", "bottom", "left"] = "right"
) -> rx.Component:
    content = TooltipContent.create(
        words,
        side=side,
        side_offset=6,
        class_name="z-50 px-2 py-1 rounded-chip bg-ink text-surface text-micro shadow-menu",
    )
    return TooltipRoot.create(TooltipTrigger.create(child, as_child=True), content)
