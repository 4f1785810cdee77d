"""The list "Tasks" in manual order, where rows can be dragged; loaded when it is first shown."""

from typing import Any

import reflex as rx

from taskchat.ui.design.sorting import sort_column, sort_item, sorting
from taskchat.ui.tasks.client import Waiting
from taskchat.ui.tasks.ordering import OrderState
from taskchat.ui.tasks.row import row_of
from taskchat.ui.tasks.state import TasksState


@rx.memo
def hand_list() -> rx.Component:
    return sorting(
        sort_column(
            rx.foreach(TasksState.rows, _item),
            first=Waiting.create(slow="is being added", class_name="task-waiting"),
            custom_attrs={"aria-label": "Tasks", "role": "list"},
            class_name="tasks",
        ),
        said=TasksState.said + OrderState.settled,
        on_drop=OrderState.drop,
    )


def _item(task: Any) -> rx.Component:
    return sort_item(row_of(task), id=task.id, name=task.title, key=task.id)
