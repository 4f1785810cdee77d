"""How people say that a task is done, is open again, or is to go. First fit wins: special rows above general ones."""

from taskchat.assistant.english.verbs import PAST_FORMS, TASK_VERBS
from taskchat.assistant.row_kinds import complete, delete, reopen, restore, undo
from taskchat.assistant.rows import Row

DONE = "done|complete|completed|finished"
IS = "is|are|has_been|have_been|was"
BIN = "delete|remove|trash|bin|erase|discard|scrap|cancel|scratch|kill|nuke|purge|wipe|clear"
BIN += "|take_off|strike_off|get_off|throw_away|throw_out|get_rid_of|dump|forget|forget_about|dismiss|empty|clear_out"
BIN += "|wipe_out"
PAST = "|".join(sorted(PAST_FORMS))
VERBS = "|".join(sorted(TASK_VERBS))
FINISH = "cross_out|strike_out|strike_through|complete|finish|accomplish|tick|check_off|tick_off|close_out|cross_off"
FINISH += "|wrap_up|mark_off|conclude|close"
OPENING: tuple[Row, ...] = (
    reopen("reopen|uncheck|untick|uncomplete|un-complete {task}"),
    reopen("open {task} again"),
    reopen("mark|set {task} as? not_done|undone|open|incomplete|unfinished|not_finished"),
    reopen("{subject} is|are not_done|not_finished|still_open|not_complete yet?", task="{subject}"),
    reopen("i didn't|did_not|haven't|have_not actually|really|yet? do|done|finish|finished {task} yet|after_all?"),
    reopen(f"i|we didn't|did_not|haven't|have_not actually|really|yet? {VERBS}|{PAST} {{task}} yet|after_all"),
    undo("undo|revert|take_back that|it|this|them|last|everything|all_of_that|what_you_did|your_last_change?"),
    undo("undo|revert|take_back the? last|previous change|action|step|thing|one|reminder|task|event|add|addition|edit"),
    undo("take|bring|put that|it|them|this|everything back"),
    undo("i didn't|did_not mean|want that|it|to|to_do_that"),
    undo("restore|undelete|recover|bring_back that|it|them"),
    undo("restore|undelete|recover|bring_back the? deleted|last|trashed|removed task|one|tasks|ones"),
    restore("restore|undelete|recover {trashed} from|out_of the? trash"),
    restore("bring|get|take {trashed} back? from|out_of the? trash"),
    restore("restore|undelete|recover {trashed}"),
    restore("bring_back {trashed} task|one"),
    restore("bring {trashed} task|one back"),
)

COMPLETING: tuple[Row, ...] = (
    complete("i|we|i've|we've have? already|just? taken|took care of {thing}", task="{thing}"),
    complete("i|we|i've|we've have? already|just? went|gone|been to {one}", task="{one}"),
    complete("just|already|finally? completed|finished {one}", task="{one}"),
    complete("i|i've|we? just|finally? got done|finished|through with|doing? {thing}", task="{thing}"),
    complete(
        "i|we|i've|ive|we've have? already|just|finally? did|done|finished|completed it|that|this already|"
        "before|just_now|yesterday|today|earlier|this_morning|last_night?",
        task="it",
    ),
    complete(f"yes|yep|yeah|ok|already|all|just already? {DONE}|did_it|did_that", task="it"),
    complete(f"{{many}} {IS} already|all|now? {DONE} {{but}}", task="{many}", but="{but}"),
    complete(f"mark|set|check|tick|cross {{thing}} as|off? {DONE}|off {{but}}", task="{thing}", but="{but}"),
    complete("cross|check|tick {thing} off|from my|the|our|this? list|to-do_list|todo_list|tasks", task="{thing}"),
    complete(
        "cross_off|check_off|tick_off|mark_off|cross_out|strike_out {thing} from|on|off my|the|our list|to-do_list|"
        "todo_list",
        task="{thing}",
    ),
    complete(
        "cross_off|check_off|tick_off|mark_off|cross_out|strike_out {one} from|on|off my|the|our {list} list",
        task="{one}",
    ),
    complete("cross|check|tick {one} off|from my|the|our {list} list", task="{one}"),
    complete(f"mark|set|flag|list|count {{thing}} as|to|off? {DONE}|ticked", task="{thing}"),
    complete(f"mark|set|flag {{thing}} as {PAST}", task="{thing}"),
    complete("i|i've|we? have|finally|just? got {task} done|finished|out_of_the_way"),
    complete("all|completely|totally|finally|almost? done|finished|through with {thing}", task="{thing}"),
    complete("i|we|i've|we've have? already|just? did|done everything|it_all|all_of_it", task="all of them"),
    complete(
        f"{{subject}} {IS} all|already|now? over|behind_me|out_of_the_way|in_the_bag|sorted|handled|dealt_with|"
        "taken_care_of now|already?",
        task="{subject}",
    ),
    complete(f"it's|that's|they're|its {DONE}", task="it"),
    complete(f"mark|set|check|tick|cross|flag {{task}} as|off? {DONE}|ticked"),
    complete("check|tick|cross {thing} off", task="{thing}"),
    complete(f"mark|set as {DONE}: {{task}}"),
    complete(f"mark|set as {DONE} {{task}}"),
    complete(f"mark|check|tick|cross off|{DONE} {{thing}}", task="{thing}"),
    complete("i|i've|we|we've|ive have|already? just|finally|already? done|finished|did|completed with? {task}"),
    complete("i'm|i_am|we're|im all|now? done|finished|through with {task}"),
    complete(f"{DONE}|through with {{task}}"),
    complete(f"{{subject}} {IS} already|all|now? {DONE}|taken_care_of|ticked_off now|already?", task="{subject}"),
    complete(f"{FINISH} {{thing}} off|up?", task="{thing}"),
    delete(
        f"{{subject}} {IS}|got cancelled|canceled|called_off|obsolete|not_needed|not_happening|no_longer_happening|off "
        "now|anymore?",
        task="{subject}",
    ),
    complete(
        f"{{subject}} {IS}|got already|all|now? {PAST} up|out|in|off|away|back|down? now|already?", task="{subject}"
    ),
    complete("complete it|that", task="it"),
    complete("{subject} done|complete|completed|finished", task="{subject}"),
    complete(f"i|i've|we|we've already|just|finally? {PAST} up|out|in|off|away|back? {{task}}"),
    complete(f"just|already|finally? {PAST} up|out|in|off|away|back? {{task}}"),
    complete("i|i've? just|already? got|completed|finished the|my {task}"),
    complete(f"{DONE}|did_it|done_it|i_did_it|i'm_done|that's_done", task="it"),
)
OFF = "off_of|off|from|out_of|of|on|in"
PLACES = "list|lists|to-do_list|todo_list|to_do_list|tasks|calendar|schedule|agenda|diary|planner|reminders|todos"
NO_MORE = "anymore|any_more|any_longer|again|now"
DELETING: tuple[Row, ...] = (
    Row(
        "skip {task} this_time|this_week|today|tomorrow|once|for_once|this_month|next_time|for_now|just_this_once?",
        "skip_task",
        task="{task}",
    ),
    delete("strike|scratch {many}", task="{many}"),
    delete("take|get {many} off|out|away", task="{many}"),
    delete("turn_off|switch_off|disable|stop|silence|deactivate {many}", task="{many}"),
    delete(
        f"{BIN}|take|get|strike|cross|scratch|drop {{thing}} {OFF} my|the|our|this? {PLACES} {{but}}",
        task="{thing}",
        but="{but}",
    ),
    delete(f"{BIN}|take|get|strike|cross|scratch|drop {{one}} {OFF} my|the|our|this? {PLACES}", task="{one}"),
    delete(
        f"{BIN}|take|get|strike|cross|scratch|drop {{one}} off|off_of|from|out_of my|the|our {{list}} list",
        task="{one}",
    ),
    delete("turn_off|switch_off|disable|stop|silence|deactivate my|the? alarm", task="alarm"),
    delete(
        f"{BIN}|take|get|strike|cross|scratch|drop {{one}} off|off_of|from|out_of my|the|our? {{place}}", task="{one}"
    ),
    delete("turn_off|switch_off|disable|stop|silence|deactivate {thing} alarm|alarms", task="{thing}"),
    delete(f"don't|do_not|dont|never remind me|us {NO_MORE} to|about|of|for {{thing}}", task="{thing}"),
    delete(f"don't|do_not|dont|never|no_need_to remind me|us to|about|of|for {{thing}} {NO_MORE}?", task="{thing}"),
    delete(f"stop|quit reminding me|us to|about|of|for {{thing}} {NO_MORE}?", task="{thing}"),
    delete(
        f"you don't|do_not|needn't|no_longer have_to|need_to? remind me|us to|about|of {{thing}} {NO_MORE}?",
        task="{thing}",
    ),
    delete(
        f"i|we don't|do_not|no_longer need|want to_be_reminded|a_reminder|reminding|the_reminder|my_reminder to|"
        f"about|of|for "
        f"{{thing}} {NO_MORE}?",
        task="{thing}",
    ),
    delete("move|put|throw|send|drop {task} to|in|into|in_to the|my? trash|bin|garbage|rubbish"),
    delete("take|strike|cross|scratch|remove {task} off|from my|the|our? list|to-do_list|todo_list|tasks"),
    delete(f"{BIN} {{thing}} from my|the list|tasks", task="{thing}"),
    delete(f"{BIN} {{thing}}", task="{thing}"),
    delete("never_mind|nevermind {loose}", task="{loose}"),
    delete(
        "i'd|we'd|i|we want|need|like|would_like|'d_like {loose} to_be? removed|deleted|cancelled|canceled|"
        "gone|cleared",
        task="{loose}",
    ),
    delete("drop|lose {many}", task="{many}"),
    delete("take|strike the|my|our {one} off again|back?", task="{one}"),
    delete(
        "i|we want|need|have|would_like|'d_like|wish to cancel|delete|remove|drop my|the|our {loose}", task="{loose}"
    ),
    delete("{subject} can go|be_deleted|be_removed", task="{subject}"),
    delete("i|we no_longer need|want|have_to to? {task}"),
    delete("i|we don't|do_not need|want|have_to to? {task} anymore|any_more|any_longer"),
)
