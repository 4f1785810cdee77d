"""The five tasks a guest starts with: they teach by being what they are."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Priority


def sample_drafts(ways: Ways, *, now: datetime) -> tuple[Draft, ...]:
    """One to tick, one to move, one overdue, one weekly, one with a tag; today is the person's."""
    today = now.astimezone(ZoneInfo(ways.zone)).date()

    def day(days: int) -> Due:
        return Due(on=today + timedelta(days=days), zone=ways.zone)

    return (
        Draft(title="Tick me", due=day(0), sample=True),
        Draft(title="Say: move me to Friday", due=day(1), sample=True),
        Draft(title="Pay the electricity bill", due=day(-2), priority=Priority.HIGH, sample=True),
        Draft(title="Water the plants", due=day(3), rrule="FREQ=WEEKLY", sample=True),
        Draft(title="Ask me what is tagged #ideas", tags=("ideas",), sample=True),
    )
