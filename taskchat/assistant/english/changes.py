"""How people say that a task is to change. First fit wins: special rows above general ones."""

from taskchat.assistant.english.endings import COMPLETING, DELETING, OPENING
from taskchat.assistant.english.repeating import REMINDERS, REPEATS
from taskchat.assistant.row_kinds import change
from taskchat.assistant.rows import Row

MOVE = "edit|modify|adjust|switch|alter|move|reschedule|postpone|push|shift|delay|defer|snooze|change|set|put_off|bump"
MOVE += "|swap|carry|update|turn|push_back|put_back"
PUSH = "postpone|delay|push|defer|snooze|shift|move|put_off|push_back|put_back"
PUT = "move|file|transfer|send|assign|relocate"
SAME = "instead|same_time|at_the_same_time|at_same_time|keep_the_time|and_keep_the_time"
TAKE = "remove|clear|delete|drop|erase|take"
SET = "set|change|move|update|put"
NAME = "title|name|text|wording"
NOTE = "note|comment|description"
IT: tuple[Row, ...] = (
    change(
        "set|change|make|move|put the|its? reminder to|for|at? {minutes} before|earlier|ahead|early|sooner",
        task="it",
        reminder_minutes="{minutes}",
    ),
    change("don't|do_not|dont|stop remind|reminding me about|of|to|for it|this|that", task="it", clear=["reminder"]),
    change("make it|that|this a|an {rule} thing|task|event|reminder|one|chore", task="it", recurrence="{rule}"),
    change("do|have it|that|this {rule}", task="it", recurrence="{rule}"),
    change("lower|reduce|decrease|drop the|its priority", task="it", priority="low"),
    change("raise|increase|bump|bump_up|up the|its priority", task="it", priority="high"),
    change("add|leave|make a|the? note|comment that|saying|which_says {text}", task="it", description="{text}"),
    change(
        "change|edit|update|set the|my? reminder|task|text|it to_say|so_it_says|to_read|so_it_reads {title}",
        task="it",
        title="{title}",
    ),
    change(
        "cancel|turn_off|switch_off|disable|mute|silence the|its reminder|alert|notification",
        task="it",
        clear=["reminder"],
    ),
    change(f"{TAKE} the|its due? date|deadline", task="it", clear=["due"]),
    change(f"{TAKE} the|its tags|tag|labels|label", task="it", clear=["tags"]),
    change(f"{TAKE} the|its reminder", task="it", clear=["reminder"]),
    change(f"{SET} the|its due? date|deadline|time to|on|for|at {{when}}", task="it", due="{when}"),
    change(f"{SET} the|its time to|for|at {{hour}}", task="it", due="{hour}"),
    change(f"{SET} the|its? priority to|as? {{prio}}", task="it", priority="{prio}"),
    change(f"change|set|edit|update the|its {NAME} to {{title}}", task="it", title="{title}"),
    change(f"add the|a? {NOTE}: {{text}}", task="it", description="{text}"),
)
"""Without a name: the task spoken of last. These want nothing between noun and value."""
SHIFTS: tuple[Row, ...] = (
    change("i|we need|want|would_like|'d_like {thing} {sooner} earlier|sooner", due="{sooner}"),
    change("i|we need|want|would_like|'d_like {thing} {later} later", due="{later}"),
    change("extend|prolong|push the? deadline|due_date|date of|for|on {thing} back? by? {later}", due="{later}"),
    change(
        "move|bring|pull|shift|push {thing} up|forward|ahead|in|earlier by? {sooner} earlier|sooner?", due="{sooner}"
    ),
    change(f"{PUSH} back|out|off? {{thing}} back|off|out? by|for|another? {{later}} later|back?", due="{later}"),
    change("make|have|start|do|set|put|schedule the|my? {thing} due? for? {later} later", due="{later}"),
    change("make|have|start|do|set|put|schedule the|my? {thing} due? for? {sooner} earlier|sooner", due="{sooner}"),
    change("{subject} {sooner} earlier|sooner", task="{subject}", due="{sooner}"),
    change("{subject} {later} later", task="{subject}", due="{later}"),
    change("move_up|bring_forward|pull_forward|push_forward {thing} by? {sooner}", due="{sooner}"),
    change("put {thing} off|back by|for {later}", due="{later}"),
    change("give {thing} another|more? {later} more?", due="{later}"),
    change("give me {later} more for|on {thing}", due="{later}"),
)
"""By an amount of time: above the dates, of which "an hour later" is one too."""
DUE: tuple[Row, ...] = (
    change(
        f"{MOVE} the|my? time|date|day|hour|deadline|start|start_time of|for|on {{thing}} from {{then}} to {{when}}",
        due="{when}",
    ),
    change(
        f"{MOVE} the|my? time|date|day|hour|deadline|start|start_time of|for|on {{thing}} from {{then}} to {{hour}}",
        due="{hour}",
    ),
    change(
        "the|my deadline|due_date|date|time of|for {thing} is|was|got|has_been? moved|changed|pushed|now? to|"
        "back_to? {when}",
        due="{when}",
    ),
    change("put {thing} off until|till|to|for {when}", due="{when}"),
    change(
        "i|we want|need|would_like|'d_like|have|'d_rather|would_rather to? do|have|finish|make {thing} on|at|"
        "by? {when} instead",
        due="{when}",
    ),
    change(
        "{subject} needs_to_be|has_to_be|must_be|should_be done|finished|completed|ready by|on|before|until {when}",
        due="{when}",
        task="{subject}",
    ),
    change("do|have|schedule|plan it|that|this on|at|by|for? {when} instead? of? {then}?", task="it", due="{when}"),
    change("do|have|make|schedule|plan the|my? {thing} on|at|by|for? {when} instead of? {then}?", due="{when}"),
    change(
        "{subject} is|are|starts|begins|will_be|happens|takes_place now? on|at|for|to? {when} now|instead|actually",
        due="{when}",
        task="{subject}",
    ),
    change(
        "{subject} is|are|starts|begins|will_be|happens|takes_place now? at {hour} now|instead|actually",
        due="{hour}",
        task="{subject}",
    ),
    change("{subject} is|are|starts|begins|will_be now on|at|for? {when}", due="{when}", task="{subject}"),
    change(f"{MOVE} {{thing}} from|on|of|for {{then}} to {{when}}", due="{when}", of="{then}"),
    change(f"{MOVE} {{thing}} from {{then}} to {{hour}}", due="{hour}", of="{then}"),
    change(f"{TAKE} the? due? date|deadline of|from|for|on|off {{thing}}", clear=["due"]),
    change("no due? date|deadline for {thing}", clear=["due"]),
    change("unschedule {thing}", clear=["due"]),
    change(f"{SET} the? due? date|deadline|time of|for|on {{thing}} to|on|for|at {{when}}", due="{when}"),
    change(f"{SET} the? time of|for|on {{thing}} to|at {{hour}}", due="{hour}"),
    change(f"{SET} {{thing}} to? be? due on|by|for|at? {{when}}", due="{when}"),
    change(f"{SET} {{thing}} time|date|due_date|deadline to|on|for|at {{when}}", due="{when}"),
    change(f"{PUSH} {{thing}} back|off|out? by|for|another? {{later}} later?", due="{later}"),
    change(f"{PUSH} {{thing}} {{later}} back|later|out?", due="{later}"),
    change("bring|pull|move|shift {thing} forward|up|in by? {sooner}", due="{sooner}"),
    change("bring_forward|pull_in|move_up {thing} by? {sooner}", due="{sooner}"),
    change("move|shift {thing} {sooner} earlier|sooner|forward", due="{sooner}"),
    change(
        f"{MOVE} {{thing}} back|off|out|over|forward|due? to|until|till|on|for|by|at {{when}} {SAME}?", due="{when}"
    ),
    change("bring|put {thing} forward|back|due? to|until|on|for|by|at {when}", due="{when}"),
    change("schedule|plan it|that|this on|for|by|at {when}", task="it", due="{when}"),
    change("schedule the|my {thing} on|for|by|at {when}", due="{when}"),
    change("set|add|put a|the? deadline|due_date of|to? {when} for|on|to {thing}", due="{when}"),
    change("due_date|deadline for|of {thing} is {when}", due="{when}"),
    change(f"{MOVE} {{thing}} to|until|till|for|at {{hour}} instead?", due="{hour}"),
    change("reschedule|postpone|defer|snooze|shift {thing} {when}", due="{when}"),
    change("make {thing} due|be_due|start on|at|by|for? {when}", due="{when}"),
    change("make it|that|this|them|those be? on|at|by|for? {when}", task="it", due="{when}"),
    change("make the|my {thing} on|at|by|for|to? {when}", due="{when}"),
    change("make it|that|this at? {hour}", task="it", due="{hour}"),
    change("make the|my {thing} at? {hour}", due="{hour}"),
    change(
        "{subject} is|should_be|needs_to_be|must_be|has_to_be actually|really|now|only|already? due on|at|by|for? "
        "{when}",
        due="{when}",
        task="{subject}",
    ),
    change("{subject} should|must|needs_to|has_to be on|at|by|for? {when}", due="{when}", task="{subject}"),
    change(
        "{subject} is|was|got|has_been moved|now|rescheduled|postponed|pushed back? on|at|to|until|by|for? {when}",
        due="{when}",
        task="{subject}",
    ),
    change(
        "{subject} is|was|got|has_been moved|shifted|rescheduled|postponed|pushed|changed|delayed back? "
        "to|until {hour}",
        due="{hour}",
        task="{subject}",
    ),
    change("{subject} due|at|on|to {when} instead|now", due="{when}", task="{subject}"),
    change("{subject} {when} instead", due="{when}", task="{subject}"),
    change("{subject} on|at|for {when} instead_of on|at|for? {then}", due="{when}", task="{subject}"),
    change(
        "{subject} is|should_be|must_be|needs_to_be|starts|begins on|at? {when} not|and_not|instead_of on|at? {then}",
        due="{when}",
        task="{subject}",
    ),
    change(
        "{subject} is|should_be|must_be|needs_to_be|starts|begins at? {hour} not|and_not|instead_of at? {then}",
        due="{hour}",
        task="{subject}",
    ),
    change(
        "{subject} moved|rescheduled|pushed|changed|postponed my|our|the|it appointment|meeting|session|visit|call? "
        "back? to|until|for {when}",
        due="{when}",
        task="{subject}",
    ),
    change("{subject} can|must|will_have_to|has_to|should wait till|until|for {when}", due="{when}", task="{subject}"),
    change("{subject} goes|moves|can_go|should_go|can_move|should_move to|on {when}", due="{when}", task="{subject}"),
    change("do|have the|my {thing} on|at|for {when}", due="{when}"),
    change("{many} to|until|till {when}", due="{when}", task="{many}"),
)

PRIORITY: tuple[Row, ...] = (
    change(
        "{subject} is|are|isn't|aren't not_that|not_so|not_very|not_really|not_too|no_longer|that|so|very? "
        "important|urgent|pressing|"
        "critical low_priority",
        priority="low",
        task="{subject}",
    ),
    change(
        "{subject} is|are not_that|not_so|not_very|not_really|not_too|no_longer|not important|urgent|pressing|"
        "critical "
        "now|anymore|any_more?",
        priority="low",
        task="{subject}",
    ),
    change(
        "{subject} isn't|aren't that|so|very|really|too? important|urgent|pressing|critical now|anymore|any_more?",
        priority="low",
        task="{subject}",
    ),
    change("set|change|make {task} priority to|as|at? {prio}", priority="{prio}"),
    change("raise|increase|bump|bump_up|up the? priority of|on|for {task}", priority="high"),
    change("make {task} my|the|a|an {prio} priority?", priority="{prio}"),
    change(
        "{subject} is|are|has_become now|very|really|super|so|extremely|not_so? {prio} now?",
        priority="{prio}",
        task="{subject}",
    ),
    change("lower|decrease|reduce|drop the? priority of|on|for {task}", priority="low"),
    change("set|change|make|raise|lower|put the? priority of|for|on {task} to|at|as {prio}", priority="{prio}"),
    change("give {task} a|an? {prio} priority", priority="{prio}"),
    change("set|change|mark|flag|make|put|bump {task} to|as|a|an? {prio} priority?", priority="{prio}"),
    change("{subject} is|are|should_be|must_be|needs_to_be {prio} priority?", priority="{prio}", task="{subject}"),
    change("prioritize|prioritise|flag|star {task}", priority="high"),
    change("deprioritize|deprioritise|unflag|unstar {task}", priority="low"),
    change("remove|clear|drop the? priority of|from {task}", clear=["priority"]),
)

TAGS: tuple[Row, ...] = (
    change("remove|clear|delete|drop all|the? tags from|of {task}", clear=["tags"]),
    change(f"{TAKE} the? tag|label|tags {{tags}} from|off|of {{task}}", remove_tags="{tags}"),
    change(f"{TAKE} the? {{tags}} tag|label|tags from|off|of {{task}}", remove_tags="{tags}"),
    change("remove|take|drop {hashed} from|off {task}", remove_tags="{hashed}"),
    change("untag {task}", clear=["tags"]),
    change("untag {task} from|as? {hashed}", remove_tags="{hashed}"),
    change("add|put|attach the|a? tag|tags|label|labels {tags} to|on {task}", add_tags="{tags}"),
    change("add|put {hashed} to|on {task}", add_tags="{hashed}"),
    change("tag|label {task} with|as {tags}", add_tags="{tags}"),
    change("tag|label it|this {tags}", task="it", add_tags="{tags}"),
    change("tag|label that {tags}", task="that", add_tags="{tags}"),
    change("tag|label them|those|these|both {tags}", task="those", add_tags="{tags}"),
    change("tag|label {task} {hashed}", add_tags="{hashed}"),
    change("add the|a? tag|tags|label {tags}", task="it", add_tags="{tags}"),
    change("remove|delete|drop the? tag|tags|label {tags}", task="it", remove_tags="{tags}"),
)

NOTES: tuple[Row, ...] = (
    change(
        f"add|put|attach|write|leave a|the? {NOTE} to|on|for {{task}} that_says|saying|which_says|that {{text}}",
        description="{text}",
    ),
    change(f"remove|clear|delete|drop the? notes|{NOTE} of|from|on {{task}}", clear=["description"]),
    change(f"add|put|attach|write a|the? {NOTE} to|on|for {{task}}: {{text}}", description="{text}"),
    change(f"add|attach a|the? {NOTE} {{text}} to {{task}}", description="{text}"),
    change("note|notes for|on|to {task}: {text}", description="{text}"),
    change("set|change the? description|notes|note of|for|on {task} to {text}", description="{text}"),
)

LISTS: tuple[Row, ...] = (
    change("move {task} out_of|from|off the|my {then_list} list", list="inbox"),
    change(
        f"{PUT} {{task}} from|out_of the|my? {{then_list}} list? to|in|into|on|onto the|my? {{list}} list?",
        list="{list}",
    ),
    change(
        "put|add|stick|throw|pop|include|file it|this to|in|into|on|onto|under the|my? {list} list",
        task="it",
        list="{list}",
    ),
    change(
        "put|add|stick|throw|pop|include it|this|that|them to|in|into|on|onto the|my? {place}",
        task="it",
        list="{place}",
    ),
    change("put that to|in|into|on|onto|under the|my? {list} list", task="that", list="{list}"),
    change("put them|those|these to|in|into|on|onto|under the|my? {list} list", task="those", list="{list}"),
    change("put the {task} to|in|into|on|onto|under the|my? {list} list", list="{list}"),
    change("put the {task} in|into|under the|my? {list} list", list="{list}"),
    change("put {task} in|into|under|on|onto|to the|my? {list} list instead", list="{list}"),
    change(
        "put {task} in|into|under|on|onto|to the|my? {list} list? instead_of the|my? {then_list} list?", list="{list}"
    ),
    change("move|take {task} out_of the|my|any? list", list="inbox"),
    change(f"{PUT} {{task}} back? to|in|into the|my? inbox", list="inbox"),
    change(f"{PUT} {{task}} to|in|into|on|onto|under the|my|our? list {{list}}", list="{list}"),
    change(f"{PUT} {{task}} to|in|into|on|onto|under {{list}} list", list="{list}"),
)
PROPER: tuple[Row, ...] = (change("move|file|put {task} to|in|into|under {proper}", list="{proper}"),)
"""A name with a capital, where nothing else fits."""
NAMES: tuple[Row, ...] = (
    change("change|edit|update the|my reminder|task|alarm to {task} to|so_it_says|to_say {title}", title="{title}"),
    change(
        "replace|swap|exchange|substitute {task} with|for|by {title} on|in|from my|the {list} list", title="{title}"
    ),
    change("replace|swap|exchange|substitute {task} with|for|by {title}", title="{title}"),
    change("change|edit|update {task} to_say|so_it_says|to_read|so_it_reads {title}", title="{title}"),
    change(
        "{subject} should|must|needs_to|has_to say|read|be_called|be_named {title}", title="{title}", task="{subject}"
    ),
    change("rename it|that|this to|as|into? {title}", task="it", title="{title}"),
    change("rename|retitle {task} to|as|into {title}", title="{title}"),
    change(f"change|set|edit|update the? {NAME} of|for|on {{task}} to {{title}}", title="{title}"),
    change("call it|that {title} instead?", task="it", title="{title}"),
    change("it should say|be_called|read {title}", task="it", title="{title}"),
    change(f"the|its {NAME} should|must say|be|read {{title}}", task="it", title="{title}"),
    change("change|edit|update {task} to|into {title}", title="{title}"),
)

CHANGES: tuple[Row, ...] = (
    *OPENING,
    *REPEATS,
    *IT,
    *SHIFTS,
    *DUE,
    *PRIORITY,
    *TAGS,
    *NOTES,
    *REMINDERS,
    *LISTS,
    *NAMES,
    *COMPLETING,
    *DELETING,
    *PROPER,
)
