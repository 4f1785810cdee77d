"""How much one message may change before it must ask (C-06)."""

import json

from taskchat.assistant.confirm import REMOVES
from taskchat.assistant.context import Tally, Turn, Waits
from taskchat.assistant.told import Told, told_all
from taskchat.assistant.wording import counted_question
from taskchat.domain.task import Task
from taskchat.errors import Invalid
from taskchat.services.tasks import along

FREE = {"deletes": 1, "completions": 10, "updates": 10, "things": 20, "undos": 1}
"""How many of each one message does without asking."""
TOO_MUCH = "That is too much for one message. Nothing was changed by this step. Say what is left in another one."
SHOWN = 10
"""Tasks a waiting call names to the model; the card shows them all."""


def takes(turn: Turn, kind: str, count: int) -> bool:
    """Whether `count` more may be done now; if so they are counted. What has to wait is not."""
    so_far: Tally = turn.changes
    after = getattr(so_far, kind) + count
    if after > FREE[kind] and count:
        return False
    setattr(so_far, kind, after)
    return True


def check_room(turn: Turn, kind: str, count: int = 1) -> None:
    """The same for what no card asks about. Raises Invalid."""
    if not takes(turn, kind, count):
        raise Invalid(TOO_MUCH)


def takes_away(turn: Turn, tasks: tuple[Task, ...]) -> bool:
    """Whether these may go to the trash now; the subtasks that go too count like any other."""
    ids = tuple(task.id for task in tasks)
    return takes(turn, "deletes", len(ids) + len(along(turn.person, ids)))


def wait(turn: Turn, tool: str, tasks: tuple[Task, ...], params: str = "{}") -> Told:
    """Put it on the card instead of doing it."""
    turn.looked = None
    if tool in REMOVES:
        params = json.dumps({"along": along(turn.person, tuple(task.id for task in tasks))})
    turn.waiting.append(Waits(tool, tuple(task.id for task in tasks), params))
    return {
        "waits": counted_question(tool, len(tasks)),
        "note": "Nothing is done yet. The person is asked on a card; only they can answer it.",
        "total": len(tasks),
        "tasks": told_all(tasks[:SHOWN], turn),
    }
