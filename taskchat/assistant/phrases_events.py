"""How people put reminders, alarms, appointments and what takes place; rows as in `phrases_create`."""

from taskchat.assistant.phrases_create import CALLED, LIST, MINE, ONTO, note
from taskchat.assistant.rows import Row

WISH = "i_need|i_want|i'd_like|i_would_like|we_need|can_i_get|could_i_get|can_i_have|could_i_have|may_i_have"
GIVE = f"set|set_up|setup|create|make|add|put|put_in|put_down|schedule|give|send|get|leave|new|need|start|place|enter|{WISH}"
AN = "a|an|another|me_a|me_an|me_another|me|us_a|one"
KIND = "new|recurring|repeating|regular|quick|little|big"
ALERT = "reminder|reminders|notification|alert|nudge"
WHERE = f"in|on_here|in_here|{'|'.join(f'{onto}_{mine}_{place}' for onto in ONTO.split('|')[:5] for mine in MINE.split('|') for place in ('calendar', 'phone', 'list', 'schedule', 'agenda', 'diary'))}|for_me|for_us|for_myself"
OF = (
    "to|for|about|of|on|called|named|titled|saying|regarding|with_the_title|for_me_to|for_us_to|telling_me_to"
    "|which_says|that_says|so_i_remember_to|so_i_don't_forget_to|so_that_i"
)
ME = "me|us|myself"

CONDITIONS: tuple[Row, ...] = (
    note(f"remind {ME} {{cond}} to|about|of|that {{line}}", reminder=0, cond="{cond}"),
    note(f"{{cond}} remind {ME} to|about|of|that? {{line}}", reminder=0, cond="{cond}"),
    note(f"remind {ME} to|about|of|that? {{line}} {{cond}}", reminder=0, cond="{cond}"),
)
"""What nobody here can watch for ("when I get home"): it stays in the words."""

REMINDING: tuple[Row, ...] = (
    note(f"{GIVE} {AN}? {KIND}? {ALERT} {WHERE}? that {{line}}", reminder=0, whole=True),
    note(f"{GIVE} {AN}? {KIND}? {ALERT}: {{line}}", reminder=0),
    note(f"{GIVE} {AN}? {KIND}? {ALERT} {WHERE}? {OF}? {{line}}?", reminder=0, title="reminder"),
    note(f"{GIVE} {AN}? {{rule}} {ALERT} {WHERE}? {OF}? {{line}}?", reminder=0, when="{rule}", title="reminder"),
    note(f"remind {ME} please|again? to|about|of|for|on|regarding {{line}}", reminder=0),
    note(f"remind {ME} that? {{line}}", reminder=0, whole=True),
    Row(f"remind {ME}", "note", line="", reminder=0, title="reminder"),
    note(f"make_sure|be_sure|ensure you|that_you|to|u? remind {ME} to|about|of|that? {{line}}", reminder=0),
    note(f"notify|alert|ping|nudge|prompt|buzz|poke|message|text|tell|warn {ME} to {{line}}", reminder=0),
    note(f"notify|alert|ping|nudge|warn|inform {ME} about|of|for|on {{line}}", reminder=0),
    note(f"let {ME} know to {{line}}", reminder=0),
    note("i|we|i'd|we'd need|want|would|'d|have? like|love? to be|get reminded|notified|alerted to|about|of|on {line}", reminder=0),
    note("i|we|i'd|we'd need|want|would|'d|have? like|love? to be|get reminded|notified|alerted that {line}", reminder=0, whole=True),
    note("don't|do_not|never let me|us forget that {line}", reminder=0, whole=True),
    note("don't|do_not|never let me|us forget to|about? {line}", reminder=0),
    note("help me|us to? remember|not_forget that {line}", reminder=0, whole=True),
    note("help me|us to? remember|not_forget to|about? {line}", reminder=0),
    note(f"{ALERT}: {{line}}", reminder=0),
    note(f"{ALERT} to|for|about|that|of {{line}}", reminder=0),
    note("remind {line}", reminder=0, lead="remind"),
)

ALARMS: tuple[Row, ...] = (
    note(f"wake {ME} up? {{line}}?", reminder=0, lead="wake up"),
    note(f"get {ME} up {{line}}?", reminder=0, lead="wake up"),
    note(f"{GIVE}|turn_on {AN}|my|the? {KIND}? alarm|alarms|wake-up_call|wakeup_call {OF}? {{line}}?", reminder=0, title="alarm"),
    note(f"{GIVE}|turn_on {AN}|my|the? {{rule}} alarm|alarms {OF}? {{line}}?", reminder=0, when="{rule}", title="alarm"),
    note("alarm {line}?", reminder=0, title="alarm", dated=True),
)

TIMERS: tuple[Row, ...] = (
    Row(f"{GIVE} {AN}|my|the? timer for|of? {{minutes}}", "note", line="timer", minutes="{minutes}"),
    Row(f"{GIVE} {AN}|my|the? {{minutes}} timer", "note", line="timer", minutes="{minutes}"),
    Row("timer for|of? {minutes}", "note", line="timer", minutes="{minutes}"),
)
"""Laid over the clause as it was said: how long is all there is to it."""

MAKE = f"set|set_up|setup|create|make|add|new|schedule|put|put_in|put_down|enter|insert|start|plan|arrange|organise|organize|record|save|need|get|fix|note_down|{WISH}"
FIX = "set|set_up|setup|schedule|plan|arrange|organise|organize|book|fix|make|create"
ENTRY = "event|entry|calendar_event|calendar_entry|calendar_item|time_slot|activity"
EVENTS: tuple[Row, ...] = (
    note(
        "block|reserve|hold|keep|save|free_up|set_aside off|out|free? my_calendar|my_schedule|time|some_time|the_date"
        "|the_day|an_hour|a_slot|the_time|it? for|to {line}",
        dated=True,
    ),
    note("save|keep|hold the date|day for|of? {line}", dated=True),
    note("save|keep|hold the date|day: {line}", dated=True),
    note(f"mark {MINE} {LIST} for|with|that|as {{line}}"),
    note(f"mark {MINE} {LIST}: {{line}}"),
    note(f"{MAKE} {AN}|the|this|following? {KIND}? {ENTRY}: {{line}}"),
    note(f"{MAKE} {AN}|the|this|following|my? {KIND}? {ENTRY} {WHERE}? that|{OF}? {{line}}?", title="event"),
    note(f"{MAKE} {AN}? {{rule}} {ENTRY} {WHERE}? that|{OF}? {{line}}?", when="{rule}", title="event"),
    note(f"{ENTRY}|appointment|calendar: {{line}}"),
    note("calendar {line}", dated=True),
    note(f"schedule {AN}? {{rule}} {{line}}", when="{rule}"),
    Row(f"{MAKE} {AN}? {{rule}} {{event}}", "note", line="{event}", when="{rule}"),
    Row(f"{FIX} {AN}? {KIND}? {{event}}", "note", line="{event}"),
    Row(f"{MAKE}|reserve|have|grab|do|hold {AN}? {KIND}? {{event}}", "note", line="{event}", dated=True),
    note("book|put|pencil me|us in|down|a? for? {line}", dated=True),
    note("plan|arrange|organise|organize a|an {line}", dated=True),
    note("schedule a|an|another|me_a {line}"),
    note("pencil|slot in {line}"),
    note("pencil|slot {line} in"),
    Row("mark down|it|this? as|for|down the? {fresh}", "note", line="{fresh}", dated=True),
)

TAKING_PLACE: tuple[Row, ...] = (
    Row("i|we|i've|we've|ive still|also|just? have|got|have_got|'ve_got a|an|my|another|to_go_to_a? {noun}", "note", line="{noun}", dated=True),
    Row("i've|we've|ive a|an {noun}", "note", line="{noun}", dated=True),
    Row("there's|there_is|there_are|there_will_be|here's a|an|my|our|the? {noun}", "note", line="{noun}", dated=True),
    Row("i'm|i_am|we're|we_are|im having|doing|getting {noun}", "note", line="{noun}", dated=True),
    Row("i'm|i_am|we're|we_are|im|i_will_be|i'll_be|we'll_be {doing}", "note", line="{doing}", dated=True),
    Row("have|grab a|an {noun}", "note", line="{noun}", dated=True),
    Row("it's|it_is|its|today_is|tomorrow_is? {yearly} is|falls|will_be?", "note", line="{yearly}", when="every year", dated=True),
    Row("{mine} is|are|will_be|'s|is_going_to_be due|scheduled|planned|happening|booked|set|coming_up?", "note", line="{mine}", dated=True),
    Row("{happens}", "note", line="{happens}", dated=True, whole=True),
)
"""Statements of what is ahead: only with its date."""
