"""What stands around a request."""

from taskchat.assistant.row_kinds import said
from taskchat.domain.spoken import english

ENGLISH = english(globals())
OPENERS = (said("bitte|also|ok"), said("kannst|könntest du bitte?"), *ENGLISH.OPENERS)
CLOSERS = (said("bitte|danke"), *ENGLISH.CLOSERS)
FILLERS = ENGLISH.FILLERS - {"um"}
