"""The list "Tasks": groups by time, or the sentence that stands where no task is."""

from typing import Any

import reflex as rx

from taskchat.ui.design.button import button
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.design.later import later
from taskchat.ui.design.native import plain_link
from taskchat.ui.tasks.filter_bar import CLEARED
from taskchat.ui.tasks.further import further
from taskchat.ui.tasks.row import section_button, task_rows
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.structuring import StructureState

IN_TEXT = "text-accent underline underline-offset-2 hover:text-accent-hover"


def task_list() -> rx.Component:
    return rx.cond(TasksState.broken != "", _broken(), _whole())


def _whole() -> rx.Component:
    return rx.fragment(
        rx.cond(TasksState.samples, _samples()),
        task_rows(),
        rx.foreach(TasksState.bare, _bare),
        rx.cond(TasksState.rows.length() == 0, _empty()),
        rx.cond((TasksState.more > 0) | (TasksState.above > 0), later(further)),
        rx.cond(TasksState.view == "in", _add_section()),
    )


def _bare(section: Any) -> rx.Component:
    """A section with nothing in it has no item its heading could stand in."""
    heading = rx.el.h3(section.name, section_button(section.id, section.name), class_name="group-name")
    return rx.el.div(heading, rx.el.p("Nothing here.", class_name="text-meta text-ink3"))


def _add_section() -> rx.Component:
    return button(
        icon("plus", 14),
        "Add section",
        kind="quiet",
        class_name="mt-4 -ml-3 self-start",
        on_click=StructureState.open_section(""),
    )


def _samples() -> rx.Component:
    return rx.el.p(
        "These are samples.",
        button("Clear samples", kind="link", size="text", on_click=TasksState.clear_samples),
        class_name="flex items-center gap-2 text-meta text-ink2 mt-4",
    )


def _empty() -> rx.Component:
    empty = TasksState.empty
    action = rx.match(
        empty.view,
        ("", rx.fragment()),
        ("clear", here_link(empty.action, go=CLEARED, class_name=IN_TEXT)),
        here_link(empty.action, go=rx.Var.create({"view": empty.view, "in": None}), class_name=IN_TEXT),
    )
    return rx.el.p(empty.words, " ", action, empty.rest, class_name="mt-6 text-body text-ink2")


def _broken() -> rx.Component:
    """In place of the list alone: what happened, why, and one thing to do."""
    return rx.el.div(
        rx.el.p("Your tasks cannot be shown right now.", class_name="text-body font-semibold"),
        rx.el.p(TasksState.broken, class_name="text-body text-ink2 mb-3"),
        button("Retry", on_click=TasksState.reload),
        role="alert",
        class_name="mt-6",
    )


def loading() -> rx.Component:
    """Rows of the same height as the real ones, so that nothing moves when they come; shown after 150 ms."""
    bars = [
        rx.el.div(rx.el.div(class_name=f"h-3.5 rounded-chip bg-sunken {w}"), class_name="h-10 flex items-center")
        for w in WIDTHS
    ]
    return rx.fragment(
        rx.el.div(*bars, class_name="later mt-10", aria_hidden="true"),
        rx.el.p(
            "This takes longer than usual. ",
            plain_link("Reload", href="", class_name=IN_TEXT),
            class_name="at-last mt-6 text-body text-ink2",
        ),
    )


WIDTHS = ("w-2/3", "w-1/2", "w-3/4", "w-2/5", "w-3/5", "w-1/2")
