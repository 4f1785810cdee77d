"""Which tasks a tool's `task` argument means: words, a position, a short id, "it", "those" (C-05)."""

import re
from dataclasses import dataclass

from rapidfuzz import fuzz

from taskchat.assistant.context import Turn
from taskchat.assistant.dated import Dated, split_due
from taskchat.assistant.english.nouns import LOOSE
from taskchat.assistant.english.occasions import EVENT_NOUNS
from taskchat.assistant.english.references import (
    AND_THE,
    ARTICLES,
    ASKED_AFTER,
    ASKED_BEFORE,
    BUT,
    IT,
    JUST,
    ONE,
    OTHER,
    REST,
    SEVERAL,
)
from taskchat.assistant.english.values import DOING
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.phrases_nouns import KIND_WORDS, core, left_over
from taskchat.assistant.positions import read_positions
from taskchat.assistant.recall import Recall, Seen, recall
from taskchat.assistant.within_hours import within_hours
from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.lexicon import either, expression
from taskchat.domain.task import Status, Task
from taskchat.domain.text import folded
from taskchat.errors import Invalid, NotFound
from taskchat.services import tasks

CHOICES = 8
"""Candidates named in a question."""
LOOK_THROUGH = 500
"""Tasks looked at for a slip of the pen or a short id."""
ALIKE = 80
"""How alike (of 100) a word must be to count as a slip of the pen."""


_BEFORE = re.compile(rf"^(?:{either(ASKED_BEFORE)}\s+)+", re.IGNORECASE)
_AFTER = re.compile(rf"(?:\s+{either(ASKED_AFTER)})+$", re.IGNORECASE)
_BETWEEN = re.compile(rf",? {expression(AND_THE)} |, ?")
FULL_ID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_SHORT_ID = re.compile(r"(?=[0-9a-f]*\d)[0-9a-f]{6,12}")


@dataclass(frozen=True, slots=True)
class Unsure:
    """A question back to the person; nothing was done."""

    question: str
    candidates: tuple[Task, ...] = ()


def pick(turn: Turn, said: str, *, surely: bool = False, deeds: bool = True) -> tuple[Task, ...] | Unsure:
    """The tasks `said` means. Raises NotFound when there is none, Invalid when `said` is empty.

    `surely`: where only the words fit and the day that was said does not, the person is asked.
    `deeds`: "paying the rent" may be the rent.
    """
    words = said.strip().strip("“”\"'").strip()
    if not words:
        raise Invalid("Say which task.", "task")
    plain = words.lower().rstrip(".!?")
    if FULL_ID.fullmatch(plain):
        return (tasks.get(turn.person, plain),)
    if plain.startswith(tuple(f"{several}{BUT}" for several in SEVERAL)):
        return _all_but(turn, words)
    return (
        _spoken_of(turn, plain)
        or _at_positions(turn, words)
        or _by_short_id(turn, plain)
        or by_words(turn, words, surely=surely, deeds=deeds)
    )


def _all_but(turn: Turn, words: str) -> tuple[Task, ...] | Unsure:
    """ "Those except the report": of what was shown or touched last, without those that the rest names."""
    several, _, but = words.partition(BUT)
    whole = _spoken_of(turn, several.lower()) or ()
    kept = () if isinstance(whole, Unsure) else _among(turn, whole, but)
    if isinstance(whole, Unsure) or isinstance(kept, Unsure):
        return whole if isinstance(whole, Unsure) else kept  # pyright: ignore[reportReturnType] - one of them is
    left = tuple(task for task in whole if task.id not in {one.id for one in kept})
    if not left:
        raise NotFound("Nothing is left then.")
    return left


def _among(turn: Turn, whole: tuple[Task, ...], but: str) -> tuple[Task, ...] | Unsure:
    """What `but` names: a place in the list, or words of titles. Raises NotFound where that is none of them."""
    if positions := read_positions(but):
        return _listed(turn, recall(turn), positions)
    parts = _BETWEEN.split(without_articles(_bare(but)))
    kept = tuple(task for task in whole if any(_words_in_title(task, part) for part in parts))
    if not kept:
        raise NotFound(f"None of them matches “{_bare(but)}”.")
    return kept


def _spoken_of(turn: Turn, plain: str) -> tuple[Task, ...] | Unsure | None:
    if plain not in ONE | SEVERAL | OTHER | REST | JUST:
        return None
    last = recall(turn)
    if plain in OTHER | REST:
        return _the_other(turn, last, several=plain in REST)
    if plain in JUST:
        return (
            _still_there(turn, last.touched)
            or tuple(_recent(turn, Status.OPEN)[:1])
            or Unsure("Which task do you mean?")
        )
    ids = last.one if plain in ONE else last.several
    found = _still_there(turn, ids)
    if not ids or not found:
        return Unsure("Which task do you mean?", _still_there(turn, tuple(seen.id for seen in last.listed)))
    return Unsure("Which one?", found[:CHOICES]) if plain in ONE and len(found) > 1 else found


def _the_other(turn: Turn, last: Recall, *, several: bool) -> tuple[Task, ...] | Unsure:
    """Of the last list what was not touched since; "the other one" has to be one."""
    left = _still_there(turn, tuple(seen.id for seen in last.listed if seen.id not in last.touched))
    return left if len(left) == 1 or (several and left) else Unsure("Which task do you mean?", left[:CHOICES])


def _still_there(turn: Turn, ids: tuple[str, ...]) -> tuple[Task, ...]:
    if not ids:
        return ()
    wanted = TaskFilter(status=None, ids=ids)
    found = {task.id: task for task in tasks.find(turn.person, wanted, limit=100, now=turn.now).tasks}
    return tuple(found[task_id] for task_id in ids if task_id in found)


def _at_positions(turn: Turn, words: str) -> tuple[Task, ...] | Unsure | None:
    positions = read_positions(words)
    if not positions:
        return None
    if same := _titled(turn, words):
        return same
    last = recall(turn)
    if not last.listed:
        return Unsure("There is no list to count in. Which task do you mean?")
    return _listed(turn, last, positions)


def _listed(turn: Turn, last: Recall, positions: tuple[int, ...]) -> tuple[Task, ...] | Unsure:
    size = len(last.listed)
    if any(p > size or -p > size for p in positions):
        raise NotFound(f"The last list has {size} {'task' if size == 1 else 'tasks'}.")
    seen = [last.listed[p - 1 if p > 0 else p] for p in positions]
    there = {task.id: task for task in _still_there(turn, tuple(s.id for s in seen))}
    return _doubts(turn, last, seen, there) or tuple(there[s.id] for s in seen)


def _doubts(turn: Turn, last: Recall, seen: list[Seen], there: dict[str, Task]) -> Unsure | None:
    """C-05: a task that has gone or changed since the person saw the list is asked about, never guessed."""
    for one in seen:
        task = there.get(one.id)
        if task is None:
            left = _still_there(turn, tuple(s.id for s in last.listed))
            return Unsure(f"{_gone(turn, one)} is not there any more. Which one?", left[:CHOICES])
        if task.updated.isoformat() != one.stamp:
            return Unsure(f"“{task.title}” has changed since you saw the list. Is this the one?", (task,))
    return None


def _gone(turn: Turn, one: Seen) -> str:
    trash = tasks.find(turn.person, TaskFilter(status=None, ids=(one.id,), trashed=True), limit=1, now=turn.now).tasks
    return f"“{trash[0].title}”" if trash else "That task"


def _by_short_id(turn: Turn, plain: str) -> tuple[Task, ...] | None:
    if not _SHORT_ID.fullmatch(plain):
        return None
    found = tuple(task for task in _recent(turn, None) if task.id.replace("-", "").endswith(plain))
    return found if len(found) == 1 else None


def _recent(turn: Turn, status: Status | None) -> list[Task]:
    wanted, found = TaskFilter(status=status), []
    for offset in range(0, LOOK_THROUGH, 100):
        page = tasks.find(turn.person, wanted, sort=Sort.CREATED_LAST, limit=100, offset=offset, now=turn.now)
        found.extend(page.tasks)
        if len(found) >= page.total:
            break
    return found


def by_words(turn: Turn, words: str, *, surely: bool = False, deeds: bool = True) -> tuple[Task, ...] | Unsure:
    """Open tasks first, then done ones; then by the day they are due; then each part of "milk and eggs"; then slips."""
    bare = _bare(words)
    deed = _without_deed(bare) if deeds else bare
    for said in dict.fromkeys((words, bare, without_articles(bare), core(bare), deed)):
        for status in (Status.OPEN, Status.DONE):
            if found := _matching(turn, said, status):
                return found
    found = by_day(turn, words, surely=surely) or _each_of(turn, words, surely=surely) or _alike(turn, _bare(words))
    found = found or (_spoken_of(turn, IT) if _bare(words).lower() in LOOSE else None)
    if found:
        return found
    raise NotFound(f"I found no task that matches “{_bare(words)}”.")


def _without_deed(words: str) -> str:
    """ "Paying the rent" is "pay rent"; a meeting is no deed."""
    first, _, rest = words.partition(" ")
    stem = first.lower().removesuffix(DOING)
    deed = stem != first.lower() and not TASK_VERBS.isdisjoint({stem, f"{stem}e", stem[:-1]})
    return without_articles(rest) if rest and deed and first.lower() not in EVENT_NOUNS else words


def by_day(turn: Turn, words: str, *, surely: bool) -> tuple[Task, ...] | Unsure | None:
    """ "Tomorrow's meeting", "my 3pm": the day or the hour tells which one is meant."""
    named = split_due(words, now=turn.now, ways=turn.person.ways)
    if not named.due:
        return None
    rest = left_over(_bare(" ".join(named.rest.split())))
    if found := _due_then(turn, named, rest):
        return _one_of(found)
    if (named.hours or rest in KIND_WORDS) and (then := _due_then(turn, named, "")):
        return Unsure(f"I found no “{rest}” then. Is it one of these?", then[:CHOICES])
    other = _matching(turn, rest, Status.OPEN) if rest else None
    if not surely or not other or isinstance(other, Unsure):
        return other
    return Unsure("It is not due then. Is this the one?", other[:CHOICES])


def _due_then(turn: Turn, named: Dated, rest: str) -> tuple[Task, ...]:
    wanted = TaskFilter(due=named.window, words=rest[:200])
    wanted = within_hours(turn, wanted, named.hours) if named.hours else wanted
    return tuple(tasks.find(turn.person, wanted, limit=50, now=turn.now).tasks)


def _bare(words: str) -> str:
    return _AFTER.sub("", _BEFORE.sub("", words)).strip() or words


def without_articles(words: str) -> str:
    """ "return the books" finds "Return library books"."""
    return " ".join(word for word in words.split() if word.lower() not in ARTICLES) or words


def _titled(turn: Turn, words: str) -> tuple[Task, ...] | None:
    found = tasks.find(turn.person, TaskFilter(words=words[:200]), limit=50, now=turn.now).tasks
    same = tuple(task for task in found if folded(task.title) == folded(words))
    return same if len(same) == 1 else None


def _matching(turn: Turn, words: str, status: Status) -> tuple[Task, ...] | Unsure | None:
    found = tasks.find(turn.person, TaskFilter(status=status, words=words[:200]), limit=50, now=turn.now).tasks
    for closer in (_same_title, _words_in_title):
        if close := tuple(task for task in found if closer(task, words)):
            return _one_of(close)
    return _one_of(found) if found else None


def _one_of(found: tuple[Task, ...]) -> tuple[Task, ...] | Unsure:
    return found if len(found) == 1 else Unsure("Which one?", found[:CHOICES])


def _same_title(task: Task, words: str) -> bool:
    return folded(task.title) == folded(words)


def _words_in_title(task: Task, words: str) -> bool:
    title = folded(task.title)
    return all(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", title) for word in folded(words).split())


def _each_of(turn: Turn, words: str, *, surely: bool) -> tuple[Task, ...] | Unsure | None:
    parts = [part for part in _BETWEEN.split(words) if part.strip()]
    if len(parts) < 2:
        return None
    found: list[Task] = []
    for part in parts:
        one = by_words(turn, part, surely=surely)
        if isinstance(one, Unsure):
            return one
        found.extend(one)
    return tuple({task.id: task for task in found}.values())


def _alike(turn: Turn, words: str) -> tuple[Task, ...] | Unsure | None:
    wanted = folded(core(words)).split()
    close = tuple(task for task in _recent(turn, Status.OPEN) if _is_slip(wanted, folded(task.title).split()))
    return Unsure("Which one?", close[:CHOICES]) if len(close) > 1 else close or None


def _is_slip(wanted: list[str], title: list[str]) -> bool:
    """Each word stands in the title, give or take a letter; short words exactly."""
    return all(any(w == t or _is_near(w, t) for t in title) for w in wanted)


def _is_near(word: str, other: str) -> bool:
    """A letter off, or the same word in another form: "planning" is "plan"."""
    if min(len(word), len(other)) <= 3:
        return False
    return fuzz.ratio(word, other) >= ALIKE or word.startswith(other) or other.startswith(word)
