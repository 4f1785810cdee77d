"""Words by which a line to be noted down is known."""

from taskchat.domain.lexicon import word_set

POINTING = word_set("it this that them something these those everything me to at on in for about of a the put add my")
"""No title by itself."""
KINDS = word_set("task tasks todo todos to-do to-dos everything things stuff overdue the my all")
TELLING = frozenset({"tell", "text", "message", "email", "inform", "ask", "know"})
NO_TITLE = ("today|tomorrow|yesterday|tonight", "is|are|was|were|will|has|have|had")
"""A title does not begin so."""
IS = (" is", " are")
IS_DUE = "is|are due"
DUE = "due"
AND = "and"
AT = ("at", "for")
"""Between times that each are meant."""
OWNERS = ("my", "our", "the")
ASKED, WHAT = "remind|notify|alert|ping|tell|let me|us know?", "to|that|about|of"
""" "Remind me", when, and "to …"."""
PLAYING = frozenset({"play", "sing"})
ME = "me"
"""Asked of another kind of assistant: "play some jazz", "order me a pizza"."""
TIMER = "timer in {} minutes"
