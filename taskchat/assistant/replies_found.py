"""What is answered to a question: lists with their count, "you have 7 open tasks", "“dentist” is due …"."""

from taskchat.assistant.plan import Do, Through
from taskchat.assistant.replies_words import listing, plain, quoted
from taskchat.assistant.scene import Called, Scene, tasks_of
from taskchat.assistant.told import Told
from taskchat.domain.words import count

MOST = 15
"""Lines of a list in an answer; the rest is counted."""
LINES = "\n\n"


def found(step: Do, called: Called, scene: Scene) -> str:
    result = called.result or {}
    tasks, total = tasks_of(result), _number(result.get("total"))
    if not total:
        return _nothing(step.arguments) + _also_overdue(step.arguments, result).replace(LINES, " ").replace(" more", "")
    heading = f"{count(total, _noun(step.arguments))} {_what(step.arguments, total)}".strip()
    if scene.shows:
        return f"{heading}.{_also_overdue(step.arguments, result).replace(LINES, ' ')}"
    shown = tasks[:MOST]
    more = f"\n\nAnd {total - len(shown)} more." if total > len(shown) else ""
    return f"{heading}:\n\n{listing(shown)}{more}{_also_overdue(step.arguments, result)}"


def _also_overdue(wanted: Told, result: Told) -> str:
    """Asked for today, what is late is today's work too (F-07)."""
    counts = result.get("counts")
    late = _number(counts.get("overdue")) if isinstance(counts, dict) and wanted.get("due") == "today" else 0
    return f"\n\n{late} more {'is' if late == 1 else 'are'} overdue." if late else ""


def counted(step: Do, called: Called, scene: Scene) -> str:
    """ "You have 7 open tasks: 1 overdue, 1 due today." """
    result = called.result or {}
    total = _number(result.get("total"))
    counts = result.get("counts")
    counts = counts if isinstance(counts, dict) else {}
    parts = [f"{_number(counts.get(name))} {words}" for name, words in COUNTED.items() if _number(counts.get(name))]
    detail = f": {', '.join(parts)}" if parts else ""
    number = count(total, _noun(step.arguments)) if total else f"no {_noun(step.arguments)}s"
    return f"You have {number} {_what(step.arguments, total)}".rstrip() + f"{detail}."


COUNTED = {"overdue": "overdue", "due_today": "due today"}


def when_is(step: Do, called: Called, scene: Scene) -> str:
    """ "“dentist” is due Fri 27 Nov at 15:00." """
    tasks = tasks_of(called.result)
    if not tasks:
        return f"I found no open task about “{plain(str(step.arguments.get('search', '')))}”."
    if len(tasks) > 1:
        return f"{len(tasks)} tasks match:\n\n{listing(tasks[:MOST])}"
    due = tasks[0].get("due_words")
    return f"{quoted(tasks[0])} is due {due}." if due else f"{quoted(tasks[0])} has no due date."


def is_done(step: Do, called: Called, scene: Scene) -> str:
    """ "“write report” is still open." """
    tasks = tasks_of(called.result)
    if not tasks:
        return f"I found no task about “{plain(str(step.arguments.get('search', '')))}”."
    return " ".join(
        f"{quoted(task)} is {'done' if task.get('status') == 'done' else 'still open'}." for task in tasks[:MOST]
    )


def nothing_there(step: Through) -> str:
    return f"{_nothing(step.look.arguments)} Nothing was changed."


def _noun(wanted: Told) -> str:
    """Which tasks are counted: "open task", "done task", "high priority task"."""
    priorities = wanted.get("priorities")
    words = [
        "overdue" if wanted.get("due") == "overdue" else "",
        {"done": "done", "all": ""}.get(str(wanted.get("status")), "" if _is_narrow(wanted) else "open"),
        f"{priorities[0]} priority" if isinstance(priorities, list) and priorities else "",
        "task",
    ]
    return " ".join(word for word in words if word)


def _is_narrow(wanted: Told) -> bool:
    return any(name in wanted for name in ("due", "tags", "search", "list", "priorities"))


def _what(wanted: Told, total: int) -> str:
    """What the filters say, behind the noun: "due today", "tagged #work", "in “home”"."""
    due, tags = str(wanted.get("due", "")), wanted.get("tags")
    parts = [
        _due_words(due),
        "tagged " + " ".join(f"#{plain(str(tag))}" for tag in tags) if isinstance(tags, list) else "",
        f"in “{plain(str(wanted['list']))}”" if wanted.get("list") else "",
        f"matching “{plain(str(wanted['search']))}”" if wanted.get("search") else "",
    ]
    return " ".join(part for part in parts if part)


def _due_words(due: str) -> str:
    if due in {"", "overdue"}:
        return ""
    return {"none": "without a date", "today": "due today"}.get(due, f"due {due}")


def _nothing(wanted: Told) -> str:
    if wanted.get("due") == "overdue":
        return "Nothing is overdue."
    if wanted.get("due") and not wanted.get("search") and not wanted.get("tags"):
        return f"Nothing is {_due_words(str(wanted['due']))}."
    return f"There is no {_noun(wanted)} {_what(wanted, 0)}".rstrip() + "."


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
