"""What happens when a person answers a card: exactly the stored set, exactly once (C-06)."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from time import perf_counter
from typing import Any

from taskchat.assistant import remembering
from taskchat.assistant.context import Turn, Waits
from taskchat.assistant.english.answers import NO, YES
from taskchat.assistant.proposals import PLAN, edits_of
from taskchat.assistant.recall import touch
from taskchat.assistant.wording import counted_fact
from taskchat.domain.filters import TaskFilter
from taskchat.domain.task import Status, Task
from taskchat.errors import Conflict, NotFound, TaskChatError
from taskchat.services import activity, conversations, repeating, tasks
from taskchat.services.conversations import Confirmation

ENDED = "This question has ended. Ask again."
KEPT = "Kept. Nothing was changed."


Way = Callable[[Turn, Waits, tuple[Task, ...]], tuple[Task, ...]]
"""Carries a call out for those of its tasks that still are what the card showed."""
REMOVES = frozenset({"delete_task", "delete_all_tasks"})
"""Tools whose tasks take their subtasks along."""
WHOLE = frozenset({PLAN, *remembering.WAYS})
"""What is proposed as a whole: it is never put together with another call."""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a question ended: `words` for the person, `ok` whether it was theirs to answer and worked.

    `ids`: the tasks that were changed; `can_undo`: something was, tasks or not.
    """

    words: str
    ok: bool
    ids: tuple[str, ...] = ()
    can_undo: bool = False


def is_yes(text: str) -> bool:
    """Whether the whole message is one of the sentences that mean yes; no model is asked."""
    return _plain(text) in YES


def is_no(text: str) -> bool:
    return _plain(text) in NO


def _plain(text: str) -> str:
    return re.sub(r"[\s,.!]+", " ", text.lower().replace("’", "'")).strip()


def payload_of(waiting: Sequence[Waits]) -> tuple[str, str]:
    """Everything a message left waiting as one question: (the tool that names it, what to store).

    Calls that do the same are one, however many there were: each task stands on the card once for each way. Of two
    proposals of one kind the later one counts.
    """
    alike: dict[Way | str, list[Waits]] = {}
    for one in waiting:
        if one.tool in WHOLE:
            alike[one.tool] = [one]
        else:
            alike.setdefault(WAYS[one.tool], []).append(one)
    kept = [{"tool": same[0].tool, "ids": _ids(same), "params": _params(same)} for same in alike.values()]
    return waiting[0].tool, json.dumps(kept)


def _ids(same: Sequence[Waits]) -> list[str]:
    return list(dict.fromkeys(task_id for one in same for task_id in one.ids))


def _params(same: Sequence[Waits]) -> str:
    """What goes along, and the edits; of two edits of one field the later one holds, as if both had been made."""
    if same[0].tool in WHOLE:
        return same[0].params
    along = dict.fromkeys(task_id for one in same for task_id in along_of(one))
    if same[0].tool in REMOVES:
        return json.dumps({"along": [task_id for task_id in along if task_id not in _ids(same)]})
    edits: dict[str, dict[str, Any]] = {}
    for one in same:
        for task_id, fields in json.loads(one.params).items():
            edits[task_id] = edits.get(task_id, {}) | fields
    return json.dumps(edits)


def waits_of(question: Confirmation) -> list[Waits]:
    return [Waits(kept["tool"], tuple(kept["ids"]), kept["params"]) for kept in json.loads(question.payload)]


def along_of(waits: Waits) -> tuple[str, ...]:
    """The subtasks the card has said go too."""
    return tuple(json.loads(waits.params).get("along", ())) if waits.tool in REMOVES else ()


def settle(turn: Turn, confirmation_id: str, yes: bool) -> Settled:
    """Carry out or drop what waits. Expired, replaced, answered before or somebody else's: only a sentence."""
    try:
        question = conversations.take(
            turn.person, turn.thread_id, confirmation_id, answer="yes" if yes else "no", now=turn.now
        )
    except (Conflict, NotFound):
        return Settled(ENDED, ok=False)
    waiting = waits_of(question)
    if not yes:
        return Settled(KEPT, ok=True)
    done = [_carried_out(turn, one, question.asked) for one in waiting]
    changed = tuple(task_id for one in done for task_id in one.ids)
    words, can_undo = " ".join(one.words for one in done), any(one.can_undo for one in done)
    return Settled(words, ok=all(one.ok for one in done), ids=changed, can_undo=can_undo)


def _carried_out(turn: Turn, waits: Waits, asked: datetime) -> Settled:
    started = perf_counter()
    try:
        done = _remembered(turn, waits) if waits.tool in remembering.WAYS else _changed(turn, waits, asked)
    except TaskChatError as error:
        done = Settled(error.message, ok=False)
    outcome = "confirmed" if done.ok else f"failed: {done.words}"
    milliseconds = round((perf_counter() - started) * 1000)
    named = json.dumps({"confirmed": len(waits.ids)})
    activity.record_call(turn.person, turn.thread_id or None, waits.tool, named, outcome, milliseconds, now=turn.now)
    return done


def _remembered(turn: Turn, waits: Waits) -> Settled:
    return Settled(remembering.WAYS[waits.tool](turn, waits), ok=True, can_undo=True)


def _changed(turn: Turn, waits: Waits, asked: datetime) -> Settled:
    changed = WAYS[waits.tool](turn, waits, _there(turn, waits, asked))
    touch(turn, changed)
    ids = tuple(task.id for task in changed)
    return Settled(_words(waits, len(changed)), ok=True, ids=ids, can_undo=bool(ids))


def _words(waits: Waits, count: int) -> str:
    missing = len(waits.ids) - count
    fact = counted_fact(waits.tool, count) if count else "Nothing was changed."
    return f"{fact} {missing} had gone or changed before." if missing else fact


def _there(turn: Turn, waits: Waits, asked: datetime) -> tuple[Task, ...]:
    """The tasks of the stored set that still are what the card showed; nothing else can come in."""
    wanted = TaskFilter(status=None, ids=waits.ids)
    there = tuple(task for task in tasks.find_all(turn.person, wanted, now=turn.now) if task.updated <= asked)
    return _without_newcomers(turn, waits, there) if waits.tool in REMOVES else there


def _without_newcomers(turn: Turn, waits: Waits, there: tuple[Task, ...]) -> tuple[Task, ...]:
    """A task that has got a subtask since is not what the card showed: that one would go too, unasked."""
    told = {*waits.ids, *along_of(waits)}
    if told.issuperset(tasks.along(turn.person, tuple(task.id for task in there))):
        return there
    return tuple(task for task in there if told.issuperset(tasks.along(turn.person, (task.id,))))


def _delete(turn: Turn, waits: Waits, there: tuple[Task, ...]) -> tuple[Task, ...]:
    return tasks.delete_many(turn.person, tuple(task.id for task in there), by=turn.by(waits.tool), now=turn.now)


def _complete(turn: Turn, waits: Waits, there: tuple[Task, ...]) -> tuple[Task, ...]:
    ahead = tuple(task.id for task in there if task.status is Status.OPEN)
    return tasks.complete_many(turn.person, ahead, by=turn.by(waits.tool), now=turn.now)


def _update(turn: Turn, waits: Waits, there: tuple[Task, ...]) -> tuple[Task, ...]:
    edits, by = edits_of(waits), turn.by(waits.tool)
    return tuple(tasks.edit(turn.person, task.id, edits[task.id], by=by, now=turn.now) for task in there)


def _skip(turn: Turn, waits: Waits, there: tuple[Task, ...]) -> tuple[Task, ...]:
    return tuple(repeating.skip(turn.person, task.id, by=turn.by(waits.tool), now=turn.now) for task in there)


def _reopen(turn: Turn, waits: Waits, there: tuple[Task, ...]) -> tuple[Task, ...]:
    return tuple(tasks.reopen(turn.person, task.id, by=turn.by(waits.tool), now=turn.now) for task in there)


WAYS: dict[str, Way] = {
    "delete_task": _delete,
    "delete_all_tasks": _delete,
    "complete_task": _complete,
    "complete_all_tasks": _complete,
    "update_task": _update,
    "plan_day": _update,
    "suggest_dates": _update,
    "suggest_tags": _update,
    "skip_task": _skip,
    "reopen_task": _reopen,
}
