"""What is answered to a look: lists with their count, yes and no, "you are free on Friday afternoon"."""

from collections.abc import Callable
from datetime import date

from taskchat.assistant.plan import Do, Through
from taskchat.assistant.replies_words import joined, listing, plain, quoted, say_when, title_words
from taskchat.assistant.scene import Called, Scene, tasks_of
from taskchat.assistant.told import Told
from taskchat.domain.filters import DueRange, due_bounds
from taskchat.domain.windows import read_window
from taskchat.domain.words import count
from taskchat.errors import Invalid

MOST = 15
"""Lines of a list in an answer; the rest is counted."""
LINES = "\n\n"
TOPS = {"priority": "The most important", "-created": "The newest", "created": "The oldest"}
"""What stands first, by the order that was asked for."""


def found(step: Do, called: Called, scene: Scene) -> str:
    result = called.result or {}
    if step.asks in ASKED:
        return ASKED[step.asks](step, result, scene)
    total = _number(result.get("total"))
    if not total:
        return nothing(step.arguments) + _also(step.arguments, result).replace(LINES, " ").replace(" more", "")
    heading = f"{count(total, noun(step.arguments))} {what(step.arguments)}".strip()
    some = len(tasks_of(result))
    is_top = "limit" in step.arguments and some < total
    if is_top:
        first = TOPS.get(str(step.arguments.get("sort", "")), "The first")
        heading = f"{first} {some} of {heading}" if some > 1 else f"{first} of {heading}"
    return _listed(heading, step, result, scene)


def _listed(heading: str, step: Do, result: Told, scene: Scene) -> str:
    """The heading and the tasks below it, unless they stand below the answer anyway."""
    tasks, total = tasks_of(result), _number(result.get("total"))
    if scene.shows:
        return f"{heading}.{_also(step.arguments, result).replace(LINES, ' ')}"
    shown = tasks[:MOST]
    left = 0 if "limit" in step.arguments else total - len(shown)
    more = f"\n\nAnd {left} more." if left else ""
    return f"{heading}:\n\n{listing(shown)}{more}{_also(step.arguments, result)}"


def _also(wanted: Told, result: Told) -> str:
    """Asked for today, what is late is today's work too (F-07); asked for some hours, what has no hour that day."""
    counts = result.get("counts")
    counts = counts if isinstance(counts, dict) else {}
    late = _number(counts.get("overdue")) if wanted.get("due") == "today" else 0
    if late:
        return f"\n\n{late} more {'is' if late == 1 else 'are'} overdue."
    day = _number(counts.get("all_day"))
    return f"\n\n{day} more {'is' if day == 1 else 'are'} due that day at no set time." if day else ""


def _any(step: Do, result: Told, scene: Scene) -> str:
    """ "Yes: 2 on Sunday morning:" """
    wanted, total = step.arguments, _number(result.get("total"))
    if not total:
        return f"No. {found(Do(step.tool, wanted), Called(step.tool, wanted, result), scene)}"
    if wanted.get("due") == "overdue":
        return _listed(f"Yes: {total} {'is' if total == 1 else 'are'} overdue", step, result, scene)
    return _listed(f"Yes: {count(total, noun(wanted))} {what(wanted)}".rstrip(), step, result, scene)


def _free(step: Do, result: Told, scene: Scene) -> str:
    return _taken(step, result, scene, "You are free{when}. Nothing is due then.", "Not quite: {tasks}")


def _busy(step: Do, result: Told, scene: Scene) -> str:
    return _taken(step, result, scene, "You are free{when}. Nothing is due then.", "You have {tasks}")


def _taken(step: Do, result: Told, scene: Scene, free: str, taken: str) -> str:
    total, due = _number(result.get("total")), str(step.arguments.get("due", ""))
    if not total:
        also = _also(step.arguments, result).replace(LINES, " ").replace(" more", "")
        return free.format(when=f" {say_when(due)}" if due else "") + also
    tasks = f"{count(total, noun(step.arguments))} {what(step.arguments)}".rstrip()
    return _listed(taken.format(tasks=tasks), step, result, scene)


def _next(step: Do, result: Told, scene: Scene) -> str:
    """ "Next: “dentist”, Fri 27 Nov at 15:00." """
    tasks = tasks_of(result)
    if not tasks:
        return nothing(step.arguments)
    due = tasks[0].get("due_words")
    return f"Next is {quoted(tasks[0])}, {due}." if due else f"Next is {quoted(tasks[0])}."


def _finished(step: Do, result: Told, scene: Scene) -> str:
    """ "2 tasks done today:" """
    try:
        days = due_bounds(read_window(step.detail, now=scene.now, ways=scene.ways), now=scene.now, ways=scene.ways)
    except Invalid:
        days = DueRange(None, None)
    first, last = days.first or date.min, days.last or date.max
    done = [task for task in tasks_of(result) if first <= _day(task) <= last]
    if not done:
        return f"Nothing was done {say_when(step.detail)}."
    return f"{count(len(done), 'task')} done {say_when(step.detail)}:\n\n{listing(done[:MOST])}"


def _day(task: Told) -> date:
    said = str(task.get("done_on", ""))
    return date.fromisoformat(said) if said else date.min


def _lists(step: Do, result: Told, scene: Scene) -> str:
    names = [str(data.get("list") or "") for data in _data(result)]
    known = sorted({name for name in names if name}, key=str.casefold)
    inbox = names.count("")
    if not known:
        return "No open task is in a list. Say for example: add milk to my shopping list."
    said = [f"“{plain(name)}” ({names.count(name)})" for name in known]
    rest = f" {count(inbox, 'more task')} {'is' if inbox == 1 else 'are'} in the inbox." if inbox else ""
    return f"Lists with open tasks: {joined(said)}.{rest}"


def _tags(step: Do, result: Told, scene: Scene) -> str:
    found = [tags for data in _data(result) if isinstance(tags := data.get("tags"), list)]
    tags = [str(tag) for some in found for tag in some]
    known = sorted(set(tags), key=str.casefold)
    said = [f"#{plain(tag)} ({tags.count(tag)})" for tag in known]
    return f"Tags of open tasks: {joined(said)}." if said else "No open task has a tag."


def _data(result: Told) -> list[Told]:
    return [data for task in tasks_of(result) if isinstance(data := task.get("data"), dict)]


NOTHING_BEHIND = "Nothing more is due that day."
ASKED: dict[str, Callable[[Do, Told, Scene], str]] = {
    "any": _any,
    "free": _free,
    "busy": _busy,
    "next": _next,
    "behind": lambda step, result, scene: _next(step, result, scene) if tasks_of(result) else NOTHING_BEHIND,
    "finished": _finished,
    "lists": _lists,
    "tags": _tags,
}
"""What a look is to answer, where that is no list."""


def counted(step: Do, called: Called, scene: Scene) -> str:
    """ "You have 7 open tasks: 1 overdue, 1 due today." """
    result = called.result or {}
    total = _number(result.get("total"))
    counts = result.get("counts")
    counts = counts if isinstance(counts, dict) else {}
    parts = [f"{_number(counts.get(name))} {words}" for name, words in COUNTED.items() if _number(counts.get(name))]
    detail = f": {', '.join(parts)}" if parts else ""
    number = count(total, noun(step.arguments)) if total else f"no {noun(step.arguments)}s"
    return f"You have {number} {what(step.arguments)}".rstrip() + f"{detail}."


COUNTED = {"overdue": "overdue", "due_today": "due today"}


def nothing_there(step: Through) -> str:
    return f"{nothing(step.look.arguments)} Nothing was changed."


def noun(wanted: Told) -> str:
    """Which tasks are counted: "open task", "done task", "high priority task"."""
    priorities = wanted.get("priorities")
    words = [
        "overdue" if wanted.get("due") == "overdue" else "",
        "repeating" if wanted.get("filter") == "is:recurring" else "",
        {"done": "done", "all": ""}.get(str(wanted.get("status")), "" if _is_narrow(wanted) else "open"),
        f"{priorities[0]} priority" if isinstance(priorities, list) and priorities else "",
        "task",
    ]
    return " ".join(word for word in words if word)


def _is_narrow(wanted: Told) -> bool:
    return any(name in wanted for name in ("due", "tags", "search", "list", "priorities", "filter"))


def what(wanted: Told) -> str:
    """What the filters say, behind the noun: "due today", "tagged #work", "in “home”"."""
    tags = wanted.get("tags")
    parts = [
        _due_words(str(wanted.get("due", ""))),
        "tagged " + " ".join(f"#{plain(str(tag))}" for tag in tags) if isinstance(tags, list) else "",
        f"in “{plain(str(wanted['list']))}”" if wanted.get("list") else "",
        f"matching “{title_words(wanted['search'])}”" if wanted.get("search") else "",
    ]
    return " ".join(part for part in parts if part)


def _due_words(due: str) -> str:
    if due in {"", "overdue"}:
        return ""
    return "without a date" if due == "none" else f"due {say_when(due)}"


def nothing(wanted: Told) -> str:
    if wanted.get("due") == "overdue":
        return "Nothing is overdue."
    if wanted.get("due") and not wanted.get("search") and not wanted.get("tags"):
        return f"Nothing is {_due_words(str(wanted['due']))}."
    return f"There is no {noun(wanted)} {what(wanted)}".rstrip() + "."


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
