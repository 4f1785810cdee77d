"""Above the trash: how long things stay, and emptying it; the question before anything goes for good."""

import reflex as rx

from taskchat.ui.design.button import button
from taskchat.ui.design.dialog import dialog
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.trash_state import ALL, TrashState


@rx.memo
def trash() -> rx.Component:
    return rx.fragment(
        rx.cond(
            TasksState.rows.length() > 0,
            rx.el.p(
                "Deleted tasks stay 30 days.",
                button("Empty trash", kind="link", size="text", on_click=TrashState.ask(ALL, "")),
                class_name="flex items-center gap-2 text-meta text-ink2 mt-4",
            ),
        ),
        _question(),
    )


def _question() -> rx.Component:
    everything = TrashState.asked == ALL
    return dialog(
        rx.cond(everything, "Delete everything in the trash for good?", "Delete this task for good?"),
        rx.cond(everything, rx.fragment(), rx.el.p(rx.el.bdi(TrashState.title), class_name="font-semibold mb-2")),
        rx.el.p("It is gone from activity and conversations as well. This cannot be taken back."),
        foot=rx.fragment(
            button("Delete for good", kind="danger", on_click=TrashState.go),
            button("Keep", on_click=TrashState.close(False)),
        ),
        open=TrashState.asked != "",
        on_open_change=TrashState.close,
    )
