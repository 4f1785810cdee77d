"""How people ask what there is: lists, counts, "do I have …", "am I free …". `{set}` is read by phrases_filters."""

from taskchat.assistant.english.lookups import AFTER, HAVE_TO, NEXT, STATE, WHEN
from taskchat.assistant.english.sets import COUNTING, DONE, KINDS, KNOW, LATE, NAMES, OPEN, SHOW, TELL, WHAT, I
from taskchat.assistant.row_kinds import find, find_set
from taskchat.assistant.rows import Row

OVERVIEW = "lowdown|low_down|low-down|scoop|gist|recap|briefing"
OVERVIEW += "|overview|rundown|summary|run-down|list|look|glance|idea|breakdown|sense"
WANT_TO = (
    "i'd_like|i_would_like|i_want|i_need|i_wish|id_like|i_wanna to? know|see|hear|check|find_out|look_at|view|have|get"
)
PLANNING: tuple[Row, ...] = (
    find(f"plan|help_me_plan|organise|organize|arrange|{SHOW} me? my|the|our? day|today", due="today"),
    find(f"{SHOW} me? my|the|a? day_plan|plan_for_today|plan_for_the_day|plan_of_the_day", due="today"),
    find(f"{WHAT} is? my|the plan for? today", due="today"),
    find("how|how's|what|what's is|should|will|does? my|the day be? look? like?", due="today"),
    find("how|how's does|is? my week look|looking like?", due="this week"),
    find("how|how's|what does|is? my day look|looking like?", due="today"),
    find_set("tell me about my|the day|week|schedule|plans|tasks {set}"),
    find(f"{TELL} me through|about|on? a|an|the? {OVERVIEW}? of? my|the day", due="today"),
)
"""The day as a whole."""
SEARCHING: tuple[Row, ...] = (
    find(
        "find|search|look_for|show me|us? the|a|my|all|any|every? task|tasks|anything|something|one|everything "
        "with|about|for|mentioning|containing {search} in_it?",
        search="{search}",
    ),
    find("find|search|look|look_up|where_is for? my|the|a|all|any? {hashed}", tags="{hashed}"),
    find_set("find|search|look me? for? all|every|everything|tasks|overdue|open|completed|done {set}"),
    find(
        "find|search|look_up|look_for my? tasks|task|list|anything|something? for|about|with|mentioning? "
        "{search} in_it?",
        search="{search}",
    ),
    find(
        "find|search|look_for|show the|a|my|all|any|me|every? the|my? task|tasks|anything|something|one with|about|"
        "for|mentioning "
        "{search} in_it?",
        search="{search}",
    ),
    find("is there a|any|some? task|tasks|something|anything about|for|with|called|named {search}", search="{search}"),
    find(
        f"do|have {I} have|got? a|any|some|anything? task|tasks|something|anything? about|to_do_with|regarding|"
        f"concerning|"
        "related_to {search}",
        search="{search}",
        asks="any",
    ),
    find(
        "what|which_tasks|what_tasks do|have|is|are? i|there? have|got? about|to_do_with|regarding|concerning|"
        "related_to|"
        "mention|mentions|contain {search}",
        search="{search}",
    ),
)

FREE: tuple[Row, ...] = (
    Row(
        "is|was it|this|that going_to_be|gonna_be|a? a? busy|full|quiet|free|light|heavy week",
        "list_tasks",
        due="this week",
        asks="busy",
    ),
    Row(
        "is|was it|this|that|today going_to_be|gonna_be|a? a? busy|full|quiet|free|light|heavy day",
        "list_tasks",
        due="today",
        asks="busy",
    ),
    find_set(
        "is|are there a|an|any|some|enough? free? opening|openings|slot|slots|gap|gaps|space|room|time|spot {set}",
        "free",
    ),
    find_set(f"am|are {I} completely|still|at_all|all|actually? free|available|open|around|off {{set}}", asks="free"),
    find_set(
        f"am|are {I} completely|very|too|already? busy|booked|occupied|tied_up|double_booked|engaged {{set}}",
        asks="busy",
    ),
    find_set(
        f"do|will|have {I} have|got? any|some|enough|much|a? free|spare? time|space|room|gap|opening|slot|"
        f"availability "
        "{set}",
        asks="free",
    ),
    find_set(
        f"do|will|have {I} have|got? a|any free|clear|open day|hour|hours|afternoon|morning|evening|minute? {{set}}",
        "free",
    ),
    find_set(f"do|will|would|can {I} have|find|fit time|space|room for|to {{plain}} {{set}}", asks="free"),
    find_set("is|are|will {set} be? free|open|clear|empty|available", asks="free"),
    find_set("is|are|will {set} be? busy|full|packed|booked|taken", asks="busy"),
    find_set("how busy|free|full|packed|booked am|is|are|will i|we|my? be? {set}", asks="busy"),
    find_set(f"what times|time|slots|hours? am|are {I} free|available {{set}}", asks="free"),
    find_set(f"when am|are {I} free|available {{set}}", asks="free"),
)

LEADS: tuple[Row, ...] = (
    find_set(
        f"do|did|will|would|should|must {I} already|still|really|even|currently? have|got|need|must|want {{set}}", "any"
    ),
    find_set(f"have|has|had {I} got? {{set}}", "any"),
    find_set(
        f"am|are|was|were {I} {HAVE_TO}|doing|having|due|planning|meeting|seeing|scheduled|forgetting|missing|"
        f"expecting "
        "{set}",
        "any",
    ),
    find_set("is|are|was|were|will there|anything|something|any {set}", "any"),
    find_set("anything|something|nothing|any {set}", "any"),
    find_set(
        f"what|which|who|when {{event}}? am|are|was|were|will|do|did|have|had|should|must|can|could|shall|would "
        f"{I} {{set}}"
    ),
    find_set(f"what|which|who {{event}}? {I} {{set}}"),
    find_set(f"{TELL} me|us again|what? know|in_on|through|about|of|on|to? {{set}}"),
    find_set(f"{KNOW} what|which|if|whether|about {{set}}"),
    find_set(f"{WANT_TO} {{set}}"),
    find_set("how|how's|hows does|do|is|are|will|would my|the|our? {set} look|looking|going|shaping|be up? like?"),
    find_set("what|what's|whats does|do|is|will? my|the|our {set} look|looking|be|shape up? like"),
    find_set(
        f"give|show|get|tell|run|walk me|us a|an|the|some|through? quick|brief|short|full|complete? {OVERVIEW} of|"
        f"at|for|on {{set}}"
    ),
    find_set(
        "what|how does|do|is|will my|the|our day|week|calendar|schedule|agenda|evening|morning|plan look|looking|"
        "be like? {set}"
    ),
    find_set(f"where do|should|must|am {I} need_to|have_to|supposed_to be|go {{set}}"),
    find_set("whatcha|what've|whaddya i|we|you? got|have|doing? for_me? {set}"),
    find_set("gimme|lemme_see|lemme|wanna_see|let_me_see|let_me_hear|let's_see|i_wanna_see {set}"),
    find_set("brief|update|fill|catch me|us up|in? on|about|with {set}"),
    find_set("i|i'm|im was|am|i_was just? wondering|curious what|which|if|whether|about {set}"),
    find_set("when|what_time does|do|will my|the day|morning start|begin|end {set}"),
    find_set("when am|are i|we done|finished|through|off|out {set}"),
    find_set(f"{SHOW} me|us? {{set}}"),
    find_set("what|what's|whats|which|who is|are|was|were|will|has|have|needs|should|must|does|'s {set}"),
    find_set(f"{WHAT} {{set}}"),
)
"""How questions about tasks begin; what follows names which."""
REMINDED: tuple[Row, ...] = (
    find_set(
        "remind me|us of|about all? my|the|our tasks|reminders|appointments|events|plans|schedule|meetings|"
        "agenda|calendar {set}"
    ),
    find("remind me|us of|about all? my|the|our tasks|reminders|appointments|events|plans|schedule|meetings|agenda"),
    Row(
        "remind me|us again? when|what_time|what_day my|the|our? {search} is|are|was|starts|begins",
        "when_is",
        search="{search}",
    ),
    Row("remind me|us again? when i|we need_to|have_to|should|must {search}", "when_is", search="{search}"),
    find_set("remind me|us again? what|which|what's {set}"),
)
"""What begins like something new, and asks."""
SHOWING: tuple[Row, ...] = (
    find("what did|have i ask|asked|tell|told|want|wanted you|to? to_remind|to_be_reminded|be_reminded me? of|about?"),
    find("anything|something|anything_else|what_else|more|show_more|show_me_more on_my_list?"),
    find(f"{SHOW} me? all|everything|it_all|my_tasks|tasks|the_list|my_list|list|to-dos|todos"),
    find(f"{TELL} me my|the|all? tasks|everything|list|to-dos|todos"),
    find("show"),
    find_set("sort|order|filter my|the? {set}"),
    find(
        "my|all? tasks|todos|to-dos|list|todo_list|to-do_list|agenda|reminders|calendar|schedule|events|"
        "appointments please?"
    ),
    find("what's|what is on my|the list|todo_list|to-do_list|plate|agenda"),
    find("what|what_all do|have i have|got to_do|left|to_do_still?"),
    find("what tasks? do|have i|we have|got left|to_do|open?"),
    find_set("what needs|has|must|have to? be|get? done|finished|completed {set}"),
    find_set("and|how_about|what_about|and_what_about {set}"),
    find_set(f"could|can|may|might {I} please? see|have|get|know|hear|view {{set}}"),
    find_set(f"what|which do|have|did|should|must|can {I} have|got? to? do|get|finish|be? done? {{set}}"),
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

FINDS: tuple[Row, ...] = (
    *PLANNING,
    *OPEN,
    *LATE,
    *NAMES,
    *KINDS,
    *DONE,
    *COUNTING,
    *AFTER,
    *NEXT,
    *WHEN,
    *STATE,
    *SEARCHING,
    *FREE,
    *SHOWING,
    *LEADS,
)
