"""A task and what is part of it: which goes before which when several change at once."""

from collections import defaultdict
from collections.abc import Sequence

from taskchat.domain.task import Task


def subtasks_first(found: Sequence[Task]) -> list[Task]:
    """A task that comes back takes along what is still open under it: what is to be done with it is done before."""
    parents = {task.id: task.parent_id for task in found}

    def depth(task_id: str | None) -> int:
        return 1 + depth(parents[task_id]) if task_id in parents else 0

    return sorted(found, key=lambda task: depth(task.id), reverse=True)


def whose_removal(found: Sequence[Task], family: Sequence[Task]) -> dict[str, str]:
    """The ids of what goes to the trash, and of the task whose removal takes it there.

    From the bottom up, so that undo, which goes newest first, brings a parent back before its subtasks.
    """
    below: defaultdict[str | None, list[str]] = defaultdict(list)
    for child in family:
        below[child.parent_id].append(child.id)
    roots: dict[str, str] = {}
    for task in found:
        line, reach = [task.id], [task.id]
        while reach:
            reach = [child for parent in reach for child in below[parent] if child not in roots]
            line += reach
        roots |= {one: task.id for one in reversed(line) if one not in roots}
    return roots
