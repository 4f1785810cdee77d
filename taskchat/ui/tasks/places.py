"""The places of the sidebar: how many tasks wait where, which lists and tags there are."""

import asyncio
from dataclasses import dataclass

import reflex as rx

from taskchat.domain.person import Person
from taskchat.services import lists, tasks
from taskchat.ui.tasks.hand import moment

TAGS_OFFERED = 12


@dataclass(frozen=True)
class ListView:
    """One list; `dot` is the name of its colour, `icon` of what stands in the dot's place, "" = the dot."""

    id: str
    name: str
    count: int
    dot: str
    icon: str


class PlacesState(rx.State):
    inbox: rx.Field[int] = rx.field(0)
    today: rx.Field[int] = rx.field(0)
    upcoming: rx.Field[int] = rx.field(0)
    lists: rx.Field[list[ListView]] = rx.field(default_factory=list)
    tags: rx.Field[list[str]] = rx.field(default_factory=list)

    async def _look(self, person: Person) -> None:
        counts = await asyncio.to_thread(tasks.counts, person, now=moment())
        tags = await asyncio.to_thread(tasks.tag_counts, person)
        found, waiting = await asyncio.to_thread(lists.find, person), dict(counts.lists)
        in_use = [
            ListView(one.id, one.name, waiting.get(one.name, 0), one.colour, one.icon)
            for one in found
            if not one.archived
        ]
        news = {
            "inbox": counts.inbox, "today": counts.today, "upcoming": counts.upcoming,
            "lists": in_use, "tags": [tag.tag for tag in tags[:TAGS_OFFERED]],
        }  # fmt: skip
        for name, value in news.items():
            if getattr(self, name) != value:
                setattr(self, name, value)
