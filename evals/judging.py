"""Whether a scenario came out as it should: every difference is told, what was expected beside what came."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evals.listed import DEFAULTS
from evals.room import Heard, Room
from evals.scenarios import Scenario, Turn
from taskchat.errors import TaskChatError

Plain = Mapping[str, Any]
A_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[t ](\d\d:\d\d)(?::00)?")
PRETTY = str.maketrans("“”‘’\u00a0", "\"\"'' ")


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a scenario came out; no `faults` is a pass. `ms` of each sentence."""

    scenario: Scenario
    faults: tuple[str, ...]
    replies: tuple[str, ...]
    ms: tuple[float, ...]

    @property
    def passed(self) -> bool:
        return not self.faults


async def judged(room: Room, scenario: Scenario) -> Verdict:
    """Somebody new lives through it."""
    heard: list[Heard] = []
    try:
        talking = room.person(scenario.there, scenario.ways, scenario.now)
        before = talking.tasks()
        for turn in scenario.turns:
            heard.append(await talking.say(turn.said))
    except TaskChatError as error:
        return Verdict(scenario, (f"refused: {error.message}",), (), ())
    told = [fault for turn, answer in zip(scenario.turns, heard, strict=True) for fault in _said(turn, answer)]
    faults = (*_differences(scenario, before, talking.tasks()), *told)
    return Verdict(scenario, faults, tuple(one.reply for one in heard), tuple(one.ms for one in heard))


def _said(turn: Turn, heard: Heard) -> Iterator[str]:
    reply = _folded(heard.reply)
    for words in turn.says:
        if not any(_folded(each) in reply for each in words):
            yield f"the answer to “{turn.said}” lacks {' or '.join(map(repr, words))}"
    for words in turn.never:
        if _folded(words) in reply:
            yield f"the answer to “{turn.said}” has {words!r}"


def _folded(text: str) -> str:
    return text.translate(PRETTY).casefold()


def _differences(scenario: Scenario, before: Sequence[Plain], after: Sequence[Plain]) -> Iterator[str]:
    """Tasks are known by their place in the order of making: what was there stands first, as far as it still is."""
    left = list(after)
    for task in before:
        wanted = task | scenario.changed.get(task["title"], {})
        found = next((one for one in left if _is(one, wanted)), None) or _heir(left, task, wanted)
        if found is not None:
            left.remove(found)
        if task["title"] in scenario.gone:
            yield from [] if found is None else [f"{task['title']!r} is still there"]
        elif found is None:
            yield f"{task['title']!r} is gone"
        else:
            yield from _apart(task["title"], found, wanted)
    yield from _newcomers(scenario.new, left)


def _heir(left: Sequence[Plain], task: Plain, wanted: Plain) -> Plain | None:
    """The same task with other values: under its title, or under the one it was to get."""
    return next((one for one in left if one["title"] == task["title"] or _fits(one["title"], wanted["title"])), None)


def _newcomers(wanted: Sequence[Plain], came: Sequence[Plain]) -> Iterator[str]:
    left = list(came)
    for one in (DEFAULTS | each for each in wanted):
        found = next((task for task in left if _is(task, one)), None)
        found = found or next((task for task in left if _fits(task["title"], one["title"])), None)
        found = found or (left[0] if left and len(left) == len(wanted) == 1 else None)
        if found is None:
            yield f"no new task {_shown(one['title'])}"
            continue
        left.remove(found)
        yield from _apart(found["title"], found, one)
    yield from (f"a new task {task['title']!r}{_due(task)}" for task in left)


def _due(task: Plain) -> str:
    return f", due {task['due']}" if task["due"] else ""


def _is(task: Plain, wanted: Plain) -> bool:
    return all(_same(name, task[name], wanted[name]) for name in DEFAULTS)


def _apart(title: str, task: Plain, wanted: Plain) -> Iterator[str]:
    for name in DEFAULTS:
        if not _same(name, task[name], wanted[name]):
            yield f"{title!r}: {name} is {_shown(task[name])}, not {_shown(wanted[name])}"


def _same(name: str, came: Any, wanted: Any) -> bool:
    if name == "tags":
        return sorted(map(str.casefold, came)) == sorted(str(tag).casefold() for tag in wanted)
    return _fits(came, wanted)


def _fits(came: Any, wanted: Any) -> bool:
    """`wanted` may be several values, of which each will do. A title or a list keeps its meaning in other capitals."""
    return any(_value(came) == _value(each) for each in (wanted if isinstance(wanted, list) else [wanted]))


def _value(value: Any) -> str:
    """Times as text, whether with or without seconds, with T or a space between."""
    text = str(value).strip().casefold().translate(PRETTY)
    moment = A_MOMENT.fullmatch(text)
    return f"{moment[1]} {moment[2]}" if moment else text


def _shown(value: Any) -> str:
    return " or ".join(map(repr, value)) if isinstance(value, list) and value else repr(value)
