"""Names of days and months."""

from taskchat.domain.lexicon import places_of
from taskchat.domain.spoken import english

ENGLISH = english(globals())
DAYS = places_of("montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag")
WEEKDAYS = ENGLISH.WEEKDAYS | DAYS
WEEKDAYS_ALL = ENGLISH.WEEKDAYS_ALL | DAYS
MONTHS = ENGLISH.MONTHS | {"januar": 1, "februar": 2, "märz": 3, "mai": 5, "juni": 6, "juli": 7, "oktober": 10}
