"""What a model may remember of a conversation: what stands in it, and what its runs know of that."""

from dataclasses import dataclass

from sqlmodel import Session

from taskchat.domain.person import Person
from taskchat.storage.items import StoredItem, items_page
from taskchat.storage.runs import StoredRun, runs_of

LOOKED_BACK = 200
"""Items, and runs, that are read; the model's token budget cuts further."""


@dataclass(frozen=True, slots=True)
class Past:
    """Both oldest first."""

    items: tuple[StoredItem, ...] = ()
    runs: tuple[StoredRun, ...] = ()


def past_of(user: Person, session: Session, thread_id: str, *, before: str = "") -> Past:
    """The latest of it, up to the item `before`. Raises NotFound for the thread."""
    items = items_page(user, session, thread_id, limit=LOOKED_BACK, order="desc").items[::-1]
    cut = next((n for n, item in enumerate(items) if item.id == before), len(items))
    return Past(items[:cut], runs_of(user, session, thread_id, last=LOOKED_BACK))
