"""How people say that something is to be noted down; `{line}` is read like quick add, by phrases_line."""

from typing import Any

from taskchat.assistant.rows import Row

NEW_ONES = "add|create|make|start|new|log|jot_down|note_down|write_down|put_down|record|save|set_up|enter|insert|need"
NEW = f"{NEW_ONES}|open"
A = "a|an|another|the|one|me_a|this|following"
THING = "task|taks|tsak|todo|to-do|item|entry|thing|to_do"
THINGS = "tasks|todos|to-dos|items|things|entries|to_dos"
MINE = "my|the|our"
LIST = "calendar|schedule|list|todos|to-dos|to-do_list|todo_list|tasks|task_list|agenda|inbox|plan|dashboard"
CALLED = "to|called|named|titled|for|about|that|saying|says|which_says|with_the_title"


def note(said: str, **more: Any) -> Row:
    return Row(said, "note", line="{line}", **more)


EMPTY: tuple[Row, ...] = (
    Row(f"{NEW} {A}? new? {THING}|reminder please?", "note", line=""),
    Row(f"i want|need|would_like|'d_like to {NEW} {A}? new? {THING}|{THINGS}", "note", line=""),
    Row("add|create|new something?", "note", line=""),
    Row("remind me", "note", line=""),
)

REMINDING: tuple[Row, ...] = (
    note(f"set|{NEW} {A}? new? {{rule}} reminder to|for|about {{line}}", reminder=0, when="{rule}"),
    note(f"set|{NEW} {A}? new? reminder|alarm: {{line}}", reminder=0),
    note("remind|reming|remid me|us to|that|about|abt|of {line}", reminder=0),
    note("remind me|us {line}", reminder=0),
    note(f"set|{NEW} {A}? new? reminder|alarm for|about|that|called {{line}}", reminder=0),
    note("set|add|create a|an? reminder|alarm {line}", reminder=0),
    note("reminder: {line}", reminder=0),
)

NOTING: tuple[Row, ...] = (
    note(f"{NEW} {A}? new? {{prio}} priority|prio? {THING}: {{line}}", priority="{prio}"),
    note(f"{NEW} {A}? new? {{prio}} priority|prio? {THING} {CALLED}? {{line}}", priority="{prio}"),
    note(f"{NEW} {A}? new? {{rule}} {THING} {CALLED}? {{line}}", when="{rule}"),
    note(
        f"{NEW} these|the|some|two|three|four|five|2|3|4|5|a_few|all|my? following|new? {THINGS}: {{line}}",
        several=True,
    ),
    note(
        f"{NEW} this|these|the_following to|on|in|into {MINE}? {{list}} list: {{line}}", list="{list}", several="maybe"
    ),
    note(f"{NEW_ONES} {THINGS} for|to|about {{line}}", several=True),
    note(f"{NEW_ONES} {THINGS} {{line}}", several=True),
    note(f"{NEW} {A}? new? {THING}: {{line}}"),
    note(f"{THING}|new: {{line}}"),
    note(f"{NEW} {A}? new? {THING} on|for|to {MINE} {LIST}|me {CALLED} {{line}}"),
    note(f"{NEW} {A}? new? {THING} {CALLED} {{line}}"),
    note(f"{NEW} {A}? new? {THING} {{line}}"),
    note(f"put|add|place {{line}} to|on|onto|in|into {MINE}? list {{list}}", list="{list}", several="maybe"),
    note(f"put|add|place|need {{line}} to|on|onto|in|into {MINE}? {{list}} list", list="{list}", several="maybe"),
    note("note|notes: {line}"),
    note("urgent|important|asap: {line}", priority="high"),
    note("todo|to-do {line}"),
    note(f"add|put to|on|onto {MINE} {LIST}: {{line}}", several="maybe"),
    note(f"{THINGS}|list: {{line}}", several=True),
    note("add|create|new|jot_down|note_down|write_down|put_down|log|record|enter: {line}", several="maybe"),
    note("jot_down|note_down|write_down|put_down|log|record that {line}"),
    note("add|create|new|jot_down|note_down|write_down|put_down|log|record|enter|insert {line}", several="maybe"),
    note("plan|schedule|arrange|organise|organize {line}", dated=True),
)

SUBJECT = "i|we|i've|we've|ive still|also|really?"
HAVING_TO: tuple[Row, ...] = (
    note(f"{SUBJECT} need|have|want|ought|got|plan|intend|am_going|supposed to {{line}}"),
    note("i|we|i'd|we'd would|'d? like|love to {line}"),
    note("i|we still|also|really? must|should|gotta|shall|better|can't_forget_to|need_to really|probably|also? {line}"),
    note("i|we need some|more|new? {line}", several="maybe"),
    note("i'm going|supposed to {line}"),
    note("gotta|need_to|have_to|got_to|must|should|ought_to|want_to {line}"),
    note("don't|do_not|dont let me|us forget to|about|that {line}"),
    note("don't|do_not|dont forget to|about|that {line}"),
    note("don't|do_not|dont forget {line}"),
    note("remember to {line}"),
    note("remember {line}"),
    note("i'll|we'll|i_will|we_will {line}", dated=True),
    note("make sure to|i|that_i|we {line}"),
    note("i|we|i've|we've have|got|had? a|an {line}", dated=True),
    note("there's|there is|are? a|an {line}", dated=True),
    note("help me remember|not_forget to {line}"),
)

PLAINLY: tuple[Row, ...] = (
    note(f"put|add|place|stick {{line}} to|on|onto|in|into {MINE} {LIST} {{when}}", when="{when}"),
    note(f"put|add|place|stick {{line}} to|on|onto|in|into {MINE} {LIST}"),
    note("plan|schedule|arrange|organise|organize a|an {line}", dated=True),
    note(f"set|{NEW} {A}? new? reminder|alarm to {{line}}", reminder=0),
    note("note|memo|reminder to self|me|myself: {line}"),
    note("make|take a? note to|that|of|about {line}"),
)
"""New ones beyond doubt: these stand even above what changes a task."""

CREATES: tuple[Row, ...] = (*EMPTY, *REMINDING, *NOTING, *HAVING_TO)
