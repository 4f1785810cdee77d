"""Parts of a day in words: "tomorrow morning", "after 3pm", "between 2 and 4"."""

from datetime import time

LAST = time(23, 59, 59)
PARTS = {
    "morning": (time(5), time(11, 59, 59)),
    "afternoon": (time(12), time(17, 59, 59)),
    "evening": (time(17), LAST),
    "night": (time(18), LAST),
}
SHORT = {"morn": "morning", "arvo": "afternoon", "eve": "evening", "nite": "night"}
NIGHTS = frozenset({"night", "nite", "late night"})
"""An hour after midnight belongs to these."""
NOONS = ("noon", "midday", "lunch", "lunchtime")
COUNTED = frozenset({"of", "items", "ones"})
"""Behind a figure, which is no hour then; so does a word that begins as one of these."""
COUNTED_BEGIN = ("task", "thing")
TODAY = frozenset({"this", "tonight", "tonite"})
"""A part of the day that begins so is today's."""
END = "o'clock|o’clock|oclock"
ROWS = (
    (f"between {{at}} {END}? and {{at}} {END}?", "between"),
    (f"from {{at}} {END}? to|until|till|- {{at}} {END}?", "between"),
    ("{exact} to|until|till|- {exact}", "between"),
    ("at|around? half past {at}", "half past"),
    ("at|around? a? quarter past|after {at}", "quarter past"),
    ("at|around? a? quarter to|before|of {at}", "quarter to"),
    (f"after|past {{at}} {END}?", "after"),
    ("from {exact} on|onwards?", "after"),
    (f"before|until|till|by {{at}} {END}?", "before"),
    (f"at|around|@ {{at}} {END}?", "at"),
    (f"{{at}} {END}", "at"),
    ("{figure}", "at"),
    ("in the {period}", "part"),
    ("this? {period}", "part"),
    ("tonight|tonite", "tonight"),
)
"""How it is said, and the name of what it means: see `BUILDS` in the reader of hours."""
