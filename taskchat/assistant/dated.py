"""The dates in a text, looked for once: the rows of one clause ask for them many times."""

from datetime import datetime
from functools import lru_cache

from taskchat.domain import dates
from taskchat.domain.dates import WhenSpan
from taskchat.domain.person import Ways


@lru_cache(maxsize=512)
def find_when(text: str, *, now: datetime, ways: Ways) -> tuple[WhenSpan, ...]:
    return dates.find_when(text, now=now, ways=ways)
