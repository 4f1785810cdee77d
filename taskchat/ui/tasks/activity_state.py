"""The state of Activity: what happened, in words, by day; and taking back one deed."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import reflex as rx

from taskchat.domain.person import Person
from taskchat.domain.task import Due
from taskchat.domain.words import count, say_clock, short_due
from taskchat.services import activity, history
from taskchat.services.history import Happened
from taskchat.ui.design.toast import Toasts
from taskchat.ui.session import seat_of
from taskchat.ui.tasks.asked import Asked
from taskchat.ui.tasks.hand import moment
from taskchat.ui.tasks.state import TasksState

WHO = {"hand": "You", "assistant": "Assistant", "program": "A program"}
VERBS = {
    "created": "added", "edited": "changed", "completed": "completed", "reopened": "opened again",
    "deleted": "moved to the trash", "restored": "put back", "undone": "took back", "skipped": "skipped",
    "planned": "planned",
}  # fmt: skip
NAMED = 3
KINDS = ("list", "section", "template", "task")


@dataclass(frozen=True)
class DeedView:
    """One entry. `heading` opens a day; `note` says what became of it."""

    group: str
    heading: str
    clock: str
    who: str
    door: str
    words: str
    titles: str
    note: str
    can_undo: bool


class ActivityState(rx.State):
    deeds: rx.Field[list[DeedView]] = rx.field(default_factory=list)
    more: rx.Field[bool] = rx.field(False)
    ready: rx.Field[bool] = rx.field(False)
    _pages: int = 1

    @rx.event
    async def older(self) -> None:
        self._pages += 1
        await self._look((await seat_of(self)).person)

    @rx.event
    async def undo(self, group: str) -> None:
        """Takes back one entry; where a task changed since, says so and asks."""
        seat, pane, toasts = await seat_of(self), await self.get_state(TasksState), await self.get_state(Toasts)
        async with pane._told(""):
            undone = await asyncio.to_thread(activity.undo, seat.person, group, now=moment())
            toasts.undo = group
            toasts._answer(undone)
        await self._look(seat.person)
        await pane._tell_trouble()

    async def _look(self, person: Person, asked: Asked | None = None) -> None:
        """`asked`: the address of the view; it begins with the newest."""
        now = moment()
        page = await asyncio.to_thread(history.page, person, limit=self._pages * history.PAGE, now=now)
        self.deeds, self.more, self.ready = _seen(page.happened, person, now), page.before is not None, True


def _seen(happened: tuple[Happened, ...], person: Person, now: datetime) -> list[DeedView]:
    views: list[DeedView] = []
    day = ""
    for one in happened:
        at = one.at.astimezone(ZoneInfo(person.ways.zone))
        of = short_due(Due(on=at.date(), zone=person.ways.zone), now=now, ways=person.ways)
        views.append(_deed(one, of if of != day else "", say_clock(at.time(), person.ways)))
        day = of
    return views


def _deed(one: Happened, heading: str, clock: str) -> DeedView:
    return DeedView(
        group=one.group,
        heading=heading,
        clock=clock,
        who=WHO.get(one.door, one.door),
        door=one.door,
        words=", ".join(_verb(verb, one) for verb in one.verbs),
        titles=_titles(one),
        note="taken back" if one.is_undone else "",
        can_undo=one.can_undo,
    )


def _verb(verb: str, one: Happened) -> str:
    """Only tasks have a trash."""
    return VERBS[verb] if verb != "deleted" or {kind for kind, _ in one.things} == {"task"} else "deleted"


def _titles(one: Happened) -> str:
    """The first three, and how many more: before what stands in it the list."""
    things = sorted(one.things, key=lambda thing: KINDS.index(thing[0]))
    named = list(dict.fromkeys(_named(kind, title) for kind, title in things[:NAMED]))
    rest = len(one.things) - len(named)
    return ", ".join(named) + (f" and {count(rest, 'more|more')}" if rest > 0 else "")


def _named(kind: str, title: str) -> str:
    if not title:
        return f"a {kind} that is gone for good"
    return f"“{title}”" if kind == "task" else f"the {kind} “{title}”"
