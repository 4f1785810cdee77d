"""Tools that change tasks one names: update, complete, skip, reopen, delete, and undo. Docstrings are prompts."""

from collections.abc import Callable
from functools import partial

from taskchat.assistant.asked import Asked, edit_for
from taskchat.assistant.context import Turn
from taskchat.assistant.kept import edits_to_text
from taskchat.assistant.recall import show, touch
from taskchat.assistant.tally import check_room, takes, takes_away, wait
from taskchat.assistant.told import Told, told_all, told_done
from taskchat.assistant.tool_door import Words, tool
from taskchat.assistant.trashed import pick_trashed
from taskchat.assistant.which import Unsure, pick
from taskchat.domain.filters import TaskFilter
from taskchat.domain.series import check_repeats
from taskchat.domain.task import Status, Task
from taskchat.errors import Invalid
from taskchat.services import activity, repeating, tasks

Do = Callable[[Task], Task]


@tool
def update_task(
    turn: Turn,
    task: str,
    *,
    title: str | None = None,
    description: str | None = None,
    due: str | None = None,
    priority: str | None = None,
    tags: Words = None,
    add_tags: Words = None,
    remove_tags: Words = None,
    list: str | None = None,  # noqa: A002 - the wire calls it so
    section: str | None = None,
    reminder_minutes: int | None = None,
    recurrence: str | None = None,
    clear: Words = None,
    only_this_time: bool = False,
) -> Told:
    """Change a task. Only what is sent changes; leave everything else out.

    Args:
        task: Which one: its id, words of its title, its number in the last list ("2", "last"), "it", or "those".
        title: The new title.
        description: The new notes, replacing the old ones.
        due: The new date in words or ISO. A time alone keeps the day, a day alone keeps the time;
            "+2 days" or "1 hour later" moves it from where it is.
        priority: high, medium or low.
        tags: Replaces all tags.
        add_tags: Adds these, keeps the others.
        remove_tags: Takes these away.
        list: Moves it to this list; "inbox" for none.
        section: Moves it to this section of its list, or of the list it moves to; "none" for none.
        reminder_minutes: Remind this many minutes before it is due.
        recurrence: How it repeats, in words or as an RRULE.
        clear: What to erase: due, description, tags, list, section, reminder, recurrence.
        only_this_time: Of a task that repeats, change just this one; those after it stay as they were.
    """
    asked = Asked(
        title=title, description=description, due=due, priority=priority, tags=tags, add_tags=add_tags,
        remove_tags=remove_tags, list=list, section=section, reminder_minutes=reminder_minutes, recurrence=recurrence,
        clear=clear,
    )  # fmt: skip
    chosen = pick(turn, task, surely=True)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    if title and len(chosen) > 1:
        raise Invalid("Several tasks cannot be given the same title. Name one.", "task")
    edits = {one.id: edit_for(turn, one, asked) for one in chosen}
    if not takes(turn, "updates", len(chosen)):
        if only_this_time:
            raise Invalid("That is too much for one message. Ask for this one by itself.", "only_this_time")
        return wait(turn, "update_task", chosen, edits_to_text(edits))
    change = partial(tasks.edit, turn.person, alone=only_this_time, by=turn.by("update_task"), now=turn.now)
    changed = sorted({name for edit in edits.values() for name in edit.sent()})
    return done(turn, "updated", chosen, lambda one: change(one.id, edits[one.id])) | {"changed": changed}


@tool
def complete_task(turn: Turn, task: str) -> Told:
    """Mark a task as done.

    Args:
        task: Which one: its id, words of its title, its number in the last list ("2", "last"), "it", or "those".
    """
    chosen = pick(turn, task)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    ahead = tuple(one for one in chosen if one.status is Status.OPEN)
    if not ahead:
        return {"did": "completed", "already": True, "tasks": told_all(chosen, turn)}
    along = tasks.finished_with(turn.person, tuple(one.id for one in ahead), now=turn.now)
    if not takes(turn, "completions", len(along)):
        return wait(turn, "complete_task", along)
    by = turn.by("complete_task")
    changed = tasks.complete_many(turn.person, tuple(one.id for one in ahead), by=by, now=turn.now)
    touch(turn, changed)
    return {"did": "completed", "tasks": told_done(changed, turn)}


@tool
def skip_task(turn: Turn, task: str) -> Told:
    """Leave out this time of a task that repeats: it moves to its next date. Only when the person wants it skipped.

    Args:
        task: Which one: its id, words of its title, its number in the last list ("2", "last"), "it", or "those".
    """
    chosen = pick(turn, task)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    for one in chosen:  # before the first is moved: all of them, or none
        check_repeats(one)
    if not takes(turn, "updates", len(chosen)):
        return wait(turn, "skip_task", chosen)
    by = turn.by("skip_task")
    return done(turn, "skipped", chosen, lambda one: repeating.skip(turn.person, one.id, by=by, now=turn.now))


@tool
def reopen_task(turn: Turn, task: str) -> Told:
    """Make a done task open again.

    Args:
        task: Which one: its id, words of its title, its number in the last list ("2", "last"), "it", or "those".
    """
    chosen = pick(turn, task)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    if not takes(turn, "updates", len(chosen)):
        return wait(turn, "reopen_task", chosen)
    by = turn.by("reopen_task")
    return done(turn, "reopened", chosen, lambda one: tasks.reopen(turn.person, one.id, by=by, now=turn.now))


@tool
def restore_task(turn: Turn, task: str) -> Told:
    """Take a task out of the trash.

    Args:
        task: Words of its title, or its number where you have asked which one.
    """
    chosen = pick_trashed(turn, task)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    check_room(turn, "updates", len(chosen))
    by = turn.by("restore_task")
    return done(turn, "restored", chosen, lambda one: tasks.restore(turn.person, one.id, by=by, now=turn.now))


@tool
def delete_task(turn: Turn, task: str) -> Told:
    """Move a task to the trash, where it stays 30 days. Only when the person asked to delete it.

    Args:
        task: Which one: its id, words of its title, its number in the last list ("2", "last"), "it", or "those".
    """
    chosen = pick(turn, task, surely=True, deeds=False)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    if not takes_away(turn, chosen):
        return wait(turn, "delete_task", chosen)
    by = turn.by("delete_task")
    return done(turn, "deleted", chosen, lambda one: tasks.delete(turn.person, one.id, by=by, now=turn.now))


@tool
def undo_last(turn: Turn) -> Told:
    """Take back everything the person's last message in this conversation changed. Only when they ask for it."""
    check_room(turn, "undos")
    undone = activity.undo_latest(turn.person, thread_id=turn.thread_id or None, now=turn.now)
    back = tuple(_present(turn, undone.tasks))
    touch(turn, back)
    clashes = [
        {"data": {"title": c.title, "now": c.value_now, "then": c.value_then}, "field": c.field} for c in undone.clashes
    ]
    result: Told = {"did": "undone", "words": undone.words, "count": len(undone.tasks), "tasks": told_all(back, turn)}
    return result | ({"clashes": clashes} if clashes else {})


def ask(turn: Turn, unsure: Unsure) -> Told:
    """C-05: nothing is done; what is asked about becomes the list that "2" counts in."""
    turn.looked = None
    if unsure.candidates:
        show(turn, unsure.candidates)
    return {"ask": unsure.question, "candidates": told_all(unsure.candidates, turn)}


def done(turn: Turn, did: str, chosen: tuple[Task, ...], do: Do) -> Told:
    changed = tuple(do(one) for one in chosen)
    touch(turn, changed)
    return {"did": did, "tasks": told_all(changed, turn)}


def _present(turn: Turn, ids: tuple[str, ...]) -> list[Task]:
    from_store = tasks.find(turn.person, TaskFilter(status=None, ids=ids), limit=100, now=turn.now) if ids else None
    return list(from_store.tasks) if from_store else []
