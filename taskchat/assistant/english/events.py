"""How people put reminders, alarms, appointments and what takes place; rows as in `notings`."""

from taskchat.assistant.english.notings import LIST, MINE, WHERE
from taskchat.assistant.row_kinds import ahead, note, told
from taskchat.assistant.rows import Row

WISH = "i_need|i_want|i'd_like|i_would_like|we_need|can_i_get|could_i_get|can_i_have|could_i_have|may_i_have"
GIVE = "set|set_up|setup|create|make|add|put|put_in|put_down|schedule|give|send|get|leave|new|need|start|place|enter"
GIVE += "|shoot|drop|hit_me_with"
GIVE += f"|{WISH}"
AN = "a|an|another|me_a|me_an|me_another|me|us_a|one"
KIND = "new|recurring|repeating|regular|quick|little|big|second|third|other|extra|early|later"
ALERT = "reminder|reminders|notification|alert|nudge|heads_up|heads-up|buzz|warning"
OF = (
    "to|for_later_to|later_to|for|about|of|on|called|named|titled|saying|regarding|with_the_title|for_me_to|for_us_to|telling_me_to"
    "|which_says|that_says|so_i_remember_to|so_i_don't_forget_to|so_that_i"
)
ME = "me|us|myself"
TELL = "remind|notify|alert|ping"
LONG = "i|we|i'd|we'd need|want|would|have? like|love?"
CONDITIONS: tuple[Row, ...] = (
    note(f"remind {ME} {{cond}} to|about|of|that {{line}}", reminder=0, cond="{cond}"),
    note(f"{{cond}} remind {ME} to|about|of|that? {{line}}", reminder=0, cond="{cond}"),
    Row(f"remind {ME} to|about|of|that? {{deed}} {{cond}}", "note", line="{deed}", reminder=0, cond="{cond}"),
)
"""What nobody here can watch for ("when I get home"): it stays in the words."""
REMINDING: tuple[Row, ...] = (
    note(f"{GIVE} {AN}? {KIND}? {ALERT} {WHERE}? that {{line}}", reminder=0, whole=True),
    note(f"{GIVE} {AN}? {KIND}? {ALERT}: {{line}}", reminder=0),
    note(f"{GIVE} {AN}? {KIND}? {ALERT} {WHERE}? {OF}? {{line}}?", reminder=0, title="reminder"),
    note(f"{GIVE} {AN}? {{rule}} {ALERT} {WHERE}? {OF}? {{line}}?", reminder=0, when="{rule}", title="reminder"),
    Row(f"remind {ME} about|of? later|sometime|soon|please|again?", "note", line="", reminder=0, title="reminder"),
    note(f"remind|notify|tell|alert|ping|let {ME} know? when|once it's|it_is|its time to|for {{line}}", reminder=0),
    note("make|set it|this so|up_so i|we get|am|are reminded|notified to|of|about {line}", reminder=0),
    note("remind me|us: {line}", reminder=0),
    note("remind me|us and {line}", reminder=0, lead="remind me and"),
    note(f"remind {ME} please|again|later|sometime|soon? to {{line}}", reminder=0),
    told(f"remind {ME} please|again|later|sometime|soon? about|of|for|on|regarding {{told}} again?"),
    told(f"{TELL} {ME} when|once|as_soon_as {{told}}", whole=True, unwatched=True),
    note(
        f"{LONG} to be|get reminded|notified|alerted|told when|once|as_soon_as|if {{line}}", whole=True, unwatched=True
    ),
    told(f"remind {ME} that? {{told}}", whole=True),
    note(f"notify|alert|ping|nudge|bug|prompt|buzz|poke|message|text|tell|warn {ME} to {{line}}", reminder=0),
    told("jog my memory about|on|of {told}"),
    told(f"notify|alert|ping|nudge|warn|inform|bug|hassle|pester {ME} about|of|for|on {{told}}"),
    note(f"let {ME} know that|to {{line}}", reminder=0),
    note(f"{LONG} to be|get reminded|notified|alerted to|about|of|on {{line}}", reminder=0),
    note(f"{LONG} to be|get reminded|notified|alerted that {{line}}", reminder=0, whole=True),
    note("don't|do_not|never let me|us forget that {line}", reminder=0, whole=True),
    note("don't|do_not|never let me|us forget to|about? {line}", reminder=0),
    note("help me|us to? remember|not_forget that {line}", reminder=0, whole=True),
    note("help me|us to? remember|not_forget to|about? {line}", reminder=0),
    note(f"{ALERT}: {{line}}", reminder=0),
    note(f"a|an|another {KIND}? {ALERT} {WHERE}? {OF}? {{line}}", reminder=0),
    note(f"{ALERT} to|for|about|that|of {{line}}", reminder=0),
    note("reminder {line}", reminder=0),
    Row("remind {other}", "note", line="{other}", reminder=0, lead="remind"),
)
ALARM = "alarm|alarms|wake-up_call|wakeup_call|wake_up_call"
ALARMS: tuple[Row, ...] = (
    note(f"wake {ME} up? {{line}}?", reminder=0, lead="wake up"),
    note(f"get {ME} up {{line}}?", reminder=0, lead="wake up"),
    note("make_sure|ensure i'm|i_am|we're|im up|awake {line}?", reminder=0, lead="wake up"),
    note(f"{GIVE}|turn_on {AN}|my|the? {KIND}? {ALARM} to_go_off|to_ring {{line}}?", reminder=0, title="alarm"),
    note(f"{GIVE} {AN}|my|the? {KIND}? {ALARM} labeled|labelled|called|named {{line}}", reminder=0, title="alarm"),
    note(f"{GIVE}|turn_on {AN}|my|the? {KIND}? {ALARM} {OF}? {{line}}?", reminder=0, title="alarm"),
    note(f"{GIVE}|turn_on {AN}|my|the? {{rule}} {ALARM} {OF}? {{line}}?", reminder=0, when="{rule}", title="alarm"),
    note("alarm {line}?", reminder=0, title="alarm", dated=True),
    note(f"{AN} {KIND}? {ALARM} {OF}? {{line}}?", reminder=0, title="alarm", dated=True),
)

TIMERS: tuple[Row, ...] = (
    Row(f"{GIVE} {AN}|my|the? timer for|of? {{minutes}}", "note", line="timer", minutes="{minutes}"),
    Row(f"{GIVE} {AN}|my|the? {{minutes}} timer", "note", line="timer", minutes="{minutes}"),
    Row("timer for|of? {minutes}", "note", line="timer", minutes="{minutes}"),
)
"""Laid over the clause as it was said: how long is all there is to it."""
MAKE = "set|set_up|setup|create|make|add|new|schedule|put|put_in|put_down|enter|insert|start|plan|arrange|organise"
MAKE += f"|organize|record|save|need|fix|note|note_down|{WISH}"
MEANT = f"set|set_up|setup|create|make|schedule|put|put_in|put_down|plan|arrange|organise|organize|need|note|fix|{WISH}"
FIX = "set|set_up|setup|schedule|arrange|fix|create"
ENTRY = "event|entry|calendar_event|calendar_entry|calendar_item|time_slot|activity"
EVENTS: tuple[Row, ...] = (
    note(
        "block|reserve|hold|keep|save|free_up|set_aside off|out|free? my_calendar|my_schedule|time|some_time|the_date"
        "|the_day|an_hour|a_slot|the_time|it? for|to {line}",
        dated=True,
    ),
    note("save|keep|hold the date|day for|of? {line}", dated=True),
    note("schedule|find|make|set|take|leave in|aside? some? time|an_hour for|to {line}", dated=True),
    note("save|keep|hold the date|day: {line}", dated=True),
    note(f"mark {MINE} {LIST} for|with|that|as {{line}}"),
    note(f"mark {MINE} {LIST}: {{line}}"),
    note(f"{MAKE} {AN}|the|this|following? {KIND}? {ENTRY}: {{line}}"),
    note(f"{MAKE} {AN}|the|this|following|my? {KIND}? {ENTRY} {WHERE}? that|{OF}? {{line}}?", title="event"),
    note(f"{MAKE} {AN}? {{rule}} {ENTRY} {WHERE}? that|{OF}? {{line}}?", when="{rule}", title="event"),
    note(f"{ENTRY}|appointment|calendar: {{line}}"),
    note("calendar {line}", dated=True),
    note(f"schedule {AN}? {{rule}} {{line}}", when="{rule}"),
    Row(f"{MAKE} {AN}? {{rule}} {{occasion}}", "note", line="{occasion}", when="{rule}"),
    Row(f"{FIX} {AN}? {KIND}? {{occasion}}", "note", line="{occasion}"),
    Row(f"make {AN}? {KIND}? {{made}}", "note", line="{made}"),
    Row(f"book {AN}? {KIND}? {{booked}}", "note", line="{booked}"),
    Row("set_up|setup|arrange|organise|organize|book the|our {occasion}", "note", line="{occasion}"),
    Row(f"{MEANT}|reserve|have|grab|do|hold {AN}? {KIND}? {{occasion}}", "note", line="{occasion}", dated=True),
    note("schedule|sign|book|put|pencil|slot me|us in|up|down? for {line}"),
    note("pencil me|us in|a? {line}", dated=True),
    note("book me|us {line}", lead="book"),
    note("plan|arrange|organise|organize a|an {line}", dated=True),
    note("schedule a|an|another|me_a {line}"),
    note("pencil|slot in {line}"),
    note("pencil|slot {line} in"),
    Row("mark down|it|this? as|for|down the? {fresh}", "note", line="{fresh}", dated=True),
)
AM = "i'm|i_am|we're|we_are|im"
MAYBE_THERE: tuple[Row, ...] = (
    ahead("it's|it_is|its|today_is|tomorrow_is? {yearly} is|falls|will_be?", "{yearly}", when="every year"),
    ahead("{ours} is|are due|on?", "{ours}", unless=True),
    ahead("{mine} got|was|has_been|have_been scheduled|booked|set|planned", "{mine}", unless=True),
    ahead("i|we|i've|we've|ive have|just|already? scheduled|arranged|booked|set_up {noun}", unless=True),
    ahead("{named_day} is|are on?", "{named_day}", unless=True),
    ahead("{mine} is|are|will_be due|scheduled|planned|happening|booked|set|coming_up?", "{mine}", unless=True),
)
"""A statement about what may be on the list already: then its date moves, and nothing new is made."""
TAKING_PLACE: tuple[Row, ...] = (
    ahead("i|we|i've|we've|ive still|also|just? have|got|have_got a|an|my|another? {noun}"),
    ahead("i've|we've|ive a|an {noun}"),
    ahead("there's|there_is|there_are|there_will_be|here's a|an|my|our|the? {noun}"),
    ahead(f"{AM} having|doing|getting {{noun}}"),
    ahead(f"{AM} at|attending|in a|an|the|my {{noun}}"),
    ahead(f"{AM}|i_will_be|i'll_be|we'll_be {{doing}}", "{doing}"),
    ahead("have|grab a|an {noun}"),
    ahead("{happens}", "{happens}", whole=True),
    ahead("{theirs}", "{theirs}", whole=True),
    ahead("{ours} wants|needs|expects|is_expecting|is_waiting_for|asked_for|asked_me_for {noun}"),
    ahead("i|we {act}", "{act}"),
    note("it's|it_is|its important|crucial|vital|essential that? i|we {line}"),
    note("it's|it_is|its important|crucial|vital|essential to {line}"),
)
"""Statements of what is ahead: only with its date."""
