"""What is only understood after something else was said: "make it 6", "tomorrow instead", "the second", "both"."""

from taskchat.assistant.phrases_change import change
from taskchat.assistant.rows import Row

NO = "no|nope|actually|sorry|wait|oh|hmm|rather|better|i_meant|i_mean|make_it|make_that|let's_say|say|and"

FOLLOWS: tuple[Row, ...] = (
    change(f"{NO} {NO}? at|on|for|by? {{when}} instead|please?", task="it", due="{when}"),
    change(f"{NO} {NO}? at|to? {{hour}} instead?", task="it", due="{hour}"),
    change("at|on|for|by? {when} instead|rather|then|please", task="it", due="{when}"),
    change("at|to? {hour} instead|rather|then", task="it", due="{hour}"),
    change("due|at|by {when}", task="it", due="{when}"),
    change("at {hour}", task="it", due="{hour}"),
    change("{later} later", task="it", due="{later}"),
    change("{sooner} earlier|sooner", task="it", due="{sooner}"),
    change(f"{NO}? {{prio}} priority", task="it", priority="{prio}"),
    change(f"{NO} {{prio}}", task="it", priority="{prio}"),
    change("with {prio} priority", task="it", priority="{prio}"),
    change("tagged with|as? {tags}", task="it", add_tags="{tags}"),
    change("repeat|repeating {rule}", task="it", recurrence="{rule}"),
    change("no due? date|deadline", task="it", clear=["due"]),
    change("remind me {minutes} before|earlier|ahead it?", task="it", reminder_minutes="{minutes}"),
)
"""After a task was touched."""

BARE_DATE = Row("on|at|for|by? {when}", "date", when="{when}")
NEVER_MIND: tuple[Row, ...] = (
    Row("no|nope|none|neither|cancel|stop|never_mind|nevermind|forget_it|leave_it|not_that|nothing thanks?", "drop"),
    Row("none|neither of them|those|these", "drop"),
)
AGREED = frozenset({"yes", "yeah", "yep", "y", "sure", "that one", "this one", "that", "it", "ok", "right", "correct"})
