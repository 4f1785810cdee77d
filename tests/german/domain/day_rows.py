"""Days as one says them."""

from taskchat.domain.date_builds import in_days, weekday
from taskchat.domain.date_row import row
from taskchat.domain.spoken import english

ENGLISH = english(globals())
DAYS = (
    row("heute", in_days(0)),
    row("morgen", in_days(1)),
    row("übermorgen", in_days(2)),
    row("am {weekday}", weekday),
    *ENGLISH.DAYS,
)
