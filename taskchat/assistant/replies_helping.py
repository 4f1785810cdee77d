"""What is answered where somebody wanted help: a plan, a look back, what stands twice, what could be added."""

from collections.abc import Callable, Sequence

from taskchat.assistant.plan import Do, Through
from taskchat.assistant.replies_words import NAMED, joined, plain, quoted
from taskchat.assistant.scene import Called, Scene, tasks_of
from taskchat.assistant.told import Told
from taskchat.domain.words import count

PARAGRAPH = "\n\n"
GROUPS = 5
"""Of what stands twice, told one by one."""
NO_MORE = {
    "duplicates": "Nothing stands twice: no two open tasks say the same.",
    "forgotten": "Nothing is forgotten: every open task has a date, or was touched within 30 days.",
    "tags": "I have nothing to suggest. I go by the tags of tasks like it, and know too few.",
    "dates": "I have nothing to suggest. I go by when tasks like it were done, and know too few.",
}
MOVE_LATE = "Say “move everything overdue to monday” to give what is late a new day."
LATER = "Say “plan tomorrow” for a plan of then."
CLEAR_OUT = "Say “clear out the forgotten tasks”, and I ask you before anything goes."


def waiting(step: Do | Through, result: Told) -> str:
    """What a question on a card is about, in words: said before it."""
    asked = WAITING.get(step.tool) if isinstance(step, Do) else None
    return asked(result) if asked else ""


def _plan_waits(result: Told) -> str:
    return f"Here is a plan for {result.get('day')}, from {_at(result, 0)} on.{_no_room(result)} "


def _at(result: Told, place: int) -> str:
    tasks = tasks_of(result)
    return str(tasks[place].get("planned_at", "")) if tasks else ""


def _no_room(result: Told) -> str:
    left, total = _some(result, "no_room"), result.get("no_room_total", 0)
    return f" There is no room for {_names(left, total)}." if left and isinstance(total, int) else ""


def _twice_waits(result: Told) -> str:
    found = result.get("groups")
    groups = [group for group in found if isinstance(group, dict)] if isinstance(found, list) else []
    if not groups:
        return "These have no date, and nobody has touched them for 30 days. "
    lines = [f"- {quoted(group['keep'])} stands {_times(group)}{_where(group)}" for group in groups]
    more = f"\nAnd {len(groups) - GROUPS} more." if len(groups) > GROUPS else ""
    return "These say the same. I would keep one of each:" + PARAGRAPH + "\n".join(lines[:GROUPS]) + more + PARAGRAPH


def _times(group: Told) -> str:
    others = group["others"]
    number = len(others) + 1 if isinstance(others, list) else 1
    return "twice" if number == 2 else f"{number} times"


def _where(group: Told) -> str:
    """How they differ: ": today, Sat 21 Nov; in “Home”"."""
    others = group["others"]
    each = [group["keep"], *(others if isinstance(others, list) else [])]
    places = [_place(task) for task in each if isinstance(task, dict)]
    return f": {'; '.join(places)}" if len(set(places)) > 1 else ""


def _place(task: Told) -> str:
    data = task.get("data")
    name = data.get("list") if isinstance(data, dict) else None
    due = str(task.get("due_words", ""))
    return ", ".join(part for part in (due, f"in “{plain(str(name))}”" if name else "") if part) or "without a date"


WAITING: dict[str, Callable[[Told], str]] = {"plan_day": _plan_waits, "tidy_up": _twice_waits}


def planned(step: Do, called: Called, scene: Scene) -> str:
    """A day in which nothing has to be moved."""
    result = called.result or {}
    day, tasks = result.get("day"), tasks_of(result)
    if not tasks:
        late = _no_room(result).strip()
        return f"{late} {LATER}" if late else f"Nothing is late or due on {day}."
    fixed = [f"{quoted(task)} at {task.get('planned_at')}" for task in tasks[:NAMED]]
    more = [count(len(tasks) - NAMED, "more task")] if len(tasks) > NAMED else []
    return f"{day} is planned already: {joined([*fixed, *more])}.{_no_room(result)}"


def broken_down(step: Do, called: Called, scene: Scene) -> str:
    result = called.result or {}
    parts, whole = tasks_of(result), result.get("of")
    name = quoted(whole) if isinstance(whole, dict) else "It"
    if not parts:
        return f"{name} has all of these parts already."
    data = result.get("data")
    template = f" from your template “{plain(str(data.get('template')))}”" if isinstance(data, dict) else ""
    listed = joined([quoted(part) for part in parts])
    return f"Done. {name} has {count(len(parts), 'new subtask')}{template}: {listed}."


def summed_up(step: Do, called: Called, scene: Scene) -> str:
    result = called.result or {}
    return _reviewed(result) if step.arguments.get("review") else _summary(result)


def _summary(result: Told) -> str:
    """ "This week: 3 done, 5 open, 1 overdue. Still to come this week: 2 on Sat 21 Nov. Next: …" """
    data = result.get("data")
    head = f"“{plain(str(data['list']))}”" if isinstance(data, dict) else "This week"
    numbers = _numbers(result)
    done = f"{numbers['done'] or 'none'} done{' this week' if isinstance(data, dict) else ''}"
    facts = f"{head}: {done}, {numbers['open']} open, {numbers['overdue'] or 'none'} overdue."
    return " ".join(part for part in (facts, _by_day(result), _next(result)) if part)


def _by_day(result: Told) -> str:
    found = result.get("by_day")
    days = [f"{number} on {day}" for day, number in found.items()] if isinstance(found, dict) else []
    return f"Still to come this week: {', '.join(days)}." if days else "Nothing more is due this week."


def _next(result: Told) -> str:
    (*_, first) = _some(result, "next") or [None]
    return f"Next: {quoted(first)}, {first.get('due_words')}." if first else ""


def _reviewed(result: Told) -> str:
    numbers = _numbers(result)
    done, late, old = (_some(result, name) for name in ("done", "overdue", "forgotten"))
    parts = [
        f"Done in the last 7 days: {_listed(done, numbers['done'])}.",
        f"Slipped: {_listed(late, numbers['overdue'])}.{f' {MOVE_LATE}' if late else ''}",
        f"In the next 7 days: {count(numbers['ahead'], 'task') if numbers['ahead'] else 'nothing'}. {_next(result)}",
    ]
    if old:
        said = f"Without a date and untouched for 30 days: {_listed(old, numbers['forgotten'])}. {CLEAR_OUT}"
        parts.append(said)
    return PARAGRAPH.join(part.strip() for part in parts)


def _listed(some: Sequence[Told], total: int) -> str:
    """ "5: “a”, “b”, “c” and 2 more" """
    if not some:
        return "nothing"
    more = [f"{total - NAMED} more"] if total > NAMED else []
    return f"{total}, {joined([*(quoted(task) for task in some[:NAMED]), *more])}"


def tidied(step: Do, called: Called, scene: Scene) -> str:
    return NO_MORE[str(step.arguments.get("what"))]


def _names(some: Sequence[Told], total: int) -> str:
    return joined([quoted(task) for task in some]) if total <= NAMED else count(total, "task")


def _some(result: Told, name: str) -> list[Told]:
    found = result.get(name)
    return [task for task in found if isinstance(task, dict)] if isinstance(found, list) else []


def _numbers(result: Told) -> dict[str, int]:
    found = result.get("counts")
    return {str(name): int(number) for name, number in found.items()} if isinstance(found, dict) else {}


HELPED: dict[str, Callable[[Do, Called, Scene], str]] = {
    "plan_day": planned,
    "break_down": broken_down,
    "sum_up": summed_up,
    "tidy_up": tidied,
    "suggest": tidied,
}
