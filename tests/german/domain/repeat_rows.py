"""What comes again."""

from taskchat.domain.repeat_builds import every, on_weekdays, openings
from taskchat.domain.spoken import english

ENGLISH = english(globals())
OPENINGS = (
    *openings(every("DAILY"), "jeden tag"),
    *openings(every("WEEKLY"), "jede woche"),
    *openings(on_weekdays(1), "jeden {weekdays}"),
    *ENGLISH.OPENINGS,
)
