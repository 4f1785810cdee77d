"""What a conversation last spoke of, so that "the second", "it" and "those" mean what the person saw (C-05)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace

from taskchat.assistant.context import Turn
from taskchat.domain.task import Task
from taskchat.services import conversations

AT_MOST = 100


@dataclass(frozen=True, slots=True)
class Seen:
    """A task as it stood when it was shown; `stamp` tells whether it has changed since.

    No title: what a purge blanks (T-10) must not live on here.
    """

    id: str
    stamp: str

    @classmethod
    def of(cls, task: Task) -> "Seen":
        return cls(task.id, task.updated.isoformat())


@dataclass(frozen=True, slots=True)
class Recall:
    """The last list shown, and the tasks the last message touched."""

    listed: tuple[Seen, ...] = ()
    touched: tuple[str, ...] = ()
    message: str = ""
    """The message whose tools touched them."""
    touched_last: bool = False
    """Whether touching came after listing."""

    @property
    def one(self) -> tuple[str, ...]:
        """What "it" means: whatever was spoken of last, if that was a single task."""
        listed = tuple(seen.id for seen in self.listed)
        if self.touched_last or not listed:
            return self.touched or listed
        return self.touched if len(listed) > 1 and len(self.touched) == 1 else listed

    @property
    def several(self) -> tuple[str, ...]:
        """What "those" means: what was touched, if that was several and later than the list."""
        listed = tuple(seen.id for seen in self.listed)
        return self.touched if not listed or (self.touched_last and len(self.touched) > 1) else listed


def recall(turn: Turn) -> Recall:
    text = conversations.shown(turn.person, turn.thread_id) if turn.thread_id else ""
    if not text:
        return Recall()
    kept = json.loads(text)
    return Recall(
        tuple(Seen(*entry) for entry in kept["listed"]), tuple(kept["touched"]), kept["message"], kept["touched_last"]
    )


def show(turn: Turn, tasks: Iterable[Task]) -> None:
    """These tasks, in this order, are what the person sees now."""
    listed = tuple(Seen.of(task) for task in tasks)[:AT_MOST]
    _keep(turn, replace(recall(turn), listed=listed, touched_last=False))


def touch(turn: Turn, tasks: Iterable[Task]) -> None:
    """These tasks were created or changed by this message; the list keeps its order and learns their new state."""
    fresh = {task.id: Seen.of(task) for task in tasks}
    if not fresh:
        return
    turn.touched = list(dict.fromkeys((*turn.touched, *fresh)))
    last = recall(turn)
    before = last.touched if last.message == turn.message_id else ()
    touched = tuple(dict.fromkeys((*before, *fresh)))[-AT_MOST:]
    listed = tuple(fresh.get(seen.id, seen) for seen in last.listed)
    _keep(turn, Recall(listed, touched, turn.message_id, touched_last=True))


def _keep(turn: Turn, last: Recall) -> None:
    if turn.thread_id:
        kept = {
            "listed": [[seen.id, seen.stamp] for seen in last.listed],
            "touched": last.touched,
            "message": last.message,
            "touched_last": last.touched_last,
        }
        conversations.show(turn.person, turn.thread_id, json.dumps(kept, ensure_ascii=False))
