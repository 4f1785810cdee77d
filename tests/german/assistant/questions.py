"""What is asked."""

from taskchat.assistant.row_kinds import find_set, when
from taskchat.domain.spoken import english

ENGLISH = english(globals())
FINDS = (
    find_set("was steht|liegt {set} an"),
    find_set("was ist {set} fällig"),
    when("wann ist|muss der|die|das? {search} fällig?"),
    *ENGLISH.FINDS,
)
