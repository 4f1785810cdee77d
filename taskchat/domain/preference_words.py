"""A preference as it is shown to its person, and what follows from it."""

from datetime import time

from taskchat.domain.english.vocabulary import END_OF_DAY
from taskchat.domain.person import Ways
from taskchat.domain.preferences import REMINDERS, Kind, Preference, sentence
from taskchat.domain.words import say_clock

EFFECTS = {
    Kind.HOUR: "“Tomorrow {about}” is read so, in what you type under Add a task too.",
    Kind.REMINDER: "A new task with a time gets it, unless you say otherwise.",
    Kind.LIST: "A new task with this in its title or tags goes there, unless you name a list.",
    Kind.TAG: "A new task with this in its title or tags gets that tag too.",
    Kind.PRIORITY: "A new task with this in its title or tags gets it, unless you name a priority.",
    Kind.NAME: "The assistant calls you so.",
    Kind.NOTE: "A hosted model goes by this. The built-in assistant only keeps it for one.",
}
OF_HOURS = {
    END_OF_DAY: "“By end of day” is read so, in what you type under Add a task too.",
    REMINDERS: "“Remind me to … tomorrow” is read so when you say no time.",
}


def say(one: Preference, ways: Ways) -> str:
    """In a sentence without its full stop, hours on the person's own clock."""
    if one.kind is not Kind.HOUR:
        return one.name
    return sentence(one.kind, one.about, say_clock(time.fromisoformat(one.value), ways))


def effect(one: Preference) -> str:
    """What follows from it, in a sentence."""
    return (OF_HOURS.get(one.about) if one.kind is Kind.HOUR else None) or EFFECTS[one.kind].format(about=one.about)
