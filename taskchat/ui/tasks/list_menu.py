"""The menu of a list in the sidebar; loaded when it is first opened."""

import reflex as rx

from taskchat.ui.design.button import icon_button
from taskchat.ui.design.menu import menu, menu_item, menu_line
from taskchat.ui.tasks.structuring import StructureState


@rx.memo
def list_menu() -> rx.Component:
    """Stands in place of the button that asked for it, and is that button from then on."""
    form = StructureState.form
    return menu(
        icon_button("ellipsis", f"More for list {form.name}"),
        menu_item("Edit", "pencil", on_select=StructureState.open_list(form.id)),
        menu_item("Move up", "arrow_up", on_select=StructureState.move_list(True)),
        menu_item("Move down", "arrow_down", on_select=StructureState.move_list(False)),
        menu_item("Keep as a template", "copy", on_select=StructureState.keep_list),
        menu_item("Archive", "archive", on_select=StructureState.archive_list),
        menu_line(),
        menu_item("Delete", "trash_2", danger=True, on_select=StructureState.delete_list),
        is_open=True,
    )
