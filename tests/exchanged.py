"""Files of other programs as tests write them, and reading them."""

from datetime import UTC, date, datetime, time

from taskchat.domain.exchange import detect
from taskchat.domain.exchange.incoming import Format, Read
from taskchat.domain.person import Ways
from taskchat.domain.task import Due
from tests.world import BERLIN

NOW = datetime(2026, 11, 21, 10, tzinfo=UTC)
WAYS = Ways(zone=BERLIN)
TODOIST = "TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE,DATE_LANG,TIMEZONE,DURATION,DURATION_UNIT,DEADLINE\n"
TICKTICK = (
    '"Date: 2026-11-20+0000"\n"Version: 7.1"\n"Status: \n0 Normal\n1 Completed\n2 Archived"\n'
    '"Folder Name","List Name","Title","Kind","Tags","Content","Is Check list","Start Date","Due Date","Reminder",'
    '"Repeat","Priority","Status","Created Time","Completed Time","Order","Timezone","Is All Day","Is Floating",'
    '"Column Name","Column Order","View Mode","taskId","parentId"\n'
)
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Errands\r\n{}END:VCALENDAR\r\n"


def read(text: str, name: str = "Work.csv", kind: Format | None = None) -> Read:
    return detect.read(text, name, kind, now=NOW, ways=WAYS)


def at(day: int, hour: int, minute: int = 0, zone: str = BERLIN) -> Due:
    return Due.moment(date(2026, 11, day), time(hour, minute), zone)
