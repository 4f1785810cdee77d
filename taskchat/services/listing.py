"""The list of conversations, and what a person does with its lines (P-02)."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.live import Change, What, live
from taskchat.storage import listing
from taskchat.storage.database import reading, writing
from taskchat.storage.listing import Cursor, Listing, ThreadRow

__all__ = ["Cursor", "Listing", "ThreadRow", "entitle", "find", "mark_read", "pin", "unpin"]

PAGE = 50


def find(user: Person, *, limit: int = PAGE, after: Cursor | None = None, words: str = "") -> Listing:
    """One page, the latest first and pinned ones before them; with `words` those whose title or text has each."""
    with reading() as session:
        return listing.find(user, session, limit=limit, after=after, words=words)


def pin(user: Person, thread_id: str, *, now: datetime) -> None:
    """On top of the list. Raises NotFound."""
    _pin(user, thread_id, now)


def unpin(user: Person, thread_id: str) -> None:
    """Among the others again, where its last change puts it. Raises NotFound."""
    _pin(user, thread_id, None)


def _pin(user: Person, thread_id: str, at: datetime | None) -> None:
    with writing() as session:
        listing.pin(user, session, thread_id, at)
    _tell(user, thread_id)


def mark_read(user: Person, thread_id: str, *, now: datetime) -> bool:
    """The person has seen what stands there; whether that was news. Most of the time it was not: nothing is written."""
    with reading() as session:
        is_news = listing.is_unread(user, session, thread_id)
    if is_news:
        with writing() as session:
            is_news = listing.mark_read(user, session, thread_id, now=now)
    if is_news:
        _tell(user, thread_id)
    return is_news


def entitle(user: Person, thread_id: str, title: str, *, instead_of: str) -> bool:
    """A better title than the one it began with; False, and nothing changed, where somebody gave it one meanwhile."""
    with writing() as session:
        is_changed = listing.entitle(user, session, thread_id, title, instead_of=instead_of)
    if is_changed:
        _tell(user, thread_id)
    return is_changed


def _tell(user: Person, thread_id: str) -> None:
    live().publish(user.id, Change(What.THREADS, (thread_id,)))
