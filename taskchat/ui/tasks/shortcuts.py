"""The one table of keys: what the script listens for, what the sheet on `?` shows, and what tooltips name."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shortcut:
    """`does` is what the script calls it, `at` where it leads; "" = something else listens, the sheet only tells.

    `keys`: "x", "shift+ArrowDown", "mod+k" (Ctrl, ⌘ on a Mac), or one after the other, "g t".
    `also` are other words the palette finds it by.
    """

    words: str
    keys: tuple[str, ...]
    does: str = ""
    at: str = ""
    also: str = ""


SHORTCUTS: dict[str, tuple[Shortcut, ...]] = {
    "Anywhere": (
        Shortcut("Find or do anything", ("mod+k",), "palette"),
        Shortcut("Add a task", ("n",), "new"),
        Shortcut("Search tasks", ("/",), "search"),
        Shortcut("To the chat and back", ("mod+j",)),
        Shortcut("Take back the last change", ("mod+z",), "undo"),
        Shortcut("Do it again", ("mod+shift+z", "mod+y"), "redo"),
        Shortcut("Show these keys", ("?",), "sheet"),
    ),
    "Go to": (
        Shortcut("All tasks", ("g a",), "go"),
        Shortcut("Inbox", ("g i",), "go", "inbox"),
        Shortcut("Today", ("g t",), "go", "today"),
        Shortcut("Upcoming", ("g u",), "go", "upcoming"),
        Shortcut("Board", ("g b",), "go", "board", "columns kanban"),
        Shortcut("Calendar", ("g c",), "go", "calendar", "month week"),
        Shortcut("Done", ("g d",), "go", "done", "completed finished"),
        Shortcut("Activity", ("g h",), "go", "activity", "history"),
        Shortcut("Trash", ("g x",), "go", "trash", "deleted"),
        Shortcut("Insights", ("g n",), "open", "/insights", "statistics charts"),
        Shortcut("Settings", ("g s",), "open", "/settings", "preferences account zone notices"),
    ),
    "In the list": (
        Shortcut("Next task", ("j", "ArrowDown"), "next"),
        Shortcut("Task before", ("k", "ArrowUp"), "before"),
        Shortcut("Select, or not", ("x",), "select"),
        Shortcut("Select on to the next", ("shift+ArrowDown",), "select next"),
        Shortcut("Select on to the one before", ("shift+ArrowUp",), "select before"),
        Shortcut("Select all", ("mod+a",), "all"),
        Shortcut("Select none", ("Escape",), "none"),
    ),
    "The task in focus, or all selected": (
        Shortcut("Complete", ("c",), "complete"),
        Shortcut("Change the title", ("F2", "Enter"), "rename"),
        Shortcut("Edit everything", ("e",), "edit"),
        Shortcut("Due date", ("d",), "page", "due"),
        Shortcut("Priority", ("p",), "page", "priority"),
        Shortcut("Move to a list", ("m",), "page", "list"),
        Shortcut("Add a tag", ("t",), "page", "tag"),
        Shortcut("Remove a tag", ("shift+t",), "page", "untag"),
        Shortcut("Move to trash", ("#", "Delete"), "delete"),
    ),
}


def keyshortcuts(does: str) -> str:
    """For `aria-keyshortcuts`: the keys of one of them, as the attribute wants them."""
    keys = next(one.keys for group in SHORTCUTS.values() for one in group if one.does == does)
    return " ".join(
        way.replace("mod+", meant) for way in keys for meant in (("Control+", "Meta+") if "mod+" in way else ("",))
    )
