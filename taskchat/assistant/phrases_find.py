"""How people ask what there is: lists, counts, "when is …", "am I free …". `{set}` is read by phrases_filters."""

from typing import Any

from taskchat.assistant.phrases_change import PAST
from taskchat.assistant.rows import Row

SHOW = "show|list|display|view|see|print"
TELL = "give|tell|get|read|name|send"
WHAT = "what|what's|whats|which"


def find(said: str, **arguments: Any) -> Row:
    return Row(said, "list_tasks", **arguments)


def find_set(said: str) -> Row:
    """All arguments come from the filters that the slot names."""
    return Row(said, "list_tasks", filters="{set}")


COUNTING: tuple[Row, ...] = (
    Row(
        "how many tasks|things|todos|to-dos have|did i|we already? done|finished|finish|completed|complete|do so_far?",
        "count_tasks",
        status="done",
    ),
    Row("how many {set}", "count_tasks", filters="{set}"),
    Row("count my|the|all? {set}", "count_tasks", filters="{set}"),
    Row("what|what's is? the|my number of {set}", "count_tasks", filters="{set}"),
)

HAVE_TO = "have_to|need_to|going_to"


def when(said: str) -> Row:
    return Row(said, "when_is", search="{search}")


WHEN: tuple[Row, ...] = (
    when(f"when is|are|was|do|does|should|must|will i|we {HAVE_TO}? {{search}}"),
    when("when|when's is|are|was|will? my|the? {search} due|planned|scheduled"),
    when("when is|are|was|will my|the? {search}"),
    when("when's my|the? {search}"),
    when(f"what time|day|date is|are|do|does i? {HAVE_TO}? {{search}} due?"),
    when("what's|what is? the? due? date|deadline of|for {search}"),
    when("show|tell|give me? the? more? details|detail|notes of|about|for|on {search}"),
    when("how long|much_time|many_days until|till|to|before my|the? {search}"),
    when("tell me more? about {search}"),
)

ONES = "task|thing|tasks|things|one|ones|todo|to-do"
STATE: tuple[Row, ...] = (
    Row("is|are {search} on my|the list|todo_list|to-do_list already|yet?", "is_done", search="{search}", status="all"),
    Row("do|must i|we still|also|really need|have to {search}", "is_done", search="{search}", status="all"),
    Row(f"have|did i|we already? {PAST} {{search}} already|yet?", "is_done", search="{search}", status="all"),
    Row(
        "is|are|was {search} done|finished|complete|completed|ticked_off already|yet?",
        "is_done",
        search="{search}",
        status="all",
    ),
    Row(
        "did|have i|we already? do|done|finish|finished|complete|completed {search} yet|already?",
        "is_done",
        search="{search}",
        status="all",
    ),
)

NEXT: tuple[Row, ...] = (
    Row("what should|do|must|can i|we do|start|work|tackle on|with? next|first|now", "list_tasks", limit=3),
    Row("what's|what is? my|the? next|upcoming|first task|thing|todo|to-do|one", "list_tasks", limit=1),
    Row("what's|what is? next|up_next|up|first on? my|the? list?", "list_tasks", limit=3),
    Row("what should i do", "list_tasks", limit=3),
    Row("what should|do|must|can i|we focus|concentrate on next|first|now|today?", "list_tasks", limit=3),
    Row("where do|should i start", "list_tasks", limit=3),
    Row(f"{WHAT} is|are? my|the? most urgent|important {ONES}? now?", "list_tasks", limit=3, sort="priority"),
)

SEARCHING: tuple[Row, ...] = (
    find("find|search|look|look_up|where_is for? my|the|a|all|any? {hashed}", tags="{hashed}"),
    find_set("find|search|look me? for? all|every|everything|tasks|overdue|open|completed|done {set}"),
    find("find|search|look_up|look|where_is|where's my? tasks|task|list? for|about? {search}", search="{search}"),
    find("is there a|any|some? task|tasks|something|anything about|for|with|called|named {search}", search="{search}"),
    find("do|did i have a|an task|entry|reminder about|for|with|called|to {search}", search="{search}"),
)

HAVE = "have|need|got|finish|complete|do|want"
FINISHED = "finish|finished|complete|completed|do|done|tick_off|ticked_off|get_done|got_done"
PLANNING: tuple[Row, ...] = (
    find(f"plan|help_me_plan|organise|organize|arrange|{SHOW} me? my|the|our? day|today", due="today"),
    find(f"{SHOW} me? my|the|a? day_plan|plan_for_today|plan_for_the_day|plan_of_the_day", due="today"),
    find(f"{WHAT} is? my|the plan for? today", due="today"),
    find("how|how's|what|what's is|should|will|does? my|the day be? look? like?", due="today"),
)
"""The day as a whole."""
SHOWING: tuple[Row, ...] = (
    find_set("do|will i|we have any|some|enough? time|space|room {set}"),
    find(f"{SHOW} me? all|everything|it_all|my_tasks|tasks|the_list|my_list|list|to-dos|todos"),
    find(f"{TELL} me my|the|all? tasks|everything|list|to-dos|todos"),
    find("show"),
    find("how|how's does|is? my week look|looking like?", due="this week"),
    find("how|how's|what does|is? my day look|looking like?", due="today"),
    find_set("sort|order|filter my|the? {set}"),
    find("my? tasks|todos|to-dos|list|todo_list|to-do_list|agenda"),
    find("what's|what is on my|the list|todo_list|to-do_list|plate|agenda"),
    find("what do|have i have|got to_do|left|to_do_still?"),
    find("what tasks? do|have i|we have|got left|to_do|open?"),
    find(f"what|which tasks? have|did i|we already? {FINISHED} today|yesterday|lately|so_far?", status="done"),
    find_set("what needs|has|must|have to? be|get? done|finished|completed {set}"),
    find_set(f"{SHOW} me? {{set}}"),
    find_set(f"{TELL} me {{set}}"),
    find_set("and|how_about|what_about|and_what_about {set}"),
    find_set("do|must|should i|we need|have? to do {set}"),
    find_set("could|can|may i see|have|get {set}"),
    find_set(f"what|which do|have|did|should|must|can i|we {HAVE}? to? do|get|finish|be? done? {{set}}"),
    find_set(f"{WHAT} {{set}}"),
    find_set("what's {set}"),
    find_set("how busy|free|full am|is|are i|we|my? day? {set}"),
    find_set("how|how's|hows does|is my|the {set} look|looking like?"),
    find_set("do|have|did|am i|we have|got|miss|finish|free {set}"),
    find_set("am|are i|we free|busy|available {set}"),
    find_set("is|are|was|were there {set}"),
    find_set("anything|something|nothing|any {set}"),
)

BARE_SET: tuple[Row, ...] = (
    find("{hashed}", tags="{hashed}"),
    find("my|the|all? {word} tasks|todos|to-dos", search="{word}"),
    find("overdue", due="overdue"),
    find("today", due="today"),
    find("my|the|our|a? day|day_plan|plan_for_today", due="today"),
    find("upcoming", due="upcoming"),
    find("completed|finished tasks?", status="done"),
)

FINDS: tuple[Row, ...] = (*PLANNING, *COUNTING, *WHEN, *STATE, *NEXT, *SEARCHING, *SHOWING)
