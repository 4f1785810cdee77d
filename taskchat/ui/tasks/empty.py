"""What stands where no task is: one sentence, and one thing to do next (UX-6)."""

from dataclasses import dataclass

from taskchat.ui.tasks.asked import Asked


@dataclass(frozen=True)
class Empty:
    """`words`, then a link named `action` that opens the view `view` ("clear" takes the filters away), then `rest`."""

    words: str = ""
    action: str = ""
    view: str = ""
    rest: str = ""


SENTENCES = {
    "list": Empty("Nothing to do. Add something above, or tell the assistant."),
    "inbox": Empty("Nothing waits in the inbox. What you add without a list comes here."),
    "today": Empty("Nothing due today. Look at", "Upcoming", "upcoming", ", or add something."),
    "upcoming": Empty("Nothing is planned. Give a task a date, for example: dentist friday 9am."),
    "done": Empty("What you finish shows up here."),
    "trash": Empty("Nothing here. Deleted tasks stay 30 days."),
    "in": Empty("Nothing on this list.", "All tasks", "list"),
}


def empty(asked: Asked, problem: str = "") -> Empty:
    if problem:
        return Empty(problem, "Clear search", "clear")
    if asked.is_filtered:
        return Empty(f"No {_kind(asked)} task matches{_sought(asked)}.", "Clear search", "clear")
    return SENTENCES.get(asked.view, Empty())


def _kind(asked: Asked) -> str:
    return {"done": "finished", "trash": "deleted"}.get(asked.view, "open")


def _sought(asked: Asked) -> str:
    """The search and the tags, as they were asked for; other filters stand visibly above."""
    sought = " ".join(filter(None, (asked.written, asked.words)))
    words = f" “{sought}”" if sought else ""
    tags = " with " + ", ".join(f"#{tag}" for tag in asked.tags) if asked.tags else ""
    return words + tags or " these filters"
