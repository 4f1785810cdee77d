"""How the grammar reads a sentence with marks: each becomes a word it cannot misread, and goes back in the plan."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from taskchat.assistant.english import mentions as words
from taskchat.assistant.mentions import Named, mark
from taskchat.assistant.plan import Do, Plan, Say, Step, Through
from taskchat.domain.lexicon import either

LETTERS = "abcdefghijklmnopqrstuvwxyz"
LOOKS = {"list_tasks", "count_tasks", "when_is", "is_done"}
"""Steps that find tasks by the words of their titles."""
SET = {"due", "priority", "list", "reminder_minutes", "recurrence"}
"""What can be said of a new task and of one that is there alike."""
There = dict[str, Named]
"""Word → what it stands for."""
BETWEEN = re.compile(rf"\s*(?:,|&|\b{words.AND}\b)\s*")


_OWNER = either(words.OWNERS)


def word_for(place: int) -> str:
    """Letters alone: neither a date, a number, a priority nor a slip of any command."""
    return f"qz{LETTERS[place // 26 % 26]}{LETTERS[place % 26]}qz"


def spoken(sentence: str, named: Sequence[Named]) -> str:
    """The sentence for the grammar; a list is said to be one, and a name alone asks about what it names."""
    if len(named) == 1 and sentence.strip() == mark(1):
        sentence = f"{words.ALONE[named[0].kind]}{sentence}"
    for place, one in enumerate(named):
        sign, word = re.escape(mark(place + 1)), word_for(place)
        said = rf"(?:\b{_OWNER} )?{sign}(?: {words.LIST}\b)?" if one.kind == "list" else sign
        sentence = re.sub(said, words.A_LIST.format(word) if one.kind == "list" else word, sentence)
    return sentence


def meant(plan: Plan, named: Sequence[Named]) -> Plan:
    """The plan with the tasks and lists themselves in place of their words."""
    if not named:
        return plan
    there = {word_for(place): one for place, one in enumerate(named)}
    return tuple(each for step in plan for each in _meant(step, there))


def _meant(step: Step, there: There) -> Iterator[Step]:
    match step:
        case Say():
            yield replace(step, words=_titled(step.words, there))
        case Through():
            otherwise = _titled_in(step.otherwise, there) if step.otherwise else None
            yield Through(_titled_in(step.look, there), _titled_in(step.then, there), otherwise)
        case Do():
            yield from (_titled_in(each, there) for each in _exactly(step, there))


def _exactly(step: Do, there: There) -> Iterator[Do]:
    """A step that is about a mentioned task or list is about that one, whatever else is called so."""
    said = step.arguments
    about = [there.get(word) for word in BETWEEN.split(str(said.get("task", "")))]
    looked, new = there.get(str(said.get("search"))), there.get(str(said.get("title")))
    if all(one is not None and one.kind == "task" for one in about):
        yield from (Do(step.tool, said | {"task": one.id}) for one in about if one)
    elif step.tool in LOOKS and looked and looked.kind != "words":
        rest = {name: value for name, value in said.items() if name != "search"}
        about_it = {"task": looked.id} if looked.kind == "task" else {"list": looked.title}
        yield replace(step, arguments=rest | about_it, wider=None)
    elif step.tool == "create_task" and new and new.kind == "task" and said.keys() & SET:
        # "@dentist tomorrow": what is there already is moved, not made again.
        yield Do("update_task", {"task": new.id} | {name: said[name] for name in said if name in SET})
    else:
        yield step


def _titled_in(step: Do, there: There) -> Do:
    return replace(
        step, arguments=_filled(step.arguments, there), wider=_filled(step.wider, there) if step.wider else None
    )


def _filled(arguments: dict[str, Any], there: There) -> dict[str, Any]:
    return {name: _value(value, there) for name, value in arguments.items()}


def _value(value: Any, there: There) -> Any:
    if isinstance(value, list):
        return [_value(each, there) for each in value]
    return _titled(value, there) if isinstance(value, str) else value


def _titled(text: str, there: There) -> str:
    """In what is made or said they stand by their titles."""
    for word, one in there.items():
        said = rf"\b(?:{words.THE} )?{word}(?: {words.LIST})?\b" if one.kind == "list" else rf"\b{word}\b"
        text = re.sub(said, lambda _, title=one.title: title, text, flags=re.IGNORECASE)
    return text
