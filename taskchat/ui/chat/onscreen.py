"""What the person has before their eyes in this tab while they write: it goes with the message, as ids."""

from typing import Any

import reflex as rx

from taskchat.ui.tasks.asked import APART, asked_by
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.state import TasksState

FIRST = 12
"""Rows from the top that are named; a message is not a list."""


async def on_screen(state: rx.State) -> dict[str, Any]:
    """As `metadata.screen`; empty before there are tasks to see."""
    tasks = await state.get_state(TasksState)
    if not tasks.ready:
        return {}
    asked = asked_by(state.router.url.query)
    rows = [] if asked.view in APART else [row.id for row in tasks.rows[:FIRST]]
    opened = (await state.get_state(EditorState)).task_id
    said = {"view": asked.title, "filter": asked.query.text, "tasks": rows, "open": opened}
    return {name: value for name, value in said.items() if value}
