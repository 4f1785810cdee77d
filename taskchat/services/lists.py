"""What a person can do with a list and its sections; deleting is undone with everything in it (T-13)."""

from dataclasses import replace
from datetime import datetime

from taskchat.domain.lists import ListSection, TaskList, checked_colour, checked_icon, checked_name, stem
from taskchat.domain.person import Person
from taskchat.domain.task import By, Task
from taskchat.domain.text import folded
from taskchat.errors import NotFound
from taskchat.services.changes import put, put_thing, tell_lists, tell_memory
from taskchat.services.memory import follow_list
from taskchat.storage import lists, order, tasks, things
from taskchat.storage.database import Session, reading, writing


def find(user: Person) -> tuple[TaskList, ...]:
    """In the person's order, archived ones too."""
    with reading() as session:
        return lists.all_lists(user, session)


def get(user: Person, list_id: str) -> TaskList:
    """Raises NotFound."""
    with reading() as session:
        return things.load_list(user, session, list_id)


def named(user: Person, name: str) -> TaskList:
    """Whatever its case and accents. Raises NotFound."""
    with reading() as session:
        found = lists.list_named(user, session, name)
    if found is None:
        raise NotFound("There is no list of that name.")
    return found


def meant(user: Person, said: str) -> str:
    """The name of the list that is meant, whatever its case, accents or ending: "grocery" is "Groceries".

    What was said where there is none: naming a new list makes it.
    """
    known = [one.name for one in find(user)]
    same = [name for name in known if folded(name) == folded(said)]
    return next(iter(same or [name for name in known if stem(name) == stem(said)]), said)


def sections(user: Person, list_id: str) -> tuple[ListSection, ...]:
    """In their order. Raises NotFound."""
    with reading() as session:
        things.load_list(user, session, list_id)
        return lists.sections_of(user, session, list_id)


def create(user: Person, name: str, *, colour: str | None = None, icon: str = "", by: By, now: datetime) -> TaskList:
    """Last in the order; without a colour it gets the rarest one. Raises Invalid, Conflict."""
    name, icon = checked_name(name), checked_icon(icon)
    with writing() as session:
        made = lists.new_list(user, session, name, now=now)
        made = replace(made, colour=checked_colour(colour) if colour else made.colour, icon=icon)
        put_thing(user, session, None, made, by=by, now=now)
    tell_lists(user)
    return made


def change(
    user: Person,
    list_id: str,
    *,
    name: str | None = None,
    colour: str | None = None,
    icon: str | None = None,
    by: By,
    now: datetime,
) -> TaskList:
    """Only what is given changes. Raises Invalid, NotFound, Conflict."""
    news = {"name": name and checked_name(name), "colour": colour and checked_colour(colour)}
    news |= {"icon": icon if icon is None else checked_icon(icon)}
    if name is not None and not news["name"]:
        checked_name(name)
    return _changed(user, list_id, {key: value for key, value in news.items() if value is not None}, by=by, now=now)


def archive(user: Person, list_id: str, *, by: By, now: datetime) -> TaskList:
    """Its tasks leave the active views; nothing is deleted. A second time changes nothing."""
    found = get(user, list_id)
    return found if found.archived else _changed(user, list_id, {"archived": now}, by=by, now=now)


def unarchive(user: Person, list_id: str, *, by: By, now: datetime) -> TaskList:
    """Its tasks are back in the active views."""
    return _changed(user, list_id, {"archived": None}, by=by, now=now)


def _changed(user: Person, list_id: str, news: dict[str, object], *, by: By, now: datetime) -> TaskList:
    with writing() as session:
        before = things.load_list(user, session, list_id, lock=True)
        after = replace(before, **news)  # pyright: ignore[reportArgumentType] - same names, same types
        put_thing(user, session, before, after, by=by, now=now)
        leads = before.name != after.name and follow_list(user, session, before.name, after.name, by=by, now=now)
    tell_lists(user)
    if leads:
        tell_memory(user)
    return after


def move(
    user: Person, list_id: str, *, after: str | None = None, before: str | None = None, by: By, now: datetime
) -> TaskList:
    """Right behind or before another list; first of all where neither is named. Raises NotFound."""
    with writing() as session:
        order.alone(user, session)
        found = things.load_list(user, session, list_id, lock=True)
        if list_id not in {after, before}:
            position = order.list_place(user, session, list_id, after=after, before=before)
            put_thing(user, session, found, replace(found, position=position), by=by, now=now)
    tell_lists(user)
    return get(user, list_id)


def delete(user: Person, list_id: str, *, by: By, now: datetime) -> int:
    """With its sections; its tasks, done ones too, go to the trash: how many. Raises NotFound."""
    with writing() as session:
        order.alone(user, session)
        found = things.load_list(user, session, list_id, lock=True)
        gone = _trash_all(user, session, lists.tasks_in(user, session, list_id=list_id), by=by, now=now)
        for section in lists.sections_of(user, session, list_id):
            put_thing(user, session, section, None, by=by, now=now)
        # Last, so that undo, which goes newest first, has the list before its sections and tasks come back.
        put_thing(user, session, found, None, by=by, now=now)
        leads = follow_list(user, session, found.name, None, by=by, now=now)
    tell_lists(user)
    if leads:
        tell_memory(user)
    return gone


def _trash_all(user: Person, session: Session, inside: dict[str, str], *, by: By, now: datetime) -> int:
    found = {task.id: task for task in tasks.load_many(user, session, inside, lock=True, trashed=None)}
    found |= {task.id: task for task in tasks.family(user, session, *inside)}
    tops = {task.id: _top(task, found) for task in found.values()}
    for task in sorted(found.values(), key=lambda task: -len(tops[task.id])):
        along = tops[task.id][-1] if len(tops[task.id]) > 1 else ""
        root = inside.get(task.id, "") if task.deleted else along
        wanted = replace(task, list=None, section=None, deleted=task.deleted or now)
        put(user, session, task, wanted, by=by, verb="edited" if task.deleted else "deleted", now=now, root=root)
    return sum(task.deleted is None for task in found.values())


def _top(task: Task, found: dict[str, Task]) -> tuple[str, ...]:
    """The task and what it is part of, upwards, as far as that goes along."""
    line = (task.id,)
    while (parent := found.get(task.parent_id or "")) is not None and parent.id not in line and parent.deleted is None:
        task, line = parent, (*line, parent.id)
    return line


def add_section(user: Person, list_id: str, name: str, *, by: By, now: datetime) -> ListSection:
    """Last in its list. Raises Invalid, NotFound, Conflict."""
    name = checked_name(name, "A section")
    with writing() as session:
        things.load_list(user, session, list_id, lock=True)
        made = lists.new_section(user, session, list_id, name)
        put_thing(user, session, None, made, by=by, now=now)
    tell_lists(user)
    return made


def rename_section(user: Person, section_id: str, name: str, *, by: By, now: datetime) -> ListSection:
    """Raises Invalid, NotFound, Conflict."""
    name = checked_name(name, "A section")
    with writing() as session:
        before = things.load_section(user, session, section_id, lock=True)
        after = replace(before, name=name)
        put_thing(user, session, before, after, by=by, now=now)
    tell_lists(user)
    return after


def move_section(
    user: Person, section_id: str, *, after: str | None = None, before: str | None = None, by: By, now: datetime
) -> ListSection:
    """Among the sections of its list. Raises NotFound."""
    with writing() as session:
        order.alone(user, session)
        found = things.load_section(user, session, section_id, lock=True)
        if section_id not in {after, before}:
            position = order.section_place(user, session, found, after=after, before=before)
            put_thing(user, session, found, replace(found, position=position), by=by, now=now)
            found = things.load_section(user, session, section_id)
    tell_lists(user)
    return found


def delete_section(user: Person, section_id: str, *, by: By, now: datetime) -> int:
    """Its tasks stay in the list: how many. Raises NotFound."""
    with writing() as session:
        order.alone(user, session)
        found = things.load_section(user, session, section_id, lock=True)
        inside = lists.tasks_in(user, session, section_id=section_id)
        stay = tasks.load_many(user, session, inside, lock=True, trashed=None)
        for task in stay:
            root = inside[task.id]
            put(user, session, task, replace(task, section=None), by=by, verb="edited", now=now, root=root)
        put_thing(user, session, found, None, by=by, now=now)
    tell_lists(user)
    return sum(task.deleted is None for task in stay)
