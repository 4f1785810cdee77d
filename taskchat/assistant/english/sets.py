"""How people ask for tasks of a kind: how many, what is late, what was done, what repeats, which lists there are."""

from taskchat.assistant.row_kinds import count, find, find_set
from taskchat.assistant.rows import Row

SHOW = "show|list|display|view|see|print|check|open|pull_up|bring_up|look_at|look_up|look_over|go_over|go_through"
SHOW += "|access|read|read_out|review|run_through|take_a_look_at|have_a_look_at|get|fetch|find|recite|name|enumerate"
SHOW += "|look_through"
SHOW += "|see_what's_on|check_on|read_back|read_off|call_up|give_me_a_look_at|look_in|look_on|check_out"
TELL = "give|tell|get|read|name|send|show|let|remind|inform|update|walk|run|take|talk"
WHAT = "what|what's|whats|which"
I = "i|we"  # noqa: E741 - the pronoun
KNOW = "do|can|could|would you know|see|check|tell me?"
FINISHED = "complete|completed|finish|finished|done|do|accomplish|accomplished|achieve|achieved|tick_off|ticked_off"
FINISHED += "|get_done"
FINISHED += "|got_done|get_through"
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
    find_set(f"did|have {I} miss|missed|forget|forgotten|skip|skipped anything|something|any|any_tasks {{set}}", "any"),
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
        f"{WHAT} are|is? my|the|all|of|different? lists do|did|have i|we|you? have|got|made|created|use|there? "
        "available|right_now|so_far?",
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
