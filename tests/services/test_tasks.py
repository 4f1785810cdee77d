"""What a person can do with a task."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Status
from taskchat.services import tasks

BY = By("a-group")


def test_a_new_task_is_found_again(alice: Person, now: datetime) -> None:
    made = tasks.create(alice, Draft(title=" Buy milk ", tags=("Home",)), by=BY, now=now)

    assert tasks.get(alice, made.id) == made
    assert (made.title, made.tags, made.status) == ("Buy milk", ("home",), Status.OPEN)
    assert made.created == made.updated == now
