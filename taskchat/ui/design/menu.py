"""A menu that opens from a button: arrow keys, type-ahead and Esc as everywhere (Radix)."""

from typing import Any, Literal

import reflex as rx
from reflex_base.event import no_args_event_spec

from taskchat.ui.design.icon import icon
from taskchat.ui.design.native import plain_link

ITEM = (
    "flex items-center gap-3 h-9 pointer-coarse:h-11 px-3 rounded-chip text-meta cursor-pointer select-none "
    "outline-none"
)


class _Menu(rx.Component):
    library = "@radix-ui/react-dropdown-menu@2.2.1"


class MenuRoot(_Menu):
    tag = "Root"
    alias = "MenuRoot"
    modal: rx.Var[bool]


class MenuTrigger(_Menu):
    tag = "Trigger"
    alias = "MenuTrigger"
    as_child: rx.Var[bool]


class MenuContent(_Menu):
    tag = "Content"
    alias = "MenuContent"
    align: rx.Var[Literal["start", "center", "end"]]
    side_offset: rx.Var[int]
    collision_padding: rx.Var[int]


class MenuItem(_Menu):
    tag = "Item"
    alias = "MenuItem"
    as_child: rx.Var[bool]
    on_select: rx.EventHandler[no_args_event_spec]


class MenuSeparator(_Menu):
    tag = "Separator"
    alias = "MenuSeparator"


def menu(
    trigger: rx.Component, *items: rx.Component, align: str = "end", kind: type[MenuContent] = MenuContent
) -> rx.Component:
    """`trigger` is a button without an `on_click` of its own.

    It opens where it stands, without a portal: what it says then belongs to its landmark.
    """
    content = kind.create(
        *items,
        align=align,
        side_offset=4,
        collision_padding=8,
        class_name="z-50 min-w-48 p-1 bg-raised text-ink rounded-control shadow-menu rise",
    )
    return MenuRoot.create(MenuTrigger.create(trigger, as_child=True), content, modal=False)


def menu_item(
    words: str, tag: str, *, danger: bool = False, kind: type[MenuItem] = MenuItem, **props: Any
) -> rx.Component:
    colour = "text-overdue data-[highlighted]:bg-overdue-soft" if danger else "data-[highlighted]:bg-sunken"
    return kind.create(icon(tag), words, class_name=f"{ITEM} {colour}", **props)


def menu_link(words: str, tag: str, **link: Any) -> rx.Component:
    """An item the browser follows by itself, past the router."""
    place = plain_link(icon(tag), words, **link)
    return MenuItem.create(place, as_child=True, class_name=f"{ITEM} data-[highlighted]:bg-sunken")


def menu_line() -> rx.Component:
    return MenuSeparator.create(class_name="h-px my-1 bg-line")
