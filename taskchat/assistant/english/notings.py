"""How people say that something is to be noted down: tasks, duties, notes.

The rows are laid over what is left of a clause when its dates and marks are taken out (see `phrases_line`), so that
these may stand anywhere. `{line}` is what is to be done. Other arguments: `lead` words before it in the title, `title`
where nothing is left, `whole` a sentence that keeps its first word, `dated` only with a date that lies ahead.
"""

from taskchat.assistant.row_kinds import note
from taskchat.assistant.rows import Row

NEW_ONES = "add|create|make|start|new|log|jot_down|note_down|write_down|put_down|record|save|set_up|enter|insert|need"
NEW = f"{NEW_ONES}|open|i_need|i_want|i'd_like|i_would_like|track|set|put_in"
A = "a|an|another|the|one|me_a|me_an|this|following|my|us_a"
THING = "task|todo|to-do|item|entry|thing|to_do"
THINGS = "tasks|todos|to-dos|items|things|entries|to_dos"
MINE = "my|the|our"
LIST = (
    "calendar|schedule|list|todos|to-dos|to-do_list|to_do_list|todo_list|tasks|task_list|agenda|inbox|plan|dashboard"
    "|diary|planner|to-do|todo|reminders"
)
BARE_LIST = "reminders|to-dos|todos|calendar|list|todo_list|to-do_list|to_do_list|task_list|agenda|schedule"
CALLED = (
    "to|called|named|titled|for|about|that|saying|says|which_says|that_says|with_the_title|for_me_to|of"
    "|with_the_name|which_is|with_title|with_name|title"
)
PLACE = ("calendar", "phone", "list", "schedule", "agenda", "diary")
WHERE = "|".join(
    (
        *("in", "set", "on_here", "in_here", "for_me", "for_us", "for_myself"),
        *(f"{onto}_{mine}_{place}" for onto in ("to", "on", "in") for mine in ("my", "the", "our") for place in PLACE),
    )
)
PUT = "put|add|place|stick|enter|write|pop|throw|drop|include|insert|get|jot|save|log|note"
ONTO = "to|on|onto|in|into|under|at"
EMPTY: tuple[Row, ...] = (
    Row(f"{NEW} {A}? new? {THING}", "note", line=""),
    Row(f"i want|need|would_like|'d_like to {NEW} {A}? new? {THING}|{THINGS}", "note", line=""),
    Row("add|create|new something?", "note", line=""),
    Row("schedule|plan|book|note|write something|it", "note", line=""),
    Row(f"{PUT} down? something? {ONTO} {MINE}? {LIST}", "note", line=""),
    Row(f"{NEW} {A}|some? new? {THING}|something|stuff|things|items {ONTO}|for {MINE}? {LIST}", "note", line=""),
)
COUNT = "two|three|four|five|six|2|3|4|5|6|some|a_few|these|the_following"
NOTING: tuple[Row, ...] = (
    note(f"{NEW} {A}? new? {THING} out_of|from this|that|it: {{line}}"),
    note(f"{NEW} {A}? new? {{prio}} priority|prio? {THING}: {{line}}", priority="{prio}"),
    note(f"{NEW} {A}? new? {{prio}} priority|prio? {THING} {CALLED}? {{line}}", priority="{prio}"),
    note(f"{NEW} {A}? new? {{rule}} {THING} {CALLED}? {{line}}", when="{rule}"),
    note(
        f"{NEW} these|the|some|two|three|four|five|2|3|4|5|a_few|all|my? following|new? {THINGS}: {{line}}",
        several=True,
    ),
    note(f"{NEW_ONES} {THINGS} for|to|about {{line}}", several=True),
    note(f"{NEW_ONES} {THINGS} {{line}}", several=True),
    note(f"{NEW} {A}? new|recurring|repeating|quick? {THING}: {{line}}"),
    note(f"{THING}|new: {{line}}"),
    note(f"{NEW} {A}? new? {THING} {ONTO}|for {MINE} {LIST}|me {CALLED} {{line}}"),
    note(f"{NEW} {A}? new|recurring|repeating|quick|important|urgent? {THING} with? {CALLED}? {{line}}"),
    note(f"new {THING} {{line}}"),
    note("note|notes|memo: {line}", whole=True),
    note("urgent|important|asap: {line}", priority="high"),
    note("todo|to-do|to_do|task {line}"),
    Row("schedule {noun}", "note", line="{noun}"),
    note(f"{THINGS}|list: {{line}}", several=True),
    note(f"{THINGS} to_do: {{line}}", several=True),
    note(f"i|we have|need {COUNT}? {THINGS} to_do: {{line}}", several=True),
    note(f"{MINE} {THINGS}|plans|list are|is {{line}}", several=True, dated=True),
    note("add|create|new|jot|jot_down|note_down|write|write_down|log|record|enter|track|save this|that|it: {line}"),
    note("jot|write|note|put|take this|that|it down: {line}"),
    note("add|create|new|jot_down|note_down|write_down|put_down|log|record|enter|track: {line}", several="maybe"),
    note("note|jot_down|note_down|write_down|put_down|log|record|keep_in_mind|bear_in_mind that {line}", whole=True),
    note("keep_in_mind|bear_in_mind|keep_track_of to|about? {line}"),
    note("add|create|new|jot_down|note_down|write_down|put_down|log|record|enter|insert|track {line}", several="maybe"),
)
SUBJECT = "i|we|i've|we've|ive"
SOFTLY = "still|also|really|just|definitely|probably|desperately"
DUTIES: tuple[Row, ...] = (
    note("i|we can't|cannot|can_not|mustn't|must_not|shouldn't|better_not|don't_want_to forget to|about|that? {line}"),
    note("i'd|we'd|i|we had? better {line}"),
    note(
        f"{SUBJECT} {SOFTLY}? need|want|have|would_like|'d_like|plan to {SOFTLY}? schedule|set_up|arrange|organise"
        "|organize {line}",
        dated=True,
    ),
    note(f"{SUBJECT} {SOFTLY}? {SOFTLY}? need|have|want|ought|got|plan|intend|hope to {{line}}"),
    note(f"{SUBJECT} am|was|were|are supposed|meant to {{line}}"),
    note(f"i'm|we're|we_are|we_were {SOFTLY}? supposed|meant|planning|due|required to {{line}}"),
    Row("i'm|im|i_am|we're|we_are going|gonna to? {verbal}", "note", line="{verbal}"),
    note("i'm|im|i_am|we're|we_are going to {line}", dated=True),
    note(f"{SUBJECT} might|may|will need|have to {{line}}"),
    note(f"{SUBJECT} promised|agreed|volunteered|offered|decided to {{line}}"),
    note(f"{SUBJECT} promised|told {{somebody}} to|i'd|i_would|that_i'd|we'd|that_we'd|i'll|that_i'll {{line}}"),
    note("{somebody} asked|told|wants|needs|expects|reminded|begged|wanted me|us to {line}"),
    note("{somebody} said|says to {line}"),
    note("{somebody} said|says that? i|we have_to|need_to|should|must {line}"),
    note(f"i|we|i'd|we'd would|'d? {SOFTLY}? like|love to {{line}}"),
    note("i've|we've|ive to {line}"),
    note(f"i|we {SOFTLY}? must|should|gotta|shall {SOFTLY}? {{line}}"),
    note(f"i|we {SOFTLY}? need some|more|a|an? {{line}}", several="maybe"),
    note("gotta|need_to|have_to|got_to|must|should|ought_to|want_to|hafta {line}"),
    note("it's|its|it_is? time to|for {line}"),
    note("i'll|we'll|i_will|we_will {line}", dated=True),
    note("make_sure|be_sure|ensure to|i|that_i|we|that_we|you? {line}"),
    note("don't|do_not|never forget that {line}", whole=True),
    note("don't|do_not|never forget to|about? {line}"),
    note("remember that {line}", whole=True),
    note("remember to? {line}"),
    note("remember: {line}"),
    note("don't|do_not|never forget: {line}"),
)

PLAINLY_NOTED: tuple[Row, ...] = (
    note(
        "add|create|make|set_up|start|put_in a|an|another|me_a new|quick? task|todo|to-do|to_do "
        "for|called|named|titled {line}"
    ),
    note("put_down|jot_down|write_down|note_down that {line}", whole=True),
    note("put_down|jot_down|write_down|note_down {line}", several="maybe"),
    note("put|write|note|jot|mark down that? i|we have|need|got to? a|an|my? {line}"),
    note(f"{PUT} down? {{line}} {ONTO} {MINE} {LIST}", several="maybe"),
    note(f"{PUT} down? this|these|the_following? {ONTO} {MINE} {LIST}: {{line}}", several="maybe"),
    note(f"{PUT} down? {ONTO} {MINE} {LIST} that {{line}}", whole=True),
    note(f"{PUT} down? {ONTO} {MINE} {LIST} to? {{line}}"),
    note(f"{PUT} down? {{line}} {ONTO} {BARE_LIST}", several="maybe"),
    note(f"{PUT} down? {ONTO} {BARE_LIST} to? {{line}}", several="maybe"),
    note(f"{ONTO} {MINE} {LIST} {PUT} {{line}}", several="maybe"),
    note(f"{ONTO} {MINE} {LIST}: {{line}}", several="maybe"),
    note(f"update|change|edit {MINE} {LIST} to include|have|show|say {{line}}", several="maybe"),
    note(f"{MINE} {LIST} needs|should_have|should_include|has_to_have {{line}}", several="maybe"),
    note("make {line} a|an new? task|todo|to-do|item|event"),
    note("note|memo|reminder to self|me|myself: {line}"),
    note("note|memo|reminder to self|myself that|to? {line}"),
    note("make|take|leave|write a? quick? note|memo: {line}", whole=True),
    note(f"make|take|leave|write a? quick? note|memo {WHERE}? that {{line}}", whole=True),
    note("make|take|leave|write a? quick? note|memo to_self|to_myself? to|of|about|for {line}"),
)
"""New ones beyond doubt: these stand even above what changes a task."""
