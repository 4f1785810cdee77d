"""One task in the list: a line, not a card. The first of a group carries the group's heading."""

from typing import Any

import reflex as rx

from taskchat.ui.design.button import icon_button
from taskchat.ui.design.icon import icon
from taskchat.ui.design.menu import ITEM, menu, menu_item
from taskchat.ui.design.sorting import SortedList
from taskchat.ui.tasks.client import Leave, LeaveItem, TaskRow, Tick, Waiting, same
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.ordering import OrderState
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.structuring import StructureState
from taskchat.ui.tasks.trash_state import TrashState
from taskchat.ui.tasks.views import TaskView

Seen = Any
"""A Var of the annotated type: Reflex gives it the dataclass's fields and operators, which pyright does not know."""


@rx.memo
def task_row(
    rest: rx.RestProp,
    *,
    task: rx.Var[TaskView],
    said: rx.Var[int],
    touched: rx.Var[bool],
    chosen: rx.Var[bool],
    trouble: rx.Var[str],
    is_trash: rx.Var[bool],
) -> rx.Component:
    """Memoised: of fifty rows only those render again whose task changed."""
    marks = {"data-touched": touched, "data-chosen": chosen}
    return _item(task, rest, marks, said=said, trouble=trouble, is_trash=is_trash)


@rx.memo
def task_rows() -> rx.Component:
    """A memo, so that its rows reach the list as they are, and can be dragged."""
    return SortedList.create(
        rx.foreach(TasksState.rows, _row),
        first=Waiting.create(slow="is being added", class_name="task-waiting"),
        on=TasksState.by_hand,
        items=TasksState.rows,
        said=TasksState.said + OrderState.settled,
        on_drop=OrderState.drop,
        custom_attrs={"aria-label": "Tasks", "role": "list"},
        class_name="tasks",
    )


def _row(task: Any) -> rx.Component:
    return task_row(
        task=same(task),
        said=TasksState.said,
        touched=TasksState.touched.contains(task.id),
        chosen=EditorState.task_id == task.id,
        trouble=rx.cond(TasksState.trouble_id == task.id, TasksState.trouble, ""),
        is_trash=TasksState.view == "trash",
        key=task.id,
    )


def _item(task: Seen, rest: Any, marks: dict[str, Seen], *, said: Seen, trouble: Seen, is_trash: Seen) -> rx.Component:
    return TaskRow.create(
        rx.cond(task.heading != "", _heading(task)),
        rx.el.div(
            _circle(task, said, is_trash),
            rx.cond(task.folds != "", _fold(task)),
            _title(task),
            _meta(task),
            rx.cond(is_trash, _restore(task), _actions(task)),
            class_name="row",
            custom_attrs={**marks, "data-done": task.done},
        ),
        rx.cond(trouble != "", _trouble(trouble)),
        rest,
        said=said,
        lingers=task.lingers,
        on_rest=TasksState.reload,
        on_nudge=lambda way: OrderState.nudge(task.id, way),
        class_name="task",
        custom_attrs={"data-level": task.level, "data-id": task.id},
    )


def _heading(task: Seen) -> rx.Component:
    return rx.el.h3(
        task.heading,
        rx.el.span(task.heading_count, class_name="group-count"),
        rx.cond(task.heading_id != "", section_button(task.heading_id, task.heading)),
        class_name="group-name",
        custom_attrs={"data-tone": task.heading_tone},
    )


def section_button(ident: Seen, name: Seen) -> rx.Component:
    return icon_button("ellipsis", f"Edit section {name}", on_click=StructureState.open_section(ident))


def _fold(task: Seen) -> rx.Component:
    return rx.el.button(
        icon("chevron_right", 14),
        type="button",
        on_click=OrderState.fold(task.id),
        class_name="fold",
        custom_attrs={"aria-label": f"Subtasks of {task.title}", "aria-expanded": task.folds == "open"},
    )


def _circle(task: Seen, said: Seen, is_trash: Seen) -> rx.Component:
    tick = Tick.create(
        done=task.done,
        said=said,
        on_tick=lambda done: TasksState.tick(task.id, done),
        class_name="tick",
        custom_attrs={"aria-label": f"Complete {task.title}"},
    )
    return rx.cond(
        is_trash,
        rx.el.span(icon("trash_2"), class_name="row-circle text-ink3"),
        rx.el.span(tick, class_name="row-circle"),
    )


def _piece(piece: Seen) -> rx.Component:
    return rx.cond(piece.hit, rx.el.mark(piece.text), rx.fragment(piece.text))


def _title(task: Seen) -> rx.Component:
    return rx.el.button(
        _flag(task),
        rx.el.bdi(
            rx.cond(task.pieces.length() > 0, rx.foreach(task.pieces, _piece), task.title),
            class_name="row-words",
        ),
        type="button",
        title=task.title,
        on_click=EditorState.open(task.id),
        class_name="row-title",
        custom_attrs={"aria-label": f"Edit {task.title}"},
    )


def _flag(task: Seen) -> rx.Component | rx.Var:
    return rx.match(
        task.flag,
        ("high", rx.el.span(icon("flag", 14, "fill-ink text-ink"), rx.el.span("High priority", class_name="sr-only"))),
        ("low", rx.el.span(icon("arrow_down", 14, "text-ink3"), rx.el.span("Low priority", class_name="sr-only"))),
        rx.fragment(),
    )


def _meta(task: Seen) -> rx.Component:
    return rx.el.div(
        rx.cond(task.sample, rx.el.span("sample", class_name="chip text-ink3")),
        rx.cond(task.repeat != "", rx.el.span(icon("repeat", 14), task.repeat, class_name="row-small")),
        rx.cond(
            task.progress != "",
            rx.el.span(
                icon("list_checks", 14),
                task.progress,
                rx.el.span("subtasks done", class_name="sr-only"),
                class_name="row-small",
            ),
        ),
        rx.foreach(task.tags, lambda tag: rx.el.span(tag, class_name="chip")),
        rx.cond(task.more_tags != "", rx.el.span(task.more_tags, class_name="row-small")),
        _due(task),
        class_name="row-meta",
    )


def _due(task: Seen) -> rx.Component:
    """The eye sees the short words, a reader hears the whole."""
    mark = rx.cond(task.timed, icon("clock", 14), icon("calendar", 14))
    return rx.cond(
        task.seen != "",
        rx.el.span(
            rx.cond(task.tone == "overdue", icon("circle_alert", 14), mark),
            rx.el.span(task.seen, custom_attrs={"aria-hidden": "true"}),
            rx.el.span(task.said, class_name="sr-only"),
            class_name="row-due",
            custom_attrs={"data-tone": task.tone},
        ),
    )


def _actions(task: Seen) -> rx.Component:
    """On hover or focus; by touch the menu alone, and always."""
    return rx.el.div(
        # The title is the button "Edit …", which opens all of it; this one, for the mouse, changes the title in place.
        icon_button(
            "pencil",
            "Change the title",
            custom_attrs={"data-rename": ""},
            tab_index=-1,
            aria_hidden="true",
            class_name="row-mouse",
        ),
        Leave.create(
            icon("trash_2"),
            on_leave=TasksState.delete(task.id),
            class_name="row-action row-mouse",
            title=f"Delete {task.title}",
            custom_attrs={"aria-label": f"Delete {task.title}"},
        ),
        _menu(task),
        class_name="row-actions",
    )


def _menu(task: Seen) -> rx.Component:
    return menu(
        icon_button("ellipsis", f"More for {task.title}", class_name="row-more"),
        menu_item("Edit", "pencil", on_select=EditorState.open(task.id)),
        menu_item("Add subtask", "plus", on_select=EditorState.open_to_add(task.id)),
        menu_item("Move up", "arrow_up", on_select=OrderState.nudge(task.id, "up")),
        menu_item("Move down", "arrow_down", on_select=OrderState.nudge(task.id, "down")),
        menu_item("Select", "square_check", custom_attrs={"data-pick": ""}),
        menu_item("Due today", "sun", on_select=TasksState.move(task.id, "today")),
        menu_item("Due tomorrow", "calendar", on_select=TasksState.move(task.id, "tomorrow")),
        menu_item("Due next week", "calendar_days", on_select=TasksState.move(task.id, "next monday")),
        menu_item("No date", "x", on_select=TasksState.move(task.id, "")),
        rx.cond(
            (task.repeat != "") & ~task.done,
            menu_item("Skip this time", "repeat", on_select=TasksState.skip(task.id)),
        ),
        LeaveItem.create(
            icon("trash_2"),
            "Delete",
            on_leave=TasksState.delete(task.id),
            class_name=f"{ITEM} text-overdue data-[highlighted]:bg-overdue-soft",
        ),
    )


def _restore(task: Seen) -> rx.Component:
    return rx.el.div(
        Leave.create(
            "Put back",
            on_leave=TasksState.restore(task.id),
            class_name="text-accent text-meta font-semibold px-2 h-8 pointer-coarse:h-11 cursor-pointer",
            custom_attrs={"aria-label": f"Put back {task.title}"},
        ),
        icon_button("x", f"Delete {task.title} for good", on_click=TrashState.ask(task.id, task.title)),
        class_name="row-trash flex items-center shrink-0",
    )


def _trouble(trouble: Seen) -> rx.Component:
    return rx.el.p(
        icon("circle_alert", 14),
        trouble,
        role="alert",
        class_name="flex items-center gap-1.5 pl-11 pb-2 text-meta text-overdue",
    )
