"""What is said where a clause was not understood: the clause told back, and the closest thing that can be done."""

import re

from taskchat.assistant.dated import split_due
from taskchat.assistant.english.lost import COMMON, EXAMPLES, SHOW_DUE
from taskchat.assistant.plan import Say
from taskchat.assistant.scene import Scene
from taskchat.domain.text import cut
from taskchat.errors import Invalid

NOT_UNDERSTOOD = "I did not understand “{}”."
DID_YOU_MEAN = "Did you mean “{}”?"


def _pattern(said: str, slot: str) -> str:
    before, after = said.split("{}")
    return f"{re.escape(before)}{slot}{re.escape(after)}"


_ANYTHING = "[^”]*"
_OFFERED = f"(?P<offer>{SHOW_DUE.format(_ANYTHING)})"
OFFER = re.compile(f"{_pattern(NOT_UNDERSTOOD, _ANYTHING)} {_pattern(DID_YOU_MEAN, _OFFERED)}(?: .*)?")
"""An answer that "yes" takes up."""
NO_DATE = "none"
"""As split_due says it."""
LONGEST = 20


def lost(clause: str, scene: Scene) -> Say:
    """ "flurb the zork" is told back, with an example made of its own words."""
    said = NOT_UNDERSTOOD.format(cut(clause.strip(), 80))
    words = [word.strip("?!.,;:\"“”'()").lower() for word in clause.split()]
    verb = EXAMPLES.get(words[0] if words else "")
    if not verb and (due := _due(clause, scene)) not in {"", NO_DATE}:
        return Say(f"{said} {DID_YOU_MEAN.format(SHOW_DUE.format(due))}", lost=True)
    names = [word for word in words[1:] or words if len(word) > 2 and word.isalpha() and word not in COMMON]
    if verb:
        example = verb.format(it=names[0] if names else "milk")
    else:
        last = names[-1] if names and len(names[-1]) < LONGEST else "milk"
        example = f"add {last} tomorrow"
    return Say(f"{said} I can add, change, find and finish tasks, for example: {example}.", lost=True)


def unsure_of(clause: str) -> Say:
    """A slip of the pen in a word that deletes, where nothing is named: never acted on."""
    return Say(f"I did not understand that. If you mean “{cut(clause.strip(), 80)}”, say so.", lost=True)


def _due(clause: str, scene: Scene) -> str:
    try:
        return split_due(clause, now=scene.now, ways=scene.ways).due
    except Invalid:
        return ""
