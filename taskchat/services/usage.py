"""What a person has asked of each model, and what it took: shown to them, counted from what their runs have kept."""

import json
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from taskchat.domain.person import Person
from taskchat.storage import usage
from taskchat.storage.database import reading

LOOKED_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Spent:
    """Messages that were answered, or failed to be, and tokens: read by the model, and written by it.

    0 tokens where its provider does not count.
    """

    messages: int = 0
    read: int = 0
    written: int = 0

    def and_one(self, kept: str) -> "Spent":
        """`kept`: the usage of one run as JSON text."""
        used = json.loads(kept or "{}")
        return Spent(self.messages + 1, self.read + used.get("input", 0), self.written + used.get("output", 0))


@dataclass(frozen=True, slots=True)
class Usage:
    """Of one model: today as the person's clock has it, and the last 30 days."""

    model: str
    today: Spent
    month: Spent


def usage_of(user: Person, *, now: datetime) -> tuple[Usage, ...]:
    """The most used model first; nothing for one that was not asked in 30 days."""
    midnight = datetime.combine(now.astimezone(zone := ZoneInfo(user.ways.zone)), time(), zone)
    with reading() as session:
        runs = usage.runs_since(user, session, now - LOOKED_BACK)
    today: dict[str, Spent] = defaultdict(Spent)
    month: dict[str, Spent] = defaultdict(Spent)
    for model, kept, began in runs:
        month[model] = month[model].and_one(kept)
        if began >= midnight:
            today[model] = today[model].and_one(kept)
    return tuple(Usage(model, today[model], spent) for model, spent in sorted(month.items(), key=_most_first))


def _most_first(entry: tuple[str, Spent]) -> tuple[int, str]:
    return -entry[1].messages, entry[0]
