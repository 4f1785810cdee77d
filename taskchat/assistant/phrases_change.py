"""How people say that a task is to change, is done, or is to go. First fit wins: special rows above general ones."""

from typing import Any

from taskchat.assistant.phrases_verbs import PAST_FORMS
from taskchat.assistant.rows import Row

MOVE = "move|reschedule|postpone|push|shift|delay|defer|snooze|change|set|put_off|bump|carry|update"
PUSH = "postpone|delay|push|defer|snooze|shift|move|put_off|push_back|put_back"
PUT = "move|file|transfer|send"
TAKE = "remove|clear|delete|drop|erase|take"
SET = "set|change|move|update|put"
NAME = "title|name|text|wording"
NOTE = "note|comment|description"
DONE = "done|complete|completed|finished"
IS = "is|are|has_been|have_been|was"
BIN = "delete|remove|trash|bin|erase|discard|scrap|cancel|scratch|kill|nuke|purge|wipe|clear"
BIN += "|throw_away|throw_out|get_rid_of|dump|forget|forget_about|dismiss|empty|clear_out"
PAST = "|".join(sorted(PAST_FORMS))
FINISH = "complete|finish|accomplish|tick|check_off|tick_off|close_out|cross_off|wrap_up|mark_off|conclude|close"


def change(said: str, task: str = "{task}", **arguments: Any) -> Row:
    return Row(said, "update_task", task=task, **arguments)


def reopen(said: str, task: str = "{task}") -> Row:
    return Row(said, "reopen_task", task=task)


def restore(said: str) -> Row:
    return Row(said, "restore_task", task="{search}")


def undo(said: str) -> Row:
    return Row(said, "undo_last")


def complete(said: str, task: str = "{task}") -> Row:
    return Row(said, "complete_task", task=task)


def delete(said: str, task: str = "{task}") -> Row:
    return Row(said, "delete_task", task=task)


IT: tuple[Row, ...] = (
    change(f"{TAKE} the|its due? date|deadline", task="it", clear=["due"]),
    change(f"{TAKE} the|its tags", task="it", clear=["tags"]),
    change(f"{TAKE} the|its reminder", task="it", clear=["reminder"]),
    change(f"{SET} the|its due? date|deadline|time to|on|for|at {{when}}", task="it", due="{when}"),
    change(f"{SET} the|its time to|for|at {{hour}}", task="it", due="{hour}"),
    change(f"{SET} the|its? priority to|as? {{prio}}", task="it", priority="{prio}"),
    change(f"change|set|edit|update the|its {NAME} to {{title}}", task="it", title="{title}"),
    change(f"add the|a? {NOTE}: {{text}}", task="it", description="{text}"),
)
"""Without a name: the task spoken of last. These want nothing between noun and value."""

DUE: tuple[Row, ...] = (
    change(f"{MOVE} {{task}} from {{then}} to {{when}}", due="{when}"),
    change(f"{MOVE} {{task}} from {{then}} to {{hour}}", due="{hour}"),
    change(f"{TAKE} the? due? date|deadline of|from|for|on|off {{task}}", clear=["due"]),
    change("no due? date|deadline for {task}", clear=["due"]),
    change(f"{SET} the? due? date|deadline|time of|for|on {{task}} to|on|for|at {{when}}", due="{when}"),
    change(f"{SET} the? time of|for|on {{task}} to|at {{hour}}", due="{hour}"),
    change(f"{SET} {{task}} time|date|due_date|deadline to|on|for|at {{when}}", due="{when}"),
    change(f"{PUSH} {{task}} back|off|out? by|for|another? {{later}} later?", due="{later}"),
    change(f"{PUSH} {{task}} {{later}} back|later|out?", due="{later}"),
    change("bring|pull|move|shift {task} forward|up|in by? {sooner}", due="{sooner}"),
    change("bring_forward|pull_in|move_up {task} by? {sooner}", due="{sooner}"),
    change("move|shift {task} {sooner} earlier|sooner|forward", due="{sooner}"),
    change(f"{MOVE} {{task}} back|off|out|over|forward|due? to|until|till|on|for|by|at {{when}}", due="{when}"),
    change("bring|put {task} forward|back|due? to|until|on|for|by|at {when}", due="{when}"),
    change("schedule|plan it|that|this on|for|by|at {when}", task="it", due="{when}"),
    change("schedule|plan the|my {task} on|for|by|at {when}", due="{when}"),
    change("set|add|put a|the? deadline|due_date of|to? {when} for|on|to {task}", due="{when}"),
    change("due_date|deadline for|of {task} is {when}", due="{when}"),
    change(f"{MOVE} {{task}} to|until|till|for|at {{hour}}", due="{hour}"),
    change("reschedule|postpone|defer|snooze|shift {task} {when}", due="{when}"),
    change("make {task} due|be_due|start on|at|by|for? {when}", due="{when}"),
    change("make it|that|this|them|those be? on|at|by|for? {when}", task="it", due="{when}"),
    change("make the|my {task} on|at|by|for|to? {when}", due="{when}"),
    change("make it|that|this at? {hour}", task="it", due="{hour}"),
    change("make the|my {task} at? {hour}", due="{hour}"),
    change(
        "{subject} is|should_be|needs_to_be|must_be|has_to_be due on|at|by|for? {when}", due="{when}", task="{subject}"
    ),
    change("{subject} should|must|needs_to|has_to be on|at|by|for? {when}", due="{when}", task="{subject}"),
    change(
        "{subject} is|was|got|has_been moved|now|rescheduled|postponed|pushed back? on|at|to|until|by|for? {when}",
        due="{when}",
        task="{subject}",
    ),
    change("{subject} due|at|on|to {when} instead|now", due="{when}", task="{subject}"),
    change("{subject} {when} instead", due="{when}", task="{subject}"),
)

PRIORITY: tuple[Row, ...] = (
    change("set|change|make {task} priority to|as|at? {prio}", priority="{prio}"),
    change("raise|increase|bump|up the? priority of|on|for {task}", priority="high"),
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
    change(f"remove|clear|delete|drop the? notes|{NOTE} of|from|on {{task}}", clear=["description"]),
    change(f"add|put|attach|write a|the? {NOTE} to|on|for {{task}}: {{text}}", description="{text}"),
    change(f"add|attach a|the? {NOTE} {{text}} to {{task}}", description="{text}"),
    change("note|notes for|on|to {task}: {text}", description="{text}"),
    change("set|change the? description|notes|note of|for|on {task} to {text}", description="{text}"),
)

REMINDERS: tuple[Row, ...] = (
    change("remove|clear|cancel|delete|turn_off the? reminder|reminders of|for|from|on {task}", clear=["reminder"]),
    change("remind me {minutes} before|ahead_of {task}", reminder_minutes="{minutes}"),
    change("remind me of|about {task} {minutes} before|early|ahead|earlier", reminder_minutes="{minutes}"),
    change("set|add a? reminder for|to|on {task} {minutes} before|early|ahead", reminder_minutes="{minutes}"),
    change("set|add a? reminder {minutes} before {task}", reminder_minutes="{minutes}"),
)

REPEATS: tuple[Row, ...] = (
    change("stop repeating {task}", clear=["recurrence"]),
    change("don't|do_not repeat {task}", clear=["recurrence"]),
    change("change|set it|that|this to {rule}", task="it", recurrence="{rule}"),
    change("repeat {task} {rule}", recurrence="{rule}"),
    change("make|set|have {task} repeat|recur|to_repeat|repeating|recurring? {rule}", recurrence="{rule}"),
    change("{subject} repeats|should_repeat|recurs {rule}", recurrence="{rule}", task="{subject}"),
)

LISTS: tuple[Row, ...] = (
    change("put it|that|this to|in|into|on|onto|under the|my? {list} list", task="it", list="{list}"),
    change("put them|those|these to|in|into|on|onto|under the|my? {list} list", task="those", list="{list}"),
    change("put the {task} to|in|into|on|onto|under the|my? {list} list", list="{list}"),
    change("put the {task} in|into|under the|my? {list} list", list="{list}"),
    change("move|take {task} out_of the|my|any? list", list="inbox"),
    change(f"{PUT} {{task}} back? to|in|into the|my? inbox", list="inbox"),
    change(f"{PUT} {{task}} to|in|into|on|onto|under the|my|our? list {{list}}", list="{list}"),
    change(f"{PUT} {{task}} to|in|into|on|onto|under {{list}} list", list="{list}"),
)

PROPER: tuple[Row, ...] = (change("move|file|put {task} to|in|into|under {proper}", list="{proper}"),)
"""A name with a capital, where nothing else fits."""

NAMES: tuple[Row, ...] = (
    change("rename it|that|this to|as|into? {title}", task="it", title="{title}"),
    change("rename|retitle {task} to|as|into {title}", title="{title}"),
    change(f"change|set|edit|update the? {NAME} of|for|on {{task}} to {{title}}", title="{title}"),
    change("call it|that {title} instead?", task="it", title="{title}"),
    change("it should say|be_called|read {title}", task="it", title="{title}"),
    change("change|edit {task} to|into {title}", title="{title}"),
)

OPENING: tuple[Row, ...] = (
    reopen("reopen|uncheck|untick|uncomplete|un-complete {task}"),
    reopen("open {task} again"),
    reopen("mark|set {task} as? not_done|undone|open|incomplete|unfinished|not_finished"),
    reopen("{subject} is|are not_done|not_finished|still_open|not_complete yet?", task="{subject}"),
    reopen("i didn't|did_not|haven't actually|really|yet? do|done|finish|finished {task}"),
    undo("undo|revert|take_back that|it|this|them|last|everything|all_of_that|what_you_did|your_last_change?"),
    undo("undo|revert|take_back the? last|previous change|action|step|thing|one"),
    undo("take|bring|put that|it|them|this|everything back"),
    undo("i didn't|did_not mean|want that|it|to|to_do_that"),
    undo("restore|undelete|recover|bring_back that|it|them"),
    undo("restore|undelete|recover|bring_back the? deleted|last|trashed|removed task|one|tasks|ones"),
    restore("restore|undelete|recover {search} from|out_of the? trash"),
    restore("bring|get|take {search} back? from|out_of the? trash"),
    restore("restore|undelete|recover {search}"),
    restore("bring_back {search} task|one"),
    restore("bring {search} task|one back"),
)

COMPLETING: tuple[Row, ...] = (
    complete(f"it's|that's|they're|its {DONE}", task="it"),
    complete(f"mark|set|check|tick|cross|flag {{task}} as|off? {DONE}|ticked"),
    complete("check|tick|cross {task} off"),
    complete(f"mark|set as {DONE}: {{task}}"),
    complete(f"mark|set as {DONE} {{task}}"),
    complete(f"mark|check|tick|cross off|{DONE} {{task}}"),
    complete("i|i've|we|we've|ive have|already? just|finally|already? done|finished|did|completed with? {task}"),
    complete("i'm|i_am|we're|im all|now? done|finished|through with {task}"),
    complete(f"{DONE}|through with {{task}}"),
    complete(f"{{subject}} {IS} already|all|now? {DONE}|taken_care_of|ticked_off now|already?", task="{subject}"),
    complete(f"{FINISH} {{task}} off|up?"),
    delete(f"{{subject}} {IS}|got cancelled|canceled|called_off|obsolete|not_needed now|anymore?", task="{subject}"),
    complete(f"{{subject}} {IS}|got already|all|now? {PAST} now|already?", task="{subject}"),
    complete("complete it|that", task="it"),
    complete("{subject} done|completed|finished", task="{subject}"),
    complete(f"i|i've|we|we've already|just|finally? {PAST} up|out|in|off|away? {{task}}"),
    complete(f"just|already|finally? {PAST} up|out|in|off|away? {{task}}"),
    complete("i|i've? just|already? got|completed|finished the|my {task}"),
    complete(f"{DONE}|did_it|done_it|i_did_it|i'm_done|that's_done", task="it"),
)

DELETING: tuple[Row, ...] = (
    delete("move|put|throw|send|drop {task} to|in|into|in_to the|my? trash|bin|garbage|rubbish"),
    delete("take|strike|cross|scratch|remove {task} off|from my|the|our? list|to-do_list|todo_list|tasks"),
    delete(f"{BIN} {{task}} from my|the list|tasks"),
    delete(f"{BIN} {{task}}"),
    delete("{subject} can go|be_deleted|be_removed", task="{subject}"),
    delete("i|we no_longer need|want|have_to to? {task}"),
    delete("i|we don't|do_not need|want|have_to to? {task} anymore|any_more|any_longer"),
)

CHANGES: tuple[Row, ...] = (
    *OPENING,
    *REPEATS,
    *IT,
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
