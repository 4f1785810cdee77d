"""The field "Add a task" at the top of every list."""

import reflex as rx

from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.adding import AddingState
from taskchat.ui.tasks.client import QuickAdd
from taskchat.ui.tasks.shortcuts import keyshortcuts
from taskchat.ui.tasks.state import TasksState


def quick_add() -> rx.Component:
    return QuickAdd.create(
        icon("plus", 18, "text-accent"),
        read=AddingState.read,
        answered=AddingState.answered,
        said=TasksState.said,
        wrong=AddingState.wrong,
        on_read=AddingState.understand,
        on_add=AddingState.add,
        custom_attrs={
            "aria-label": "Add a task",
            "placeholder": "Add a task",
            "id": "add-a-task",
            "aria-keyshortcuts": keyshortcuts("new"),
        },
    )
