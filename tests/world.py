"""A small named world of tasks, seen on Saturday 21 November 2026 from Berlin."""

from datetime import date, time

from taskchat.domain.task import Draft, Due, Priority

BERLIN = "Europe/Berlin"
WORLD = {
    "milk": Draft(title="Buy milk", tags=("home", "shop"), due=Due.moment(date(2026, 11, 21), time(17), BERLIN)),
    "rent": Draft(title="Pay rent", priority=Priority.HIGH, due=Due(date(2026, 11, 19), BERLIN), tags=("home",)),
    "dentist": Draft(title="Call the dentist", due=Due.moment(date(2026, 11, 24), time(9), BERLIN), list="Health"),
    "report": Draft(title="Write the report", description="Quarterly figures", list="Work", priority=Priority.LOW),
    "plants": Draft(title="Water the plants", rrule="FREQ=WEEKLY;BYDAY=SU", due=Due(date(2026, 11, 22), BERLIN)),
}
