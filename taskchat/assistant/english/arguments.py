"""What models write for the arguments of a tool, and what stands for nothing."""

ERASING = frozenset({"none", "null", "no date", "no due date", "never", "nothing", "remove", "clear", "no"})
"""Said in place of a value: the person wants it gone. An empty string is no value at all (C-04)."""
INBOX = ERASING | {"inbox", "no list"}
FIELDS = {
    "due_date": "due", "date": "due", "notes": "description", "note": "description", "tag": "tags",
    "reminder_minutes": "reminder", "reminders": "reminder", "repeat": "recurrence", "rrule": "recurrence",
}  # fmt: skip
"""Other names of what can be cleared."""
OPEN = ("", "open", "active", "pending", "todo", "to do", "unfinished", "not done")
DONE = ("done", "completed", "complete", "finished", "closed", "ticked")
ALL = ("all", "any", "both", "every", "everything")
WINDOWS = {
    "today": "today", "week": "week", "this week": "week", "overdue": "overdue", "late": "overdue",
    "past due": "overdue", "none": "none", "no date": "none", "no due date": "none",
}  # fmt: skip
"""Spans of due dates that have a name in the filters."""
ANY_DAY = frozenset({"any", "all"})
SORTS = {"due_date": "due", "date": "due", "name": "title", "newest": "created", "-newest": "-created"}
