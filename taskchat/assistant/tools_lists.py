"""Tools for what tasks stand in: lists, templates, subtasks. Docstrings are prompts."""

from dataclasses import replace

from taskchat.assistant.asked import Asked, draft_of
from taskchat.assistant.context import Turn
from taskchat.assistant.recall import touch
from taskchat.assistant.tally import check_room
from taskchat.assistant.told import Told, told, told_all
from taskchat.assistant.tool_door import tool
from taskchat.assistant.tools_change import ask
from taskchat.assistant.which import Unsure, pick
from taskchat.domain.lists import TaskList, Template
from taskchat.errors import Invalid
from taskchat.services import lists, tasks, templates


@tool
def create_list(turn: Turn, name: str, *, colour: str | None = None) -> Told:
    """Create an empty list. Not needed before a task: naming a new list in create_task makes it.

    Args:
        name: What the person calls it.
        colour: pine, lake, ochre, iris, brick, plum, moss or stone, only if said.
    """
    check_room(turn, "things")
    made = lists.create(turn.person, name, colour=colour, by=turn.by("create_list"), now=turn.now)
    return _about("list_created", made)


@tool
def archive_list(turn: Turn, name: str, *, bring_back: bool = False) -> Told:
    """Put a list with its tasks out of the way, without deleting anything; or bring it back.

    Args:
        name: Name of the list.
        bring_back: true to use an archived list again.
    """
    found = lists.named(turn.person, name)
    check_room(turn, "things")
    change = lists.unarchive if bring_back else lists.archive
    kept = change(turn.person, found.id, by=turn.by("archive_list"), now=turn.now)
    return _about("list_back" if bring_back else "list_archived", kept)


@tool
def use_template(turn: Turn, name: str, *, new_name: str | None = None) -> Told:
    """Make a list, or a task with its subtasks, from a template the person has kept, dated from today.

    Args:
        name: Name of the template ("packing list"). If there is none, the error names those there are.
        new_name: What the new list is called, only if said.
    """
    template = templates.named(turn.person, name)
    check_room(turn, "things")
    used = templates.use(turn.person, template.id, name=new_name, by=turn.by("use_template"), now=turn.now)
    touch(turn, used.tasks)
    told_list: Told = {"data": {"list": used.list.name}} if used.list else {}
    return {"did": "created", "count": len(used.tasks), "tasks": told_all(used.tasks, turn)} | told_list


@tool
def save_template(turn: Turn, *, list: str | None = None, task: str | None = None, name: str | None = None) -> Told:  # noqa: A002 - the wire calls it so
    """Keep a list, or a task with its subtasks, as a template to be used again. Name one of the two.

    Args:
        list: Name of the list.
        task: Or which task: its id, words of its title, its number in the last list ("2", "last"), or "it".
        name: What the template is called, only if said.
    """
    check_room(turn, "things")
    by = turn.by("save_template")
    if list:
        found = lists.named(turn.person, list)
        return _kept(templates.save_list(turn.person, found.id, name, by=by, now=turn.now))
    chosen = pick(turn, task or "")
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    if len(chosen) != 1:
        raise Invalid("A template is made of one list or one task. Name one.", "task")
    return _kept(templates.save_task(turn.person, chosen[0].id, name, by=by, now=turn.now))


def _kept(made: Template) -> Told:
    return {"did": "template_kept", "data": {"template": made.name}}


@tool
def add_subtask(turn: Turn, task: str, title: str, *, due: str | None = None) -> Told:
    """Create a task as a part of another one.

    Args:
        task: Of which one: its id, words of its title, its number in the last list ("2", "last"), or "it".
        title: What is to be done.
        due: When, as the person said it. Leave out if no date was said.
    """
    chosen = pick(turn, task)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    if len(chosen) != 1:
        raise Invalid("A subtask belongs to one task. Name one.", "task")
    draft = replace(draft_of(turn, Asked(title=title, due=due)), parent_id=chosen[0].id)
    made = tasks.create(turn.person, draft, by=turn.by("add_subtask"), now=turn.now)
    touch(turn, (made,))
    return {"did": "created", "tasks": [told(made, turn)]}


def _about(did: str, one: TaskList) -> Told:
    return {"did": did, "data": {"list": one.name}}


LIST_TOOLS = (create_list, archive_list, use_template, save_template, add_subtask)
