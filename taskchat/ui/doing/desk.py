"""All of it together, loaded with the first key."""

from dataclasses import asdict

import reflex as rx
from reflex_base.style import toggle_color_mode

from taskchat.ui.chat import ChatState
from taskchat.ui.doing.client import Desk
from taskchat.ui.doing.goals import GoalsState, commands
from taskchat.ui.doing.state import DoingState
from taskchat.ui.reminders.state import RemindersState
from taskchat.ui.tasks.adding import AddingState
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.places import PlacesState
from taskchat.ui.tasks.shortcuts import SHORTCUTS
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.structuring import StructureState

TABLE = [asdict(one) | {"group": group} for group, those in SHORTCUTS.items() for one in those]


@rx.memo
def keys_and_selection() -> rx.Component:
    return Desk.create(
        table=TABLE,
        commands=[asdict(one) for one in commands()],
        rows=TasksState.rows,
        more=TasksState.more,
        view=TasksState.view,
        place=TasksState.title,
        said=TasksState.said,
        answered=DoingState.answered,
        offers=GoalsState.offers,
        lists=PlacesState.lists.map(lambda one: one.name),
        tags=PlacesState.tags,
        on_act=DoingState.act,
        on_rename=DoingState.rename,
        on_undo=DoingState.undo,
        on_redo=DoingState.redo,
        on_look=GoalsState.look,
        on_open=EditorState.open,
        on_add=AddingState.add,
        on_new_chat=ChatState.new_chat,
        on_new_list=StructureState.open_list(""),
        on_reminders=RemindersState.show(True),
        on_theme=toggle_color_mode,
    )
