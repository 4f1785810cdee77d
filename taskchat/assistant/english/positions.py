"""Positions in a list as people say them."""

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NOUNS = ("tasks", "task", "items", "item", "reminders", "reminder", "events", "event", "alarms", "alarm")
NOUNS += ("appointments", "appointment")
BEFORE = ("the", "my", "number", "numbers", "no.", "nr.", "nr", "position", *NOUNS)
AFTER = ("ones", "one", "things", "thing", "in the list", "on the list", "of them", "of those", "of these", *NOUNS)
"""Around a position; they say nothing of it."""
COUNTED = "the? {counter}"
COUNTERS = ("number", "position", "no.", "no", *NOUNS)
""" "Number two" is a place, "two" may be anything."""
FIRST, LAST = "first", "last"
""" "The first two", "the last two"."""
TO = ("to", "through")
BETWEEN = ("and the?", "plus the?")
THE = "the"
LASTS = frozenset({"last", "bottom", "final", "latter", "later", "latest", "newest"})
FIRSTS = frozenset({"top", "former", "earlier", "earliest"})
SECONDS_TO_LAST = frozenset({"second last", "second to last", "last but one", "second-last"})
ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
