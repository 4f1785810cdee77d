"""Tasks under tasks and under sections, as the list shows them."""

from collections.abc import Iterable
from dataclasses import replace

from taskchat.domain.filters import Sort
from taskchat.domain.lanes import Along
from taskchat.domain.lists import ListSection
from taskchat.domain.person import Person
from taskchat.domain.task import Task
from taskchat.errors import NotFound
from taskchat.services import lists, subtasks
from taskchat.ui.tasks.asked import Asked
from taskchat.ui.tasks.views import Group, TaskView

FLAT = frozenset(("done", "trash"))
"""Views in which each task stands for itself."""


def sectioned(person: Person, asked: Asked) -> tuple[Asked, tuple[ListSection, ...]]:
    """A list with sections is shown by them, in manual order, unless another order was chosen."""
    if asked.view != "in" or asked.group is not None or asked.sort not in {None, Sort.MANUAL}:
        return asked, ()
    try:
        sections = lists.sections(person, lists.named(person, asked.name).id)
    except NotFound:
        sections = ()
    return (replace(asked, sort=Sort.MANUAL, group=Along.SECTION) if sections else asked), sections


def by_section(found: Iterable[Task], sections: tuple[ListSection, ...]) -> tuple[Group, ...]:
    """What stands in no section comes first, without a heading."""
    parts: dict[str | None, list[Task]] = {None: [], **{section.name: [] for section in sections}}
    for task in found:
        parts.setdefault(task.section, []).append(task)
    idents = {section.name: section.id for section in sections}
    return tuple(
        Group(name or "", "plain", tuple(of_it), idents.get(name or "", ""), key=name or "")
        for name, of_it in parts.items()
        if of_it
    )


def nested(groups: tuple[Group, ...]) -> tuple[Group, ...]:
    """What is part of a task in view stands under it, unless its own date puts it further up."""
    home = {task.id: place for place, group in enumerate(groups) for task in group.tasks}
    below: dict[str, list[Task]] = {}
    tops: list[list[Task]] = [[] for _ in groups]
    for place, group in enumerate(groups):
        for task in group.tasks:
            under = task.parent_id if task.parent_id and home.get(task.parent_id, len(groups)) <= place else None
            (below.setdefault(under, []) if under else tops[place]).append(task)

    def family(task: Task) -> Iterable[Task]:
        yield task
        for child in below.get(task.id, ()):
            yield from family(child)

    whole = (tuple(one for top in part for one in family(top)) for part in tops)
    return tuple(replace(group, tasks=tasks) for group, tasks in zip(groups, whole, strict=True) if tasks)


def outlined(person: Person, rows: list[TaskView], groups: tuple[Group, ...], folded: frozenset[str]) -> list[TaskView]:
    """The rows with how deep they stand and how far they have come; what is folded away is left out."""
    parents = _parents(rows, {task.id: task.parent_id for group in groups for task in group.tasks})
    progress = subtasks.progress(person, parents)
    seen: list[TaskView] = []
    for row in rows:
        above = _above(row.id, parents)
        if not folded.isdisjoint(above):
            continue
        of_it = progress.get(row.id)
        come = f"{of_it.done} of {of_it.total}" if of_it else ""
        folds = ("folded" if row.id in folded else "open") if row.id in parents.values() else ""
        seen.append(replace(row, parent=parents[row.id], level=len(above), progress=come, folds=folds))
    return seen


def _parents(rows: list[TaskView], parents: dict[str, str | None]) -> dict[str, str]:
    """Under which row each stands, "" = none: its parent comes before it, with nothing but its family between."""
    found: dict[str, str] = {}
    line: list[str] = []
    for row in rows:
        parent = parents[row.id]
        while line and (row.heading or line[-1] != parent):
            line.pop()
        found[row.id] = line[-1] if line else ""
        line.append(row.id)
    return found


def _above(ident: str, parents: dict[str, str]) -> tuple[str, ...]:
    return (parents[ident], *_above(parents[ident], parents)) if parents[ident] else ()
