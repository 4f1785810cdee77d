"""The calendar's state: the days of a month or a week, what is due on them, and moving it to another."""

import asyncio
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

import reflex as rx

from taskchat.domain.days import Asked as Day
from taskchat.domain.days import day_of
from taskchat.domain.english.vocabulary import MONTH_NAMES
from taskchat.domain.filters import DueRange
from taskchat.domain.lanes import next_to, shown_days
from taskchat.domain.person import Person
from taskchat.domain.task import Found, Task
from taskchat.domain.words import WEEKDAYS, say_clock, say_day
from taskchat.services import layouts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.asked import Asked
from taskchat.ui.tasks.hand import by_hand, moment
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.views import Group, Marked, TaskView, rows

EACH = {"month": 4, "week": 50}
"""Tasks shown on a day."""


@dataclass(frozen=True)
class DayView:
    """`day` is its date, `number` stands in its corner, `name` is read out; `near`: it belongs to the month."""

    day: str
    number: str
    name: str
    weekday: str
    today: bool
    near: bool
    more: int
    cards: list[TaskView]


class CalendarState(rx.State):
    days: rx.Field[list[DayView]] = rx.field(default_factory=list)
    title: rx.Field[str] = rx.field("")
    span: rx.Field[str] = rx.field("month")
    earlier: rx.Field[str] = rx.field("")
    later: rx.Field[str] = rx.field("")

    @rx.event
    async def put(self, task_id: str, day: str, after: str = "", before: str = "") -> None:
        """To another day; where it stands among that day's tasks follows from its time."""
        seat, pane, by = await seat_of(self), await self.get_state(TasksState), by_hand()
        async with pane._told(task_id):
            on = date.fromisoformat(day)
            task = await asyncio.to_thread(layouts.reschedule, seat.person, task_id, on, by=by, now=moment())
            await pane._tell(f"Moved to {say_day(on, now=moment(), ways=seat.person.ways)}: {task.title}", by.group)
        await self._look(seat.person, pane._asked)
        await pane._tell_trouble()

    async def _look(self, person: Person, asked: Asked) -> None:
        now = moment()
        on = asked.on or Day(now, person.ways).day
        weeks = shown_days(on, asked.span, ways=person.ways)
        days = tuple(day for week in weeks for day in week)
        wanted = replace(asked.filter(now, person.ways), due=DueRange(days[0], days[-1]))
        found = await asyncio.to_thread(layouts.days, person, wanted, days, each=EACH[asked.span], now=now)
        near = frozenset(day for day in days if asked.span == "week" or day.month == on.month)
        self.days = _seen(days, near, found, person, now)
        self.title, self.span = _title(on, asked.span, days, person, now), asked.span
        self.earlier, self.later = (next_to(on, asked.span, step).isoformat() for step in (-1, 1))


def _seen(
    days: tuple[date, ...], near: frozenset[date], found: tuple[Found, ...], person: Person, now: datetime
) -> list[DayView]:
    zone, today = person.ways.zone, Day(now, person.ways).day
    due = {day_of(one.tasks[0].due, zone): one for one in found if one.tasks and one.tasks[0].due}
    return [
        DayView(
            day=day.isoformat(),
            number=str(day.day),
            name=say_day(day, now=now, ways=person.ways),
            weekday=WEEKDAYS[day.weekday()],
            today=day == today,
            near=day in near,
            more=of_day.total - len(of_day.tasks),
            cards=_cards(of_day.tasks, person, now),
        )
        for day in days
        for of_day in (due.get(day, Found((), 0)),)
    ]


def _cards(tasks: tuple[Task, ...], person: Person, now: datetime) -> list[TaskView]:
    """The day says the day: what is left to see of a due date is its time."""
    seen = rows((Group("", "plain", tasks),), Marked(), now=now, ways=person.ways)
    return [replace(card, seen=_clock(task, person)) for card, task in zip(seen, tasks, strict=True)]


def _clock(task: Task, person: Person) -> str:
    at = task.due.at if task.due else None
    return say_clock(at.astimezone(ZoneInfo(person.ways.zone)).time(), person.ways) if at else ""


def _title(on: date, span: str, days: tuple[date, ...], person: Person, now: datetime) -> str:
    if span == "month":
        return f"{MONTH_NAMES[on.month - 1]} {on.year}"
    first, last = (say_day(day, now=now, ways=person.ways) for day in (days[0], days[-1]))
    return f"{first} – {last}"
