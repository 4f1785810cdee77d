"""What people add to something new: how much it matters, tags, a list, notes, "and remind me".

`{line}` is what comes before; each row takes one detail off the end, until none is left.
"""

from taskchat.assistant.english.notings import MINE, ONTO
from taskchat.assistant.row_kinds import detail
from taskchat.assistant.rows import Row

IT = "it|this|that|the_task"
VERY = "very|really|quite|super|pretty|so|extremely"
NOTE = "note|notes|description|details|comment"
NOTES: tuple[Row, ...] = (
    detail(f"{{line}} with|and|having a|an|the? {NOTE}: {{text}}", description="{text}"),
    detail("{line} notes|description|details: {text}", description="{text}"),
    detail(f"{{line}} with|and a|an|the? {NOTE} that|saying|that_says|to|of|which_says {{text}}", description="{text}"),
    detail(f"{{line}} with|and a|an|the {NOTE} {{quote}}", description="{quote}"),
)
"""Taken off first: what is in a note is no date of the task."""
ASKED = "and|so|please|can_you|could_you|will_you|would_you|can_you_please|could_you_please"
REMINDED: tuple[Row, ...] = (
    detail(f"{{line}} {ASKED}? remind|alert|notify|ping me about_it|of_it|then|too|as_well|of_that?", reminder=0),
    detail("{line} with|and|set|plus a|an? reminder|alert|notification|alarm", reminder=0),
)
"""Behind anything, however it is put."""
SAID: tuple[Row, ...] = (
    *REMINDED,
    detail("{line} with|at|as|of|and|having? a|the|it's? {prio} priority|prio|importance", priority="{prio}"),
    detail("{line} with|and|set? the? priority|prio|importance to|of|is|as|set_to? {prio}", priority="{prio}"),
    detail(f"{{line}} and? make|mark|flag|set {IT} as|to|a? {{prio}} priority?", priority="{prio}"),
    detail(f"{{line}} and? it's|its|it_is|this_is|that's {VERY}? urgent|important|asap|critical", priority="high"),
    detail("{urgently} urgent|important|asap|as_soon_as_possible", priority="high", line="{urgently}"),
    detail(f"{{line}} and? tag|label {IT} with|as? {{tags}}", tags="{tags}"),
    detail("{line} and|with? tag|tagged|label|labeled|labelled with|as|: {tags}", tags="{tags}"),
    detail("{line} and? tagged|labeled|labelled {tags}", tags="{tags}"),
    detail("{line} with|and|using|under a|the? tag|tags|label|labels {tags}", tags="{tags}"),
    detail(f"{{line}} {ONTO} {MINE} to-do|todo|to_do? list"),
    detail(f"{{line}} and? put {IT} {ONTO} {MINE}|a? {{named}} list", list="{named}"),
    detail(f"{{line}} {ONTO} {MINE}|a {{named}} list", list="{named}"),
    detail(f"{{line}} {ONTO} list called|named? {{named}}", list="{named}"),
    detail(f"{{line}} {ONTO} {MINE}|a list called|named {{named}}", list="{named}"),
    detail("{line} as|is a|an|my new? task|todo|to-do|item|reminder|event|appointment|entry"),
    detail("{line} and? repeat|repeating|recurring|make_it_recurring|repeat_it|repeat_this|make_it_repeat"),
)
LEFT = (
    "due|on|at|by|for|to|until|from|in|and|with|starting|beginning|scheduled|a|due_on|is_due|before|of|sometime|some_time"
    "|at_some_point|around|anytime|set_it|a_deadline_of|the_deadline_is|deadline|schedule_it|and_set_it|and_make_it"
    "|and_schedule_it|when|when_it's|once_it's|as_soon_as_it's|it's|its|it_is|it's_due|its_due|it_is_due|which_is|it_starts|it_begins|which_starts|it_happens|held|taking_place|due_date|and_due_date|and_a_due_date|the_due_date_is|instead|as_well|too"
)
DETAILS: tuple[Row, ...] = (*SAID, detail(f"{{line}} {LEFT}"))
"""With what stood before a date that was taken out; a whole sentence ("the rent is due") keeps its end."""
