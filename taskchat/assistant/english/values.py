"""What is set: priorities, moves counted from the date that stands, and words that are no subject."""

from taskchat.domain.lexicon import word_set

HIGH = ("high", "higher", "highest", "top", "urgent", "important", "critical", "very important", "p1", "!high")
LOW = ("low", "lower", "lowest", "unimportant", "not urgent", "not important", "less important", "p3", "!low")
MEDIUM = ("medium", "normal", "default", "p2")
NO_SUBJECTS = word_set(
    """
    delete remove trash show list find complete finish mark move reschedule postpone add create make set change rename
    tag remind undo tell give clear what what's which who when where how is are do does did i i'm we you there there's
    please put take note cancel search sort count if
    """
)

MOVED = {
    "the day after": "+1 day", "the next day": "+1 day", "the day after that": "+1 day", "the following day": "+1 day",
    "a day later": "+1 day", "one day later": "+1 day", "the day before": "-1 day", "a day earlier": "-1 day",
    "the day before that": "-1 day", "the week after": "+1 week", "the following week": "+1 week",
    "the week after that": "+1 week", "the week before": "-1 week",
    "an hour later": "+1 hour", "an hour earlier": "-1 hour",
}  # fmt: skip
"""Counted from the date that stands."""
ASKING = ("what", "when", "which", "where", "whats")
"""Their letters in another order are a slip, and begin a question all the same."""
NOBODY = ("anything", "something", "nothing", "i", "we", "you", "there", "it's", "its", "it", "he", "she", "they")
DOING = "ing"
"""Words that a question's own subject does not begin with, unless what they are doing follows ("you sleeping bags")."""
THESE = frozenset({"this", "that", "it"})
AT = "at|to?"
"""Before an hour that is a bare figure."""
AROUND_PRIORITY = ("a", "an", "the", "as", "of")
PRIORITY = "priority"
TAGS = "the? tags|tag?"
"""Before a tag."""
AND = "and"
OWNERS = ("the", "my", "our")
TO, AFTER = "to ", "after"
ANYBODY = ("anything", "anyone", "anybody", "something", "someone", "somebody")
OR, AT_CLOCK = "or", "at"
""" "At 3 or at 4", "at 3 or 4"."""
SAID_MORE = (" sa", " that ")
"""Where something is said or told, a text is no plain title: "saying", "says", "that"."""
