"""What is before a person's eyes goes with what they say, as ids alone."""

from taskchat.domain.person import Person
from taskchat.domain.task import Task
from taskchat.ui.chat.onscreen import FIRST, on_screen
from taskchat.ui.chat.state import ChatState
from taskchat.ui.tasks.editing import EditorState
from taskchat.ui.tasks.state import TasksState
from tests.ui.states import page


async def test_the_view_its_filter_and_its_first_rows_are_named(at_tab: Person, world: dict[str, Task]) -> None:
    talk = page(ChatState, "view=today&tag=home&q=milk")
    tasks = await talk.get_state(TasksState)
    await tasks.arrive()
    editor = await talk.get_state(EditorState)
    await editor.open(world["rent"].id)

    said = await on_screen(talk)

    assert said["view"] == "Today"
    assert said["filter"].split() == ["#home", "milk"] or said["filter"].split() == ["milk", "#home"]
    assert said.get("tasks", []) == [row.id for row in tasks.rows][:FIRST]
    assert said["open"] == world["rent"].id
    assert world["milk"].title not in str(said)


async def test_a_view_without_rows_names_none(at_tab: Person, world: dict[str, Task]) -> None:
    talk = page(ChatState, "view=list")
    tasks = await talk.get_state(TasksState)
    await tasks.arrive()
    listed = await on_screen(talk)

    talk.router = page(ChatState, "view=calendar").router

    assert tasks.rows and listed["tasks"] == [row.id for row in tasks.rows]
    assert await on_screen(talk) == {"view": "Calendar"}


async def test_before_there_are_tasks_nothing_is_said(at_tab: Person) -> None:
    assert await on_screen(page(ChatState, "view=today")) == {}
