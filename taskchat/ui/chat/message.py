"""What was said, and what one does with it: the person's sentence, the assistant's prose (look, "Message")."""

import reflex as rx

from taskchat.ui.chat.again import again_question
from taskchat.ui.chat.again_state import AgainState
from taskchat.ui.chat.attachments import sent_files
from taskchat.ui.chat.client import Colours, Copy, Seen
from taskchat.ui.chat.opinion import thumbs, why
from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.editing import EditorState

HAS_CODE = 'class="code"'
"""How the HTML of a block of code begins."""


def user_row(row: Seen, opened: Seen) -> rx.Component:
    """`opened` = "again": the message is a field with its words in it."""
    return rx.el.div(
        rx.cond(row.files.length() > 0, sent_files(row.files)),
        rx.cond(row.quoted != "", rx.el.blockquote(row.quoted, dir="auto", class_name="said-quote")),
        rx.cond(opened == "again", again_question(), _said(row)),
        class_name="mine",
    )


def _said(row: Seen) -> rx.Component:
    text = rx.cond(row.pieces.length() > 0, rx.foreach(row.pieces, _piece), row.text)
    words = rx.el.span(text, custom_attrs={"data-words": ""})
    return rx.fragment(
        rx.el.p(rx.el.span("You: ", class_name="sr-only"), words, dir="auto", class_name="said"),
        rx.el.div(
            _time(row),
            Copy.create(name="Copy message", of=".mine"),
            _action("pencil", "Edit message", AgainState.reword(row.id, row.text)),
            class_name="foot",
        ),
    )


def _piece(piece: Seen) -> rx.Component:
    """A task that is named opens; a list is a name."""
    name = rx.el.bdi(piece.text, class_name="said-name")
    opens = rx.el.button(name, type="button", on_click=EditorState.open(piece.task), class_name="said-opens")
    return rx.cond(piece.is_name, rx.cond(piece.task != "", opens, name), piece.text)


def answer_row(row: Seen, is_latest: Seen, opened: Seen) -> rx.Component:
    """`opened` is the question that stands under it: again, opinion, or none."""
    return rx.el.div(
        prose(row.blocks),
        rx.cond(row.ending != "", rx.el.p(row.ending, class_name="text-meta text-ink3 mt-1")),
        rx.cond(row.comment != "", rx.el.p("Your comment: ", rx.el.bdi(row.comment), class_name="comment")),
        rx.el.div(
            Copy.create(name="Copy message", of=".answer"),
            rx.cond(is_latest, _action("rotate_ccw", "Retry", AgainState.retry(row.id))),
            thumbs(row),
            rx.cond(row.meta != "", rx.el.span(row.meta)),
            _time(row),
            class_name="foot",
        ),
        rx.match(opened, ("again", again_question()), ("opinion", why()), rx.fragment()),
        class_name="answer",
        custom_attrs={"data-stays": (row.rating != "") | (opened != "")},
    )


def _action(tag: str, name: str, on_click: rx.event.EventType[()]) -> rx.Component:
    return rx.el.button(icon(tag), type="button", aria_label=name, title=name, on_click=on_click)


def _time(row: Seen) -> rx.Component:
    return rx.cond(row.at != "", rx.el.time(row.clock, date_time=row.at))


def prose(blocks: Seen) -> rx.Component:
    """HTML that `chat/markdown` made, each block for itself: a settled one is never drawn again."""
    return rx.el.div(
        rx.foreach(blocks, lambda block, place: prose_block(html=block, key=place)),
        class_name="prose",
        custom_attrs={"data-words": ""},
    )


@rx.memo
def prose_block(rest: rx.RestProp, *, html: rx.Var[str]) -> rx.Component:
    """Each reads from its own side."""
    return rx.el.div(rx.html(html, class_name="md", dir="auto"), _colours(html), rest)


def _colours(html: Seen) -> rx.Component:
    return rx.cond(html.contains(HAS_CODE), Colours.create())
