"""The words of dates and durations: weekdays, months, units, numbers, parts of the day."""

from datetime import time


def _table(*rows: str) -> dict[str, int]:
    """Each row holds the spellings of one thing; its value is the row's place."""
    return {word: place for place, row in enumerate(rows) for word in row.split()}


WEEKDAYS = _table("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAYS_SHORT = _table("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun")
WEEKDAYS_ALL = WEEKDAYS | WEEKDAYS_SHORT | {f"{name}s": place for name, place in WEEKDAYS.items()}
MONTH_ROWS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sep sept",
    "october oct",
    "november nov",
    "december dec",
)
MONTHS = {name: place + 1 for name, place in _table(*MONTH_ROWS).items()}
WEEKDAY_NAMES = tuple(name.capitalize() for name in WEEKDAYS)
MONTH_NAMES = tuple(row.split()[0].capitalize() for row in MONTH_ROWS)
NUMBERS = {
    **_table("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    **{"fifteen": 15, "twenty": 20, "thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90},
}
ORDINALS = {
    name: place + 1
    for name, place in _table(
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"
    ).items()
}
MINUTES_IN = {
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), 1),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 60),
}
DAYS_IN = {
    **dict.fromkeys(("d", "day", "days"), 1),
    **dict.fromkeys(("w", "wk", "wks", "week", "weeks"), 7),
    **dict.fromkeys(("fortnight", "fortnights"), 14),
}
MONTHS_IN = {
    **dict.fromkeys(("mo", "month", "months"), 1),
    **dict.fromkeys(("quarter", "quarters"), 3),
    **dict.fromkeys(("y", "yr", "yrs", "year", "years"), 12),
}
WORKDAY = ("workday|workdays|weekday|weekdays", "business|working|work day|days")
PERIODS = {"morning": time(9), "afternoon": time(15), "evening": time(18), "night": time(20)}
"""What "in the morning" means where no hour is said."""
END_OF_DAY = "end of day"
HOURS = PERIODS | {END_OF_DAY: time(17)}
EVENINGS = frozenset({"evening", "night", END_OF_DAY})
"""What is still ahead until midnight, however late it is said."""
LAST_MINUTE = time(23, 59)
LINKING = frozenset(WEEKDAYS_ALL) | {
    *(
        "with",
        "and",
        "for",
        "about",
        "at",
        "on",
        "in",
        "to",
        "from",
        "or",
        "but",
        "then",
        "by",
        "if",
        "before",
        "after",
    ),
    *("re", "via", "is", "so", "because", "today", "tomorrow", "tonight", "next", "this", "every", "each", "please"),
    *("remind", "due", "until", "till", "starting", "beginning", "ending"),
    *("daily", "weekly", "monthly", "yearly"),
}
"""Words that may follow a time; any other word after a number is what the number counts."""
