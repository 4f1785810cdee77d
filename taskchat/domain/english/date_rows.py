"""All that people say for dates and times: days, days counted from other days, times."""

from taskchat.domain.date_row import Row
from taskchat.domain.english.clock_rows import TIMES
from taskchat.domain.english.counted_rows import COUNTED
from taskchat.domain.english.day_rows import DAYS

ROWS: tuple[Row, ...] = (*DAYS, *COUNTED, *TIMES)
