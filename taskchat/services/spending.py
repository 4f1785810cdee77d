"""What the whole server spends on its hosted model (K-07)."""

from datetime import datetime

from taskchat.storage import spending
from taskchat.storage.database import writing
from taskchat.storage.spending import Cap, next_day

__all__ = ["Cap", "next_day", "spend_tokens"]


def spend_tokens(cap: Cap, tokens: int, *, now: datetime) -> bool:
    """Count what a call has taken; whether another may follow today."""
    with writing() as session:
        return cap.allows(*spending.spend(session, tokens=tokens, now=now))
