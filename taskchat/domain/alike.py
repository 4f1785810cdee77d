"""Which tasks say the same: titles compared word by word, and which of several is the one to keep."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz import fuzz

from taskchat.domain.days import day_of
from taskchat.domain.english.titles import SAME, SILENT
from taskchat.domain.task import Status, Task
from taskchat.domain.text import folded

WORD = re.compile(r"[^\W_](?:[\w'’+#.-]*[\w+#])?")
LONG, SLIP = 6, 90
"""A word of LONG letters may be written otherwise, if it is SLIP of 100 alike; a shorter one is too often a name."""
FAR = 3
"""Days: what is due further apart is meant twice."""
ENOUGH = 90
LESS_FOR = {"slip": 5, "list": 5, "day": 5}
"""What is taken off 100: one word is written otherwise, the lists differ, the days differ."""

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """Tasks that say the same: the one that has most to it, of equal ones the oldest, and the others."""

    keep: Task
    others: tuple[Task, ...]


def words_of(title: str) -> Key:
    """What a title says, without what changes nothing: "Get the milk" and "buy milk" are the same."""
    found = (match[0] for match in WORD.finditer(folded(title).replace("’", "'")))
    said = tuple(SAME.get(word, word) for word in map(_singular, found) if word not in SILENT)
    return said or (folded(title).strip(),)


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "s'u" else word


def duplicates(tasks: Iterable[Task], *, zone: str) -> tuple[Alike, ...]:
    """Groups of open tasks that are probably one, the oldest group first."""
    there = sorted((task for task in tasks if task.status is Status.OPEN and not task.sample), key=_age)
    by_words: defaultdict[Key, list[Task]] = defaultdict(list)
    for task in there:
        by_words[words_of(task.title)].append(task)
    groups = (_groups([task for key in keys for task in by_words[key]], zone) for keys in _families(by_words))
    found = [_alike(group) for family in groups for group in family if len(group) > 1]
    return tuple(sorted(found, key=lambda group: _age(group.keep)))


def _families(keys: Iterable[Key]) -> Iterator[list[Key]]:
    """Keys that are the same, but for one long word written otherwise."""
    leader: dict[Key, Key] = {key: key for key in keys}

    def lead(key: Key) -> Key:
        while leader[key] != key:
            key = leader[key]
        return key

    for one, other in _slips(tuple(leader)):
        leader[lead(other)] = lead(one)
    families: defaultdict[Key, list[Key]] = defaultdict(list)
    for key in leader:
        families[lead(key)].append(key)
    yield from families.values()


def _slips(keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    """By what is left without the word, and its first letter: only those few are compared with each other."""
    but_one: defaultdict[tuple[str, int, Key], list[tuple[str, Key]]] = defaultdict(list)
    for key in keys:
        for place, word in enumerate(key):
            if len(word) >= LONG and word.isalpha():
                but_one[word[0], place, (*key[:place], *key[place + 1 :])].append((word, key))
    for found in but_one.values():
        for (one, key), (other, other_key) in combinations(found, 2):
            if fuzz.ratio(one, other) >= SLIP:
                yield key, other_key


def _groups(tasks: Iterable[Task], zone: str) -> list[list[Task]]:
    groups: list[list[Task]] = []
    for task in sorted(tasks, key=_age):
        group = next((group for group in groups if likeness(group[0], task, zone=zone) >= ENOUGH), None)
        if group is None:
            groups.append([task])
        else:
            group.append(task)
    return groups


def likeness(one: Task, other: Task, *, zone: str) -> int:
    """Of 100, for two whose titles say the same but for a slip; 0 where they are meant apart."""
    if one.parent_id != other.parent_id:
        return 0
    days = abs((day_of(one.due, zone) - day_of(other.due, zone)).days) if one.due and other.due else 0
    less = {
        "slip": words_of(one.title) != words_of(other.title),
        "list": (one.list or "") != (other.list or ""),
        "day": days > 0,
    }
    return 0 if days > FAR else 100 - sum(LESS_FOR[name] for name, is_so in less.items() if is_so)


def _alike(group: Sequence[Task]) -> Alike:
    keep = max(group, key=_weight)
    return Alike(keep, tuple(task for task in group if task is not keep))


def _weight(task: Task) -> int:
    """How much would be lost with it."""
    return sum(bool(part) for part in (task.due, task.description, task.attachments, task.rrule, task.tags))


def _age(task: Task) -> tuple[float, str]:
    return task.created.timestamp(), task.id
