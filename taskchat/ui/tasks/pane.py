"""The task pane: title, quick add, filters, list."""

import reflex as rx

from taskchat.ui.design.button import KINDS, SHAPE, SIZES
from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.filter_bar import filter_bar, search_field, shown
from taskchat.ui.tasks.list import loading, task_list
from taskchat.ui.tasks.quick_add import quick_add
from taskchat.ui.tasks.state import TasksState

BESIDE_TITLE = "list-none font-normal! absolute right-0 top-3 pointer-coarse:top-1.5"


def task_pane() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            _head(),
            search_field("pane-search mt-2 mb-2"),
            quick_add(),
            shown(),
            rx.cond(TasksState.ready, task_list(), loading()),
            class_name="mx-auto w-full max-w-[760px] flex flex-col px-3 md:px-6 pb-24 wide:pb-12",
        ),
        aria_label="Tasks and filters",
        class_name="pane pane-tasks bg-surface",
    )


def _head() -> rx.Component:
    return rx.el.div(
        rx.el.div(
            rx.el.h2(TasksState.title, class_name="text-page font-semibold tracking-[-0.01em] truncate"),
            rx.el.span(TasksState.day, class_name="text-meta text-ink2 truncate hidden sm:inline"),
            class_name="flex items-baseline gap-3 h-14 pt-4 pr-28",
        ),
        _filters(),
        class_name="relative",
    )


def _filters() -> rx.Component:
    """A `details`: it opens at once and by key, and needs no state. Its summary stands beside the title."""
    return rx.el.details(
        rx.el.summary(
            icon("sliders_horizontal"),
            "Filter",
            class_name=f"{SHAPE} {KINDS['quiet']} {SIZES['small']} {BESIDE_TITLE}",
        ),
        filter_bar(),
    )
