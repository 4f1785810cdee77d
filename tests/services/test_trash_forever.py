"""Out of the trash before its time: for good, with every copy of its words, and nothing else."""

from datetime import datetime

import pytest
from sqlmodel import SQLModel, select

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Task
from taskchat.errors import NotFound
from taskchat.services import tasks, trash
from taskchat.storage.database import reading

BY = By("deed")
CANARY = "xylophone"


def _is_anywhere(words: str) -> bool:
    with reading() as session:
        return any(
            words in row.model_dump_json()
            for mapper in SQLModel._sa_registry.mappers  # pyright: ignore[reportAttributeAccessIssue]
            for row in session.exec(select(mapper.class_))
        )


@pytest.fixture
def gone(alice: Person, world: dict[str, Task], now: datetime) -> Task:
    """In the trash; the subtask had gone there before its parent."""
    parent = tasks.create(alice, Draft(title=f"{CANARY} one"), by=BY, now=now)
    child = tasks.create(alice, Draft(title=f"{CANARY} two", parent_id=parent.id), by=BY, now=now)
    tasks.delete(alice, child.id, by=BY, now=now)
    return tasks.delete(alice, parent.id, by=BY, now=now)


def test_what_is_deleted_forever_is_nowhere_any_more_nor_are_its_subtasks(
    alice: Person, world: dict[str, Task], gone: Task, now: datetime
) -> None:
    had = _is_anywhere(CANARY)

    number = trash.delete_forever(alice, gone.id, now=now)

    assert (had, number, _is_anywhere(CANARY)) == (True, 2, False)
    assert tasks.find(alice, TaskFilter(), now=now).total == len(world)


def test_only_what_lies_in_the_trash_can_go_for_good(alice: Person, world: dict[str, Task], now: datetime) -> None:
    with pytest.raises(NotFound):
        trash.delete_forever(alice, world["milk"].id, now=now)

    assert tasks.get(alice, world["milk"].id) == world["milk"]


def test_the_trash_is_emptied_in_parts_and_whole(
    alice: Person, world: dict[str, Task], gone: Task, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trash, "AT_ONCE", 1)
    tasks.delete(alice, world["rent"].id, by=BY, now=now)

    number = trash.empty(alice, now=now)

    assert (number, tasks.find(alice, TaskFilter(status=None, trashed=True), now=now).total) == (3, 0)
    assert tasks.find(alice, TaskFilter(), now=now).total == len(world) - 1
