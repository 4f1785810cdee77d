"""The list of conversations: in the sidebar, and behind "history" where there is no room for one (P-02)."""

from collections.abc import Callable

import reflex as rx

from taskchat.ui.chat.client import More, RenameItem, Seen, ThreadLine, ThreadMenu, ThreadSearch
from taskchat.ui.chat.thread_links import ThreadLink
from taskchat.ui.chat.threads_state import LONGEST_SEARCH, ThreadsState
from taskchat.ui.design.button import button, icon_button, look
from taskchat.ui.design.dialog import closes, dialog
from taskchat.ui.design.field import problem
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.menu import menu, menu_item, menu_link
from taskchat.ui.design.native import from_server
from taskchat.ui.design.toast import Toast

FIELD = (
    "w-full h-8 pointer-coarse:h-11 pl-8 pr-2 rounded-control border border-line bg-surface text-meta "
    "pointer-coarse:text-base text-ink placeholder:text-ink3"
)
THREADS = from_server("/api/chatkit/threads/")
HAS_ANY = (ThreadsState.links.length() > 0) | (ThreadsState.words != "")


def conversations_nav() -> rx.Component:
    """In the sidebar: nothing where there are none."""
    title = rx.el.p("Conversations", class_name="nav-title", custom_attrs={"aria-hidden": "true"})
    return rx.cond(HAS_ANY, rx.el.nav(title, *_list(thread_row), aria_label="Conversations"))


def conversations_inside() -> rx.Component:
    """In a dialog, which a click on one of them closes; what was deleted comes back from here."""
    empty = rx.el.p("What you talk about shows up here.", class_name="text-meta text-ink2 py-2")
    found = rx.el.nav(_deleted(), *_list(thread_row_inside), aria_label="Conversations")
    return rx.cond(HAS_ANY | (ThreadsState.gone_count > 0), found, empty)


def history(trigger: rx.Component) -> rx.Component:
    """All of them, by day."""
    return dialog("Conversations", conversations_inside(), trigger=trigger)


def _list(row: Callable[..., rx.Component]) -> tuple[rx.Component, ...]:
    more = More.create(
        "Show more",
        count=ThreadsState.links.length(),
        words=ThreadsState.words,
        on_more=ThreadsState.more,
        class_name=f"{look('quiet')} w-full mt-1",
    )
    return (
        _search(),
        rx.cond(ThreadsState.problem != "", problem(ThreadsState.problem)),
        rx.el.ul(
            rx.foreach(ThreadsState.links, lambda link: row(link=link, key=link.id)),
            class_name="list-none m-0 p-0 flex flex-col gap-0.5",
        ),
        rx.cond(ThreadsState.has_more, more),
    )


def _search() -> rx.Component:
    """The field, and under it what was found."""
    told = rx.el.p(
        rx.el.span(ThreadsState.told, class_name="min-w-0 [overflow-wrap:anywhere]"),
        button("Clear search", kind="link", size="text", on_click=ThreadsState.seek("")),
        class_name="flex flex-wrap items-baseline gap-x-3 px-2 pt-2 text-meta text-ink2",
    )
    return rx.el.div(
        rx.el.div(
            icon("search", 16, "absolute left-2.5 top-1/2 -translate-y-1/2 text-ink3 pointer-events-none"),
            ThreadSearch.create(
                words=ThreadsState.words,
                on_seek=ThreadsState.seek,
                placeholder="Search",
                max_length=LONGEST_SEARCH,
                custom_attrs={"aria-label": "Search conversations"},
                class_name=FIELD,
            ),
            class_name="search",
        ),
        rx.el.div(rx.cond(ThreadsState.words != "", told), role="status"),
        class_name="thread-search",
    )


@rx.memo
def thread_row(rest: rx.RestProp, *, link: rx.Var[ThreadLink]) -> rx.Component:
    return _item(link, rest, _link(link))


@rx.memo
def thread_row_inside(rest: rx.RestProp, *, link: rx.Var[ThreadLink]) -> rx.Component:
    return _item(link, rest, closes(_link(link), class_name="contents"))


def _item(link: Seen, rest: Seen, place: rx.Component) -> rx.Component:
    return rx.el.li(
        rx.cond(link.heads, rx.el.h3(link.group, class_name="nav-title")),
        ThreadLine.create(
            place,
            menu(icon_button("ellipsis", f"More for {link.title}"), *_deeds(link), kind=ThreadMenu),
            title=link.title,
            on_rename=lambda title: ThreadsState.rename(link.id, title),
            class_name="thread",
        ),
        rest,
    )


def _deeds(link: Seen) -> tuple[rx.Component, ...]:
    def named(deed: str) -> dict[str, Seen]:
        return {"aria-label": f"{deed} {link.title}"}

    return (
        menu_item("Rename", "pencil", kind=RenameItem, custom_attrs=named("Rename")),
        rx.cond(
            link.pinned,
            menu_item("Unpin", "pin", on_select=ThreadsState.unpin(link.id), custom_attrs=named("Unpin")),
            menu_item("Pin", "pin", on_select=ThreadsState.pin(link.id), custom_attrs=named("Pin")),
        ),
        menu_link("Export", "download", href=THREADS + link.id + "/export", download="", custom_attrs=named("Export")),
        menu_item(
            "Delete",
            "trash_2",
            danger=True,
            on_select=ThreadsState.delete(link.id, link.title),
            custom_attrs=named("Delete"),
        ),
    )


def _link(link: Seen) -> rx.Component:
    return here_link(
        rx.el.bdi(link.title, class_name="flex-1 truncate"),
        rx.cond(link.unread, rx.fragment(rx.el.span(class_name="news"), rx.el.span("unread", class_name="sr-only"))),
        rx.cond(
            link.running,
            rx.fragment(icon("loader_circle", 14, "text-accent"), rx.el.span("answering", class_name="sr-only")),
        ),
        go={"c": link.id, "pane": "chat"},
        mark={"c": link.id},
        class_name="nav-row",
        custom_attrs={"data-unread": link.unread, "title": link.title},
    )


def _deleted() -> rx.Component:
    """The toast lies under the dialog."""
    line = rx.el.p(
        rx.el.span("Deleted: ", rx.el.bdi(ThreadsState.gone_title), class_name="flex-1 truncate"),
        button("Undo", kind="link", size="text", on_click=ThreadsState.restore),
        class_name="flex items-center gap-3 min-h-11 px-2 text-meta",
    )
    return rx.el.div(rx.cond(ThreadsState.gone_count > 0, line), role="status")


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
