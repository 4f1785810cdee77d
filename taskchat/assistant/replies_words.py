"""Pieces of answers: titles in quotes, several of them, lists of tasks, sentences."""

import re
from collections.abc import Sequence

from taskchat.assistant.told import Told, title_of

MARKDOWN = re.compile(r"([\\`*\[\]<>|~]|(?<!\w)_|_(?!\w)|^(?=[#+-]\s)|!(?=\[))")
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
