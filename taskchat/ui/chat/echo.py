"""A task the conversation speaks of: the same row as in the list, and it acts from here (the echo of the look)."""

import reflex as rx

from taskchat.ui.chat.client import Seen
from taskchat.ui.chat.state import ChatState
from taskchat.ui.design.here import here_link
from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.filter_bar import CLEARED


def echo_row(echo: Seen, mark: Seen, item_id: Seen, undo: Seen) -> rx.Component:
    """Complete or open again at the left, the title opens it, `undo` at the right."""
    return rx.el.div(
        _circle(echo, mark, item_id),
        rx.el.button(rx.el.bdi(echo.title), type="button", class_name="echo-title", on_click=EditorState.open(echo.id)),
        rx.cond(
            mark == "gone",
            rx.el.span("In the trash", class_name="echo-due"),
            rx.cond(
                echo.due != "",
                rx.el.span(
                    rx.cond(echo.tone != "none", icon("calendar", 14)),
                    echo.due,
                    class_name="echo-due",
                    custom_attrs={"data-tone": echo.tone},
                ),
            ),
        ),
        undo,
        class_name="echo",
        custom_attrs={"data-mark": mark},
    )


def _circle(echo: Seen, mark: Seen, item_id: Seen) -> Seen:
    return rx.match(
        mark,
        ("gone", rx.el.span(icon("trash_2", 16), class_name="echo-gone")),
        ("done", _tick("circle_check", f"Open again: {echo.title}", ChatState.act(item_id, "task.reopen", echo.id))),
        _tick("circle", f"Mark done: {echo.title}", ChatState.act(item_id, "task.complete", echo.id)),
    )


def _tick(shape: str, name: Seen, on_click: Seen) -> rx.Component:
    return rx.el.button(
        icon(shape, 18), type="button", aria_label=name, title=name, on_click=on_click, class_name="echo-tick"
    )


def undo_button(words: Seen, group: Seen, is_undone: Seen, over: str) -> Seen:
    """One click takes back everything the message did (T-13); in every tab it says so afterwards."""
    button = rx.el.button(words, type="button", class_name="echo-undo", on_click=ChatState.undo(group))
    taken_back = rx.el.span(icon("undo_2", 14), over, class_name="echo-undone")
    return rx.cond(group != "", rx.cond(is_undone, taken_back, button))


def show_in_list(ids: Seen) -> Seen:
    """Opens exactly these tasks in the list, by the address (X-02)."""
    go = rx.Var.create({**CLEARED, "view": None, "in": None, "pane": None, "only": ids})
    link = here_link(icon("list_checks", 14), "Show in list", go=go, class_name="echo-show")
    return rx.cond(ids != "", link)


def tasks_row(row: Seen, marks: Seen) -> rx.Component:
    """A list of tasks, or the day as a plan."""
    return rx.el.div(
        rx.el.div(
            rx.el.h3(rx.cond(row.plan, icon("sun", 16, "text-accent")), row.text),
            show_in_list(row.listed),
            class_name="tasks-head",
        ),
        rx.el.ol(rx.foreach(row.tasks, lambda echo: _item(echo, row, marks)), class_name="tasks-list"),
        rx.cond(
            row.more.length() > 0,
            rx.el.details(
                rx.el.summary("and ", row.more.length(), " more"),
                rx.el.ol(rx.foreach(row.more, lambda echo: _item(echo, row, marks)), class_name="tasks-list"),
                class_name="w-more",
            ),
        ),
        class_name="tasks-card",
    )


def _item(echo: Seen, row: Seen, marks: Seen) -> rx.Component:
    return rx.el.li(
        rx.el.span(echo.number, class_name="echo-number"),
        echo_row(echo, marks[echo.id], row.id, rx.fragment()),
    )
