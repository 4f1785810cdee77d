"""Slips of the pen in the words that rows need, and words of their own that are almost one of those."""

from taskchat.domain.lexicon import word_set

NEEDED = (
    *("remind", "reminder", "create", "schedule", "calendar", "appointment", "meeting", "shopping", "groceries"),
    *("grocery", "please", "forget", "remember", "notify", "priority", "agenda", "birthday", "anniversary"),
    *("supposed", "reminders"),
)
"""Long enough that one letter or two do not make another word of it."""
SLIPS = {
    "ad": "add", "adda": "add", "ned": "need", "nedd": "need", "lsit": "list", "lits": "list", "taks": "task",
    "tsak": "task", "forgt": "forget", "creat": "create", "crete": "create", "makea": "make", "alram": "alarm",
    "alrm": "alarm", "evnet": "event", "evetn": "event", "metting": "meeting", "wak": "wake", "coudl": "could",
    "woudl": "would", "cna": "can",
    "cud": "could", "wud": "would", "dont": "don't", "reming": "remind", "remid": "remind", "sced": "schedule",
}  # fmt: skip
"""Short words, and what becomes of them."""
REAL = word_set(
    "crate crates crease creator remand rewind remainder remainders shipping stopping melting forged forgot grocer"
)
"""Words of their own that are almost one of those."""
ENDINGS = frozenset({"s", "d", "ed", "er", "ers", "ing"})
DAYS = ("today", "tomorrow", "tonight", "yesterday", "week", "weekend", "month", "next")
ASKING = frozenset({"show", "list", "find", "check", "read", "have"})
"""Verbs of questions that are verbs of tasks too."""
RARE = frozenset({"conflict", "content"})
"""Nobody means these where a letter is wrong."""
LOOKING = frozenset({"find", "check", "read"})
VALUES = ("high", "urgent", "important", "priority", "highest", "lowest", "normal", "medium")
"""Words of what is set."""
RUN_TOGETHER = ("when", "where", "who", "how")
""" "Whens the dentist"."""
S, IS = "s", "is"
DONE = ("done", "finished", "complete", "completed", "paid", "bought", "sent", "sorted", "over")
""" "The rent's paid"."""
