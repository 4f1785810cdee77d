"""What could be done about a person's tasks: a plan, what stands twice, tags and days, a look back. Changes nothing."""

from datetime import date, datetime, time

from taskchat.domain.alike import Alike, duplicates
from taskchat.domain.day_plan import DayPlan, hours_of, planned
from taskchat.domain.days import Asked
from taskchat.domain.filters import DueRange, DueWindow, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.review import Review, around_today, forgotten, reviewed, this_week
from taskchat.domain.suggest import days_for, tags_for
from taskchat.domain.task import Due, Edit, Priority, Task
from taskchat.services import tasks

UNDATED = TaskFilter(due=DueWindow.NONE)


def plan(user: Person, day: date, *, until: time | None = None, now: datetime) -> DayPlan:
    """The day as it could be done, from now or the morning on, to `until` or the evening."""
    due = tasks.find_all(user, TaskFilter(due=DueRange(None, day)), now=now)
    important = tasks.find_all(user, TaskFilter(due=DueWindow.NONE, priorities=(Priority.HIGH,)), now=now)
    hours = hours_of(day, until=until, now=now, ways=user.ways)
    return planned((*due, *important), day, hours, now=now, ways=user.ways)


def twice(user: Person, *, now: datetime) -> tuple[Alike, ...]:
    """Open tasks that say the same."""
    return duplicates(tasks.find_all(user, TaskFilter(), now=now), zone=user.ways.zone)


def untouched(user: Person, *, now: datetime) -> tuple[Task, ...]:
    """Open tasks without a date that nobody has touched for 30 days."""
    return forgotten(tasks.find_all(user, UNDATED, now=now), now=now)


def tags(user: Person, *, now: datetime) -> dict[str, Edit]:
    """By the id of the task: the tags it could have."""
    known = tasks.find_all(user, TaskFilter(status=None), now=now)
    return {task_id: Edit(tags=found) for task_id, found in tags_for(known, known).items()}


def days(user: Person, *, now: datetime) -> dict[str, Edit]:
    """By the id of the task: the day it could be due."""
    known = tasks.find_all(user, TaskFilter(status=None), now=now)
    today, zone = Asked(now, user.ways).day, user.ways.zone
    found = days_for(known, known, today=today, zone=zone)
    return {task_id: Edit(due=Due(on=day, zone=zone)) for task_id, day in found.items()}


def review(user: Person, *, list_name: str | None = None, weekly: bool = False, now: datetime) -> Review:
    """Of the week on the calendar; `weekly`: of the seven days up to today, and the seven after."""
    around = around_today if weekly else this_week
    back, ahead = around(now=now, ways=user.ways)
    known = tasks.find_all(user, TaskFilter(status=None, list=list_name), now=now)
    return reviewed(known, back, ahead, now=now, ways=user.ways)
