"""How people ask when something is, whether it is there or done, and what comes next."""

from taskchat.assistant.english.endings import PAST
from taskchat.assistant.english.verbs import TASK_VERBS
from taskchat.assistant.row_kinds import follows, soonest, stands, when
from taskchat.assistant.rows import Row

HAVE_TO = "have_to|need_to|going_to|supposed_to|meant_to|planning_to|about_to|got_to"
VERBS = "|".join(sorted(TASK_VERBS))
DID = "|".join(sorted(TASK_VERBS - {"plan", "schedule", "set", "meet", "see", "visit", "book", "start", "begin"}))
BEGIN = "start|starts|begin|begins|end|ends|happen|take_place|come_up|arrive|leave|open|close|due|on"
DAY = "today|tonight|tomorrow|this_morning|this_afternoon|this_evening|this_week|next_week|next|again"
LISTS = "list|todo_list|to-do_list|calendar|schedule|agenda"
I = "i|we"  # noqa: E741 - the pronoun
ONES = "task|thing|tasks|things|one|ones|todo|to-do|priority"
ASKED = "what|which|at_what|on_what|on_which|by_what|what_exact time|day|date|hour|month|weekday|days"
NEXT: tuple[Row, ...] = (
    soonest(f"what should|do|must|can {I} do|start|work|tackle on|with? next|first|now"),
    soonest(f"what should|do|must {I} be? doing|do|working|focusing|tackling|on|next|first? right_now|now|next|first"),
    soonest("what's|what is? my|the? next|upcoming|first task|thing|todo|to-do|one", limit=1),
    soonest(
        "what's|what|whats is? next|up_next|up|first|coming_up|ahead|upcoming on|for? my|the|me? list|agenda|"
        "calendar|schedule?"
    ),
    Row(
        "what_time|when|for_what_time|for_when is|are my|the|next alarm|reminder|alarms set|due|scheduled|on? for?",
        "list_tasks",
        due="from today",
        limit=1,
        asks="next",
    ),
    soonest("what now"),
    soonest("what comes|happens|is next|up?"),
    soonest("what should i do"),
    soonest(
        "which|what|what's one|task|thing|of_those|of_them|of_these? is|are|comes? due first|next|soonest|earliest",
        limit=1,
    ),
    soonest(
        "which|what one|task|thing|of_those|of_them|of_these is|are the? most important|urgent|pressing",
        sort="priority",
    ),
    Row(
        "what_time|when is|are|does my|the|our first|earliest {set}",
        "list_tasks",
        filters="{set}",
        limit=1,
        asks="next",
    ),
    Row(
        "what's|what|when|what_time is? my|the|our last|latest {set}",
        "list_tasks",
        filters="{set}",
        sort="-due",
        limit=1,
    ),
    Row("what's|what|which is? the|my first|top|earliest {set}", "list_tasks", filters="{set}", limit=1),
    Row("show|tell|read|give me? the|my first|top|earliest {set}", "list_tasks", filters="{set}", limit=1),
    soonest(f"what should|do|must|can {I} focus|concentrate on next|first|now|today?"),
    soonest("where do|should i start|begin"),
    soonest(
        f"what|what's|whats|which is|are? my|the? most urgent|important|pressing|critical {ONES}? "
        "to_do|i_have_to_do|i_need_to_do|on_my_list? now|today?",
        sort="priority",
    ),
    soonest(
        "what|what's|which is|are? my|the? top|biggest|highest priority|priorities|task|tasks now|today?",
        sort="priority",
    ),
    Row(
        "what|what's|which|when|when's is|are|do|will? i|we? have? my|the next {event} due|planned|scheduled|on|start?",
        "list_tasks",
        filters="{event}",
        due="from today",
        limit=1,
        asks="next",
    ),
    Row(
        "show|tell|read|give me? when|what|about? my|the next {event} is?",
        "list_tasks",
        filters="{event}",
        due="from today",
        limit=1,
        asks="next",
    ),
    Row(
        "what time|day is|do i|we? have? my|the next {event}",
        "list_tasks",
        filters="{event}",
        due="from today",
        limit=1,
        asks="next",
    ),
)

AFTER: tuple[Row, ...] = (
    follows(
        "what|what's|whats is|comes|do|happens|else? i|we? have|got? planned|scheduled|next|up? after "
        "my|the|our? {named}"
    ),
    follows("do|have i|we have|got anything|something after my|the|our? {named}"),
)
"""What comes after something that is on the list."""
ABOUT: tuple[Row, ...] = (
    when(
        "is|are|isn't my|the|our? {search} due|overdue|late|urgent|important|high_priority|repeating|recurring|"
        "tagged already|yet?",
        asks="about",
    ),
    when("how late|urgent|important|soon is|are my|the|our? {search}", asks="about"),
    when(
        "what|which priority|list|tags|tag|section|date|deadline is|are|does|do|has my|the|our? {search} have|in|on?",
        asks="about",
    ),
    when("what's|what is? the priority|list|tags|repeat of|on|for {search}", asks="about"),
    when(
        "do|does my|the|our? {search} repeat|recur|have_a_reminder|have_a_deadline|have_a_due_date|have_notes",
        asks="about",
    ),
    when(f"how often|frequently do|does|must|should {I} {HAVE_TO}? {{search}}", asks="about"),
    when("what's|what|whats is? the address|location|place|venue|room of|for {search}", asks="where"),
    Row(
        f"when did {I} last? {DID}|do|finish|complete {{search}}",
        "is_done",
        search="{search}",
        status="all",
        asks="when",
    ),
    Row(
        "when was|were my|the|our? {search} done|finished|completed",
        "is_done",
        search="{search}",
        status="all",
        asks="when",
    ),
)
"""What else is known of a task."""
WHEN: tuple[Row, ...] = (
    *ABOUT,
    when("when will|do|are you remind|reminding|going_to_remind|notify|alert me|us to|about|of {search}"),
    when(
        f"when|what_time|what_day|at_what_time did {I} set|put|schedule|plan|make my|the|a|an reminder|alarm|"
        f"appointment|event|task "
        "for|to|about|of {search}"
    ),
    Row(f"when is|was|does {{it}} due|again|{BEGIN}?", "when_is", task="{it}"),
    Row(f"{ASKED} is|was|does {{it}} due|again|at|on|{BEGIN}?", "when_is", task="{it}"),
    Row("where is|was {it}", "when_is", task="{it}", asks="where"),
    Row("what|how is|about {it} due|about|again?", "when_is", task="{it}"),
    Row("tell me more? about {it}", "when_is", task="{it}"),
    Row(
        "is|was {it} still? due|overdue|urgent|important|high_priority|late|today|tomorrow|planned|scheduled",
        "when_is",
        task="{it}",
    ),
    Row(
        "is|are|was {it} already|still? done|finished|complete|completed|open|there already|yet?",
        "is_done",
        task="{it}",
        asks="done",
    ),
    Row("did|have i already? do|done|finish|finished {it} already|yet?", "is_done", task="{it}", asks="done"),
    when("when|when's is|was? the|my due? date|deadline|time of|for {search}"),
    when(
        f"when is|are|was|do|does|did|should|must|will|can|am|would {I} be? next? {HAVE_TO}? seeing|meeting|see|meet|"
        f"have|having|"
        "visit|visiting|plan|planning? my|the|with|a? next? {search} next|again?"
    ),
    when(f"when is|are|was|do|does|did|should|must|will|am {I} {HAVE_TO}? {{search}} by|for|at|on?"),
    when(
        "when|when's is|are|was|will|does|do? my|the|our? next? {search} due|planned|scheduled|again|"
        "supposed_to_be|be|"
        f"{BEGIN}"
    ),
    when("when is|are|was|will my|the|our? next? {search} next|again?"),
    when(
        f"{ASKED} do|am|must|should|shall {I} {HAVE_TO}? be|get|arrive|go|leave|show_up|supposed_to_be there? at|to|"
        "for|in my|the|our? {search}"
    ),
    when("when's|what_time's|what_day's|what_date's my|the|our? next? {search} again?"),
    when(f"by|until|till|since when is|are|do|does|must|should {I} {HAVE_TO}? {{search}}"),
    when(
        f"{ASKED} is|are|was|do|does|did|will|am|should {I} be? next? {HAVE_TO}? seeing|meeting? with? "
        f"{{search}} due|{BEGIN}?"
    ),
    when(f"{ASKED} is|are|was|do|does|did|will my|the|our? next? {{search}} due|{BEGIN}? {DAY}?"),
    when(f"{ASKED} 's|was {{search}} due|on|at?"),
    when("what's|what is? the|my? due? date|deadline|time|day|hour of|for {search}"),
    when("show|tell|give me? the? more? details|detail|notes|info|information of|about|for|on {search}", asks="about"),
    when(
        "tell|show|remind|let me|us know? when|what_time|what_day|what_date|which_day|on_what_day i|we? need_to|"
        "have_to|should|am|"
        "'m|must? my|the|our? {search} is|are|was|starts|begins|due?"
    ),
    when(
        "do|can|could|would you know|remember|recall|tell|say me|us? when|what_time|what_day|what_date|which_day "
        "my|the|our|i? "
        "{search} is|are|was|starts|begins?"
    ),
    when(
        "how long|much_time|many_days|many_hours|many_weeks|soon is|are|do|have|left? i|there|we|it|left? have|"
        "left|got? until|till|til|to|"
        "before|for my|the|our? {search}",
        asks="until",
    ),
    when("how soon is my|the|our {search}", asks="until"),
    when(
        "i|we won't|can't|cannot|couldn't|will_not|didn't|did_not|don't get_to|get_around_to|have_time_to|"
        "have_time_for|manage_to|"
        "make_it_to|manage {search}",
        asks="to when",
    ),
    when("reschedule|postpone|defer|snooze|delay|push_back my|the|our? {search}", asks="to when"),
    Row("reschedule|postpone|defer|snooze|delay|push_back {it}", "when_is", task="{it}", asks="to when"),
    when(
        "change|update|edit|modify|adjust my|the|our {search} reminder|event|appointment|meeting|task|alarm",
        asks="change",
    ),
    when(
        "change|update|edit|modify|adjust my|the|our reminder|event|appointment|task|alarm for|about|to|of {search}",
        asks="change",
    ),
    when("tell me more|again|everything? about {search}", asks="about"),
    when("what do|does|is you|it? know|have|say about|on|for? the|my {search} task|reminder|event|appointment|thing"),
    when("what does|do|is the|my|in? note|notes|description|details of|on|for|about {search} say|says?"),
    when("what are|is the|my notes|note|details|description of|on|for|about {search}"),
    when(
        "where|where's is|are|was|will|do|does my|the|our? {search} be|held|happening|taking_place|located|at?",
        asks="where",
    ),
    when(
        "where am|are|do|should i|we meeting|seeing|meet|see|have_to_go_for|need_to_be_for|going_for {search}",
        asks="where",
    ),
    when(
        "who|who's is|are|am|was i? coming_to|going_to|at|attending|invited_to|meeting_for my|the|our {search}",
        asks="who",
    ),
    when(
        f"who am|are|do|will {I} have|having|doing|meeting|going|seeing|playing? to? my|the|our|a? {{search}} with "
        f"{DAY}?",
        asks="who",
    ),
    when("how long|much_time is|are|does|will my|the|our? {search} take|last|going_to_take|be?", asks="how long"),
    Row(
        "is|are|was|were|isn't my|the|our? {search} due|scheduled|planned|still|set|happening|really|today? on|at|"
        "for|by|in? {when}",
        "when_is",
        search="{search}",
        asks="on",
        detail="{when}",
    ),
    when("is|are|was my|the|our? {search} due|scheduled|planned|set? on|at|for|by? {when} or on|at? {then}"),
    when("is|are|was my|the|our? {search} due|scheduled|planned|set? on a|an {when}"),
    Row(
        "is|are|was my|the|our? {search} due|scheduled|planned|set? on|at|for|by? {clocks}",
        "when_is",
        search="{search}",
        asks="on",
        detail="{clocks}",
    ),
)

STATE: tuple[Row, ...] = (
    stands(
        "has|have|was|were|is|are {search} been? added|put|noted|saved|on to|on|in my|the list|lists|calendar|schedule",
        asks="there",
    ),
    stands("does|do my|the|our list|lists|calendar|schedule have|contain|include|say {search} on|in_it?", asks="there"),
    stands("does|do my|the|our {list} list have|contain|include {search} on|in_it?", asks="there"),
    stands("have|do|did i|we already? have|got|put|add? {search} on_there|on_it|in_there already|yet?", asks="there"),
    stands(
        "is|are my|the|our|a|an reminder|reminders|alarm|event|appointment for|about|to|of {search} still|already? "
        "on|set|there|"
        "active|scheduled|up|in|planned yet?",
        asks="there",
    ),
    stands(
        f"have|did {I} already|ever|just|remember_to? add|added|put|note|noted|note_down|write_down|written_down|"
        f"write|written|"
        f"create|created|enter|entered|set|schedule|scheduled down? {{search}} on|to|in my|the|our|a {{list}} list "
        f"already|yet?",
        asks="there",
    ),
    stands(
        f"have|did {I} already|ever|just|remember_to? add|added|put|note|noted|note_down|write_down|written_down|"
        f"write|written|"
        f"create|created|enter|entered|set|schedule|scheduled down|a|an? reminder|alarm|task? for|to|about? "
        f"{{search}} to_the_list|"
        "on_the_list|to_my_list|on_my_list|down|in|already|yet?",
        asks="there",
    ),
    stands(f"is|are {{search}} already|still? on|in my|the|our|a|any|which {LISTS} already|yet|or_not?", asks="there"),
    stands("is|are {search} already|still? on|in my|the|our|a {list} list already|yet?", asks="there"),
    stands(
        f"do|have|did {I} already|still? have|got? {{search}} on|in my|the|our|a {{list}} list already|yet?",
        asks="there",
    ),
    stands(
        f"do|have|did {I} already|still? have|got? {{search}} on|in my|the|our|a {LISTS} already|yet?", asks="there"
    ),
    stands(
        "is|do|have there|i|we have|got? a|an|any reminder|alarm|event|appointment set|scheduled? to|for|about|of "
        "{search}",
        asks="there",
    ),
    stands("is|are there|my|the? an? alarm|reminder set for|about|to {search}", asks="there"),
    stands(
        f"do|must|should|will {I} still|also|really|ever|even? need_to|have_to|must|gotta|need|remember_to {{search}}",
        asks="needed",
    ),
    stands(f"am|are {I} still? {HAVE_TO} {{search}}", asks="needed"),
    stands(f"have|did {I} already|ever|finally? {PAST} {{search}} already|yet?", asks="done"),
    stands(f"did|have {I} already|ever|finally|remember_to|manage_to? {VERBS} {{search}} already|yet?", asks="done"),
    stands(
        f"has|have|had {{search}} already? been already? {PAST}|done|finished|completed|taken_care_of already|yet?",
        asks="done",
    ),
    stands(
        "is|are|was|were {search} already|all? done|finished|complete|completed|ticked_off|taken_care_of|over|"
        "ready already|yet?",
        asks="done",
    ),
    stands(f"is|are|was|were {{search}} already|all? {PAST} already|yet?", asks="done"),
    stands(
        f"did|have {I} already? do|done|finish|finished|complete|completed|tick_off|ticked_off|take_care_of|"
        f"taken_care_of|get|got|"
        "handle|handled {search} done|yet|already?",
        asks="done",
    ),
    stands("what's|what|whats is? the status|state|progress of|on|with|for {search}", asks="done"),
    stands("how's|hows|how is|am|are? i|the|my? {search} going|coming_along|doing|progressing", asks="done"),
)
