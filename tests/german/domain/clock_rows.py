"""Times of day."""

from taskchat.domain.date_builds import at
from taskchat.domain.date_row import row
from taskchat.domain.spoken import english

ENGLISH = english(globals())
TIMES = (row("um {any_hour} uhr?", at), *ENGLISH.TIMES)
