"""Words around a date: what leads to it, what a weekday is the name of, what a number counts."""

LEADS: dict[tuple[str, ...], int] = {
    **dict.fromkeys((("on",), ("by",), ("due",), ("deadline",), ("starting",)), 1),
    **dict.fromkeys((("due", "date"), ("deadline", "is")), 1),
    **dict.fromkeys((("until",), ("till",), ("before",), ("no", "later", "than"), ("not", "later", "than")), 2),
    **dict.fromkeys((("sometime",), ("some", "time"), ("any", "time"), ("anytime",)), 1),
    **dict.fromkeys((("all", "day"), ("the", "whole", "day")), 1),
    **dict.fromkeys((("for",), ("-",), ("–",), ("@",), (":",)), 0),
}
"""Words that lead to a date, and how much they prove that what follows is one."""
TRAILS = (
    *(("or", "so"), ("or", "thereabouts"), ("at", "the", "latest"), ("the", "latest"), ("latest",)),
    *(("all", "day"), ("all", "day", "long"), ("the", "whole", "day")),
    *(("on", "the", "dot"), ("sharp",), ("ish",)),
)
"""Words behind a date that change nothing about it."""
STARTS = frozenset(
    {
        *((word,) for word in ("from", "starting", "beginning", "start", "starts", "commencing")),
        *((word, "on") for word in ("from", "starting", "beginning", "start", "starts", "commencing")),
        *(("starting", "from"), ("beginning", "from"), ("as", "of"), ("as", "from")),
    }
)
"""Words that lead to the first day of what repeats."""
DEADLINES = frozenset({"by", "due", "deadline", "until", "till", "before", "no", "not"})
CONNECTING = frozenset({",", "on", "by", "of", "at", "for", "@"})
NAMING = frozenset(
    {
        *("the", "a", "an", "my", "our", "your", "his", "her", "their", "last", "from", "since", "good", "black"),
        *("freaky", "cyber", "ash", "palm", "easter", "shrove", "fat", "super", "casual", "taco", "high"),
        *("i", "he", "she", "we", "they", "you", "who"),
    }
)
"""Words before a weekday that make it part of a name or of the past: "the friday party", "black friday"."""
NAMED = frozenset({"the", "roast", "roasts", "school", "times", "blues", "club", "feeling"})
"""Words that a weekday names: "sunday roast", "friday the movie"."""
NUMBERED = frozenset(
    {
        *("chapter", "section", "exercise", "version", "release", "page", "step", "part", "figure", "table", "item"),
        *("rule", "article", "paragraph", "level", "episode", "unit", "lesson", "point", "question", "to", "and"),
    }
)
"""Words before a number with dots that is no date: "read section 3.2."."""
FROM_TO = frozenset({"to", "till", "until", "through", "thru"})
NAMEABLE = frozenset({"noon", "midday", "midnight"})
TO_PEOPLE = frozenset(
    {
        *("call", "meet", "ask", "tell", "email", "mail", "text", "message", "see", "visit", "phone", "ring", "thank"),
        *("with", "to", "for", "from", "and", "&", "about", "of", "uncle", "dear", "pay", "invite", "help", "is"),
    }
)
"""Words before a person's name."""
OR = "or"
BEFORE = "before"
BESIDE_PEOPLE = frozenset({"and", "&"})
"""Behind a person's name."""
POSSESSIVE = ("'s", "’s")
SPANNING = frozenset({"to", "through", "thru", "-", "–"})
"""Between the ends of a span of days, neither of which is a due date."""
