"""Every row of something new, in the order in which they are tried."""

from taskchat.assistant.english.events import ALARMS, CONDITIONS, EVENTS, MAYBE_THERE, REMINDING, TAKING_PLACE
from taskchat.assistant.english.lists import NEW_LISTS, ON_LISTS, RUN_OUT
from taskchat.assistant.english.notings import DUTIES, EMPTY, NOTING, PLAINLY_NOTED
from taskchat.assistant.rows import Row

PLAINLY: tuple[Row, ...] = (
    *EMPTY,
    *CONDITIONS,
    *REMINDING,
    *ALARMS,
    *PLAINLY_NOTED,
    *RUN_OUT,
    *EVENTS,
    *MAYBE_THERE,
    *NEW_LISTS,
)
"""Beyond doubt: these stand above what changes a task."""
CREATES: tuple[Row, ...] = (*ON_LISTS, *NOTING, *DUTIES, *TAKING_PLACE)
