"""The chat pane: title, log, composer."""

import reflex as rx

from taskchat.ui.chat.again import again_question
from taskchat.ui.chat.again_state import AT_THE_PROBLEM, AgainState
from taskchat.ui.chat.client import Log, Pending, Progress, Prompt, Seen, Silence
from taskchat.ui.chat.composer import composer
from taskchat.ui.chat.echo import tasks_row, undo_button
from taskchat.ui.chat.message import answer_row, prose, prose_block, user_row
from taskchat.ui.chat.opinion_state import OpinionState
from taskchat.ui.chat.rows import Row
from taskchat.ui.chat.standing import StandingState
from taskchat.ui.chat.state import ChatState, StreamState
from taskchat.ui.chat.threads import brought_back, history
from taskchat.ui.chat.tool_steps import steps_row
from taskchat.ui.chat.widget import Mark, widget_row
from taskchat.ui.design.button import button, icon_button
from taskchat.ui.design.icon import icon

WELCOME = "Tell me what you have to do. I add, change, find and finish tasks."
INSTEAD = "Answer with the built-in assistant"
"""Never by itself: the person decides who answers (K-10)."""
PROMPTS = ("call mom tomorrow at 5pm", "what is on today?", "move everything overdue to Monday", "what can you do?")


def chat_pane() -> rx.Component:
    return rx.el.section(
        _head(),
        Log.create(
            rx.cond(ChatState.has_earlier, _earlier()),
            rx.cond(ChatState.loading, _loading()),
            rx.foreach(ChatState.settled + ChatState.fresh + ChatState.coming, _row),
            rx.cond((ChatState.thread_id == "") & (ChatState.coming.length() == 0), _silence()),
            _writing(),
            rx.cond(ChatState.problem != "", _problem()),
            rx.cond(AgainState.place == AT_THE_PROBLEM, again_question()),
            rx.cond(~ChatState.running & (ChatState.following.length() > 0), _following()),
            Pending.create(thread=ChatState.thread_id, answered=ChatState.answered, class_name="said"),
            thread=ChatState.thread_id,
            is_earlier=ChatState.has_earlier,
            on_earlier=ChatState.show_earlier,
        ),
        rx.el.div(StreamState.progress, aria_live="polite", class_name="sr-only"),
        rx.el.div(ChatState.said, aria_live="polite", class_name="sr-only"),
        composer(),
        brought_back(),
        aria_label="Chat",
        class_name="chat",
    )


def _head() -> rx.Component:
    title = rx.cond(ChatState.title != "", ChatState.title, "New conversation")
    return rx.el.div(
        rx.el.h2(rx.el.bdi(title), class_name="flex-1 min-w-0 truncate text-head font-semibold"),
        history(icon_button("history", "All conversations")),
        icon_button("square_pen", "New chat", on_click=ChatState.new_chat),
        class_name="chat-head",
    )


def _row(row: Seen) -> rx.Component:
    opened = rx.cond(AgainState.place == row.id, "again", rx.cond(OpinionState.about == row.id, "opinion", ""))
    return log_row(
        row=row,
        is_undone=StandingState.undone.contains(row.undo),
        is_latest=ChatState.latest == row.id,
        opened=opened,
        marks=StandingState.marks,
        running=ChatState.running,
        key=row.id,
    )


@rx.memo
def log_row(
    rest: rx.RestProp,
    *,
    row: rx.Var[Row],
    is_undone: rx.Var[bool],
    is_latest: rx.Var[bool],
    opened: rx.Var[str],
    marks: rx.Var[dict[str, str]],
    running: rx.Var[bool],
) -> rx.Component:
    """Memoised: while an answer is written only the rows that change are drawn again.

    `opened` is the question that stands at this row: again, opinion, or none.
    """
    return rx.el.div(_drawn(row, is_undone, is_latest, opened, marks, running), rest, class_name="contents")


def _drawn(row: Seen, is_undone: Seen, is_latest: Seen, opened: Seen, marks: Seen, running: Seen) -> Seen:  # noqa: PLR0917
    return rx.match(
        row.kind,
        ("user", user_row(row, opened)),
        ("assistant", answer_row(row, is_latest, opened)),
        ("steps", steps_row(row, is_undone, marks)),
        ("tasks", tasks_row(row, marks)),
        ("settled", _settled(row, is_undone)),
        ("widget", widget_row(row, running)),
        rx.fragment(),
    )


def _settled(row: Seen, is_undone: Seen) -> rx.Component:
    """What came of a question, and the way back."""
    return rx.el.p(
        rx.cond(row.undo != "", icon("check", 15, "text-soon"), icon("minus", 15, "text-ink3")),
        rx.el.bdi(row.text),
        undo_button("Undo", row.undo, is_undone, "Taken back"),
        class_name="settled",
    )


def _writing() -> rx.Component:
    """The answer as it comes: what is settled, and the block that is being written."""
    tail = rx.cond(
        StreamState.tail != "",
        rx.el.div(prose_block(html=StreamState.lead + StreamState.tail), class_name="prose writing"),
    )
    return rx.fragment(
        rx.cond(StreamState.progress != "", _progress()),
        rx.cond(StreamState.blocks.length() > 0, prose(StreamState.blocks)),
        tail,
    )


def _progress() -> rx.Component:
    """For the eye; readers hear it from beside the log, which itself keeps still."""
    return Progress.create(
        Mark.create(name=StreamState.progress_icon),
        StreamState.progress,
        aria_hidden="true",
        class_name="flex items-center gap-2 text-meta text-ink2",
    )


def _silence() -> rx.Component:
    prompts = (rx.el.li(Prompt.create(words=words, class_name="prompt")) for words in PROMPTS)
    return Silence.create(
        rx.el.p(WELCOME, class_name="text-prose text-ink2 mb-3"),
        rx.el.ul(*prompts, aria_label="Examples", class_name="list-none m-0 p-0 flex flex-col gap-2"),
        class_name="mt-auto",
    )


def _following() -> rx.Component:
    """What one may want to say next; gone with the next message."""
    sentences = rx.foreach(
        ChatState.following, lambda words: rx.el.li(Prompt.create(words=words, class_name="next-prompt"), key=words)
    )
    return Silence.create(
        rx.el.ul(sentences, aria_label="What to say next", class_name="list-none m-0 mt-3 p-0 flex flex-wrap gap-2")
    )


def _problem() -> rx.Component:
    return rx.el.div(
        icon("circle_alert", 16, "mt-0.5"),
        rx.el.span(ChatState.problem, class_name="flex-1"),
        rx.el.div(
            rx.cond(ChatState.retry != "", button("Retry", on_click=AgainState.retry(AT_THE_PROBLEM))),
            rx.cond(ChatState.built_in, button(INSTEAD, on_click=AgainState.retry_built_in(AT_THE_PROBLEM))),
            class_name="basis-full flex flex-wrap gap-2 empty:hidden",
        ),
        role="alert",
        class_name="flex flex-wrap gap-2 p-3 rounded-control bg-overdue-soft text-overdue text-meta",
    )


def _earlier() -> rx.Component:
    return button("Show earlier", kind="quiet", class_name="self-center", on_click=ChatState.show_earlier)


def _loading() -> rx.Component:
    """Bars of the height of what comes, after 150 ms."""
    bar = "rounded-card bg-sunken h-10"
    return rx.el.div(
        rx.el.div(class_name=f"{bar} w-3/5 self-end"),
        rx.el.div(class_name=f"{bar} w-full"),
        rx.el.div(class_name=f"{bar} w-4/5"),
        aria_hidden="true",
        class_name="later flex flex-col gap-4",
    )
