"""What a person's answers have cost: read from their runs."""

from datetime import datetime

from sqlalchemy import select as sa_select
from sqlmodel import Session, col

from taskchat.domain.person import Person
from taskchat.storage.runs import NOT_BEGUN
from taskchat.storage.sight import visible
from taskchat.storage.tables import Runs


def runs_since(user: Person, session: Session, since: datetime) -> list[tuple[str, str, datetime]]:
    """(model, usage as JSON text, when it began) of each."""
    mine = (visible(user, Runs), col(Runs.started) >= since, col(Runs.state).not_in(NOT_BEGUN))
    rows = session.execute(sa_select(col(Runs.model), col(Runs.usage), col(Runs.started)).where(*mine))
    return [(row.model, row.usage, row.started) for row in rows]
