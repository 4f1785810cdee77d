"""Lengths of time: "2 hours", "a week and a day", "three quarters of an hour"."""

AND = frozenset({("and",), (",",), (",", "and")})
"""Between the parts of one."""
AMOUNTS = {"a": 1, "an": 1, "half": 0.5, "couple": 2, "pair": 2, "few": 3}
FRACTIONS = {"1/2": 0.5, "½": 0.5, "1/4": 0.25, "¼": 0.25, "3/4": 0.75, "¾": 0.75}
ENDINGS = ("", "'", "’", "'s", "’s")
"""What "in two days' time" adds to a unit."""
HOUR, MINUTE = "h", ("min", "m")
""" "1h30", "1h30min"."""
QUANTITIES = (
    ("a? quarter of an|a {unit}", "a quarter"),
    ("{amount} quarters of an|a {unit}", "quarters"),
    ("three-quarters of an|a {unit}", "three quarters"),
    ("{amount} and a half {unit}", "and a half"),
    ("{amount} {fraction} {unit}", "and a fraction"),
    ("{fraction} of? an|a? {unit}", "as it is"),
    ("a|an|one {unit} and a half", "one and a half"),
    ("an|a {unit} or two", "two"),
    ("a {amount} of? more? {unit}", "as it is"),
    ("{amount} or|to|- {amount} {unit}", "the longer"),
    ("{amount} of? more? {unit}", "as it is"),
    ("{amount} an|a {unit}", "as it is"),
)
"""How it is said, and the name of how many units it is: see `SIZES` in the reader of durations."""
