"""How people say what is to be remembered of their ways: "mornings mean 8", "from now on work tasks go to Office".

A row says how a preference is put; AROUND has the words that say that it is to hold from now on. Some rows need those
words: "put all work tasks into Office" alone is about the tasks there are.
"""

from taskchat.assistant.row_kinds import hour, opinion, remind, rule
from taskchat.assistant.rows import Row
from taskchat.domain.english.vocabulary import END_OF_DAY
from taskchat.domain.lexicon import word_set
from taskchat.domain.preferences import REMINDERS, Kind

PARTS = {
    "morning": "morning mornings",
    "afternoon": "afternoon afternoons",
    "evening": "evening evenings",
    "night": "night nights",
    END_OF_DAY: "eod cob",
}

PART_OF = {word: part for part, words in PARTS.items() for word in words.split()} | {
    "end of day": END_OF_DAY,
    "end of the day": END_OF_DAY,
    "close of business": END_OF_DAY,
}
NOTHING_IN_PARTICULAR = {"it", "this", "that", "them", "those", "these", "tasks", "task", "open", "overdue", "done"}
NO_NAMES = word_set(
    """
    a about after again an and anytime asap at back before by crazy for from home if in it later mad maybe names never
    not now off on once out please soon sometime that the this to up when whenever with you
    """
)
ONES = "tasks|task|things|stuff|items|todos|to-dos|errands|chores|ones"
ALL = "anything|everything|all|things|tasks|stuff|whatever"
CONCERNS = "about|for|with|on|concerning|regarding|related_to|to_do_with|tagged|tagged_with|that_is_about|mentioning"
GOES = "go|goes|belong|belongs"
INTO = "to|in|into|under|on|onto"
PUTS = "put|add|file|place|sort|move|save|keep"
BEFORE = "before|early|earlier|ahead|in_advance|beforehand"
EACH = (
    "everything|every_task|each_task|all_tasks|all_my_tasks|a_task|tasks|things|they_are_due|they're_due|tasks_are_due"
)
PLAIN: tuple[Row, ...] = (
    hour("{part} always? means|mean|is|are|starts|start|begins|begin for_me|for_us? always? at? {clock} for_me|to_me?"),
    hour("for me|us {part} means|mean|is|are|starts|begins at? {clock}"),
    hour("when|whenever|if i|we say|write|type {part} i|we mean {clock}"),
    hour("by|with {part} i|we mean {clock}"),
    hour("i|we usually|always|normally? finish|stop|end|leave|quit work|working|the_office|my_day {clock}", END_OF_DAY),
    hour("i|we usually|always|normally? knock_off|clock_off|finish|get_off|leave_work {clock}", END_OF_DAY),
    hour("my|the|our working_day|workday|work_day|work|day|shift ends|finishes|is_over|stops {clock}", END_OF_DAY),
    hour("work|office ends|finishes|is_over|stops {clock}", END_OF_DAY),
    remind("tasks with a time get a reminder {minutes} before"),
    Row("tasks with a time get a reminder when they are due", Kind.REMINDER, value="0"),
    hour("reminders without|with_no a|an? time|hour|clock are|go|come|mean|ring at? {clock}", REMINDERS),
    remind("my|the? default|usual|standard reminder is|are|should_be|time_is {minutes} before|early|earlier?"),
    remind("set|make|change my|the? default reminder to|at {minutes} before|early|earlier?"),
    rule(f"{{about}} {ONES} always? {GOES} {INTO} my|the|our? {{list}} list", Kind.LIST, "{list}"),
    rule(f"{{about}} {ONES} always? {GOES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? {GOES} {INTO} {{list}} list", Kind.LIST, "{list}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? {GOES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? is|are|has|have|get|gets|be {{prio}}", Kind.PRIORITY, "{prio}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? is|are|get|gets|be tagged {{tag}}", Kind.TAG, "{tag}"),
    rule(f"{ALL} {CONCERNS} {{about}} always|should? gets|get {{tag}}", Kind.TAG, "{tag}"),
    Row("you? can|may|could|should|please? call me {name}", Kind.NAME, value="{name}"),
    Row("my name is {name}", Kind.NAME, value="{name}"),
    Row("my name's {name}", Kind.NAME, value="{name}"),
    Row("i'm|i_am called {name}", Kind.NAME, value="{name}"),
    Row("you are called {name}", Kind.NAME, value="{name}"),
    Row("i go by {name}", Kind.NAME, value="{name}"),
    opinion("i|we prefer {text}"),
    opinion("i'd|i_would prefer {text}"),
    opinion("i|we like|want|love short|brief|concise|long|detailed|friendly|formal answers|replies"),
    opinion("my|our {about} days are|is {days}"),
    opinion("my|our {about} day is {days}"),
)
"""What can mean nothing else."""
STANDING: tuple[Row, ...] = (
    remind(f"remind me {{minutes}} {BEFORE} of|for? {EACH}?"),
    remind(f"remind me {{minutes}} {BEFORE} they|it are|is due"),
    remind(f"i|we want|need|get a|my? reminder|reminders {{minutes}} {BEFORE} {EACH}?"),
    hour("remind me at? {clock}", REMINDERS),
    hour("set|put reminders at|to|for {clock}", REMINDERS),
    rule(f"{PUTS} {{about}} {ONES} {INTO} my|the|our? {{list}} list", Kind.LIST, "{list}"),
    rule(f"{PUTS} {{about}} {ONES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{PUTS} {ALL} {CONCERNS} {{about}} {INTO} {{list}} list", Kind.LIST, "{list}"),
    rule(f"{PUTS} {ALL} {CONCERNS} {{about}} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"{{about}} {GOES} {INTO} {{list}} list", Kind.LIST, "{list}"),
    rule(f"{{about}} {GOES} {INTO} {{list}}", Kind.LIST, "{list}"),
    rule(f"tag|label {{about}} {ONES} with|as? {{tag}}", Kind.TAG, "{tag}"),
    rule(f"tag|label {ALL} {CONCERNS} {{about}} with|as? {{tag}}", Kind.TAG, "{tag}"),
    rule(f"{{about}} {ONES} get|are|gets|be tagged|the_tag with? {{tag}}", Kind.TAG, "{tag}"),
    rule(f"{{about}} {ONES} is|are|get|have|has always? {{prio}}", Kind.PRIORITY, "{prio}"),
    rule(f"make|mark {{about}} {ONES} as? {{prio}}", Kind.PRIORITY, "{prio}"),
    rule(f"make|mark {ALL} {CONCERNS} {{about}} as? {{prio}}", Kind.PRIORITY, "{prio}"),
)
"""What holds from now on only where the words around it say so."""
FOREVER = "from_now_on|in_future|in_the_future|going_forward|as_a_rule|by_default|from_here_on|henceforth"
TOLD = "remember|note|know|don't_forget|keep_in_mind|bear_in_mind|keep_in_memory"
AROUND: tuple[Row, ...] = (
    Row(f"{FOREVER} {{text}}", "always", text="{text}"),
    Row(f"{{text}} {FOREVER}", "always", text="{text}"),
    Row("always|generally {text}", "often", text="{text}"),
    Row("i|we always want {text}", "often", text="{text}"),
    Row("never {text}", "often", text="never {text}"),
    Row(f"please? {TOLD} that {{text}}", "told", text="{text}"),
    Row(f"please? {TOLD} this: {{text}}", "told", text="{text}"),
    Row("please? keep_in_mind|bear_in_mind {text}", "maybe", text="{text}"),
    Row("please? remember {text}", "maybe", text="{text}"),
    Row("{text} always", "maybe", text="{text}"),
)
"""always: whatever it is. often, told: unless it is something to do. maybe: only what a row knows."""
MORNING = "morning"
PART_LEADS = "in|by|at? the|my?"
CLOCK_LEADS = "at|around|about|by?"
HALF_OF_THE_DAY = r"[ap]\.?m\.?"
"""A pattern, since it is written with points or without."""
O_CLOCK = ("o'clock", "oclock")
SHARP = "sharp"
NOON = frozenset({"noon", "midday"})
ABOUT_LEADS = ("the", "my", "our", "any", "all", "every")
ON, AND = "on", "and"
WEEKDAYS = r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?"
"""A pattern, since each is said short, long, and of many."""
DAY_FOLLOWS = r"\w+days?\b"
""" "My gym days are monday and thursday" is not two sentences."""
TO_DO = (
    "i|we|i'll|we'll|i've|we've|i'll've|we'll've also|still? "
    "need|have|must|should|got|gotta|want|ought|will|promised|to",
    "i'll|we'll|to|buy|get|call|pay|send|bring|take|pick|book|email|water|feed|check",
)
"""What begins so is to be done, and no preference."""
IS_SO = "i|we usually|always|never|really? like|love|hate|prefer|dislike|sleep|live|work"
"""Says how somebody is, whatever time it names."""
NEVER_MIND = "never mind"
