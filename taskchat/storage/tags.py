"""The tags of tasks."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.task import TagCount
from taskchat.storage.sight import visible
from taskchat.storage.tables import Tags, Tasks

AT_ONCE = 500
"""Ids in one query; both databases take more, none gets faster by it."""


def tags_of(user: Person, session: Session, task_ids: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Each task's tags in the order they were given; tasks without tags are missing."""
    ids = list(task_ids)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for start in range(0, len(ids), AT_ONCE):
        chunk = select(Tags).where(visible(user, Tags), col(Tags.task_id).in_(ids[start : start + AT_ONCE]))
        for row in session.exec(chunk.order_by(col(Tags.place))):
            found[row.task_id].append(row.tag)
    return {task_id: tuple(tags) for task_id, tags in found.items()}


def set_tags(user: Person, session: Session, task_id: str, tags: tuple[str, ...]) -> None:
    """Exactly these from now on."""
    session.execute(delete(Tags).where(visible(user, Tags), col(Tags.task_id) == task_id))
    session.add_all(Tags(task_id=task_id, tag=tag, person_id=user.id, place=place) for place, tag in enumerate(tags))
    session.flush()


def tag_counts(user: Person, session: Session) -> tuple[TagCount, ...]:
    """T-11: most used first, then by name; samples and the trash are not counted."""
    tagged = select(Tags.tag, func.count()).where(visible(user, Tags)).group_by(col(Tags.tag))
    # Two sets that are small and have an index each: to look at every task for them takes a hundred times as long.
    trash = select(Tasks.id).where(visible(user, Tasks), col(Tasks.deleted).is_not(None))
    samples = select(Tasks.id).where(visible(user, Tasks), col(Tasks.sample).is_(True))
    left_out = dict(session.exec(tagged.where(col(Tags.task_id).in_(trash.union(samples)))).all())
    counts = {tag: number - left_out.get(tag, 0) for tag, number in session.exec(tagged)}
    found = sorted((-number, tag) for tag, number in counts.items() if number)
    return tuple(TagCount(tag, -number) for number, tag in found)
