"""Scenarios as data: what was there, what is said, and what must come of it, one YAML file a skill."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from evals.lines import moment_of
from evals.listed import DEFAULTS, There, there
from taskchat.domain.person import Ways
from taskchat.errors import TaskChatError

FOLDER = Path(__file__).parent / "scenarios"
COMMON = {"now", "zone", "ways", "tasks", "unseen"}
"""May stand at the head of a file, for all its scenarios."""
FILE = {"about", "scenarios", *COMMON}
OWN = {"name", "said", "says", "never", "new", "changed", "gone", *COMMON}
TURN = {"said", "says", "never"}
Any_of = tuple[str, ...]


class Malformed(ValueError):
    """A scenario that cannot be read; the sentence names file and scenario."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A sentence, and what its answer must have (one of each `says`) and must not have."""

    said: str
    says: tuple[Any_of, ...] = ()
    never: Any_of = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """`new`: the tasks that are there afterwards and were not before; `changed`: by title, the fields that differ;
    `gone`: titles. Whatever is not named is as it was. A field with several values may have any of them."""

    skill: str
    name: str
    now: datetime
    ways: Ways
    there: tuple[There, ...]
    turns: tuple[Turn, ...]
    new: tuple[Mapping[str, Any], ...] = ()
    changed: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()
    unseen: bool = False


def read_all(folder: Path = FOLDER) -> list[Scenario]:
    """Every scenario of every file, in order of their names. Raises Malformed."""
    return [scenario for path in sorted(folder.glob("*.yaml")) for scenario in read_file(path)]


def read_file(path: Path) -> list[Scenario]:
    """Raises Malformed."""
    try:
        told = yaml.safe_load(path.read_text("utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise Malformed(f"{path.name} is no YAML: {' '.join(str(problem).split())}") from None
    if not isinstance(told, dict) or not isinstance(told.get("scenarios"), list) or told.keys() - FILE:
        raise Malformed(f"{path.name} must have `scenarios`, and may have {', '.join(sorted(FILE - {'scenarios'}))}.")
    common = {name: value for name, value in told.items() if name in COMMON}
    return list(_each(path, common, told["scenarios"]))


def _each(path: Path, common: dict[str, Any], listed: list[Any]) -> Iterator[Scenario]:
    names: set[str] = set()
    for number, own in enumerate(listed, 1):
        name = own.get("name") if isinstance(own, dict) else None
        if not isinstance(name, str) or name in names:
            raise Malformed(f"{path.name}, scenario {number}: it needs a name of its own.")
        names.add(name)
        try:
            yield _scenario(path.stem, name, common | own)
        except (ValueError, TaskChatError) as problem:
            reason = problem.message if isinstance(problem, TaskChatError) else problem
            raise Malformed(f"{path.name}, {name!r}: {reason}") from None


def _scenario(skill: str, name: str, told: dict[str, Any]) -> Scenario:
    if unknown := told.keys() - OWN:
        raise ValueError(f"nobody knows {', '.join(sorted(unknown))}; there are {', '.join(sorted(OWN))}.")
    zone = str(told.get("zone", "Europe/Berlin"))
    now = moment_of(str(told.get("now", "")), zone)
    tasks = tuple(there(each, now=now, zone=zone) for each in told.get("tasks") or [])
    before = [one.draft.title for one in tasks]
    new, changed, gone = told.get("new") or [], told.get("changed") or {}, told.get("gone") or []
    if missing := [title for title in (*changed, *gone) if title not in before]:
        raise ValueError(f"no task {missing[0]!r} is there before.")
    if wrong := {each for one in (*new, *changed.values()) for each in one} - DEFAULTS.keys():
        raise ValueError(f"a task has no {', '.join(sorted(wrong))}.")
    if not all(one.get("title") for one in new):
        raise ValueError("a new task needs a title.")
    ways = Ways(zone=zone, **told.get("ways") or {})
    expected = {"new": tuple(new), "changed": changed, "gone": tuple(gone)}
    return Scenario(skill, name, now, ways, tasks, _turns(told), **expected, unseen=bool(told.get("unseen")))


def _turns(told: dict[str, Any]) -> tuple[Turn, ...]:
    """What `says` and `never` stand beside a scenario's own words are about the last answer."""
    said = told.get("said")
    listed = said if isinstance(said, list) else [said]
    turns = [each if isinstance(each, dict) else {"said": each} for each in listed]
    if not turns or any(not isinstance(each.get("said"), str) or each.keys() - TURN for each in turns):
        raise ValueError("`said` is a sentence, or a list of sentences in the order they are said.")
    own = {name: told[name] for name in ("says", "never") if name in told}
    turns[-1] = own | turns[-1]
    return tuple(Turn(each["said"], _says(each.get("says")), _texts(each.get("never"))) for each in turns)


def _says(told: object) -> tuple[Any_of, ...]:
    return tuple(_texts(each) for each in (told if isinstance(told, list) else [told] if told is not None else []))


def _texts(told: object) -> Any_of:
    return tuple(str(each) for each in (told if isinstance(told, list) else [told] if told is not None else []))
