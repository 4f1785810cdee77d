"""The task pane: title, quick add, filters, list."""

import reflex as rx

from taskchat.ui.design.button import look
from taskchat.ui.design.here import fold_button, fold_panel, here_fold
from taskchat.ui.design.icon import icon
from taskchat.ui.design.later import later
from taskchat.ui.design.panes import sheet_button
from taskchat.ui.tasks.activity import activity
from taskchat.ui.tasks.board import board
from taskchat.ui.tasks.calendar import calendar
from taskchat.ui.tasks.filter_bar import CLEARED, filter_bar, search_field, shown
from taskchat.ui.tasks.list import loading, task_list
from taskchat.ui.tasks.quick_add import quick_add
from taskchat.ui.tasks.saved_nav import save_view
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.trash import trash

BESIDE_TITLE = "absolute right-0 top-3 pointer-coarse:top-1.5 flex items-center gap-1"


def task_pane() -> rx.Component:
    return rx.el.section(
        rx.el.div(
            _head(),
            search_field("pane-search mt-2 mb-2"),
            quick_add(),
            shown(),
            rx.cond(TasksState.savable != "", later(save_view)),
            rx.cond(TasksState.ready | (TasksState.broken != ""), _view(), loading()),
            class_name="pane-column mx-auto w-full max-w-[784px] flex flex-col px-3 md:px-6 pb-24 wide:pb-12",
        ),
        aria_label="Tasks and filters",
        class_name="pane pane-tasks bg-surface",
        custom_attrs={"data-view": TasksState.view},
    )


def _view() -> rx.Component | rx.Var:
    """The list, or in its place what the address asks for."""
    return rx.match(
        rx.cond(TasksState.broken != "", "", TasksState.view),
        ("board", later(board)),
        ("calendar", later(calendar)),
        ("activity", later(activity)),
        ("trash", rx.fragment(later(trash), task_list())),
        task_list(),
    )


def _head() -> rx.Component:
    return here_fold(
        rx.el.div(
            rx.el.h2(TasksState.title, class_name="text-page font-semibold tracking-[-0.01em] truncate max-w-full"),
            # Whole or not at all: where it does not fit it wraps out of sight.
            rx.el.span(TasksState.day, class_name="text-meta text-ink2 leading-7 shrink-0"),
            class_name="flex flex-wrap items-baseline gap-x-3 h-7 overflow-hidden mt-4 mb-3 mr-14 sm:mr-36 wide:mr-28",
        ),
        rx.el.div(
            fold_button(
                icon("sliders_horizontal"),
                rx.el.span("Filter", class_name="max-sm:sr-only"),
                class_name=f"{look('quiet')} pane-filter font-normal! aria-expanded:bg-sunken aria-expanded:text-ink",
            ),
            sheet_button("panel_right", "Chat beside the list", ""),
            class_name=BESIDE_TITLE,
        ),
        fold_panel(filter_bar()),
        names=[*(name for name in CLEARED if name not in {"q", "filter", "pages", "only"}), "sort"],
        class_name="relative",
    )
