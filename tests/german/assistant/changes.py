"""What is to be different."""

from taskchat.assistant.row_kinds import change, complete, delete
from taskchat.domain.spoken import english

ENGLISH = english(globals())
CHANGES = (
    change("verschiebe|verschieb den|die|das? {thing} auf {when}", due="{when}"),
    complete("der|die|das? {subject} ist erledigt|fertig|bezahlt", task="{subject}"),
    delete("lösche|lösch den|die|das? {thing}", task="{thing}"),
    *ENGLISH.CHANGES,
)
