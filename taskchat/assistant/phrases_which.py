"""Which task a clause speaks of: "it", "the second", "1 and 3", "everything overdue", or words of its title."""

import re
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.english import references
from taskchat.assistant.once import find_when
from taskchat.assistant.phrases_filters import read_filters
from taskchat.assistant.phrases_nouns import KIND_WORDS
from taskchat.assistant.positions import LAST, read_positions
from taskchat.assistant.scene import Scene
from taskchat.domain.english.vocabulary import WEEKDAYS
from taskchat.domain.lexicon import GAP, either, either_apostrophe, expression

LONGEST_NAME = 45
"""Words a task is named by."""
_WEEKDAY = either(WEEKDAYS)
_WORDS = r"(?:[\w#-]+(?:['’]s)? ){0,4}"
_ALL = re.compile(
    rf"^{expression(references.EVERY)}\b(?!\s+{expression(references.THEM, GAP)}\b)"
    rf"|^{expression(references.STATES)}$"
    rf"|^{expression(references.WHOLE_LISTS)}\b"
    rf"|^{expression(references.WHOLE_DAYS, weekday=_WEEKDAY)}$"
    rf"|^{expression(references.SETS, words=_WORDS, plural=expression(references.PLURAL))}\b",
    re.IGNORECASE,
)
_NAME = rf"(?!{either(references.NO_LIST)}\b)[\w-]+(?: [\w-]+)?"
_LIST = re.compile(rf"^{expression(references.LISTS, name=_NAME)}$", re.IGNORECASE)
_PLACE = rf"(?P<place>{either(references.POSITION)})"
_SORTED = re.compile(
    rf"^{expression(references.PLACED, place=_PLACE)}\s+(?P<rest>.*\b{expression(references.KIND)}\b.*)$", re.IGNORECASE
)
_MEETING = rf"{references.MEETING}(?= {expression(references.INTRODUCING)}\b)"
_BEFORE = re.compile(
    rf"^(?:(?:{either(references.DETERMINERS)}|{references.THIS}(?! {expression(references.TIMES)}))\s+)*"
    rf"(?:(?:{expression(references.KINDS_BEFORE)}|{_MEETING})\s+)?",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"^(?:{expression(references.ABOUT)}|{references.ON}(?! {references.NUMBERED} \d))\s+", re.IGNORECASE
)
_KIND = re.compile(rf"\b{expression(references.KINDS_NAMED)}\b", re.IGNORECASE)
_AFTER = re.compile(rf"(?:\s+{expression(references.KINDS_AFTER)})+$", re.IGNORECASE)
_QUOTED = re.compile(r"^[\"“'‘](.+)[\"”'’]$")
_RELATIVE = re.compile(
    rf" {either_apostrophe(expression(references.RELATIVE))} (?:{expression(references.HAVING)}(?: |$))+", re.IGNORECASE
)
_DANGLING = re.compile(rf"\b{expression(references.DANGLING)}$", re.IGNORECASE)
_HANGING = re.compile(rf"{expression(references.HANGING)} (?!{references.OF}\b)", re.IGNORECASE)
_BUT = re.compile(rf"[,\s]+{expression(references.EXCEPT)}\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ref:
    """Tasks by name, or a set of them, or one place in that set ("1", "last"), or the set but for some."""

    tasks: tuple[str, ...] = ()
    filters: dict[str, Any] | None = None
    place: str = ""

    def without(self, but: str) -> "Ref":
        """All of it except what `but` names."""
        left = references.EXCEPTED.format(but)
        return Ref((left,)) if self.filters is None else Ref((), self.filters, left)

    def due_on(self, day: str) -> "Ref":
        """ "Everything *from today*": the day narrows a set, a name needs no more."""
        is_open = self.filters is not None and "due" not in self.filters
        return Ref((), {"due": day} | (self.filters or {}), self.place) if is_open else self


def but_of(text: str) -> str | None:
    """ "Except the last one" → "the last one"."""
    found = _BUT.match(f" {text}")
    return f" {text}"[found.end() :].strip() or None if found else None


def read_ref(text: str, scene: Scene, *, dated: bool = False) -> Ref | None:
    """None when nothing is named. `dated`: a day or an hour in the name says which one is meant, and stays."""
    plain = text.strip().rstrip("?!.,").strip()
    if quoted := _QUOTED.match(plain):
        return Ref((quoted[1].strip(),))
    if len(plain.split()) > LONGEST_NAME or _DANGLING.search(plain) or _HANGING.match(plain):
        return None
    return _but(plain, scene) if _BUT.search(plain) else _whole(plain, scene, dated=dated)


def _whole(plain: str, scene: Scene, *, dated: bool) -> Ref | None:
    low = plain.lower()
    if low in references.ONE | references.OTHER | references.SEVERAL | references.REST | references.JUST:
        return Ref((low,))
    if positions := read_positions(plain):
        return Ref(tuple("last" if p == LAST else str(p) for p in positions))
    return _set(plain, scene) or _named(plain, scene, dated=dated)


def _but(text: str, scene: Scene) -> Ref | None:
    """ "Everything due today except the report" """
    whole, but = _BUT.split(text, maxsplit=1)
    ref = _whole(whole, scene, dated=False)
    is_several = ref is not None and (ref.filters is not None or set(ref.tasks) <= references.SEVERAL | references.REST)
    return ref.without(but) if ref and is_several and not ref.place else None


def _set(text: str, scene: Scene) -> Ref | None:
    if found := _SORTED.match(text):
        filters = read_filters(found["rest"], scene)
        place = found["place"].lower()
        if filters is not None and filters.get("search", "") in KIND_WORDS:
            ahead = {"due": "from today"} if place == references.NEXT else {}
            return Ref(filters=ahead | filters, place=references.POSITION[place])
    if not _ALL.match(text) and not _LIST.match(text):
        return None
    filters = read_filters(text, scene)
    return None if filters is None else Ref(filters=filters)


def _named(text: str, scene: Scene, *, dated: bool) -> Ref | None:
    text = re.sub(r"\s+", " ", _RELATIVE.sub(" ", text)).strip() or text
    name = _AFTER.sub("", _BEFORE.sub("", text)).strip()
    if _KIND.search(text[: len(text) - len(name)]):
        name = _BEFORE.sub("", _ABOUT.sub("", name)) or name
    name = (name if dated else without_date(name, scene)).strip(' ,"“”')
    return Ref((name,)) if name else None


def without_date(name: str, scene: Scene) -> str:
    """ "call mom tomorrow at 5pm" names "call mom"; a name that is only a date stays."""
    for span in reversed(find_when(name, now=scene.now, ways=scene.ways)):
        left = f"{name[: span.start]} {name[span.end :]}"
        name = re.sub(r"\s+", " ", left).strip() or name
    return name
