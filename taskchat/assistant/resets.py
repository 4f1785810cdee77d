"""When a limit lets the next message through, in the person's own time and clock (K-07)."""

from datetime import datetime, timedelta

from taskchat.domain.person import Ways
from taskchat.domain.words import count, say_moment

SECONDS_UP_TO = timedelta(seconds=100)


def said_reset(resets_at: datetime, *, now: datetime, ways: Ways) -> str:
    """ "in 40 seconds", "today at 17:05", "tomorrow at 9 am"; a minute is rounded up, so that it is true."""
    left = resets_at - now
    if left <= SECONDS_UP_TO:
        return f"in {count(max(1, -(-left // timedelta(seconds=1))), 'second')}"
    minute = resets_at.replace(second=0, microsecond=0)
    minute += timedelta(minutes=1) if minute < resets_at else timedelta(0)
    return say_moment(minute, now=now, ways=ways)
