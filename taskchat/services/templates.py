"""What a person keeps to use again: a list, or a task with what is part of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from taskchat.domain.bounds import LIST, checked_draft
from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.lists import TaskList, Template, checked_name
from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.domain.templates import MOST, draft_of, free_name, outline
from taskchat.errors import Invalid, NotFound
from taskchat.services.changes import put_thing, tell, tell_lists
from taskchat.services.families import check_in_use
from taskchat.storage import activity, finding, lists, tasks, things
from taskchat.storage.database import Session, reading, writing
from taskchat.storage.ids import new_id

NOUN = "A template"


@dataclass(frozen=True, slots=True)
class Used:
    """What a template has made: tasks, and the list they stand in if it made one."""

    tasks: tuple[Task, ...]
    list: TaskList | None = None


def find(user: Person) -> tuple[Template, ...]:
    """By name."""
    with reading() as session:
        return things.all_templates(user, session)


def named(user: Person, name: str) -> Template:
    """Whatever its case and accents. Raises NotFound with the names there are."""
    with reading() as session:
        found = things.template_named(user, session, name)
        known = [template.name for template in things.all_templates(user, session)]
    if found is None:
        there_are = f"There are: “{'”, “'.join(known)}”." if known else "There are none yet."
        raise NotFound(f"There is no template of that name. {there_are}")
    return found


def save_list(user: Person, list_id: str, name: str | None = None, *, by: By, now: datetime) -> Template:
    """A list with its sections and open tasks; its own name or another. Raises Invalid, NotFound, Conflict."""
    with writing() as session:
        source = things.load_list(user, session, list_id)
        wanted = TaskFilter(list=source.name)
        inside = finding.find_all(user, session, wanted, Sort.MANUAL, now=now)
        made = replace(
            _made(user, name or source.name, inside, now),
            of_list=True,
            colour=source.colour,
            icon=source.icon,
            sections=tuple(section.name for section in lists.sections_of(user, session, list_id)),
        )
        put_thing(user, session, None, made, by=by, now=now)
    tell_lists(user)
    return made


def save_task(user: Person, task_id: str, name: str | None = None, *, by: By, now: datetime) -> Template:
    """A task with everything under it, done or not. Raises Invalid, NotFound, Conflict."""
    with writing() as session:
        task = tasks.load(user, session, task_id)
        made = _made(user, name or task.title[:LIST], (task, *tasks.family(user, session, task_id)), now)
        put_thing(user, session, None, made, by=by, now=now)
    tell_lists(user)
    return made


def _made(user: Person, name: str, inside: Sequence[Task], now: datetime) -> Template:
    if len(inside) > MOST:
        raise Invalid(f"A template has {MOST} tasks at most; these are {len(inside):,}.")
    kept = outline(inside, today=_today(user, now), ways=user.ways)
    return Template(id=new_id(), name=checked_name(name, NOUN), of_list=False, tasks=kept, created=now)


def _today(user: Person, now: datetime) -> date:
    return now.astimezone(ZoneInfo(user.ways.zone)).date()


def use(
    user: Person, template_id: str, *, name: str | None = None, list_name: str | None = None, by: By, now: datetime
) -> Used:
    """Makes what it keeps, dated from today. `name`: of the new list; `list_name`: where a kept task goes.

    Raises Invalid, NotFound, Conflict.
    """
    with writing() as session:
        template = things.load_template(user, session, template_id)
        made = _new_list(user, session, template, name, by=by, now=now) if template.of_list else None
        if made is None:
            check_in_use(user, session, (list_name,))
        place = made.name if made else list_name
        drawn = _draw(user, session, template, place, by=by, now=now)
    tell(user, *drawn)
    tell_lists(user)
    return Used(drawn, made)


def _new_list(
    user: Person, session: Session, template: Template, name: str | None, *, by: By, now: datetime
) -> TaskList:
    """Of its name, or of that name and a number."""
    free = free_name(checked_name(name or template.name), [one.name for one in lists.all_lists(user, session)])
    made = replace(lists.new_list(user, session, free, now=now), colour=template.colour, icon=template.icon)
    put_thing(user, session, None, made, by=by, now=now)
    for section in template.sections:
        put_thing(user, session, None, lists.new_section(user, session, made.id, section), by=by, now=now)
    return made


def _draw(
    user: Person, session: Session, template: Template, place: str | None, *, by: By, now: datetime
) -> tuple[Task, ...]:
    line: list[Task] = []
    drawn: list[Task] = []
    for kept in template.tasks:
        line = line[: kept.level]
        draft = draft_of(kept, list_name=place, today=_today(user, now), zone=user.ways.zone)
        draft = replace(checked_draft(draft, now=now), parent_id=line[-1].id if line else None)
        task = tasks.insert(user, session, draft, now=now)
        activity.record(user, session, by, verb="created", before=None, after=task, now=now)
        line.append(task)
        drawn.append(task)
    return tuple(drawn)


def rename(user: Person, template_id: str, name: str, *, by: By, now: datetime) -> Template:
    """Raises Invalid, NotFound, Conflict."""
    name = checked_name(name, NOUN)
    with writing() as session:
        before = things.load_template(user, session, template_id, lock=True)
        after = replace(before, name=name)
        put_thing(user, session, before, after, by=by, now=now)
    tell_lists(user)
    return after


def delete(user: Person, template_id: str, *, by: By, now: datetime) -> None:
    """What it has made stays; undo brings it back. Raises NotFound."""
    with writing() as session:
        put_thing(user, session, things.load_template(user, session, template_id, lock=True), None, by=by, now=now)
    tell_lists(user)
