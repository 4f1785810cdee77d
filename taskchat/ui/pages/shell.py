"""What stands around the panes: sidebar, rail, bottom bar, and the sheet behind "More"."""

from typing import Any

import reflex as rx

from taskchat.ui.chat import conversations_inside, conversations_nav
from taskchat.ui.design.dialog import closes, dialog
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.later import later
from taskchat.ui.design.tooltip import tooltip
from taskchat.ui.reminders.bell import bell, count, new_reminders
from taskchat.ui.session import Session
from taskchat.ui.tasks.filter_bar import search_field
from taskchat.ui.tasks.places_nav import places_nav, rail_nav
from taskchat.ui.tasks.saved import SavedState
from taskchat.ui.tasks.saved_nav import saved_views, saved_views_inside
from taskchat.ui.tasks.shortcuts import keyshortcuts


def sidebar() -> rx.Component:
    return rx.el.header(
        rx.el.div(
            rx.el.p("TaskChat", class_name="flex-1 text-body font-semibold"),
            tooltip(_palette("rail-row h-8! w-8!"), "Find or do anything"),
            class_name="flex items-center pl-4 pr-3 pt-2.5 pb-1.5",
        ),
        search_field("mx-4 mb-3"),
        rx.el.div(
            places_nav(),
            _views(saved_views),
            conversations_nav(),
            class_name="flex-1 min-h-0 overflow-y-auto px-2 pb-2",
        ),
        account(),
        class_name="side",
    )


def rail() -> rx.Component:
    search = here_link(icon("search", 18), go=rx.Var.create({"find": "1"}), aria_label="Search", class_name="rail-row")
    settings = rx.el.a(icon("settings", 18), href="/settings", aria_label="Settings", class_name="rail-row")
    return rx.el.header(
        tooltip(_palette("rail-row"), "Find or do anything"),
        tooltip(search, "Search"),
        rail_nav(),
        rx.el.div(tooltip(bell(), "Reminders"), tooltip(settings, "Settings"), class_name="mt-auto"),
        class_name="rail",
    )


def _palette(class_name: str) -> rx.Component:
    """For the mouse what Ctrl+K is for the keys; the script that opens it comes with the first press (ui/doing)."""
    return rx.el.button(
        icon("keyboard", 18),
        type="button",
        custom_attrs={
            "data-palette": "",
            "aria-label": "Find or do anything",
            "aria-keyshortcuts": keyshortcuts("palette"),
        },
        class_name=f"{class_name} cursor-pointer",
    )


def account() -> rx.Component:
    name = rx.cond(Session.guest, "Guest", Session.email)
    first = rx.cond(Session.guest, icon("user_plus", 14), Session.email[:1].upper())
    return rx.el.div(
        rx.el.span(first, aria_hidden="true", class_name="face"),
        rx.el.bdi(name, class_name="flex-1 truncate text-meta"),
        bell(title="Reminders", class_name="rail-row bell -mr-2"),
        rx.el.a(
            icon("settings"), href="/settings", aria_label="Settings", title="Settings", class_name="rail-row -mr-3"
        ),
        class_name="flex items-center gap-2 mx-2 px-2 py-1.5 border-t border-line",
    )


def bottom_bar() -> rx.Component:
    """Tasks · Chat · Search · More, below 1024 px."""
    return rx.el.nav(
        _to("Tasks", "list_checks", {"pane": None, "find": None}),
        _to("Chat", "message_square", {"pane": "chat", "find": None}),
        _to("Search", "search", {"pane": None, "find": "1"}),
        dialog(
            "More",
            closes(places_nav(), class_name="flex flex-col"),
            _views(saved_views_inside),
            closes(account(), class_name="-mx-2 mt-4"),
            rx.el.p("Conversations", class_name="nav-title", custom_attrs={"aria-hidden": "true"}),
            conversations_inside(),  # last: it goes on while one scrolls
            trigger=rx.el.button(
                rx.el.span(icon("menu", 20), count(), class_name="bell"), "More", new_reminders(), type="button"
            ),
        ),
        aria_label="Panes",
        class_name="bar",
    )


def _views(part: Any) -> rx.Component:
    return rx.cond(SavedState.is_listed, later(part))


def _to(words: str, tag: str, go: dict[str, str | None]) -> rx.Component:
    return here_link(icon(tag, 20), words, go=rx.Var.create(go))
