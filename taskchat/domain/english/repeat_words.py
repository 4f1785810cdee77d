"""Words of repeats: what stands between weekdays, what stresses "every", how few a few are."""

EVERY = (("every|each", "every|ev|each !?"), ("every", "every|ev !?"))
"""How a row begins that says so, and what people write for it: "ev", and "every!", which counts from the completion."""
THROUGH = frozenset({"-", "–", "—", "to", "through", "thru"})
BETWEEN = frozenset({",", "and", "&", "/"})
TIMED = frozenset({"at", "from"})
"""Behind the plural of a weekday: "tuesdays at 7" repeats, "tuesdays with Morrie" is a book."""
PLURAL = "s"
MANY = {"couple": 2, "few": 3}
OF = "of"
AN = {"a": 1, "an": 1}
WEEKENDS = ("weekend", "weekends")
LETTERS = {"mwf": "MO,WE,FR", "mw": "MO,WE", "tth": "TU,TH", "tuth": "TU,TH", "mtwtf": "MO,TU,WE,TH,FR"}
NIGHTLY = {"nightly": "night"}
TIMES = "x"
""" "x5": five times."""
LEADS = (("each", "and"), ("once",))
LED = frozenset({"every", "ev", "each", "daily", "weekly", "monthly", "yearly", "annually"})
"""What "once" and "each and" may stand before, without changing it."""
TO = frozenset({"to", "-", "–"})
COUNTING = frozenset({"twice", "times", "the", "a", "my", "our", "in", "within", "per", "next"})
"""Before "daily" or "workdays" they make something else of it; so does a number."""
