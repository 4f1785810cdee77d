"""What a person has got done lately, counted in their own days."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

from taskchat.domain.insights import Insights, Period, counted, first_day
from taskchat.domain.person import Person
from taskchat.storage import insights
from taskchat.storage.database import reading


def look(user: Person, period: Period, *, now: datetime) -> Insights:
    since = datetime.combine(first_day(period, user.ways, now), time(), ZoneInfo(user.ways.zone))
    with reading() as session:
        found = insights.lives(user, session, since)
    return counted(found, period, ways=user.ways, now=now)
