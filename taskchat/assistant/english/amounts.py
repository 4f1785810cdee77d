"""Amounts and units by which a date is moved."""

AMOUNTS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
AMOUNTS |= {"nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40}
AMOUNTS |= {"forty five": 45, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90}
MINUTES = {"minute": 1, "min": 1, "hour": 60, "hr": 60, "h": 60}
DAYS = {"day": 1, "d": 1, "week": 7, "wk": 7, "w": 7}
MONTHS = {"month": 1, "year": 12}
PLURAL = "s"
"""What units of several end in."""
BY = "by"
SIDES = ("later", "earlier", "forward", "back", "ahead", "sooner", "after", "before")
BACK = frozenset({"earlier", "sooner", "before", "forward"})
ALL_DAY = "all|whole day"
HALF = "half an"
TWO = "a couple of"
