"""The dates in a text, looked for once: the rows of one clause ask for them many times."""

from datetime import datetime
from functools import lru_cache

from taskchat.domain import dates, quickadd
from taskchat.domain.dates import WhenSpan
from taskchat.domain.person import Ways
from taskchat.domain.quickadd import QuickAdd


@lru_cache(maxsize=512)
def find_when(text: str, *, now: datetime, ways: Ways) -> tuple[WhenSpan, ...]:
    return dates.find_when(text, now=now, ways=ways)


@lru_cache(maxsize=512)
def read_line(line: str, *, now: datetime, ways: Ways) -> QuickAdd:
    return quickadd.read_line(line, now=now, ways=ways)
