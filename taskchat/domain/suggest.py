"""Tags and days that a task probably wants, from what the person did with tasks like it; pure counting."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import islice
from statistics import median_low
from zoneinfo import ZoneInfo

from taskchat.domain.alike import words_of
from taskchat.domain.days import weekday_from
from taskchat.domain.task import Status, Task

NEAR, NEARER = 0.5, 0.6
"""How much of two titles must be the same words, of 1: for a tag, and for a day."""
TWICE = 2
"""What was so once is no habit."""
MOST = 20
"""Tasks that something is suggested for at once: a person reads all of them before a yes."""
MOST_TAGS = 2
MOSTLY = 2 / 3
"""Of the times it was done: on one weekday, so that it is that weekday's."""
LONGEST = timedelta(days=60)
"""What took longer was not waited for."""


class Like:
    """Finds the tasks whose titles are like one."""

    def __init__(self, known: Iterable[Task]) -> None:
        self.words = [(task, frozenset(words_of(task.title))) for task in known]
        self.at_word: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, words) in enumerate(self.words):
            for word in words:
                self.at_word[word].append(place)

    def to(self, task: Task, near: float) -> list[Task]:
        """Those of them that share enough words with it, itself left out."""
        said = frozenset(words_of(task.title))
        shared = Counter(place for word in said for place in self.at_word.get(word, ()))
        found = (
            self.words[place][0]
            for place, number in shared.items()
            if 2 * number >= near * (len(said) + len(self.words[place][1]))
        )
        return [one for one in found if one.id != task.id]


def tags_for(tasks: Iterable[Task], known: Iterable[Task]) -> dict[str, tuple[str, ...]]:
    """By the id of an open task without tags, the newest first: those that most tasks like it have, twice at least."""
    like = Like(task for task in known if task.tags and not task.sample)
    found = ((task.id, _common(like.to(task, NEAR))) for task in _newest(tasks) if not task.tags)
    return dict(islice(((task_id, tags) for task_id, tags in found if tags), MOST))


def _common(near: Sequence[Task]) -> tuple[str, ...]:
    counted = Counter(tag for task in near for tag in task.tags)
    often = [tag for tag, number in counted.most_common() if number >= TWICE and 2 * number > len(near)]
    return tuple(often[:MOST_TAGS])


def days_for(tasks: Iterable[Task], known: Iterable[Task], *, today: date, zone: str) -> dict[str, date]:
    """By the id of an open task without a date, the newest first: the weekday on which tasks like it get done, or else
    as long after it was noted down as they took; never before `today`."""
    like = Like(task for task in known if task.completed is not None and not task.sample)
    bare = (task for task in _newest(tasks) if task.due is None)
    found = ((task.id, _day(task, like.to(task, NEARER), today, ZoneInfo(zone))) for task in bare)
    return dict(islice(((task_id, day) for task_id, day in found if day is not None), MOST))


def _newest(tasks: Iterable[Task]) -> list[Task]:
    """Open ones, the latest first."""
    there = [task for task in tasks if task.status is Status.OPEN and not task.sample]
    return sorted(there, key=lambda task: task.created, reverse=True)


def _day(task: Task, near: Sequence[Task], today: date, zone: ZoneInfo) -> date | None:
    done = [(one.created, one.completed.astimezone(zone).date()) for one in near if one.completed]
    if len(done) < TWICE:
        return None
    weekday, times = Counter(day.weekday() for _, day in done).most_common(1)[0]
    if times >= TWICE and times >= MOSTLY * len(done):
        return weekday_from(today, weekday)
    took = median_low(day - created.astimezone(zone).date() for created, day in done)
    return max(today, task.created.astimezone(zone).date() + took) if took <= LONGEST else None
