"""Where one writes, what stands over it when the connection is not well, and who answers."""

import reflex as rx

from taskchat.ui.chat.attachments import FilesState
from taskchat.ui.chat.client import Composer, Queue, Quoted
from taskchat.ui.chat.commands import table
from taskchat.ui.chat.connection import connection, strip
from taskchat.ui.chat.lines import LinesState
from taskchat.ui.chat.mentioning import MentionsState
from taskchat.ui.chat.queue_state import QueueState
from taskchat.ui.chat.state import ChatState
from taskchat.ui.design.button import button
from taskchat.ui.design.native import from_server
from taskchat.ui.session import Session

HINTS = ["Say what to do, or ask about your tasks", "Add, change or ask"]


def composer() -> rx.Component:
    return rx.el.div(
        strip(),
        rx.cond(ChatState.closed != "", _closed()),
        Queue.create(
            thread=ChatState.thread_id,
            place=QueueState.thread_id,
            line=QueueState.rows,
            answered=ChatState.answered,
            wrong=QueueState.wrong,
            about=QueueState.about,
            on_withdraw=QueueState.withdraw,
            on_send_now=QueueState.send_now,
            class_name="queue",
        ),
        Quoted.create(class_name="quoted"),
        Composer.create(
            hidden=ChatState.closed != "",
            thread=ChatState.thread_id,
            person=Session.person,
            answered=ChatState.answered,
            refused=ChatState.refused,
            running=ChatState.running,
            hints=HINTS,
            reader=FilesState.reader,
            server=from_server(""),
            commands=table(),
            offers=MentionsState.offers,
            lines_answered=LinesState.answered,
            lines_left=LinesState.left,
            lines_wrong=LinesState.wrong,
            on_send=ChatState.send,
            on_stop=ChatState.stop,
            on_look=MentionsState.look,
            on_new=ChatState.new_chat,
            on_arrive=ChatState.arrive,
            on_lines=LinesState.make,
        ),
        rx.el.div(
            rx.el.span(Session.who_answers),
            connection("link"),
            class_name="chat-foot",
        ),
        class_name="flex-none pt-2",
    )


def _closed() -> rx.Component:
    """In place of the field, which keeps what stands in it."""
    return rx.el.p(
        rx.el.span(ChatState.closed, class_name="flex-1"),
        button("New chat", kind="link", size="text", on_click=ChatState.new_chat),
        role="status",
        class_name="closed",
    )
