"""What a model may remember of a conversation: what stands in it, and what its runs know of that."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlmodel import Session

from taskchat.domain.person import Person
from taskchat.storage.database import bare
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
    item, run, ask = bare(Items).c, bare(Runs).c, session.connection().execute
    items = select(item.id, item.kind, item.data).where(item.thread_id == thread_id).order_by(item.seq.desc())
    runs = select(run.message_id, run.state, run["items"]).where(visible(user, Runs), run.thread_id == thread_id)
    said = ask(items.limit(LOOKED_BACK)).all()[::-1]
    told = ask(runs.order_by(run.started.desc(), run.id.desc()).limit(LOOKED_BACK)).all()[::-1]
    cut = next((n for n, row in enumerate(said) if row.id == before), len(said))
    return Past(tuple(PastItem(*row) for row in said[:cut]), tuple(PastRun(*row) for row in told))
