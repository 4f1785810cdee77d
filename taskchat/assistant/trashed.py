"""Which task in the trash somebody wants back: words of its title, or its number where the assistant has asked."""

from taskchat.assistant.context import Turn
from taskchat.assistant.positions import read_positions
from taskchat.assistant.recall import recall
from taskchat.assistant.which import CHOICES, Unsure, without_articles
from taskchat.domain.filters import TaskFilter
from taskchat.domain.task import Task
from taskchat.domain.text import folded
from taskchat.errors import Invalid, NotFound
from taskchat.services import tasks


def pick_trashed(turn: Turn, said: str) -> tuple[Task, ...] | Unsure:
    """Raises NotFound when nothing in the trash is meant, Invalid when `said` is empty."""
    words = said.strip().strip("“”\"'").strip()
    if not words:
        raise Invalid("Say which task.", "task")
    if there := _at_positions(turn, words):
        return there
    for each in dict.fromkeys((words, without_articles(words))):
        if found := _in_trash(turn, TaskFilter(status=None, words=each[:200], trashed=True)):
            same = tuple(task for task in found if folded(task.title) == folded(each))
            return _one_of(same or found)
    raise NotFound(f"Nothing in the trash matches “{words}”.")


def _at_positions(turn: Turn, words: str) -> tuple[Task, ...]:
    listed, positions = recall(turn).listed, read_positions(words) or ()
    ids = tuple(listed[p - 1 if p > 0 else p].id for p in positions if -len(listed) <= p <= len(listed))
    return _in_trash(turn, TaskFilter(status=None, ids=ids, trashed=True)) if ids else ()


def _in_trash(turn: Turn, wanted: TaskFilter) -> tuple[Task, ...]:
    return tasks.find(turn.person, wanted, limit=CHOICES, now=turn.now).tasks


def _one_of(found: tuple[Task, ...]) -> tuple[Task, ...] | Unsure:
    return found if len(found) == 1 else Unsure("Which one?", found)
