"""The words of filters: what names a list, a tag, an order, a state."""

from taskchat.assistant.row_kinds import FilterRow, narrows

TAGGED = "tagged|labeled|labelled|with_the_tags|with_the_tag|with_tags|with_tag|with_the_labels|with_the_label"
TAGGED += "|with_labels|with_label"
BY = "sorted|ordered|sort|order? by"
IN = "in|on|from|of|off"
LEVELS = {
    "high": ("high|top|highest priority", "high-priority|top-priority|highest-priority|priority_high|urgent|important"),
    "low": ("low|lowest priority", "low-priority|lowest-priority|priority_low|unimportant"),
    "medium": ("medium|normal priority", "medium-priority|normal-priority"),
}
DONE = "completed|complete|done|finished|closed|ticked_off|ticked"
ABOUT = "related_to|to_do_with|concerning|about|containing|matching|mentioning|regarding|that_mention|named|called"
ABOUT += "|with_the_words|with_the_word"
FILTERS: tuple[FilterRow, ...] = (
    narrows(
        "due",
        "with_no|without_any|without_an|without_a|without|have_no|has_no|don't_have_a|don't_have_any|don't_have|no "
        "due? dates|date|deadline",
        "undated",
        value="none",
    ),
    *(narrows("priorities", *ways, value=[level]) for level, ways in LEVELS.items()),
    narrows("tags", f"{TAGGED} with|as? {{tags}}"),
    narrows("tags", "{hashed}"),
    narrows("list", f"{IN} the|my? inbox", value="inbox"),
    narrows("list", f"{IN}? the|my? list {{named}}"),
    narrows("list", f"{IN} the|my? list {{named_plainly}}"),
    narrows("list", f"{IN} the|my? {{name}} list"),
    narrows("due", "before|after|by|until|in|for|during {month}"),
    narrows("list", "the|my {word} list"),
    narrows("list", "in the|my? {last_word}", behind="tasks"),
    narrows("sort", f"{BY} due? date", value="due"),
    narrows("sort", f"{BY} {{sort}}"),
    narrows("sort", "newest first?", "most_recent|latest", value="-created"),
    narrows("sort", "oldest first?", value="created"),
    narrows("due", "soon|upcoming"),
    narrows("status", f"already? {DONE}", value="done", never_behind=("get", "be")),
    narrows("status", "open|unfinished|pending|incomplete|uncompleted|remaining|outstanding|not_done", value="open"),
    narrows("limit", "first|top|next {limit}"),
    narrows("limit", "{figure}", before="tasks|things|to-dos|todos"),
    narrows("search", f"{ABOUT} {{search}}"),
)
"""Tried in this order: each takes its words out of the phrase."""
SORTS = ("priority", "title", "name")
"""As list_tasks calls them."""
NO_LIST = (
    *("to-do", "to do", "todo", "do", "the", "my", "whole", "entire", "reminders", "reminder", "tasks", "task"),
    *("events", "event", "things", "appointments", "appointment"),
)
"""Before "list" these name none of its own."""
NO_NAME = ("all", "my", "the", "things", "tasks", "every", "everything", "everyone", "everybody")
"""Behind "list of" these say what is to be listed."""
CALLED = "called|named|titled|for"
OF = "of"
"""Between "list" and its name."""
AND = "and"
TODAY = "today"
"""Meant where hours are asked for and no day: "what do I have before noon"."""
REST_OF_DAY, DAYS_AFTER, FROM_TODAY = "{} after {}", "after {}", "from today"
"""What is due behind a task."""
LATE = frozenset({"late", "missed", "past due"})
EXCEPT = "except|excluding|besides|apart_from|other_than|but_not"
"""Leaving some out is beyond these filters: better not understood than too much."""
WHOLE = "whole|entire|full|complete"
"""Before a list these say nothing."""
LIST = "list"
DAYS = frozenset({"day", "days", "date", "dates"})
MY_DAY = "the|my|our day"
""" "My schedule for the day": today, where no other day is named."""
