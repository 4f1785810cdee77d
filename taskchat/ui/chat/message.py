"""What was said: the person's sentence, the assistant's prose; no bubble, no face (look, "Message")."""

import reflex as rx

from taskchat.ui.chat.client import Copy, Seen


def user_row(row: Seen) -> rx.Component:
    words = rx.cond(row.pieces.length() > 0, rx.foreach(row.pieces, _piece), row.text)
    return rx.el.p(rx.el.span("You: ", class_name="sr-only"), words, dir="auto", class_name="said")


def _piece(piece: Seen) -> rx.Component:
    return rx.cond(piece.is_name, rx.el.bdi(piece.text, class_name="said-name"), piece.text)


def answer_row(row: Seen) -> rx.Component:
    return rx.el.div(
        prose(row.blocks),
        rx.cond(row.ending != "", rx.el.p(row.ending, class_name="text-meta text-ink3 mt-1")),
        rx.el.div(
            Copy.create(name="Copy the answer", of=".answer"),
            rx.el.span(row.meta),
            class_name="answer-foot",
        ),
        class_name="answer",
    )


def prose(blocks: Seen) -> rx.Component:
    """HTML that `chat/markdown` made, each block for itself: a settled one is never drawn again."""
    return rx.el.div(
        rx.foreach(blocks, lambda block, place: prose_block(html=block, key=place)),
        dir="auto",
        class_name="prose",
        custom_attrs={"data-words": ""},
    )


@rx.memo
def prose_block(rest: rx.RestProp, *, html: rx.Var[str]) -> rx.Component:
    return rx.el.div(rx.html(html, class_name="md"), rest)
