"""What is to be noted down."""

from taskchat.assistant.row_kinds import note
from taskchat.domain.spoken import english

ENGLISH = english(globals())
PLAINLY = (
    note("erinnere|erinner mich bitte? daran|an? {line}", reminder=0),
    note("setz|setze {line} auf die {named} liste", list="{named}", several=True),
    note("notiere|notier: {line}"),
    *ENGLISH.PLAINLY,
)
CREATES = (note("ich muss {line}"), *ENGLISH.CREATES)
