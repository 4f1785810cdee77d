"""Good answer, bad answer, and why: stored, seen in every tab, and taken back with a second press."""

import reflex as rx

from taskchat.ui.chat.client import Seen
from taskchat.ui.chat.opinion_state import OpinionState
from taskchat.ui.design.button import button
from taskchat.ui.design.field import problem, text_area
from taskchat.ui.design.icon import icon


def thumbs(row: Seen) -> rx.Component:
    return rx.fragment(
        _thumb(row, "positive", "thumbs_up", "Good answer"),
        _thumb(row, "negative", "thumbs_down", "Bad answer"),
        rx.cond(
            row.rating != "",
            rx.el.button(
                icon("message_square"),
                type="button",
                aria_label="Say why",
                title="Say why",
                on_click=OpinionState.explain(row.id, row.rating, row.comment),
            ),
        ),
    )


def _thumb(row: Seen, rating: str, tag: str, name: str) -> rx.Component:
    return rx.el.button(
        icon(tag),
        type="button",
        aria_label=name,
        title=name,
        aria_pressed=row.rating == rating,
        on_click=OpinionState.rate(row.id, rating, row.rating),
    )


def why() -> rx.Component:
    """The question under an answer that was rated."""
    return rx.el.form(
        rx.el.label(
            rx.cond(OpinionState.rating == "positive", "What was good? (optional)", "What was wrong? (optional)"),
            html_for="comment",
        ),
        text_area("comment", default_value=OpinionState.comment, dir="auto", rows="2", class_name="py-2"),
        rx.cond(OpinionState.wrong != "", problem(OpinionState.wrong)),
        rx.el.div(
            button("Keep comment", type="submit"),
            button("No comment", kind="quiet", on_click=OpinionState.leave),
            class_name="flex flex-wrap gap-2",
        ),
        on_submit=OpinionState.keep,
        aria_label="Comment",
        class_name="again",
    )
