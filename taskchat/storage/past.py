"""What a model may remember of a conversation: what stands in it, and what its runs know of that."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session, col

from taskchat.domain.person import Person
from taskchat.storage.sight import visible
from taskchat.storage.tables import Items, Runs

LOOKED_BACK = 200
"""Items, and runs, that are read; the model's token budget cuts further."""


@dataclass(frozen=True, slots=True)
class PastItem:
    """What stands in a thread; `data` is JSON text."""

    id: str
    kind: str
    data: str


@dataclass(frozen=True, slots=True)
class PastRun:
    """What a run remembers: the SDK's own items as JSON text (decision 23)."""

    message_id: str
    state: str
    items: str


@dataclass(frozen=True, slots=True)
class Past:
    """Both oldest first."""

    items: tuple[PastItem, ...] = ()
    runs: tuple[PastRun, ...] = ()


def past_of(user: Person, session: Session, thread_id: str, *, before: str = "") -> Past:
    """The latest of a thread that is theirs, up to the item `before`."""
    items = select(*map(col, (Items.id, Items.kind, Items.data))).where(col(Items.thread_id) == thread_id)
    runs = select(*map(col, (Runs.message_id, Runs.state, Runs.items))).where(
        visible(user, Runs), col(Runs.thread_id) == thread_id
    )
    said = session.execute(items.order_by(col(Items.seq).desc()).limit(LOOKED_BACK)).all()[::-1]
    told = session.execute(runs.order_by(col(Runs.started).desc(), col(Runs.id).desc()).limit(LOOKED_BACK)).all()[::-1]
    cut = next((n for n, item in enumerate(said) if item.id == before), len(said))
    return Past(tuple(PastItem(*row) for row in said[:cut]), tuple(PastRun(*row) for row in told))
