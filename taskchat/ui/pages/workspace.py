"""The page at `/`: tasks and chat side by side, one at a time on a phone (UX-1)."""

import reflex as rx

from taskchat.ui.chat import ARRIVE, ThreadsState, away_from_chat, chat_pane
from taskchat.ui.design.awake import awake
from taskchat.ui.design.hidden import skip_link
from taskchat.ui.design.later import later
from taskchat.ui.design.panes import panes, sheet_button
from taskchat.ui.design.splitter import splitter
from taskchat.ui.design.toast import toast
from taskchat.ui.design.tooltip import tooltips
from taskchat.ui.doing.desk import keys_and_selection
from taskchat.ui.pages.shell import bottom_bar, rail, sidebar
from taskchat.ui.reminders.bell import reminders
from taskchat.ui.reminders.state import RemindersState
from taskchat.ui.session import Session
from taskchat.ui.tasks.client import Keys
from taskchat.ui.tasks.dialogs import dialogs
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.list import loading
from taskchat.ui.tasks.pane import task_pane
from taskchat.ui.tasks.saved import SavedState
from taskchat.ui.tasks.shown import ShownState
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.structuring import StructureState
from taskchat.ui.travelling import is_away, travelling

WAKES = [TasksState.reload, ShownState.look, ThreadsState.reload, RemindersState.reload]
"""What says words that grow old."""

ARRIVALS = [
    *(Session.require, TasksState.arrive, ShownState.look, SavedState.reload),
    *(*ARRIVE, RemindersState.arrive),
]


@rx.page(route="/", title="TaskChat", on_load=ARRIVALS)
def workspace() -> rx.Component:
    # Gated by our own flag: `is_hydrated` is false on every navigation and would throw drafts away (decision 15).
    return rx.cond(Session.ready, _workspace(), _before())


def _workspace() -> rx.Component:
    return tooltips(
        panes(
            skip_link("add-a-task", "Skip to the tasks"),
            sidebar(),
            rail(),
            rx.el.main(
                rx.el.h1("TaskChat", class_name="sr-only"),
                task_pane(),
                _chat(),
                id="main",
            ),
            toast(TasksState.undo, "toast-place"),
            away_from_chat(),
            bottom_bar(),
            first="tasks",
            class_name="frame",
        ),
        rx.cond((EditorState.task_id != "") | (StructureState.shows != ""), later(dialogs)),
        reminders(),
        rx.cond(is_away(), later(travelling)),
        Keys.create(later(keys_and_selection)),
        awake(until=TasksState.good_until, on_wake=WAKES),
        delay_duration=400,
    )


def _chat() -> rx.Component:
    return rx.el.div(
        splitter("Width of the chat"),
        chat_pane(),
        sheet_button("x", "Close the chat", "sheet-close"),
        class_name="pane-chat",
    )


def _before() -> rx.Component:
    """What is painted before anybody sits here: the same frame, so that nothing moves when it fills."""
    rows = rx.el.div(loading(), class_name="mx-auto w-full max-w-[784px] px-3 md:px-6 pt-24")
    return rx.el.div(
        rx.el.div(class_name="side"),
        rx.el.div(class_name="rail"),
        rx.el.main(
            rx.el.h1("TaskChat", class_name="sr-only"),
            rx.el.div(rows, class_name="pane pane-tasks"),
            rx.el.div(class_name="pane-chat"),
        ),
        rx.el.div(class_name="bar"),
        class_name="frame",
        custom_attrs={"data-pane": "tasks"},
    )
