"""todo.txt: a line a task; `x`, (A), dates, +project, @context, and due: t: rec: pri: as its tools write them."""

import re
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from taskchat.domain.exchange.incoming import Format, Incoming, Read
from taskchat.domain.exchange.moments import YEARS
from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Priority
from taskchat.domain.text import clean

DONE = re.compile(r"x\s+")
PRIORITY = re.compile(r"\(([A-Z])\)\s+")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:\s+|$)")
MARK = re.compile(r"(?:^|(?<=\s))(?:(?P<sign>[+@])(?P<name>\S+)|(?P<key>due|t|rec|pri):(?P<value>\S+))(?=\s|$)")
PRIORITIES = {"A": Priority.HIGH, "B": Priority.MEDIUM, "": Priority.MEDIUM}
"""Every later letter is low."""
REPEAT = re.compile(r"(\+?)(\d{1,3})([dbwmy])")
FREQUENCIES = {"d": "DAILY", "w": "WEEKLY", "m": "MONTHLY", "y": "YEARLY"}


@dataclass(slots=True)
class Line:
    """What the marks of a line come to."""

    zone: str
    projects: list[str] = field(default_factory=list)
    contexts: list[str] = field(default_factory=list)
    due: Due | None = None
    start: date | None = None
    rrule: str | None = None
    after_completion: bool = False
    letter: str = ""

    def take(self, mark: re.Match[str]) -> str:
        """What stays of it in the title: nothing where it was understood."""
        if mark["sign"]:
            (self.projects if mark["sign"] == "+" else self.contexts).append(mark["name"])
            return ""
        day = _day(mark["value"])
        match mark["key"]:
            case "due" if day:
                self.due = Due(day, self.zone)
            case "t" if day:
                self.start = day
            case "pri" if re.fullmatch("[A-Z]", mark["value"]):
                self.letter = mark["value"]
            case "rec" if repeat := REPEAT.fullmatch(mark["value"]):
                self._repeat(repeat)
            case _:
                return mark[0]
        return ""

    def _repeat(self, repeat: re.Match[str]) -> None:
        """`+` counts from the date that was due; without it from the day it is done."""
        every = "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR" if repeat[3] == "b" else f"FREQ={FREQUENCIES[repeat[3]]}"
        self.rrule = f"{every};INTERVAL={repeat[2]}"
        self.after_completion = not repeat[1]


def read(text: str, name: str, *, now: datetime, ways: Ways) -> Read:
    lines = enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
    return Read(Format.TODO_TXT, tuple(_task(number, line, ways) for number, line in lines if clean(line)))


def _task(number: int, line: str, ways: Ways) -> Incoming:
    rest = clean(line)
    done = DONE.match(rest)
    rest = rest[done.end() :] if done else rest
    letter = PRIORITY.match(rest)
    rest = rest[letter.end() :] if letter else rest
    days: list[date] = []
    while len(days) < 1 + bool(done) and (found := DAY.match(rest)) and (day := _day(found[1])):
        days.append(day)
        rest = rest[found.end() :]
    marks = Line(ways.zone, letter=letter[1] if letter else "")
    title = " ".join(MARK.sub(marks.take, rest).split())
    draft = Draft(
        # A line of nothing but marks is called by them.
        title=title or rest or clean(line),
        priority=PRIORITIES.get(marks.letter, Priority.LOW),
        # A task has one list; a line may have several projects.
        tags=tuple(marks.contexts + marks.projects[1:]),
        list=marks.projects[0] if marks.projects else None,
        due=marks.due,
        start=marks.start,
        rrule=marks.rrule,
        after_completion=marks.after_completion,
    )
    completed = days.pop(0) if done and days else None
    return Incoming(
        number=number,
        draft=draft,
        done=bool(done),
        created=_midday(days[0], ways) if days else None,
        completed=_midday(completed, ways) if completed else None,
    )


def _day(said: str) -> date | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if len(said) == len("2026-03-02") and day.year in YEARS else None


def _midday(day: date, ways: Ways) -> datetime:
    """A day of which nobody knows the hour: in the middle it is the same day wherever one looks from."""
    return datetime.combine(day, time(12), ZoneInfo(ways.zone)).astimezone(UTC)
