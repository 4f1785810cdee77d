"""Two who change one thing at once: what somebody changed otherwise since is told, never written over in silence."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import Edit, Task
from taskchat.errors import Conflict
from taskchat.storage import activity
from taskchat.storage.database import Session


class Clashing(Conflict):
    """Fields of an edit have been changed otherwise since; nothing of it was saved."""

    code = "changed_since"

    def __init__(self, message: str, task: Task, fields: tuple[str, ...]) -> None:
        super().__init__(message)
        self.task = task
        self.fields = fields
        """Of the task as it stands now, which `task` is."""


def check_seen(user: Person, session: Session, now_is: Task, edit: Edit, seen: datetime | None) -> None:
    """`seen`: the `updated` of the task that the edit was made on; None = whatever it is. Raises Clashing.

    Other fields may have changed meanwhile: both changes then stand.
    """
    if seen is None or seen == now_is.updated:
        return
    was = activity.as_seen(user, session, now_is.id, seen)
    wanted = edit.applied_to(now_is)
    clashing = tuple(
        name
        for name in edit.sent()
        if getattr(now_is, name) != getattr(wanted, name)
        and (was is None or getattr(now_is, name) != getattr(was, name))
    )
    if clashing:
        raise Clashing(_words(now_is, clashing), now_is, clashing)


def _words(task: Task, fields: tuple[str, ...]) -> str:
    names = " and ".join(FIELDS.get(name, name) for name in fields)
    return f"“{task.title}” was changed meanwhile: {names}. Nothing of yours was saved. Look at both and choose."


FIELDS = {
    "due": "due date", "rrule": "repeat", "reminder_minutes": "reminder", "estimate_minutes": "estimate",
    "parent_id": "parent", "after_completion": "repeat",
}  # fmt: skip
"""What fields are called to a person, where it is not their name."""
