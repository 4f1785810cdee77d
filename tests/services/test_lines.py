"""A pasted list becomes tasks, a line each: in one change, and what cannot become one is told."""

from datetime import datetime

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By
from taskchat.live import Change
from taskchat.services import activity, lines, tasks
from taskchat.services.lines import MOST, TICKED, TOO_MANY, Made

BY = By("pasted")


def make(person: Person, text: str, now: datetime) -> Made:
    return lines.make(person, text, by=BY, now=now)


def titles(person: Person, now: datetime) -> list[str]:
    return [task.title for task in tasks.find_all(person, TaskFilter(), now=now)]


def test_bullets_numbers_and_boxes_are_not_part_of_a_title(alice: Person, now: datetime) -> None:
    text = "- milk\n* eggs\n1. bread\n2) salt\n[ ] tea\n- [ ] jam\n\n  • rice  \nplain"

    made = make(alice, text, now)

    assert [task.title for task in made.tasks] == ["milk", "eggs", "bread", "salt", "tea", "jam", "rice", "plain"]
    assert (made.left, made.reasons) == ((), ())


def test_a_line_is_read_as_quick_add_reads_it(alice: Person, now: datetime) -> None:
    (task,) = make(alice, "- call mom tomorrow 5pm #family", now).tasks

    assert (task.title, task.tags) == ("call mom", ("family",))
    assert task.due is not None
    assert task.due.at is not None


def test_one_undo_takes_all_of_it_back(alice: Person, now: datetime) -> None:
    make(alice, "milk\neggs\nbread", now)

    activity.undo(alice, BY.group, now=now)

    assert titles(alice, now) == []


def test_it_is_told_once(alice: Person, now: datetime, heard: list[tuple[str, Change]]) -> None:
    made = make(alice, "milk\neggs\nbread", now)

    assert [change.ids for _, change in heard] == [tuple(task.id for task in made.tasks)]


def test_what_cannot_be_a_task_is_left_with_its_reason(alice: Person, now: datetime) -> None:
    long = "ä" * 256

    made = make(alice, f"milk\n- {long}\n- [x] paid\nparty on 31 Feb\n2. {long}", now)

    assert titles(alice, now) == ["milk"]
    assert made.left == (f"- {long}", "- [x] paid", "party on 31 Feb", f"2. {long}")
    assert made.reasons[:2] == ("A title has 255 characters at most; this one has 256.", TICKED)
    assert len(made.reasons) == 3


def test_a_title_of_the_longest_length_is_taken(alice: Person, now: datetime) -> None:
    assert len(make(alice, "ä" * 255, now).tasks) == 1


def test_more_than_a_hundred_lines_wait_for_the_next_time(alice: Person, now: datetime) -> None:
    made = make(alice, "\n".join(f"line {n}" for n in range(MOST + 2)), now)

    assert len(made.tasks) == MOST
    assert (made.left, made.reasons) == (("line 100", "line 101"), (TOO_MANY,))


def test_nothing_but_bullets_makes_nothing(alice: Person, now: datetime) -> None:
    assert make(alice, "- \n\n[ ] \n", now).tasks == ()
