"""What is to be remembered proposed, what is to be forgotten found, and what is known about a person told."""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from taskchat.assistant.english.memory import ASKING, FORGETTING, NAMED
from taskchat.assistant.english.talk import GREETING, GREETING_BY_NAME
from taskchat.assistant.phrases_preferences import MEMORY_READERS, read_preferences
from taskchat.assistant.plan import Do, Say, Step
from taskchat.assistant.replies_words import plain
from taskchat.assistant.rows import Fit, first_fit
from taskchat.assistant.scene import Scene
from taskchat.domain.preference_words import say
from taskchat.domain.preferences import Kind, Preference, name_of
from taskchat.errors import Invalid

EXAMPLES = "for example: mornings mean 8, or work tasks go to Office"
NOTHING_YET = f"I remember nothing about you yet. Tell me, {EXAMPLES}. I ask before I keep it."
NO_NAME = "You have not told me. Say, for example: call me Sam."
KNOWN = "I remember that already: {}."
NOT_KNOWN = "I remember nothing like “{}”. Say “what do you know about me?” to see what I do."
ALIKE = 85
"""How alike (of 100) what is to be forgotten must be to what is remembered."""


def memory(clause: str, scene: Scene) -> tuple[Step, ...] | None:
    """A preference to propose, one to forget, or a question about them; None where it is none of these."""
    text = clause.strip().rstrip(".!?")
    if fit := first_fit(ASKING, text, scene, MEMORY_READERS):
        return (Say(ASKED[fit.tool](scene)),)
    if clause.rstrip().endswith("?"):
        return None
    if fit := first_fit(FORGETTING, text, scene, MEMORY_READERS):
        return _forget(fit, scene)
    try:
        said = read_preferences(text, scene)
    except Invalid as problem:
        return (Say(f"{problem.message} Nothing was changed."),)
    return tuple(_propose(said, scene)) or None


def _propose(said: tuple[Preference, ...], scene: Scene) -> Iterator[Step]:
    known = {(kept.slot, kept.value) for kept in scene.ways.kept}
    yield from (Say(KNOWN.format(plain(say(one, scene.ways)))) for one in said if (one.slot, one.value) in known)
    if new := [one.name for one in said if (one.slot, one.value) not in known]:
        yield Do("remember", {"text": "; ".join(new)})


def _forget(fit: Fit, scene: Scene) -> tuple[Step, ...] | None:
    if fit.tool == "all":
        return (
            (Do("forget", {"which": [one.name for one in scene.ways.kept]}),)
            if scene.ways.kept
            else (Say(NOTHING_YET),)
        )
    said = f"my {fit.arguments['text']}" if fit.tool == "mine" else str(fit.arguments["text"])
    if meant := remembered(said, scene):
        return (Do("forget", {"which": [one.name for one in meant]}),)
    return (Say(NOT_KNOWN.format(plain(said))),) if fit.tool != "kept" else None


def remembered(said: str, scene: Scene) -> tuple[Preference, ...]:
    """Which of what is remembered somebody means: the same thing, or most alike in its words."""
    try:
        slots = (
            {(Kind.NAME, "")}
            if said in NAMED
            else {one.slot for one in read_preferences(said, scene, standing=True) if one.kind is not Kind.NOTE}
        )
    except Invalid:
        slots = set[tuple[str, str]]()
    same = tuple(one for one in scene.ways.kept if one.slot in slots or one.name.lower() == said.lower())
    return same or tuple(one for one in scene.ways.kept if fuzz.token_set_ratio(_bare(said), _bare(one.name)) >= ALIKE)


def _bare(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _listed(scene: Scene) -> str:
    kept = scene.ways.kept
    if not kept:
        return NOTHING_YET
    lines = "\n".join(f"{n}. {plain(say(one, scene.ways))}" for n, one in enumerate(kept, 1))
    many = "1 thing" if len(kept) == 1 else f"{len(kept)} things"
    return f"I remember {many} about you. You can delete them in Settings, or say “forget that …”.\n\n{lines}"


def by_name(words: str, scene: Scene) -> str:
    """ "Hello, Sam. What shall I note down?" to somebody who has said what they are called."""
    name = name_of(scene.ways.kept)
    return words.replace(GREETING, GREETING_BY_NAME.format(plain(name)), 1) if name else words


def _named(scene: Scene) -> str:
    name = name_of(scene.ways.kept)
    return f"You are called {plain(name)}." if name else NO_NAME


ASKED = {"list": _listed, "name": _named}
