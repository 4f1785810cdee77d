"""What a person has besides tasks, as our own JSON carries it: lists as they look, templates, saved views."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime

from taskchat.domain.bounds import LIST, checked_draft
from taskchat.domain.exchange.entry import Entry, Plain
from taskchat.domain.exchange.moments import read_moment
from taskchat.domain.lists import COLOURS, ICONS, TaskList, Template, TemplateTask
from taskchat.domain.preferences import Preference
from taskchat.domain.task import Priority
from taskchat.domain.templates import MOST, draft_of
from taskchat.domain.text import clean, cut, is_blank
from taskchat.domain.view import View
from taskchat.errors import Invalid

DEEPEST = 3
FAR = 3_650
"""Days between the use of a template and a date of it."""


@dataclass(frozen=True, slots=True)
class KeptList:
    """A list by its name, with its sections in their order; no colour = whichever is the rarest."""

    name: str
    sections: tuple[str, ...] = ()
    colour: str | None = None
    icon: str = ""
    archived: datetime | None = None


@dataclass(frozen=True, slots=True)
class Belongings:
    """Each in the order of the file; ids of templates and views are for the reader to give."""

    lists: tuple[KeptList, ...] = ()
    templates: tuple[Template, ...] = ()
    views: tuple[View, ...] = ()


def plain_list(one: TaskList, sections: Iterable[str]) -> Plain:
    archived = one.archived.isoformat() if one.archived else None
    look = {"colour": one.colour, "icon": one.icon, "archived": archived}
    return {"name": one.name, "sections": list(sections)} | look


def plain_template(one: Template) -> Plain:
    kept = {f.name: getattr(one, f.name) for f in fields(one) if f.name not in {"id", "created"}}
    return kept | {"sections": list(one.sections), "tasks": [asdict(task) for task in one.tasks]}


def plain_preference(one: Preference) -> Plain:
    """For the person to keep; an import does not read it back: what is remembered is agreed to, one by one."""
    return {"sentence": one.name, "kind": one.kind.value, "about": one.about, "value": one.value}


def plain_view(one: View) -> Plain:
    return {"name": one.name, "filter": one.filter}


def read_belongings(said: Plain, *, now: datetime) -> Belongings:
    """Raises Invalid with the entry and the field that cannot be read."""
    file = Entry("the file", said)
    templates = (_template(f"template {n}", each, now) for n, each in enumerate(file.entries("templates"), 1))
    views = (_view(f"view {n}", each, now) for n, each in enumerate(file.entries("views"), 1))
    lists = (_list(f"list {n}", each) for n, each in enumerate(file.entries("lists"), 1))
    return Belongings(tuple(one for one in lists if one.name), tuple(templates), tuple(views))


def _list(noun: str, said: Plain) -> KeptList:
    entry = Entry(noun, said)
    colour, icon = entry.text("colour"), entry.text("icon")
    return KeptList(
        name=_name(entry.text("name")),
        sections=_names(entry, "sections"),
        colour=colour if colour in COLOURS else None,
        icon=icon if icon in ICONS else "",
        archived=entry.of("archived", read_moment),
    )


def _name(said: str) -> str:
    """As far as it has room; "" for none."""
    name = clean(said)
    return "" if is_blank(name) else cut(name, LIST)


def _names(entry: Entry, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(_name, entry.texts(name)))))


def _template(noun: str, said: Plain, now: datetime) -> Template:
    entry = Entry(noun, said)
    tasks = entry.entries("tasks")
    name, colour, icon = _name(entry.text("name")), entry.text("colour"), entry.text("icon")
    if not name:
        raise entry.wrong("name")
    if len(tasks) > MOST:
        raise entry.wrong("tasks")
    return Template(
        id="",
        name=name,
        of_list=entry.yes("of_list"),
        tasks=tuple(_in_levels(noun, tasks, now)),
        created=now,
        colour=colour if colour in COLOURS else COLOURS[0],
        icon=icon if icon in ICONS else "",
        sections=_names(entry, "sections"),
    )


def _in_levels(noun: str, tasks: Iterable[Plain], now: datetime) -> Iterator[TemplateTask]:
    deepest = 0
    for number, said in enumerate(tasks, 1):
        entry = Entry(f"task {number} of {noun}", said)
        level = entry.whole("level") or 0
        if not 0 <= level <= deepest:
            raise entry.wrong("level")
        deepest = min(level + 1, DEEPEST)
        yield _task(entry, level, now)


def _task(entry: Entry, level: int, now: datetime) -> TemplateTask:
    """Within the bounds of a task that it makes today."""
    kept = TemplateTask(
        title=entry.text("title"),
        level=level,
        description=entry.text("description"),
        priority=entry.of("priority", Priority) or Priority.MEDIUM,
        tags=tuple(entry.texts("tags")),
        section=_name(entry.text("section")) or None,
        start_in=_days(entry, "start_in"),
        due_in=_days(entry, "due_in"),
        clock=entry.of("clock", lambda said: f"{datetime.strptime(said, '%H:%M').replace(tzinfo=UTC):%H:%M}"),
        estimate_minutes=entry.whole("estimate_minutes"),
        reminder_minutes=entry.whole("reminder_minutes"),
        rrule=entry.text("rrule") or None,
        after_completion=entry.yes("after_completion"),
    )
    try:
        made = checked_draft(draft_of(kept, list_name=None, today=now.date(), zone="UTC"), now=now)
    except Invalid as error:
        raise entry.wrong(error.field or "title") from None
    return replace(kept, title=made.title, description=made.description, tags=made.tags)


def _days(entry: Entry, name: str) -> int | None:
    days = entry.whole(name)
    if days is not None and abs(days) > FAR:
        raise entry.wrong(name)
    return days


def _view(noun: str, said: Plain, now: datetime) -> View:
    entry = Entry(noun, said)
    return View("", entry.text("name"), entry.text("filter"), now)
