"""A tool's arguments as values of the domain: forgiving in spelling, never silent about what it cannot read."""

from collections.abc import Sequence
from dataclasses import dataclass

from taskchat.assistant.context import Turn
from taskchat.assistant.english.arguments import ERASING, FIELDS, INBOX
from taskchat.assistant.moving import due_for
from taskchat.domain.bounds import checked_edit, checked_tag, read_priority
from taskchat.domain.dates import read_when
from taskchat.domain.recurrence import Repeat, first_due, read_repeat
from taskchat.domain.rules import checked_rule
from taskchat.domain.task import KEEP, Draft, Due, Edit, Keep, Priority, Task
from taskchat.errors import Invalid
from taskchat.services import lists

CLEARED: dict[str, dict[str, object]] = {
    "due": {"due": None},
    "description": {"description": ""},
    "tags": {"tags": ()},
    "list": {"list": None},
    "section": {"section": None},
    "reminder": {"reminder_minutes": None},
    "recurrence": {"rrule": None, "after_completion": False},
    "priority": {"priority": Priority.MEDIUM},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a call wants set, in the words it used; None = not said."""

    title: str | None = None
    description: str | None = None
    due: str | None = None
    priority: str | None = None
    tags: Sequence[str] | None = None
    add_tags: Sequence[str] | None = None
    remove_tags: Sequence[str] | None = None
    list: str | None = None
    section: str | None = None
    reminder_minutes: int | None = None
    recurrence: str | None = None
    clear: Sequence[str] | None = None


def draft_of(turn: Turn, asked: Asked) -> Draft:
    """Raises Invalid for a date, priority or rule that cannot be understood (C-02)."""
    repeat = _repeat(turn, asked.recurrence)
    return Draft(
        title=asked.title or "",
        description=asked.description or "",
        due=_due(turn, asked.due) or _begins(turn, repeat),
        priority=read_priority(asked.priority or "medium"),
        tags=_tags(asked.tags),
        list=_list(turn, asked.list),
        reminder_minutes=asked.reminder_minutes,
        rrule=repeat and repeat.rule,
        after_completion=bool(repeat and repeat.after_completion),
    )


def said_in(asked: Asked) -> tuple[str, ...]:
    """The fields a call names, so that no habit of the person's changes them."""
    return tuple(name for name in ("list", "priority", "reminder_minutes") if getattr(asked, name) is not None)


def edit_for(turn: Turn, task: Task, asked: Asked) -> Edit:
    """What `asked` means for this task. Raises Invalid when nothing was asked or something cannot be understood."""
    fields: dict[str, object] = {}
    for name in asked.clear or ():
        fields |= _cleared(name)
    fields |= {name: value for name, value in _set(turn, task, asked).items() if value is not KEEP}
    if asked.recurrence:
        fields |= _repeating(turn, task, asked)
    if not fields:
        raise Invalid("Say what to change.")
    edit = Edit(**fields)  # pyright: ignore[reportArgumentType] - names and types are those of Edit
    return checked_edit(edit, now=turn.now)


def _set(turn: Turn, task: Task, asked: Asked) -> dict[str, object]:
    return {
        "title": KEEP if asked.title is None else asked.title,
        "description": KEEP if asked.description is None else asked.description,
        "due": _new_due(turn, task, asked.due),
        "priority": KEEP if not asked.priority else read_priority(asked.priority),
        "tags": _new_tags(task, asked),
        "list": KEEP if not asked.list else _list(turn, asked.list),
        "section": KEEP if not asked.section else _section(asked.section),
        "reminder_minutes": KEEP if asked.reminder_minutes is None else asked.reminder_minutes,
    }


def _repeating(turn: Turn, task: Task, asked: Asked) -> dict[str, object]:
    """A task without a date gets the first one of its rule."""
    repeat = _repeat(turn, asked.recurrence)
    begins = _begins(turn, repeat) if task.due is None and not asked.due else None
    due = {"due": begins} if begins else {}
    return {"rrule": repeat and repeat.rule, "after_completion": bool(repeat and repeat.after_completion), **due}


def _cleared(name: str) -> dict[str, object]:
    plain = name.strip().lower()
    if (plain := FIELDS.get(plain, plain)) not in CLEARED:
        raise Invalid(f"{', '.join(CLEARED)} can be cleared.", "clear")
    return CLEARED[plain]


def _due(turn: Turn, text: str | None) -> Due | None:
    if not text or not text.strip() or text.strip().lower() in ERASING:
        return None
    return read_when(text, now=turn.now, ways=turn.person.ways).due(turn.person.ways.zone)


def _new_due(turn: Turn, task: Task, text: str | None) -> Due | Keep | None:
    if not text or not text.strip():
        return KEEP
    return None if text.strip().lower() in ERASING else due_for(turn, text, task)


def _tags(tags: Sequence[str] | None) -> tuple[str, ...]:
    return tuple(checked_tag(tag) for tag in tags or ())


def _new_tags(task: Task, asked: Asked) -> tuple[str, ...] | Keep:
    if asked.tags is None and not asked.add_tags and not asked.remove_tags:
        return KEEP
    kept = task.tags if asked.tags is None else _tags(asked.tags)
    gone = set(_tags(asked.remove_tags))
    return tuple(dict.fromkeys(tag for tag in (*kept, *_tags(asked.add_tags)) if tag not in gone))


def _list(turn: Turn, name: str | None) -> str | None:
    return None if not name or name.strip().lower() in INBOX else lists.meant(turn.person, name.strip())


def _section(name: str) -> str | None:
    return None if name.strip().lower() in ERASING else name


def _begins(turn: Turn, repeat: Repeat | None) -> Due | None:
    return repeat and first_due(repeat, now=turn.now, ways=turn.person.ways)


def _repeat(turn: Turn, text: str | None) -> Repeat | None:
    if not text or not text.strip() or text.strip().lower() in ERASING:
        return None
    if "FREQ=" in text.upper():
        return Repeat(checked_rule(text))
    if repeat := read_repeat(text, now=turn.now, ways=turn.person.ways):
        return repeat
    raise Invalid("I do not understand how it repeats. Try “every monday” or “every 2 weeks”.", "recurrence")
