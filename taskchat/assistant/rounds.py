"""A plan carried out in rounds: what is next, given what the tools have answered so far."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from taskchat.assistant.english import filters as words
from taskchat.assistant.plan import AFTER_IT, Do, Plan, Say, Step, Through
from taskchat.assistant.scene import Called, tasks_of


@dataclass(frozen=True, slots=True)
class Told:
    """A step and what came of it; `called` is None for words alone."""

    step: Step
    called: Called | None = None


def next_round(plan: Plan, calls: tuple[Called, ...]) -> tuple[list[Do], list[Told]]:
    """The calls to make now, none when all is through; and everything told so far.

    Calls that stand side by side go out together; a look and what follows from it are two rounds.
    """
    left = list(calls)
    told: list[Told] = []
    for steps in _together(plan):
        due = [step for step in steps if not isinstance(step, Say)]
        if isinstance(due[0] if due else None, Through):
            waiting = _through(due[0], left, told)  # pyright: ignore[reportArgumentType] - just asked
        else:
            waiting = _side_by_side(steps, left, told)
        if waiting:
            return waiting, told
    return [], told


def _together(plan: Plan) -> list[list[Step]]:
    groups: list[list[Step]] = []
    for step in plan:
        alone = isinstance(step, Through) or (groups and isinstance(groups[-1][-1], Through))
        if groups and not alone:
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups


def _side_by_side(steps: list[Step], left: list[Called], told: list[Told]) -> list[Do]:
    waiting = [step for step in steps if isinstance(step, Do)]
    if waiting and not left:
        return waiting
    if len(steps) == 1 and (again := _wider(steps[0], left)):
        if len(left) == 1:
            return [again]
        del left[0]
        steps = [again]
    for step in steps:
        told.append(Told(step, left.pop(0) if isinstance(step, Do) and left else None))
    return []


def _wider(step: Step, left: list[Called]) -> Do | None:
    """The same look for less, where a look has found nothing."""
    if not isinstance(step, Do) or step.wider is None or tasks_of(left[0].result):
        return None
    return replace(step, arguments=step.wider, wider=None)


def _through(step: Through, left: list[Called], told: list[Told]) -> list[Do]:
    if not left:
        return [step.look]
    look = left.pop(0)
    then = step.then if tasks_of(look.result) else step.otherwise
    if then is None:
        told.append(Told(step, look))
        return []
    if then.arguments.get("due") == AFTER_IT:
        then = replace(then, arguments=then.arguments | {"due": _after(tasks_of(look.result)[0])})
    if not left:
        return [then]
    told.append(Told(then, left.pop(0)))
    return []


def _after(task: dict[str, Any]) -> str:
    """The rest of its day, as list_tasks reads it; for a task of a whole day the days behind it."""
    due = str(task.get("due", ""))
    if "T" not in due:
        return words.DAYS_AFTER.format(due) if due else words.FROM_TODAY
    then = datetime.fromisoformat(due) + timedelta(minutes=1)
    return words.REST_OF_DAY.format(then.date(), f"{then:%H:%M}")
