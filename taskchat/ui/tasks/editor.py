"""The dialog "Edit task"."""

from typing import Any

import reflex as rx

from taskchat.ui.design.button import button
from taskchat.ui.design.dialog import detail
from taskchat.ui.design.field import field, problem, select, text_area, text_input
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.files import task_files
from taskchat.ui.tasks.form import PRIORITIES, REMINDERS
from taskchat.ui.tasks.parts import PartsState, parts
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.repeating import repeating

PAIR = "grid grid-cols-2 gap-3"
FORM = "edit-task"


@rx.memo
def editor() -> rx.Component:
    return detail(
        "Edit task",
        # Uncontrolled fields: a new key gives the next task a fresh form.
        rx.el.form(
            _fields(),
            _problem("", "editor-wrong"),
            rx.cond(EditorState.both.length() > 0, _both()),
            id=FORM,
            key=EditorState.opened,
            on_submit=EditorState.save,
            class_name="flex flex-col gap-4",
        ),
        # Beside the form, so with a key of its own.
        parts(key=f"parts-{EditorState.opened}"),
        task_files(),
        shows=EditorState.task_id,
        foot=_foot(),
        open=EditorState.task_id != "",
        on_open_change=EditorState.close,
    )


def _fields() -> rx.Component:
    was = EditorState.fields
    return rx.fragment(
        _with_problem(
            "title",
            # No max_length: it cuts a paste in silence, and counts an emoji as several.
            field("Title", text_input("title", default_value=was.title, required=True), html_for="title"),
        ),
        _with_problem(
            "description",
            field(
                "Description",
                text_area("description", class_name="py-2 min-h-16", default_value=was.description),
                html_for="description",
            ),
        ),
        _with_problem("due", _due()),
        rx.el.div(
            field("Priority", select("priority", PRIORITIES, default_value=was.priority), html_for="priority"),
            _reminder(),
            class_name=PAIR,
        ),
        _with_problem(
            "tags",
            field("Tags", text_input("tags", default_value=was.tags, placeholder="home, errand"), html_for="tags"),
        ),
        rx.el.div(_with_problem("list", _list()), _with_problem("section", _section()), class_name=PAIR),
        _with_problem("rrule", _repeat()),
        repeating(),
    )


def _reminder() -> rx.Component:
    was = EditorState.fields
    other = rx.cond(was.other_reminder != "", rx.el.option(was.other_reminder, value=was.reminder))
    return field("Reminder", select("reminder", REMINDERS, other, default_value=was.reminder), html_for="reminder")


def _due() -> rx.Component:
    was = EditorState.fields
    return rx.el.div(
        field("Due date", text_input("due_on", type="date", default_value=was.due_on), html_for="due_on"),
        field("Time", text_input("due_at", type="time", default_value=was.due_at), html_for="due_at"),
        _with_problem(
            "start", field("Start", text_input("start", type="date", default_value=was.start), html_for="start")
        ),
        class_name=PAIR,
    )


def _list() -> rx.Component:
    control = rx.fragment(
        text_input(
            "list", default_value=EditorState.fields.list, placeholder="Inbox", list="lists", auto_complete="off"
        ),
        rx.el.datalist(rx.foreach(PlacesState.lists, lambda one: rx.el.option(value=one.name)), id="lists"),
    )
    return field("List", control, html_for="list")


def _section() -> rx.Component:
    control = rx.fragment(
        text_input(
            "section",
            default_value=EditorState.fields.section,
            placeholder="None",
            list="sections",
            auto_complete="off",
        ),
        rx.el.datalist(rx.foreach(PartsState.family.sections, lambda name: rx.el.option(value=name)), id="sections"),
    )
    return field("Section", control, html_for="section")


def _both() -> rx.Component:
    """What one has typed beside what somebody else has: saving once more keeps the former."""
    return rx.el.div(
        problem(EditorState.wrong, ident="both-wrong"),
        rx.el.dl(rx.foreach(EditorState.both, _two), class_name="my-2"),
        rx.el.div(
            button("Keep yours", type="submit"),
            button("Take what is there now", on_click=EditorState.take_theirs),
            class_name="flex flex-wrap gap-2",
        ),
        class_name="p-3 rounded-control border border-control",
    )


def _two(one: Any) -> rx.Component:
    return rx.el.div(
        rx.el.dt(one.label, class_name="text-meta font-semibold mt-1"),
        rx.el.dd("Yours: ", rx.el.bdi(one.yours), class_name="text-meta"),
        rx.el.dd("Now: ", rx.el.bdi(one.now), class_name="text-meta"),
    )


def _repeat() -> rx.Component:
    control = text_input(
        "repeat",
        default_value=EditorState.fields.repeat,
        placeholder="every Monday",
        on_blur=EditorState.say_coming,
        custom_attrs={"aria-describedby": "coming"},
    )
    return field("Repeat", control, html_for="repeat")


def _with_problem(name: str, control: rx.Component) -> rx.Component:
    return rx.el.div(control, _problem(name, f"{name}-wrong"))


def _problem(name: str, ident: str) -> rx.Component:
    is_here = (EditorState.wrong != "") & (EditorState.wrong_field == name)
    return rx.cond(is_here, problem(EditorState.wrong, ident=ident))


def _foot() -> rx.Component:
    return rx.fragment(
        button("Delete", kind="quiet", class_name="text-overdue -ml-3 mr-auto", on_click=EditorState.delete),
        button("Cancel", on_click=EditorState.close(False)),
        button("Save changes", kind="primary", type="submit", form=FORM),
    )
