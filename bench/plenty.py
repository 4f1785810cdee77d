"""A database with a million tasks: a thousand made by the product itself, the rest copied inside the database."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, insert, literal, null, select, text
from sqlmodel import col

from taskchat.domain.person import Person, Ways
from taskchat.domain.task import By, Draft, Due, Priority
from taskchat.services import accounts, tasks
from taskchat.services.accounts import Signed
from taskchat.storage.accounts import insert_person
from taskchat.storage.database import bare, database, tidy_file, writing
from taskchat.storage.tables import People, Tags, Tasks

TEMPLATE = 1_000
MANY, MOST, ALL = 10_000, 100_000, 1_000_000
ZONE = "Europe/Berlin"
LISTS = (None, None, "Home", "Work", "Health", "Garden", "Travel", "Books")
TAGS = ("home", "shop", "phone", "waiting", "errand", "deep", "tax", "garden", "kids", "someday")
VERBS = ("Call", "Buy", "Write", "Pay", "Repair", "Plan", "Return", "Book", "Clean", "Read")
NOUNS = ("the plumber", "oat milk", "the report", "the rent", "the bicycle", "the trip", "a parcel", "the dentist")
WORDS = (
    "invoice",
    "kitchen",
    "weather",
    "station",
    "letter",
    "summer",
    "window",
    "market",
    "number",
    "paper",
    "silver",
)
UUID_LENGTH = 36
Condition = ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Plenty:
    """Two people among a million tasks, signed in."""

    many: Signed
    most: Signed


def fill(now: datetime) -> Plenty:
    """10,000 tasks for one person, 100,000 for another, a thousand each for everybody else."""
    many, most = _own(MANY, now), _own(MOST, now)
    _others(many.seat.person, (ALL - MANY - MOST) // TEMPLATE, now)
    _settle()
    return Plenty(many, most)


def _settle() -> None:
    """What both databases do by themselves within a day: count what is there, and tidy up behind it."""
    if database().engine.dialect.name == "sqlite":
        return tidy_file()
    with database().engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return None


def _own(number: int, now: datetime) -> Signed:
    signed = accounts.guest(Ways(zone=ZONE), now=now)
    person = signed.seat.person
    tasks.clear_samples(person, now=now)
    made = tasks.create_many(person, tuple(_drafts(now)), by=By("made"), now=now)
    tasks.complete_many(person, tuple(task.id for task in made[::20]), by=By("done"), now=now)
    for copy in range(1, number // TEMPLATE):
        # Behind its original in the manual order: any digits but a last 0 make another fractional index.
        _copy(person, literal(f"{copy:02}V"), {})
    return signed


def _drafts(now: datetime) -> Iterator[Draft]:
    """The same thousand each time: a fifth without a date, half of the others with a time of day."""
    dice = random.Random(1)
    for n in range(TEMPLATE):
        on = now.date() + timedelta(days=dice.randint(-9, 120))
        clock = time(dice.randint(7, 21), dice.choice((0, 30)))
        yield Draft(
            title=f"{dice.choice(VERBS)} {dice.choice(NOUNS)} {n}",
            description=" ".join(dice.choices(WORDS, k=dice.randint(0, 60))),
            priority=dice.choices(tuple(Priority), (1, 7, 2))[0],
            tags=tuple(dict.fromkeys(dice.choices(TAGS, k=dice.randint(0, 3)))),
            due=None if n % 5 == 0 else Due.moment(on, clock, ZONE) if n % 2 else Due(on, ZONE),
            reminder_minutes=30 if n % 10 == 1 else None,
            rrule="FREQ=WEEKLY" if n % 20 == 2 else None,
            list=dice.choice(LISTS),
        )


def _others(like: Person, number: int, now: datetime) -> None:
    """So many people who have what `like` began with, but for the lists."""
    with writing() as session:
        for n in range(number):
            insert_person(session, f"{n}@example.org", None, Ways(zone=ZONE), now=now)
    elsewhere = {"person_id": People.id, "list_id": null(), "section_id": null(), "parent_id": null()}
    _copy(like, col(People.id), elsewhere, col(People.email).like("%@example.org"))


def _copy(like: Person, mark: Any, changed: dict[str, Any], among: Condition | None = None) -> None:
    """The person's first thousand, with their tags, under ids and positions that `mark` makes new ones."""
    new_task = {"id": col(Tasks.id) + mark, "position": col(Tasks.position) + mark} | changed
    new_tag = {"task_id": col(Tags.task_id) + mark} | {k: v for k, v in changed.items() if k == "person_id"}
    with writing() as session:
        for table, key, values in ((Tasks, Tasks.id, new_task), (Tags, Tags.task_id, new_tag)):
            of_like = (col(table.person_id) == like.id, func.length(key) == UUID_LENGTH)
            columns = {column.name: values.get(column.name, column) for column in bare(table).columns}
            rows = bare(table) if among is None else bare(table).join(bare(People), among)
            originals = select(*columns.values()).select_from(rows).where(*of_like)
            session.connection().execute(insert(bare(table)).from_select(list(columns), originals))
