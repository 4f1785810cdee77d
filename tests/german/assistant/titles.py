"""What stands between things of a list."""

from taskchat.domain.spoken import english

ENGLISH = english(globals())
AND = f"(?:{ENGLISH.AND}|und)"
