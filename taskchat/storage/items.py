"""What stands in a conversation, in the order of insertion: JSON text in, JSON text out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, func, update
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.text import folded
from taskchat.errors import NotFound
from taskchat.storage.database import put_row
from taskchat.storage.tables import Items
from taskchat.storage.threads import Order, owned_thread, touch_thread

GONE = "There is no such message. It may have been deleted."


@dataclass(frozen=True, slots=True)
class StoredItem:
    """One item; `seq` grows with every insertion and never changes (K-03)."""

    id: str
    kind: str
    data: str
    seq: int
    created: datetime
    rating: str = ""
    """positive or negative, when the person said so."""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class ItemPage:
    """`after` is the cursor of the next page, None when this is the last."""

    items: tuple[StoredItem, ...]
    after: str | None


def put_item(
    user: Person,
    session: Session,
    thread_id: str,
    item_id: str,
    *,
    kind: str,
    data: str,
    words: str = "",
    now: datetime,
) -> None:
    """Insert at the end, or update in its place (P7); `words` is its text, for searching. Raises NotFound."""
    touch_thread(user, session, thread_id, now=now)
    said = {"kind": kind, "data": data, "search_text": folded(words), "created": now}
    put_row(session, Items, key=("thread_id", "id"), kept=("created",), thread_id=thread_id, id=item_id, **said)


def _find(session: Session, thread_id: str, item_id: str) -> Items | None:
    return session.exec(select(Items).where(col(Items.thread_id) == thread_id, col(Items.id) == item_id)).first()


def _stored(row: Items) -> StoredItem:
    return StoredItem(row.id, row.kind, row.data, row.seq or 0, row.created, row.rating or "", row.comment or "")


def load_item(user: Person, session: Session, thread_id: str, item_id: str) -> StoredItem:
    """Raises NotFound."""
    owned_thread(user, session, thread_id)
    row = _find(session, thread_id, item_id)
    if row is None:
        raise NotFound(GONE)
    return _stored(row)


def items_page(
    user: Person,
    session: Session,
    thread_id: str,
    *,
    limit: int = 20,
    after: str | None = None,
    order: Order = "asc",
    without: Collection[str] = (),
) -> ItemPage:
    """In the order of insertion, or against it, `without` items of those kinds.

    NotFound for an unknown thread or cursor.
    """
    owned_thread(user, session, thread_id)
    seq = col(Items.seq)
    plain = map(col, (Items.id, Items.kind, Items.data, Items.seq, Items.created))
    query = sa_select(*plain, *(func.coalesce(said, "") for said in (Items.rating, Items.comment)))
    query = query.where(col(Items.thread_id) == thread_id)
    query = query.where(col(Items.kind).not_in(without)) if without else query
    if after is not None:
        cursor = load_item(user, session, thread_id, after).seq
        query = query.where(seq < cursor if order == "desc" else seq > cursor)
    rows = session.execute(query.order_by(seq.desc() if order == "desc" else seq.asc()).limit(limit + 1)).all()
    page = tuple(StoredItem(*row) for row in rows[:limit])
    return ItemPage(page, page[-1].id if len(rows) > limit else None)


def delete_item(user: Person, session: Session, thread_id: str, item_id: str) -> None:
    """Gone for good; one that is not there is no error. NotFound for an unknown thread."""
    owned_thread(user, session, thread_id)
    session.execute(delete(Items).where(col(Items.thread_id) == thread_id, col(Items.id) == item_id))


def rate_items(
    user: Person, session: Session, thread_id: str, item_ids: Iterable[str], rating: str, *, comment: str = ""
) -> None:
    """positive, negative, or "" for no opinion; what stood there before is gone. NotFound for an unknown thread."""
    owned_thread(user, session, thread_id)
    of_thread = (col(Items.thread_id) == thread_id, col(Items.id).in_(list(item_ids)))
    session.execute(update(Items).where(*of_thread).values(rating=rating or None, comment=comment or None))
