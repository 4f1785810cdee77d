"""The tags of tasks."""

from collections import defaultdict
from collections.abc import Iterable

from sqlalchemy import delete, func
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from taskchat.domain.person import Person
from taskchat.domain.task import TagCount
from taskchat.storage.database import bare
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
    tag, task = bare(Tags).c, bare(Tasks).c
    tagged = sa_select(tag.tag, func.count()).where(visible(user, Tags)).group_by(tag.tag)
    # Two sets that are small and have an index each: to look at every task for them takes a hundred times as long.
    trash = sa_select(task.id).where(visible(user, Tasks), task.deleted.is_not(None))
    samples = sa_select(task.id).where(visible(user, Tasks), task.sample.is_(True))
    ask = session.connection().execute
    every = ask(tagged).all()
    left_out = dict(ask(tagged.where(tag.task_id.in_(trash.union(samples)))).all()) if every else {}
    counts = {name: number - left_out.get(name, 0) for name, number in every}
    found = sorted((-number, name) for name, number in counts.items() if number)
    return tuple(TagCount(name, -number) for number, name in found)
