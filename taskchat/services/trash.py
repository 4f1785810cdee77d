"""The trash before its 30 days are over: one task for good, or all of it."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.errors import NotFound
from taskchat.live import Change, What, live
from taskchat.storage import purging
from taskchat.storage.database import writing
from taskchat.storage.tasks import GONE

AT_ONCE = 50
"""Tasks of one transaction: others have to write, too."""


def delete_forever(user: Person, task_id: str, *, now: datetime) -> int:
    """With the subtasks that lie there too; how many went. Raises NotFound for what is not in the trash."""
    with writing() as session:
        gone = purging.purge_own(user, session, now=now, only=task_id)
    if not gone:
        raise NotFound(GONE)
    live().publish(user.id, Change(What.TASKS, gone))
    return len(gone)


def empty(user: Person, *, now: datetime) -> int:
    """Everything that lies there now; how many went."""
    number = 0
    while True:
        with writing() as session:
            gone = purging.purge_own(user, session, now=now, limit=AT_ONCE)
        if not gone:
            return number
        number += len(gone)
        live().publish(user.id, Change(What.TASKS, gone))
