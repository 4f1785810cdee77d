"""Narrowing the list: search, priority, tags, due, order; all of it in the address (F-02 to F-05)."""

import reflex as rx

from taskchat.ui.design.here import here_link, here_search, here_select, here_toggle
from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.shortcuts import keyshortcuts
from taskchat.ui.tasks.state import TasksState

CLEARED = dict.fromkeys(("q", "filter", "priority", "tag", "due", "reminder", "recurring", "pages", "only"))
DUE = {"": "Any date", "today": "Today", "week": "This week", "overdue": "Overdue", "none": "No date"}
SORT = {
    "": "By date", "priority": "By priority", "title": "By title", "-created": "Newest first",
    "-updated": "Last changed", "manual": "My order",
}  # fmt: skip
GROUP = {"": "Grouped by date", "priority": "By priority", "list": "By list", "tag": "By tag"}
CHIP = (
    "h-8 pointer-coarse:h-11 px-2.5 inline-flex items-center gap-1.5 rounded-control border border-line text-meta "
    "text-ink2 cursor-pointer hover:bg-sunken aria-pressed:bg-soft aria-pressed:text-ink aria-pressed:border-accent"
)


def search_field(class_name: str = "") -> rx.Component:
    return rx.el.div(
        icon("search", 16, "absolute left-2.5 top-1/2 -translate-y-1/2 text-ink3 pointer-events-none"),
        here_search(
            name="q",
            placeholder="Search",
            max_length=200,
            custom_attrs={
                "aria-label": "Search tasks",
                "aria-keyshortcuts": keyshortcuts("search"),
                "title": "Words, #tag, @list, priority:high, due:<7d; -#tag leaves out",
            },
            class_name="w-full h-8 pointer-coarse:h-11 pl-8 pr-2 rounded-control border border-line bg-surface "
            "text-meta pointer-coarse:text-base text-ink placeholder:text-ink3",
        ),
        class_name=f"search {class_name}",
    )


def filter_bar() -> rx.Component:
    """Opens below the title."""
    return rx.el.div(
        _priority(),
        _select("due", "Due", DUE),
        _flags(),
        rx.foreach(PlacesState.tags, _tag),
        _select("sort", "Order", SORT),
        _select("group", "Groups", GROUP),
        class_name="flex flex-wrap items-center gap-1.5 pt-2 pb-2",
        role="group",
        aria_label="Filter",
    )


def shown() -> rx.Component:
    """How many of how many, and the one click that clears all."""
    line = rx.el.div(
        rx.el.span(TasksState.shown, class_name="tabular-nums"),
        here_link(
            "Clear all",
            go=CLEARED,
            class_name="inline-flex items-center min-h-6 pointer-coarse:min-h-11 text-accent underline "
            "underline-offset-2",
        ),
        class_name="flex items-center gap-3 pt-3 text-meta text-ink2",
    )
    return rx.el.div(rx.cond(TasksState.shown != "", line), role="status")


def _priority() -> rx.Component:
    return rx.fragment(
        here_toggle(icon("flag", 14), "High", name="priority", value="high", class_name=CHIP),
        here_toggle(icon("arrow_down", 14), "Low", name="priority", value="low", class_name=CHIP),
    )


def _flags() -> rx.Component:
    return rx.fragment(
        here_toggle(icon("bell", 14), "Reminder", name="reminder", value="true", class_name=CHIP),
        here_toggle(icon("repeat", 14), "Repeats", name="recurring", value="true", class_name=CHIP),
    )


def _tag(tag: rx.Var[str]) -> rx.Component:
    return here_toggle(icon("tag", 14), rx.el.bdi(tag), name="tag", value=tag, class_name=CHIP)


def _select(name: str, label: str, options: dict[str, str]) -> rx.Component:
    return here_select(
        *(rx.el.option(words, value=value) for value, words in options.items()),
        name=name,
        custom_attrs={"aria-label": label},
        class_name="h-8 pointer-coarse:h-11 px-2 rounded-control border border-line bg-surface text-meta text-ink2 "
        "cursor-pointer",
    )
