"""The list of conversations: the newest in the sidebar, all of them behind "history" (P-02)."""

import reflex as rx

from taskchat.ui.chat.client import Seen
from taskchat.ui.chat.threads_state import ThreadLink, ThreadsState
from taskchat.ui.design.button import button, icon_button
from taskchat.ui.design.dialog import closes, dialog
from taskchat.ui.design.field import field, text_input
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import spinner
from taskchat.ui.design.menu import menu, menu_item
from taskchat.ui.design.toast import Toast


def conversations_nav() -> rx.Component:
    return rx.cond(
        ThreadsState.newest.length() > 0,
        rx.el.nav(
            rx.el.p("Conversations", class_name="nav-title", custom_attrs={"aria-hidden": "true"}),
            rx.el.ul(
                rx.foreach(ThreadsState.newest, lambda link: thread_row(link=link, key=link.id)),
                class_name="list-none m-0 p-0 flex flex-col gap-0.5",
            ),
            aria_label="Conversations",
        ),
    )


def history(trigger: rx.Component) -> rx.Component:
    """All of them, by day."""
    rows = rx.foreach(ThreadsState.listed, _listed)
    empty = rx.el.p("What you talk about shows up here.", class_name="text-meta text-ink2 py-2")
    return dialog(
        "Conversations",
        rx.cond(ThreadsState.listed.length() > 0, closes(rows, class_name="flex flex-col"), empty),
        trigger=trigger,
    )


def _listed(link: Seen) -> rx.Component:
    return rx.fragment(
        rx.cond(link.day != "", rx.el.h3(link.day, class_name="nav-title")),
        _link(link),
        key=link.id,
    )


@rx.memo
def thread_row(rest: rx.RestProp, *, link: rx.Var[ThreadLink]) -> rx.Component:
    return _item(link, rest)


def _item(link: Seen, rest: Seen) -> rx.Component:
    return rx.el.li(
        _link(link),
        menu(
            icon_button("ellipsis", f"More for {link.title}"),
            menu_item("Rename", "pencil", on_select=ThreadsState.begin_rename(link.id, link.title)),
            menu_item("Delete", "trash_2", danger=True, on_select=ThreadsState.delete(link.id, link.title)),
        ),
        rest,
        class_name="thread",
    )


def _link(link: Seen) -> rx.Component:
    return here_link(
        rx.el.bdi(link.title, class_name="flex-1 truncate"),
        rx.cond(link.running, rx.fragment(spinner(14, "text-accent"), rx.el.span("answering", class_name="sr-only"))),
        go={"c": link.id, "pane": "chat"},
        mark={"c": link.id},
        class_name="nav-row",
    )


def rename_dialog() -> rx.Component:
    return dialog(
        "Rename conversation",
        rx.el.form(
            field(
                "Name",
                text_input("title", default_value=ThreadsState.renamed_from, max_length=255, auto_focus=True),
                html_for="title",
            ),
            button("Save", kind="primary", type="submit", class_name="mt-4"),
            on_submit=ThreadsState.rename,
        ),
        open=ThreadsState.renaming != "",
        on_open_change=ThreadsState.end_rename,
    )


def brought_back() -> rx.Component:
    """For a few seconds after a delete: the way back."""
    line = rx.el.div(
        rx.el.span("Deleted: ", rx.el.bdi(ThreadsState.gone_title), class_name="truncate"),
        button("Undo", kind="link", size="text", on_click=ThreadsState.restore),
        icon_button("x", "Close", size=14, on_click=ThreadsState.forget_gone),
        class_name="flex items-center gap-3 h-11 pl-4 pr-1 max-w-full bg-raised text-ink text-meta rounded-control "
        "shadow-menu rise pointer-events-auto",
    )
    return Toast.create(
        line, shown=ThreadsState.gone_count, on_close=ThreadsState.forget_gone, class_name="toast-place"
    )
