"""The words that speak of a task without its name: "it", "the other one", "the rest"."""

IT, ALL = "it", "all"
ONE = frozenset(
    {
        "it", "that", "this", "that one", "this one", "that task", "this task", "the task", "the one", "the same",
        "the last task",
    }
    | {f"{this} {kind}" for this in ("this", "that") for kind in ("event", "reminder", "alarm", "item", "entry")}
)  # fmt: skip
SEVERAL = frozenset(
    {
        "those", "them", "these", "both", "all of them", "all of those", "all of these", "both of them", "all",
        "both tasks", "those tasks", "these tasks", "the ones", "them all", "those ones", "these ones", "both those",
        "those two", "these two", "the two", "them both", "both of those", "both of these",
    }
)  # fmt: skip
OTHER = frozenset({"the other", "other", "the other one", "other one", "the other task"})
REST = frozenset(
    {
        "the rest", "the others", "the other ones", "the remaining ones", "the rest of them", "all the others",
        "the other two",
    }
)  # fmt: skip
JUST = {
    f"{which} {said}"
    for which in ("the one", "the task", "the last one", "the thing", "what", "the last thing", "the last task")
    for said in (
        "i just added", "i just made", "i just created", "i added", "i just mentioned", "you just added",
        "we just added", "i just changed", "i added last", "just added",
    )
}  # fmt: skip
"""What was just spoken of, by what was done to it."""
NEXT = "next"
POSITION = {"first": "1", NEXT: "1", "top": "1", "last": "last", "second": "2", "third": "3"}
KIND = "tasks|task|to-dos|to-do|todos|todo|ones|one|things|thing|items|item|events|event|appointments|appointment"
KIND += "|meetings|meeting|reminders|reminder|alarms|alarm|entry|entries"
PLURAL = "tasks|stuff|to-dos|to-do|todos|todo|ones|things|items|events|appointments|meetings|reminders|alarms|entries"
PLURAL += "|plans|calls"
EVERY = "all|every|everything|each|any"
"""What begins so is a set, unless it is of THEM."""
THEM = "of them|those|these"
STATES = "the? completed|done|finished|overdue tasks|task|ones|one?"
WHOLE_LISTS = "my|the|our whole|entire? to-do|todo|to_do? list|calendar|calender|schedule|agenda|diary|planner"
WHOLE_DAYS = "my|our whole|entire? day|week|weekend|month|morning|afternoon|evening|night|{weekday}"
SETS = "my|the|our? {words}{plural}"
""" "My dentist's appointments"."""
LISTS = "the|my|our? whole|entire? {name} list"
NO_LIST = ("to-do", "todo")
PLACED = "the|my? {place}"
DETERMINERS = ("the", "teh", "hte", "my", "our", "a", "an", "that")
"""Before a name they say nothing; so does THIS, but not before one of TIMES."""
THIS = "this"
TIMES = "morning|afternoon|evening|week|month"
KINDS_BEFORE = (
    "tasks|task|to-dos|to-do|todos|todo|reminders|reminder|items|item|entry|ones|one|events|event|alarms|alarm"
)
KINDS_BEFORE += "|calendar_event|calendar_entry"
"""What stands before a name and is none of it; so does MEETING before INTRODUCING."""
MEETING = "appointment"
INTRODUCING = "called|named|titled|about|for|to"
ABOUT = "called|named|titled|about|for|to|saying|that_says|that_say|which_says|which_say|says|say|of|regarding|with"
ABOUT += "|containing|mentioning|set_for|set_at|scheduled_for|planned_for"
"""Behind a word of KINDS, before the name; so does ON, but not before a day's number."""
ON = "on"
NUMBERED = "the"
KINDS_NAMED = (
    "tasks|task|to-dos|to-do|todos|todo|reminders|reminder|ones|one|events|event|alarms|alarm|items|item|entry"
)
KINDS_NAMED += "|appointment"
KINDS_AFTER = "one|task|to-do|todo|item|reminder|entry|thing|event|alarm"
"""Behind a name, and none of it."""
RELATIVE = "that|which? i've|i'm|i|we've|we'm|we"
HAVING = "have|had|got|set|made|planned|scheduled|added|put|am|having"
""" "The meeting *I have* with John": RELATIVE and any number of these."""
DANGLING = "is|are|was|were|to|my|the|a|an|of|from|for|with|at|and|or|by|into|gets|get|got"
"""No name ends so: the row that left it there was the wrong one."""
HANGING = "out|off|up|back|of|about|from|to|with|i|got"
"""Nor does one begin so, where OF does not follow."""
OF = "of"
EXCEPT = "except|excluding|besides|apart_from|other_than|but_not|but|save_for|without for?"
EXCEPTED = "those except {}"
"""As the `task` of a tool: the last tasks without some."""
BUT = " except "
OWNERS = ("the", "my", "our", "a", "an", "that", "this")
ASKED_BEFORE = (*OWNERS, "one", "task", "todo", "to-do", "called", "named", "about", "with", "for")
ASKED_AFTER = ("one", "task", "todo", "to-do", "item", "thing", "entry")
"""Around the words of a task that a tool is asked for."""
ARTICLES = frozenset({"the", "a", "an", "my", "our"})
AND_THE = "and the?"
"""Between tasks that are named one by one."""
