"""Looking back and ahead over a week."""

from datetime import date, timedelta

from taskchat.domain.review import Review, around_today, reviewed, this_week
from taskchat.domain.task import Status, Task
from tests.domain.made import BERLIN, NOW, task


def done(title: str, days_ago: int) -> Task:
    return task(title, status=Status.DONE, completed=NOW - timedelta(days=days_ago))


TASKS = (
    done("today", 0),
    done("six days ago", 6),
    done("a week ago", 7),
    task("late", "2026-11-19"),
    task("missed", "2026-11-21T09:00"),
    task("this evening", "2026-11-21T20:00"),
    task("sunday", "2026-11-22"),
    task("a week ahead", "2026-11-28"),
    task("far", "2026-12-24"),
    task("fresh"),
    task("old", updated=NOW - timedelta(days=30)),
    task("older", updated=NOW - timedelta(days=90)),
    task("sample", "2026-11-22", sample=True),
)


def titles(tasks: tuple[Task, ...]) -> list[str]:
    return [one.title for one in tasks]


def look(days: str) -> Review:
    back, ahead = {"week": this_week, "seven": around_today}[days](now=NOW, ways=BERLIN)
    return reviewed(TASKS, back, ahead, now=NOW, ways=BERLIN)


def test_a_review_is_of_the_seven_days_back_and_the_seven_ahead() -> None:
    found = look("seven")

    assert titles(found.done) == ["today", "six days ago"]
    assert titles(found.overdue) == ["late", "missed"]
    assert titles(found.ahead) == ["sunday", "a week ahead"]
    assert titles(found.forgotten) == ["older", "old"]
    assert (found.open, found.next and found.next.title) == (9, "this evening")


def test_a_week_is_the_one_on_the_calendar() -> None:
    found = look("week")

    assert (found.days.first, found.days.last) == (date(2026, 11, 16), date(2026, 11, 22))
    assert titles(found.done) == ["today"]
    assert titles(found.ahead) == ["this evening", "sunday"]
    assert found.by_day == ((date(2026, 11, 21), 1), (date(2026, 11, 22), 1))
