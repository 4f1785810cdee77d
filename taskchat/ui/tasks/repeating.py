"""Under the fields of a repeating task: when it comes back, and what can be done with just this time."""

import reflex as rx

from taskchat.ui.design.button import button
from taskchat.ui.tasks.editing import EditorState


def repeating() -> rx.Component:
    return rx.fragment(
        # It stays where it is while it says nothing, without the room between two fields, so that readers hear it.
        rx.el.p(EditorState.coming, id="coming", role="status", class_name="text-meta text-ink2 -mt-2 empty:-mt-4"),
        rx.cond(EditorState.repeats, _this_time()),
    )


def _this_time() -> rx.Component:
    return rx.el.div(
        rx.el.label(
            rx.el.input(type="checkbox", name="only_this", class_name="size-4 accent-accent"),
            "Change only this time",
            class_name="flex items-center gap-2 min-h-8 pointer-coarse:min-h-11 text-body cursor-pointer",
        ),
        button("Skip this time", kind="link", size="text", type="button", on_click=EditorState.skip),
        class_name="flex flex-wrap items-center justify-between gap-x-4 -mt-2",
    )
