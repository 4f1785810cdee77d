"""10,000 and 100,000 tasks of one person among a million: what the server takes for what a person does most."""

import asyncio
import os
import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import make_url, text

from bench.plenty import MANY, MOST, Plenty, fill
from bench.report import Figure, p50, p95
from taskchat.config import load_settings
from taskchat.domain.person import Person
from taskchat.domain.task import By
from taskchat.opening import opened
from taskchat.services import tasks
from taskchat.storage.database import make_engine
from taskchat.storage.ids import new_id
from taskchat.ui.tasks.asked import asked_by
from taskchat.ui.tasks.seen import look

TIMES = 40
VIEW_MS, FILTER_MS, CHANGE_MS = 50, 100, 30
MORE = 3
"""How many times as long it may take with ten times the tasks."""
POSTGRESQL = os.environ.get("TEST_DATABASE_URL", "")
SCHEMA = "bench_tasks"
SEARCHES = ("plumber", "REPORT", "silver summer", "7", "kitchen paper letter", "nothing like it")
FILTERS = (
    "priority=high", "priority=high&priority=low", "tag=home", "tag=home&tag=shop", "due=today", "due=week",
    "due=overdue", "due=none", "due=2026-12-01..2027-01-31", "reminder=true", "recurring=true", "in=Work", "view=inbox",
    "view=done", "sort=title", "sort=-updated", "sort=manual", "sort=priority", "in=Home&tag=tax&due=week&sort=title",
)  # fmt: skip


async def plenty(folder: Path) -> tuple[list[Figure], Plenty]:
    """On SQLite, in `folder`, where it stays, and on PostgreSQL where there is one."""
    figures, whole = await _filled("SQLite", f"sqlite:///{folder / 'bench.db'}")
    if POSTGRESQL:
        with _schema() as url:
            figures += (await _filled("PostgreSQL", url))[0]
    return figures, whole


@contextmanager
def _schema() -> Iterator[str]:
    """The test database, with our tables beside whatever is in it."""
    engine = make_engine(POSTGRESQL)
    dropped = text(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
    with engine.begin() as connection:
        connection.execute(dropped)
        connection.execute(text(f"CREATE SCHEMA {SCHEMA}"))
    url = make_url(POSTGRESQL).update_query_dict({"options": f"-csearch_path={SCHEMA}"})
    yield url.render_as_string(hide_password=False)
    with engine.begin() as connection:
        connection.execute(dropped)
    engine.dispose()


async def _filled(database: str, url: str) -> tuple[list[Figure], Plenty]:
    async with opened(load_settings(database_url=url, taskchat_model="builtin")):
        whole = await asyncio.to_thread(fill, datetime.now(UTC))
        return await asyncio.to_thread(_measured, database, whole), whole


def _measured(database: str, whole: Plenty) -> list[Figure]:
    figures: list[Figure] = []
    for number, signed, times in ((MANY, whole.many, 1), (MOST, whole.most, MORE)):
        one = One(signed.seat.person)
        where = f"{number:,} tasks, {database} (p95)"
        for what, target, milliseconds in one.measured():
            note = f"p50 {p50(milliseconds):.1f}, most {max(milliseconds):.1f} ms"
            figures.append(Figure(f"{what}, {where}", p95(milliseconds), "ms", target * times, note))
    return figures


@dataclass(slots=True)
class One:
    """What one person does, as the page has it done; the dice fall alike each time."""

    person: Person
    dice: random.Random = field(default_factory=lambda: random.Random(1))

    def measured(self) -> Iterator[tuple[str, float, list[float]]]:
        both = [f"{asked}&q={words}" for asked in FILTERS for words in SEARCHES]
        yield "first view", VIEW_MS, self._took(lambda: self._see(""))
        yield (
            "search",
            FILTER_MS,
            [ms for words in SEARCHES for ms in self._took(lambda q=words: self._see(f"q={q}"), 6)],
        )
        yield (
            "any filter with search",
            FILTER_MS,
            [ms for asked in both for ms in self._took(lambda a=asked: self._see(a), 1)],
        )
        ids = self._ids()
        yield "complete", CHANGE_MS, self._took(lambda: self._complete(ids.pop()))
        yield "reorder", CHANGE_MS, self._took(lambda: self._reorder(ids.pop(), self.dice.choice(ids)))

    def _took(self, act: Callable[[], object], times: int = TIMES) -> list[float]:
        """Milliseconds of each time, after one that warms."""
        act()
        spent: list[float] = []
        for _ in range(times):
            started = time.perf_counter()
            act()
            spent.append((time.perf_counter() - started) * 1000)
        return spent

    def _see(self, query: str) -> None:
        """Rows, numbers beside the places, tags: all that the page asks for at once."""
        now = datetime.now(UTC)
        look(self.person, asked_by(query), (), now=now)
        tasks.counts(self.person, now=now)
        tasks.tag_counts(self.person)

    def _ids(self) -> list[str]:
        """Of so many open tasks, from all over the list."""
        now, wanted = datetime.now(UTC), asked_by("").filter(datetime.now(UTC), self.person.ways)
        whole = tasks.find(self.person, wanted, limit=1, now=now).total
        places = [self.dice.randrange(whole) for _ in range(3 * TIMES)]
        found = (tasks.find(self.person, wanted, limit=1, offset=place, now=now).tasks for place in places)
        return list(dict.fromkeys(task.id for page in found for task in page))

    def _complete(self, task_id: str) -> None:
        tasks.complete(self.person, task_id, by=By(new_id()), now=datetime.now(UTC))

    def _reorder(self, task_id: str, after: str) -> None:
        tasks.move(self.person, task_id, after=after, by=By(new_id()), now=datetime.now(UTC))
