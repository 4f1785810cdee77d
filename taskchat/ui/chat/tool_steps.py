"""What the tools do, as it happens and afterwards: plain words first, the rest on demand (V)."""

import reflex as rx

from taskchat.ui.chat.client import Seen
from taskchat.ui.chat.echo import echo_row, show_in_list, undo_button
from taskchat.ui.design.icon import icon, spinner


def steps_row(row: Seen, is_undone: Seen, marks: Seen) -> rx.Component:
    return rx.el.ul(
        rx.foreach(row.steps, lambda step: _step(step, row, is_undone, marks)),
        rx.cond(row.rest.length() > 0, _rest(row, is_undone, marks)),
        rx.cond(row.undo_all != "", _undo_all(row, is_undone)),
        aria_label="Steps",
        class_name="steps",
    )


def _rest(row: Seen, is_undone: Seen, marks: Seen) -> rx.Component:
    return rx.el.li(
        rx.el.details(
            rx.el.summary("and ", row.rest.length(), " more"),
            rx.el.ul(
                rx.foreach(row.rest, lambda step: _step(step, row, is_undone, marks)), class_name="list-none p-0 m-0"
            ),
            class_name="step-more",
        )
    )


def _step(step: Seen, row: Seen, is_undone: Seen, marks: Seen) -> rx.Component:
    return rx.el.li(
        rx.el.details(
            rx.el.summary(
                _mark(step),
                rx.el.bdi(step.title),
                rx.cond(step.ms != "", rx.el.span(step.ms, class_name="step-ms")),
                icon("chevron_right", 14, "step-turn"),
            ),
            rx.el.div(
                _detail("Asked", step.arguments),
                _detail("Answered", step.result),
                class_name="step-detail",
            ),
            class_name="step",
        ),
        rx.foreach(step.echoes, lambda echo: _echo(echo, row, is_undone, marks)),
    )


def _mark(step: Seen) -> Seen:
    return rx.match(
        step.state,
        ("running", spinner(15, "text-accent")),
        ("pending", icon("circle", 15, "text-ink3")),
        ("waiting", icon("circle_pause", 15, "text-today")),
        ("failed", icon("circle_x", 15, "text-overdue")),
        ("undone", icon("undo_2", 15, "text-ink3")),
        ("stopped", icon("square", 15, "text-ink3")),
        icon("check", 15, "text-soon"),
    )


def _detail(name: str, text: Seen) -> rx.Component:
    return rx.cond(text != "", rx.fragment(name, rx.el.pre(text, tab_index=0, aria_label=name)))


def _echo(echo: Seen, row: Seen, is_undone: Seen, marks: Seen) -> rx.Component:
    """The task itself; where the step touched one alone, Undo stands at its end."""
    undo = rx.cond(row.undo_all == "", undo_button("Undo", row.undo, is_undone, "Taken back"))
    return echo_row(echo, marks[echo.id], "", undo)


def _undo_all(row: Seen, is_undone: Seen) -> rx.Component:
    """One click takes back everything the message did (T-13)."""
    return rx.el.li(
        undo_button(row.undo_all, row.undo, is_undone, "All taken back"),
        show_in_list(row.listed),
        class_name="steps-undo",
    )
