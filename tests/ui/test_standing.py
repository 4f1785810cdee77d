"""The rows of a conversation say how their tasks stand now, whoever has changed them since."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.services import activity, tasks
from taskchat.ui.chat.rows import Echo, Row, Step
from taskchat.ui.chat.standing import Standing, look


def test_each_task_is_open_done_or_gone(alice: Person, now: datetime) -> None:
    made = [tasks.create(alice, Draft(title=title), by=By(title), now=now) for title in ("open", "done", "gone")]
    tasks.complete(alice, made[1].id, by=By("x"), now=now)
    tasks.delete(alice, made[2].id, by=By("y"), now=now)
    row = Row("w", "steps", steps=[Step("Created", "done", echoes=[Echo(task.id, task.title) for task in made])])

    seen = look(alice, [row], now=now)

    assert [seen.marks[task.id] for task in made] == ["open", "done", "gone"]


def test_a_list_is_looked_at_whole(alice: Person, now: datetime) -> None:
    task = tasks.create(alice, Draft(title="a"), by=By("a"), now=now)
    row = Row("w", "tasks", tasks=[Echo("nowhere", "x")], more=[Echo(task.id, "a")])

    assert look(alice, [row], now=now).marks == {"nowhere": "gone", task.id: "open"}


def test_what_was_taken_back_says_so_until_it_is_done_again(alice: Person, now: datetime) -> None:
    tasks.create(alice, Draft(title="a"), by=By("msg_1"), now=now)
    tasks.create(alice, Draft(title="b"), by=By("msg_2"), now=now)
    shown = [Row("w1", "steps", undo="msg_1"), Row("w2", "steps", undo="msg_2"), Row("w3", "steps", undo="msg_3")]

    activity.undo(alice, "msg_1", now=now)

    assert look(alice, shown, now=now).undone == ["msg_1"]
    activity.undo(alice, activity.latest(alice, 1)[0].group, now=now)
    assert look(alice, shown, now=now).undone == []


def test_nothing_of_another_person_shows(alice: Person, bob: Person, now: datetime) -> None:
    task = tasks.create(alice, Draft(title="hers"), by=By("msg_1"), now=now)
    activity.undo(alice, "msg_1", now=now)
    row = Row("w", "steps", undo="msg_1", steps=[Step("x", "done", echoes=[Echo(task.id, "hers")])])

    assert look(bob, [row], now=now) == Standing({task.id: "gone"}, [])
