"""How people ask what there is: lists, counts, "do I have …", "am I free …". `{set}` is read by phrases_filters."""

from typing import Any

from taskchat.assistant.phrases_when import HAVE_TO, NEXT, STATE, WHEN
from taskchat.assistant.rows import Row

SHOW = (
    "show|list|display|view|see|print|check|open|pull_up|bring_up|look_at|look_up|look_over|go_over|go_through|access"
)
SHOW += (
    "|read|read_out|review|run_through|take_a_look_at|have_a_look_at|get|fetch|find|recite|name|enumerate|look_through"
)
SHOW += "|see_what's_on|check_on|read_back|read_off|call_up|give_me_a_look_at|look_in|look_on|check_out"
TELL = "give|tell|get|read|name|send|show|let|remind|inform|update|walk|run|take|talk"
WHAT = "what|what's|whats|which"
I = "i|we"  # noqa: E741 - the pronoun
MY = "my|the|our|a"
DAY = "day|agenda|schedule|calendar|diary|week"
OVERVIEW = "lowdown|low_down|low-down|scoop|gist|recap|briefing"
OVERVIEW += "|overview|rundown|summary|run-down|list|look|glance|idea|breakdown|sense"
FINISHED = (
    "complete|completed|finish|finished|done|do|accomplish|accomplished|achieve|achieved|tick_off|ticked_off|get_done"
)
FINISHED += "|got_done|get_through"
KNOW = "do|can|could|would you know|see|check|tell me?"
WANT = "i want|need|would_like|'d_like|wish|wanna|must|have to? know|see|hear|check|find_out|look_at|view"
WANT_TO = (
    "i'd_like|i_would_like|i_want|i_need|i_wish|id_like|i_wanna to? know|see|hear|check|find_out|look_at|view|have|get"
)


def find(said: str, **arguments: Any) -> Row:
    return Row(said, "list_tasks", **arguments)


def find_set(said: str, asks: str = "") -> Row:
    """All arguments come from the filters that the slot names; `asks` says how it is answered."""
    return Row(said, "list_tasks", filters="{set}", kind="{event}", asks=asks)


def count(said: str, **arguments: Any) -> Row:
    return Row(said, "count_tasks", **(arguments or {"filters": "{set}"}))


COUNTING: tuple[Row, ...] = (
    Row("how long|big|full is my|the list|todo_list|to-do_list|to_do_list", "count_tasks"),
    Row("how long|big|full is my|the {list} list", "count_tasks", list="{list}"),
    Row(
        "how much time|long do|have|is i|we|there? have|got|left? left? for|until|till|to|on {search}",
        "when_is",
        search="{search}",
        asks="until",
    ),
    count(
        "how many tasks|things|todos|to-dos have|did i|we already? done|finished|finish|completed|complete|do so_far?",
        status="done",
    ),
    count("how many|meny|much {set}"),
    count("count|count_up my|the|all? {set}"),
    count("what|what's is? the|my number|amount of {set}"),
    count("the|total? number|amount of {set}"),
    count("tell me how many|much {set}"),
    count(f"{KNOW} how many|much {{set}}"),
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

OPEN: tuple[Row, ...] = (
    find(
        f"what|which tasks|things? haven't|have_not|didn't|did_not i|we already|yet? {FINISHED}|get_to|got_to "
        f"yet|so_far?"
    ),
    find(f"what|which tasks|things? have|did i|we not {FINISHED}|get_to|got_to yet|so_far?"),
    find("what|which_tasks remains|remain|is_remaining|is_left|is_still_left to_do?"),
)
"""What has not been done."""

LATE: tuple[Row, ...] = (
    find(
        f"what|which|anything things|tasks? have|did|do {I} already|all? forget|forgot|forgotten|miss|missed|skip|"
        f"skipped "
        "to_do? so_far?",
        due="overdue",
    ),
    find(
        f"did|have|do {I} forget|forgot|forgotten|miss|missed|skip|skipped anything|something|any_tasks|a_deadline? "
        "to_do?",
        due="overdue",
        asks="any",
    ),
    find(
        f"am|are {I} behind|late on|with|for? anything|something|any_tasks|schedule|my_tasks?",
        due="overdue",
        asks="any",
    ),
    find("what|which_tasks|anything should have been done|finished|completed by_now|already?", due="overdue"),
    find(f"what|which_tasks should {I} have done|finished already|by_now", due="overdue"),
    find("what|what's|which_tasks am|is|are i|we? late|behind on|with|for?", due="overdue"),
    find("what's|what|which_tasks slipped|slipping through_the_cracks?", due="overdue"),
)

NAMES: tuple[Row, ...] = (
    find(
        f"{WHAT} are|is? my|the|all|of|different? lists do|did|have i|we|you? have|got|made|created|use|there?",
        limit=100,
        asks="lists",
    ),
    find(f"{WHAT} lists are there|available|mine", limit=100, asks="lists"),
    find(f"{WHAT} are? my|the|all|of? tags|labels do|have i|we? have|got|use|used|there?", limit=100, asks="tags"),
    find(
        f"{SHOW}|{TELL} me? what? all? the? names? of? all|my|the|our? all|my? lists do|i|have|made|created|available?",
        limit=100,
        asks="lists",
    ),
    find(f"{SHOW}|{TELL} me? all? of? my|the? tags|labels", limit=100, asks="tags"),
    find("how many lists do|have|are i|we|there? have|got?", limit=100, asks="lists"),
    find("do i|we have any lists", limit=100, asks="lists"),
)
"""Lists and tags themselves, as far as something open is in them."""

KINDS: tuple[Row, ...] = (
    find(
        f"{WHAT}|{SHOW} of|me? my|the|all? tasks|things|reminders? do|that|which|are|is? repeat|recur|repeating|"
        f"recurring",
        filter="is:recurring",
    ),
    find(
        f"{WHAT}|{SHOW} me|are|all? my|the|all? repeating|recurring tasks|things|reminders|ones?", filter="is:recurring"
    ),
    find(f"{SHOW} me? my|the oldest|first|earliest task|one|thing", sort="created", limit=1),
    find(f"{SHOW} me? my|the newest|latest|last|most_recent task|one|thing", sort="-created", limit=1),
    find(
        "what|which_task was the last|latest? thing|task? did|i? i|have? add|added|create|created|note_down last|"
        "recently|just?",
        sort="-created",
        limit=1,
    ),
    find("what did|have i|we just|last? add|added|create|created|put_in last|just|recently?", sort="-created", limit=1),
)

DONE: tuple[Row, ...] = (
    Row(
        "how productive was|were|have|am i|we been? {past}",
        "list_tasks",
        status="done",
        sort="-updated",
        limit=100,
        asks="finished",
        detail="{past}",
    ),
    Row(
        f"what|which tasks|all|things? have|did|has i|we|been already|all? {FINISHED} so_far|lately|already|recently?",
        "list_tasks",
        status="done",
    ),
    Row(
        f"what|which tasks|all|things? have|did i|we already|all? {FINISHED} {{past}}",
        "list_tasks",
        status="done",
        sort="-updated",
        limit=100,
        asks="finished",
        detail="{past}",
    ),
    Row(
        f"{SHOW}|{TELL} me? what|everything|all that? i|we|i've have|did? already? {FINISHED} {{past}}",
        "list_tasks",
        status="done",
        sort="-updated",
        limit=100,
        asks="finished",
        detail="{past}",
    ),
    Row(f"{SHOW} me? what|everything|all that? i|we|i've have|did? already? {FINISHED}", "list_tasks", status="done"),
    Row(
        f"how many|much tasks|things|of_them? have|did i|we already? {FINISHED} {{past}}",
        "list_tasks",
        status="done",
        sort="-updated",
        limit=100,
        asks="finished",
        detail="{past}",
    ),
)

SEARCHING: tuple[Row, ...] = (
    find(
        "find|search|look_for|show me|us? the|a|my|all|any|every? task|tasks|anything|something|one|everything "
        "with|about|for|mentioning|containing {search} in_it?",
        search="{search}",
    ),
    find("find|search|look|look_up|where_is for? my|the|a|all|any? {hashed}", tags="{hashed}"),
    find_set("find|search|look me? for? all|every|everything|tasks|overdue|open|completed|done {set}"),
    find(
        "find|search|look_up|look my? tasks|task|list|anything|something? for|about|with|mentioning? {search} in_it?",
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
        "is|are there a|an|any|some free? opening|openings|slot|slots|gap|gaps|space|room|time|spot {set}", "free"
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
    find_set("is|are|will my|the|our? {set} be? free|open|clear|empty|available", asks="free"),
    find_set("is|are|will my|the|our? {set} be? busy|full|packed|booked|taken", asks="busy"),
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
    find_set("remind me|us again? what|which|what's {set}"),
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
)
"""What begins like something new, and asks."""

SHOWING: tuple[Row, ...] = (
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
    *NEXT,
    *WHEN,
    *STATE,
    *SEARCHING,
    *FREE,
    *SHOWING,
    *LEADS,
)
