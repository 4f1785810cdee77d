"""What tasks stand in, and what makes them: lists, their sections, and templates, with the bounds every door shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from taskchat.domain.bounds import LIST
from taskchat.domain.preferences import Preference
from taskchat.domain.task import Priority
from taskchat.domain.text import clean, folded, is_blank
from taskchat.domain.view import View
from taskchat.errors import Invalid

COLOURS = ("pine", "lake", "ochre", "iris", "brick", "plum", "moss", "stone")
ICONS = (
    "house", "briefcase", "shopping-cart", "heart", "book", "plane", "leaf", "wrench", "wallet", "graduation-cap",
    "users", "star",
)  # fmt: skip
"""Names of lucide."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskList:
    """`icon` is one of ICONS or ""; `archived`: its tasks are out of the way since."""

    id: str
    name: str
    colour: str
    icon: str
    position: str
    created: datetime
    archived: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSection:
    """A part of one list."""

    id: str
    list_id: str
    name: str
    position: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateTask:
    """One task a template makes; `level` 0 stands by itself, 1 under the last one of level 0, and so on.

    `start_in` and `due_in` are days after the day the template is used; `clock` is "HH:MM", None for all day.
    """

    title: str
    level: int = 0
    description: str = ""
    priority: Priority = Priority.MEDIUM
    tags: tuple[str, ...] = ()
    section: str | None = None
    start_in: int | None = None
    due_in: int | None = None
    clock: str | None = None
    estimate_minutes: int | None = None
    reminder_minutes: int | None = None
    rrule: str | None = None
    after_completion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """`of_list`: it makes a list, with colour, icon and sections; otherwise one task and what belongs to it."""

    id: str
    name: str
    of_list: bool
    tasks: tuple[TemplateTask, ...]
    created: datetime
    colour: str = COLOURS[0]
    icon: str = ""
    sections: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """What is right under the task it makes, or what stands by itself in the list."""
        return tuple(task.title for task in self.tasks if task.level == (0 if self.of_list else 1))


Thing = TaskList | ListSection | Template | View | Preference
"""What is on record beside tasks, and taken back as they are."""
KINDS: dict[str, type[Thing]] = {
    "list": TaskList,
    "section": ListSection,
    "template": Template,
    "view": View,
    "preference": Preference,
}


def kind_of(thing: Thing) -> str:
    return next(name for name, kind in KINDS.items() if isinstance(thing, kind))


def next_colour(taken: Sequence[str]) -> str:
    """The colour the fewest of these have, the first of those: lists differ as long as they can."""
    return min(COLOURS, key=lambda colour: (taken.count(colour), COLOURS.index(colour)))


def checked_name(name: Any, noun: str = "A list") -> str:
    """1 to 100 characters, as it is stored. Raises Invalid."""
    cleaned = clean(name) if isinstance(name, str) else ""
    if is_blank(cleaned):
        raise Invalid(f"{noun} needs a name.", "name")
    if len(cleaned) > LIST:
        raise Invalid(f"{noun}'s name has {LIST} characters at most; this one has {len(cleaned):,}.", "name")
    if noun == "A list" and cleaned.casefold() == "inbox":
        raise Invalid("“Inbox” is where tasks without a list stand. Choose another name.", "name")
    return cleaned


def checked_colour(colour: str) -> str:
    if colour not in COLOURS:
        raise Invalid(f"A colour is one of {', '.join(COLOURS)}.", "colour")
    return colour


def checked_icon(icon: str) -> str:
    if icon and icon not in ICONS:
        raise Invalid(f"An icon is one of {', '.join(ICONS)}, or none.", "icon")
    return icon


def stem(name: str) -> str:
    """A name without its ending: "Groceries" and "grocery list" are one."""
    words = folded(name).removesuffix(" list")
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
