"""Words beside figures and numbers: ordinals, years, hours in words, zones."""

ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
""" "1st", "22nd"; of two letters each."""
BEFORE_ORDINALS = frozenset({"twenty", "thirty"})
""" "Twenty first"."""
OF = "of"
YEARS = ((("next", "year"), 1), (("this", "year"), 0), (("last", "year"), -1))
YEAR_HEADS = frozenset({"next", "this", "last"})
HALVES = {"am": 0, "pm": 12}
WHOLE_MONTHS = frozenset({"march", "april", "may", "june", "july"})
"""Never shortened by a full stop, short as they are."""
NO_HOURS = frozenset({"dozen"})
"""A number that is no hour."""
OH = frozenset({"oh", "o"})
""" "Ten oh five"."""
MID = "mid"
""" "Midmorning", "mid-june"."""
LASTS = ("last", "final")
NOON, MIDNIGHT = ("noon", "midday"), "midnight"
TIME = "time"
""" "Eastern time"."""
