"""What insights are counted from: of each task only its days, its list and its tags."""

from collections import defaultdict
from datetime import datetime

from sqlalchemy import or_
from sqlalchemy import select as sa_select
from sqlmodel import Session, col, select

from taskchat.domain.insights import Life
from taskchat.domain.person import Person
from taskchat.domain.task import Status
from taskchat.storage.database import bare
from taskchat.storage.sight import visible
from taskchat.storage.tables import Lists, Tags, Tasks


def lives(user: Person, session: Session, since: datetime) -> tuple[Life, ...]:
    """Of what is open, and of what was done since then; without samples and the trash."""
    counted = (
        visible(user, Tasks),
        col(Tasks.deleted).is_(None),
        col(Tasks.sample).is_(False),
        or_(col(Tasks.status) == Status.OPEN.value, col(Tasks.completed) >= since),
    )
    tags: defaultdict[str, list[str]] = defaultdict(list)
    tagged = select(Tags.task_id, Tags.tag).join(Tasks, col(Tasks.id) == col(Tags.task_id))
    for task_id, tag in session.exec(tagged.where(*counted).order_by(col(Tags.place))):
        tags[task_id].append(tag)
    its, of_list = bare(Tasks).c, bare(Lists).c
    columns = (its.id, its.status, its.created, its.completed, its.due_on, its.due_at, of_list.name)
    rows = sa_select(*columns).outerjoin(bare(Lists), of_list.id == its.list_id).where(*counted)
    return tuple(
        Life(
            created=created,
            completed=completed if status == Status.DONE.value else None,
            due_on=due_on,
            due_at=due_at,
            list=list_name,
            tags=tuple(tags.get(task_id, ())),
        )
        for task_id, status, created, completed, due_on, due_at, list_name in session.execute(rows)
    )
