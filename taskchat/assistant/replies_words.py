"""Pieces of answers: titles in quotes, several of them, lists of tasks, sentences."""

import re
from collections.abc import Sequence

from taskchat.assistant.told import Told, title_of
from taskchat.domain.english.vocabulary import MONTHS, WEEKDAYS_ALL

MARKDOWN = re.compile(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|^(?=[#+-]\s)|!(?=\[))")
CAPITAL = frozenset({*WEEKDAYS_ALL, *MONTHS}) - {"may", "sun", "sat"}
LEADS = {
    "at ": re.compile(r"\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m|o['’]?clock)|\d\d?:\d\d"),
    "in ": re.compile(rf"(?:{'|'.join(MONTHS)})(?: \d{{4}})?$"),
    "on ": re.compile(rf"(?:{'|'.join(sorted(CAPITAL))})\b|(?:the )?\d"),
}
"""What stands before a time of day, before a month, and before a day with a name or a number."""
NAMED = 3
"""Titles a sentence repeats; more of them are counted."""


def plain(text: str) -> str:
    """A person's words inside an answer: nothing in them is formatting (U-01)."""
    return MARKDOWN.sub(r"\\\1", text)


def quoted(task: Told) -> str:
    return f"“{plain(title_of(task))}”"


def named(tasks: Sequence[Told], total: int | None = None) -> str:
    """“a”, “b” and “c”; from the fourth on a count."""
    count = total if total is not None else len(tasks)
    if count > NAMED or count != len(tasks):
        return f"{count} tasks" if count != 1 else "1 task"
    return joined([quoted(task) for task in tasks])


def title_words(said: object) -> str:
    """What was searched for, as the person said it."""
    return plain(str(said))


def say_when(due: str) -> str:
    """A day as list_tasks takes it, as one says it: "on Friday afternoon", "this week", "at 3pm tomorrow"."""
    said = " ".join(word.capitalize() if word in CAPITAL else word for word in due.split())
    lead = next((lead for lead, pattern in LEADS.items() if pattern.match(due)), "")
    return f"{lead}{said}"


def joined(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def line(task: Told) -> str:
    """ "2. write report, today, Sat 21 Nov, at 18:00, #work" """
    data = task.get("data")
    tags = data.get("tags", []) if isinstance(data, dict) else []
    parts = [
        plain(title_of(task)),
        _due(task),
        f"{task['priority']} priority" if task.get("priority") else "",
        " ".join(f"#{plain(str(tag))}" for tag in tags) if isinstance(tags, list) else "",
        "done" if task.get("status") == "done" else "",
    ]
    return f"{task.get('n', 1)}. {', '.join(part for part in parts if part)}"


def _due(task: Told) -> str:
    words = str(task.get("due_words", ""))
    return f"overdue since {words}" if task.get("overdue") else words


def listing(tasks: Sequence[Told]) -> str:
    return "\n".join(line(task) for task in tasks)


def sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "!", ":")) else f"{text}."
