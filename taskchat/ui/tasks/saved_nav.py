"""The saved views in the sidebar, and the button that makes one; loaded by whoever has or makes one."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from taskchat.ui.design.button import button, icon_button
from taskchat.ui.design.dialog import closes
from taskchat.ui.design.field import problem, text_input
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.menu import menu, menu_item
from taskchat.ui.tasks.filter_bar import CLEARED
from taskchat.ui.tasks.saved import SavedState

NAME = "h-8 pointer-coarse:h-11 min-w-0 flex-1"
ALONE = dict.fromkeys(("in", "sort", "pane", *CLEARED))
"""A view says all of what is shown."""
Seen = Any


@rx.memo
def saved_views() -> rx.Component:
    """Under the lists."""
    return _nav(_link)


@rx.memo
def saved_views_inside() -> rx.Component:
    """In the sheet behind "More", which closes when one is opened."""
    return _nav(lambda view: closes(_link(view), class_name="contents"))


def _nav(link: Callable[[Seen], rx.Component]) -> rx.Component:
    def view(one: Seen) -> rx.Component:
        return rx.cond(SavedState.renaming == one.id, _name(one), _line(one, link(one)))

    return rx.el.nav(
        rx.el.p("Views", class_name="nav-title", aria_hidden="true"),
        rx.foreach(SavedState.views, view),
        rx.cond(SavedState.problem != "", problem(SavedState.problem)),
        aria_label="Views",
        class_name="flex flex-col gap-0.5",
    )


@rx.memo
def save_view() -> rx.Component:
    """Beside the count of what is shown."""
    form = rx.el.form(
        text_input("view", class_name=NAME, placeholder="Name", max_length=60, custom_attrs=_named("Name of the view")),
        button("Save", type="submit", size="small"),
        on_submit=SavedState.save,
        reset_on_submit=False,
        class_name="flex items-center gap-2 pt-2",
    )
    return rx.el.details(
        rx.el.summary(
            "Save as a view",
            class_name="inline-flex items-center min-h-6 pointer-coarse:min-h-11 text-meta text-accent underline "
            "underline-offset-2 cursor-pointer",
        ),
        form,
        rx.cond(SavedState.problem != "", problem(SavedState.problem)),
    )


def _named(name: Any) -> dict[str, Any]:
    return {"aria-label": name}


def _link(view: Seen) -> rx.Component:
    return here_link(
        icon("sliders_horizontal"),
        rx.el.bdi(view.name, class_name="flex-1 truncate"),
        go=rx.Var.create({**ALONE, "view": "list", "filter": view.filter}),
        mark=rx.Var.create({"filter": view.filter, "q": None}),
        class_name="nav-row",
        custom_attrs={"title": view.filter},
    )


def _line(view: Seen, link: rx.Component) -> rx.Component:
    return rx.el.div(
        link,
        menu(
            icon_button("ellipsis", f"More for {view.name}"),
            menu_item(
                "Rename",
                "pencil",
                on_select=SavedState.ask_name(view.id),
                custom_attrs=_named(f"Rename {view.name}"),
            ),
            menu_item(
                "Delete",
                "trash_2",
                danger=True,
                on_select=SavedState.delete(view.id),
                custom_attrs=_named(f"Delete {view.name}"),
            ),
        ),
        class_name="thread",
    )


def _name(view: Seen) -> rx.Component:
    return rx.el.form(
        text_input(
            "view",
            id="view-name",
            class_name=NAME,
            default_value=view.name,
            max_length=60,
            auto_focus=True,
            custom_attrs=_named("Name of the view"),
        ),
        icon_button("check", "Save", type="submit"),
        icon_button("x", "Cancel", on_click=SavedState.ask_name("")),
        on_submit=SavedState.rename,
        reset_on_submit=False,
        class_name="flex items-center gap-1",
    )
