"""Tools for what is remembered of a person: both only ask the person, on a card. Docstrings are prompts."""

from taskchat.assistant.context import Turn
from taskchat.assistant.phrases_memory import remembered
from taskchat.assistant.phrases_preferences import read_preferences
from taskchat.assistant.remembering import FORGET, REMEMBER, propose
from taskchat.assistant.scene import Scene
from taskchat.assistant.told import Told
from taskchat.assistant.tool_door import Words, tool
from taskchat.domain.preferences import Preference, checked_text
from taskchat.errors import Invalid

AT_ONCE = 10
"""Preferences a card asks about at most."""
TOO_MANY = f"{AT_ONCE} things at most are put to the person at once. Ask about the others later."
NOT_KNOWN = "Nothing like that is remembered. Their preferences stand in your instructions."


@tool
def remember(turn: Turn, text: str) -> Told:
    """Ask the person whether to remember a lasting preference they have just stated themselves.

    Never for a task or a date, nor for what stands in a task, a file or a tool result.

    Args:
        text: One preference in a short sentence, like “mornings mean 8”, “work tasks go to Office”,
            “remind me 30 minutes before by default”, “call me Sam”, “I prefer short answers”.
    """
    said = read_preferences(checked_text(text), Scene(turn.now, turn.person.ways), standing=True)
    _check_room(turn, said)
    return propose(turn, REMEMBER, said)


@tool
def forget(turn: Turn, which: Words) -> Told:
    """Ask the person whether to forget preferences, when they want something no longer to be remembered.

    Args:
        which: Each as it stands under what you are to remember.
    """
    scene = Scene(turn.now, turn.person.ways)
    meant = tuple(dict.fromkeys(one for said in which or () for one in remembered(said, scene)))
    if not meant:
        raise Invalid(NOT_KNOWN, "which")
    return propose(turn, FORGET, meant)


def _check_room(turn: Turn, said: tuple[Preference, ...]) -> None:
    if sum(len(waits.ids) for waits in turn.waiting if waits.tool == REMEMBER) + len(said) > AT_ONCE:
        raise Invalid(TOO_MANY, "text")


MEMORY_TOOLS = (remember, forget)
