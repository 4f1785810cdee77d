"""How people ask for help with many tasks at once, and what sounds like it and is not."""

from typing import Any

Call = tuple[str, dict[str, Any]]


def plan(**arguments: str) -> Call:
    return ("plan_day", arguments)


def split(task: str, *parts: str) -> Call:
    return ("break_down", {"task": task} | ({"parts": list(parts)} if parts else {}))


def sums(**arguments: Any) -> Call:
    return ("sum_up", arguments)


DUPLICATES: Call = ("tidy_up", {"what": "duplicates"})
FORGOTTEN: Call = ("tidy_up", {"what": "forgotten"})
TAGS: Call = ("suggest", {"what": "tags"})
DATES: Call = ("suggest", {"what": "dates"})
REVIEW = sums(review=True)

HELPING: tuple[tuple[str, Call], ...] = (
    ("plan my day", plan()),
    ("Could you please plan my day?", plan()),
    ("help me plan today", plan()),
    ("Help me plan my day!", plan()),
    ("organize my day", plan()),
    ("Can you help me organise my day?", plan()),
    ("hey, please organise today", plan()),
    ("schedule my day", plan()),
    ("prioritise my day", plan()),
    ("plan the rest of my day", plan()),
    ("make me a schedule for today", plan()),
    ("make a plan for today", plan()),
    ("give me a day plan", plan()),
    ("How should I plan my day?", plan()),
    ("what order should I do my tasks in?", plan()),
    ("in which order should I tackle them today?", plan()),
    ("plan tomorrow", plan(day="tomorrow")),
    ("plan my day for monday", plan(day="monday")),
    ("plan next friday", plan(day="next friday")),
    ("make a plan for tomorrow", plan(day="tomorrow")),
    ("plan my day until 8pm", plan(until="8pm")),
    ("plan today until 20:00", plan(until="20:00")),
    ("break down the report", split("report")),
    ("break the report down", split("report")),
    ("break the report down into steps", split("report")),
    ("split the move into smaller tasks", split("move")),
    ("what are the steps for the trip?", split("trip")),
    ("add steps to the trip", split("trip")),
    ("split the report into outline, draft and review", split("report", "outline", "draft", "review")),
    ("break down the report into outline, draft, and review", split("report", "outline", "draft", "review")),
    ("divide the move into pack and rent a van", split("move", "pack", "rent a van")),
    ("split the trip into book it by friday, pack", split("trip", "book it by friday", "pack")),
    ("add subtasks pack and book hotel to the trip", split("trip", "pack", "book hotel")),
    ("add steps to the trip: pack, book hotel", split("trip", "pack", "book hotel")),
    ("summarise my week", sums()),
    ("Please summarize the week.", sums()),
    ("sum up my tasks", sums()),
    ("give me an overview", sums()),
    ("can you give me a quick summary of my week?", sums()),
    ("how am I doing this week?", sums()),
    ("where do I stand?", sums()),
    ("how is the work list doing?", sums(list="work")),
    ("how's my work list going", sums(list="work")),
    ("summarise the work list", sums(list="work")),
    ("give me an overview of my home list", sums(list="home")),
    ("weekly review", REVIEW),
    ("let's do the weekly review", REVIEW),
    ("review my week", REVIEW),
    ("help me review the week", REVIEW),
    ("how did my week go?", REVIEW),
    ("what did I achieve last week?", REVIEW),
    ("find duplicates", DUPLICATES),
    ("look for duplicate tasks", DUPLICATES),
    ("are there any duplicates?", DUPLICATES),
    ("do I have anything twice?", DUPLICATES),
    ("Do I have any duplicate tasks?", DUPLICATES),
    ("is anything on my list twice?", DUPLICATES),
    ("remove duplicates", DUPLICATES),
    ("clean up the duplicates", DUPLICATES),
    ("clear out the forgotten tasks", FORGOTTEN),
    ("clean up old tasks", FORGOTTEN),
    ("get rid of the stale tasks", FORGOTTEN),
    ("suggest tags", TAGS),
    ("suggest tags for my tasks", TAGS),
    ("can you suggest tags for tasks without tags?", TAGS),
    ("which tags should I use?", TAGS),
    ("suggest dates for tasks without one", DATES),
    ("suggest due dates for my undated tasks", DATES),
    ("propose dates", DATES),
)
"""A sentence, and the one call it is."""

ORDINARY: tuple[tuple[str, str], ...] = (
    ("plan the party", "create_task"),
    ("plan meeting with Bob tomorrow", "create_task"),
    ("organize the garage", "create_task"),
    ("arrange flowers for friday", "create_task"),
    ("schedule the dentist for monday", "update_task"),
    ("review the report", "create_task"),
    ("weekly review every friday at 4pm", "create_task"),
    ("split the bill into two", "create_task"),
    ("split firewood", "create_task"),
    ("what should I do first?", "list_tasks"),
    ("what is on today?", "list_tasks"),
    ("show me my day", "list_tasks"),
    ("delete the report", "delete_task"),
    ("remove the tags from the report", "update_task"),
    ("tag the report with work", "update_task"),
    ("add duplicate the keys", "create_task"),
    ("remind me to plan my day tomorrow", "create_task"),
    ("how is my week looking?", "list_tasks"),
)
"""A sentence that sounds like it, and the tool it is for."""
