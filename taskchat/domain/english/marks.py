"""The marks of quick add that are said in words: how long something takes, when to be reminded, how much it matters."""

from typing import Literal

LEVELS = ("high", "medium", "normal", "low")
PRIORITY = ("priority", "prio")
""" "High priority"."""
NOONS = ("noon", "midnight")
"""Behind "@" these are times of day, as "5pm" is, and not the name of a list."""
PHRASES: tuple[tuple[Literal["estimate", "reminder"], str, str], ...] = (
    ("estimate", "for {duration}", "lasting"),
    ("estimate", "for about|around|roughly|approximately|maybe {duration}", "lasting"),
    ("estimate", "for at least|most {duration}", "lasting"),
    ("estimate", "( {duration} )", "lasting"),
    ("estimate", "[ {duration} ]", "lasting"),
    ("estimate", ",? takes|taking|lasting|lasts about|around? {duration}", "lasting"),
    ("estimate", "~ {duration}", "ahead"),
    ("estimate", "est|estimate|estimated :? {duration}", "ahead"),
    ("reminder", ",? and? remind me? {duration} before|earlier|prior|ahead", "ahead"),
    ("reminder", ",? with? a? reminder :? {duration} before|earlier|prior?", "ahead"),
    ("reminder", ",? with? a? {duration} reminder", "ahead"),
    ("reminder", ",? alert|notify me? {duration} before|earlier", "ahead"),
    ("reminder", ",? and? remind me? when due", "when due"),
    ("reminder", ",? and? remind me? on time", "when due"),
    ("reminder", ",? with a? reminder", "when due"),
)
"""The kind of mark, how it is said, and the name of what its duration means: see `MINUTES` in the reader of marks."""
FROM = frozenset({"from", "after"})
"""Behind a duration they make a date of it: "a week from today"."""
BEFORE = "before"
"""With a day behind it, it is a date: "remind me 2 days before christmas"."""
