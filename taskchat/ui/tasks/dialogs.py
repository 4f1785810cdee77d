"""The dialogs about tasks and lists, as one part that is loaded when the first of them opens: apart, what they share
would be cut out of the page's own script, and each file costs its headers."""

import reflex as rx

from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.editor import editor
from taskchat.ui.tasks.structure import structure
from taskchat.ui.tasks.structuring import StructureState


@rx.memo
def dialogs() -> rx.Component:
    return rx.fragment(rx.cond(EditorState.task_id != "", editor()), rx.cond(StructureState.shows != "", structure()))
