"""The dialogs of lists, sections and templates; loaded when one is first opened."""

from typing import Any

import reflex as rx

from taskchat.domain.lists import COLOURS, ICONS
from taskchat.ui.design.button import button, icon_button
from taskchat.ui.design.dialog import dialog
from taskchat.ui.design.field import field, problem, text_input
from taskchat.ui.design.icon import icon
from taskchat.ui.tasks.places_nav import list_mark
from taskchat.ui.tasks.structuring import StructureState

FORM = "structure-form"
CHOICES = "flex flex-wrap gap-1.5"
TITLE = "text-meta font-semibold mt-6 mb-1"


@rx.memo
def structure() -> rx.Component:
    shows = StructureState.shows
    return rx.fragment(
        rx.cond(shows == "list", _list_dialog()),
        rx.cond(shows == "section", _section_dialog()),
        rx.cond(shows == "template", _template_dialog()),
    )


def _list_dialog() -> rx.Component:
    form = StructureState.form
    return _dialog(
        rx.cond(form.id == "", "New list", "Edit list"),
        _form(StructureState.save_list, _name(), _colours(), _icons()),
        rx.cond(form.id != "", _more()),
        rx.cond(form.templates.length() > 0, _templates()),
        rx.cond(form.archive.length() > 0, _archive()),
        delete=StructureState.delete_list,
        save=rx.cond(form.id == "", "Add list", "Save changes"),
    )


def _section_dialog() -> rx.Component:
    return _dialog(
        rx.cond(StructureState.form.id == "", "New section", "Edit section"),
        _form(StructureState.save_section, _name()),
        rx.cond(StructureState.form.id != "", rx.el.div(*_steps(StructureState.move_section), class_name=CHOICES)),
        delete=StructureState.delete_section,
        save=rx.cond(StructureState.form.id == "", "Add section", "Save changes"),
    )


def _template_dialog() -> rx.Component:
    return _dialog(
        "Edit template",
        _form(StructureState.save_template, _name()),
        delete=StructureState.delete_template,
        save="Save changes",
    )


def _dialog(title: Any, *children: rx.Component, delete: Any, save: Any) -> rx.Component:
    foot = rx.fragment(
        rx.cond(
            StructureState.form.id != "",
            button("Delete", kind="quiet", class_name="text-overdue -ml-3 mr-auto", on_click=delete),
        ),
        button("Cancel", class_name="ml-auto", on_click=StructureState.close(False)),
        button(save, kind="primary", type="submit", form=FORM),
    )
    return dialog(title, *children, foot=foot, open=True, on_open_change=StructureState.close)


def _form(on_submit: Any, *fields: rx.Component) -> rx.Component:
    wrong = rx.cond(StructureState.wrong != "", problem(StructureState.wrong, ident="structure-wrong"))
    return rx.el.form(
        *fields, wrong, id=FORM, key=StructureState.opened, on_submit=on_submit, class_name="flex flex-col gap-4"
    )


def _name() -> rx.Component:
    was = text_input(
        "name", default_value=StructureState.form.name, required=True, auto_focus=True, id="structure-name"
    )
    return field("Name", was, html_for="structure-name")


def _colours() -> rx.Component:
    dots = (
        _choice("colour", name, name.capitalize(), _dot(name), StructureState.form.colour == name) for name in COLOURS
    )
    return _group("Colour", *dots)


def _icons() -> rx.Component:
    chosen = StructureState.form.icon
    marks = (
        _choice("icon", name, name.replace("-", " ").capitalize(), list_mark("", name), chosen == name)
        for name in ICONS
    )
    return _group("Icon", _choice("icon", "", "None", _dot(""), chosen == ""), *marks)


def _dot(colour: str) -> rx.Component:
    return rx.el.span(class_name="nav-dot", custom_attrs={"data-dot": colour})


def _group(words: str, *choices: rx.Component) -> rx.Component:
    legend = rx.el.legend(words, class_name="text-meta font-semibold mb-1.5")
    return rx.el.fieldset(legend, rx.el.div(*choices, class_name=CHOICES))


def _choice(name: str, value: str, words: str, mark: rx.Component, chosen: Any) -> rx.Component:
    """A radio button that looks like what it stands for."""
    radio = rx.el.input(type="radio", name=name, value=value, default_checked=chosen, class_name="sr-only")
    return rx.el.label(radio, mark, rx.el.span(words, class_name="sr-only"), title=words, class_name="swatch")


def _steps(on_move: Any) -> tuple[rx.Component, rx.Component]:
    return (
        button(icon("arrow_up", 14), "Move up", on_click=on_move(True)),
        button(icon("arrow_down", 14), "Move down", on_click=on_move(False)),
    )


def _more() -> rx.Component:
    archived = StructureState.form.archived
    return rx.el.div(
        *_steps(StructureState.move_list),
        button("Keep as a template", on_click=StructureState.keep_list),
        rx.cond(
            archived,
            button(icon("undo_2", 14), "Bring back", on_click=StructureState.bring_back(StructureState.form.id)),
            button(icon("archive", 14), "Archive", on_click=StructureState.archive_list),
        ),
        role="group",
        aria_label="This list",
        class_name=f"{CHOICES} mt-6",
    )


def _templates() -> rx.Component:
    return rx.el.section(
        rx.el.h3("Or from a template", class_name=TITLE),
        rx.el.ul(rx.foreach(StructureState.form.templates, _template)),
        aria_label="Templates",
    )


def _template(one: Any) -> rx.Component:
    return _line(
        one,
        icon_button("pencil", f"Edit {one.name}", on_click=StructureState.open_template(one.id)),
        button("Use", rx.el.span(one.name, class_name="sr-only"), on_click=StructureState.use(one.id)),
    )


def _archive() -> rx.Component:
    return rx.el.section(
        rx.el.h3("Archived", class_name=TITLE),
        rx.el.ul(rx.foreach(StructureState.form.archive, _archived)),
        aria_label="Archived lists",
    )


def _archived(one: Any) -> rx.Component:
    back = button("Bring back", rx.el.span(one.name, class_name="sr-only"), on_click=StructureState.bring_back(one.id))
    return _line(one, back)


def _line(one: Any, *buttons: rx.Component) -> rx.Component:
    return rx.el.li(
        rx.el.bdi(one.name, class_name="truncate"),
        rx.el.span(one.words, class_name="text-meta text-ink3 mr-auto shrink-0"),
        *buttons,
        class_name="flex items-center gap-2 min-h-10",
    )
