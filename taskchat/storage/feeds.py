"""Calendar feeds: whose a secret address is, by its hash."""

from datetime import datetime

from sqlalchemy import delete
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.storage.accounts import person_of
from taskchat.storage.database import put_row
from taskchat.storage.sight import visible
from taskchat.storage.tables import Feeds, People


def put_feed(user: Person, session: Session, token_hash: str, *, now: datetime) -> None:
    """From now on this one alone."""
    put_row(session, Feeds, key=("person_id",), person_id=user.id, hash=token_hash, created=now)


def since(user: Person, session: Session) -> datetime | None:
    """When it was made; None where there is none."""
    return session.exec(select(Feeds.created).where(visible(user, Feeds))).first()


def delete_feed(user: Person, session: Session) -> None:
    session.execute(delete(Feeds).where(visible(user, Feeds)))


def find_reader(session: Session, token_hash: str) -> Person | None:
    """Whose feed this is, unless the account has ended."""
    theirs = select(People).join(Feeds, col(Feeds.person_id) == col(People.id))
    row = session.exec(theirs.where(col(Feeds.hash) == token_hash, col(People.disabled).is_(None))).first()
    return person_of(row, session) if row else None
