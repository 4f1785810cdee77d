"""How clauses begin and end, and what is said once for several of them."""

from taskchat.assistant.english.events import ALARM, ALERT, AN, GIVE, KIND
from taskchat.assistant.english.notings import LIST, MINE
from taskchat.assistant.english.verbs import PAST_FORMS
from taskchat.assistant.rows import Row
from taskchat.domain.lexicon import word_set

NO_STARTS = word_set(
    """
    due deadline no it's its that's they're there's just already list to have time something through up name place
    stick pop slot there here's im ive i'm i've we're we've i'd we'd need want free alarm calendar notification nudge
    task be do
    """
)
TOLD = PAST_FORMS | {"finished", "completed", "done", "did"}
"""Near the beginning of a clause: it tells what was done."""
CARRIED: tuple[tuple[Row, str], ...] = tuple(
    (Row(said, "carried"), lead)
    for said, lead in (
        ("remind|notify|alert|ping me|us", "remind me"),
        (f"{GIVE} {AN}? {KIND}? {ALERT}", "remind me"),
        ("don't|do_not let me|us forget", "remind me"),
        ("schedule|book|arrange|set_up|pencil_in", "schedule"),
        ("add|put|create|note|jot_down|new|make", "add"),
        ("i|we|i've|we've still|also? need|have|want|must|should|ought|gotta|got to?", "add"),
    )
)
"""How a clause begins, and what is thought before the next one that does not begin by itself."""
SAME_AGAIN = frozenset({"again"})
""" "Walk the dog at 1 and again at 6"."""
PASSED_ON = word_set(
    "call text email message phone ring buy get order pay send write ask tell invite visit feed water clean wash book"
)
"""Verbs that are said once for two: "call mom at 5 and dad at 6"."""
TO_DO = "to"
""" "Remind me to buy stamps and *to* post the parcel"."""
LEADING_ON = frozenset({"to", "at", "on", "in", "that", "about", "for"})
BARE = (
    Row("remind|wake|notify|alert me|us up?", "bare"),
    Row(f"{GIVE} {AN}|my? {KIND}? {ALERT}|{ALARM}", "bare"),
    Row(f"on|to|in {MINE} {LIST}|shopping_list|grocery_list|groceries_list", "bare"),
)
"""Beginnings that want what comes behind a comma."""
TAKING_BACK = word_set("no wait sorry mean actually rather scratch oops")
THINKING = TAKING_BACK | word_set("i make that it or nope oh better")
"""Words between a date and the one that is meant."""
DUTY = Row("i|we|i've|we've still|also|really? need_to|have_to|want_to|must|should|ought_to|gotta|got_to", "duty")
SHOWING = {"show", "list", "display", "find", "search", "view", "count"}
"""Verbs that look things up, whatever they are called."""
MADE_OF = frozenset({"alarm", "alarms", "meeting", "meetings", "appointment", "appointments", "plan", "plans"})
"""What is checked itself, and not looked up: "check the smoke alarms"."""
DOES = {"do", "let", "i", "i'll", "we", "will", "would", "may", "might", "could", "should"}
"""What begins so is more than the name of a set."""
MOVES = {
    "schedule",
    "put",
    "do",
    "have",
    "plan",
    "set",
    "change",
    "move",
    "update",
    "bring",
    "push",
    "shift",
    "carry",
    "edit",
    "switch",
    "pull",
    "bump",
}
"""Verbs of what is done to a task, and of what is done with a couch."""
NO_COMMANDS = word_set("i we done is a an the and any it")
"""Rows begin with them, clauses that stand by themselves do not."""
ALONE = frozenset({"undo"})
"""Stands by itself with no word behind it."""
DUTIFUL = frozenset({"i", "don't"})
AND, THEN, ALSO = "and", "then", "also"
"""Between clauses."""
RUN_ON = "cancel|delete|remove|take|make|move|mark|put|change|tag|add|stick|set it|that|them"
SO = "so"
"""Begins a clause of its own, with no sign before it: "the rent isn't that important make it low priority"."""
LEANING = word_set(
    """
    to and or not don't you i we please can will should must just never me let's could would then also they who won't
    can't cannot didn't couldn't doesn't isn't
    """
)
"""Behind these it is none."""
NO_RUN_ON = "".join(rf"(?<!\b{word})" for word in sorted(LEANING))
BEHIND_AND = "also|please"
REMIND = "remind "
REMIND_ME, ADD, NAMELESS = "remind me", "add", "reminder"
"""What is thought before a clause; and what a task is called of which nothing is said but that it shall remind."""
NEARLY_REMIND = r"re\w+ me\b"
"""A pattern, since any letters may be wrong in the middle."""
LISTED = "tasks|todos|to-dos|things|items|list"
"""Before a colon: what follows is a list of things, not of clauses."""
PUTTING = frozenset({"add", "put", "include", "stick", "throw", "need", "want"})
TO_A_LIST = "to|on|onto|in|into the|my|our|a? {name} list"
"""Where all of several things go."""
DETAIL = (
    r"(?:tag|label)(?:ged|ed)?(?: it)?(?: with| as)? #?[\w-]+(?:$|,)",
    r"remind me .*\b(?:before|earlier|ahead|early)\b",
    r"repeat\b",
    r"(?:remind|notify|alert) me(?: about it| of it| then| too)?$",
    r"(?:notes?|description|details):",
    r"(?:make|mark|flag) (?:it|this|that) (?:as )?(?:an? )?(?:high|low|top|urgent|important)\b",
    r"(?:set|schedule|make) it (?:due |for |on |at )",
)
"""Says more about what is being noted down. Patterns: they look at what ends, and at what lies between."""
TO = ("to", "until", "for", "by", "as")
"""Between a task and where it goes: what is said once for two of them."""
ALL_OF = frozenset({"all", "all of them", "both of them", "them"})
BOTH = "both"
"""Answers to "Which one?"."""
QUESTIONS = (
    "did|do|have|has|am|are|should|must|may|shall|was|were|had i|we|you",
    "is|are|was|were there|my|the|our",
    "when's|whens|where's|wheres",
    "when|where is|are|am|do|does|did|was|were|will|should|must|can",
    "show|display|tell|list me|us? what|which|when|everything|all",
    "what's|whats|what've|whatve|whatcha|what|which|whaddya|gimme|lemme|how's|hows|how|who's|whos|who|why",
)
"""A question begins so, whatever sign stands behind it."""
NO_QUESTION = "how about"
NEW_THING = "find|look_for|search_for a|an"
"""To be found in the world, not in the list, where none of LOOKED_UP follows."""
LOOKED_UP = "task|todo|to-do"
OWN = "do|did|have|should|must i|we still? need|have|got|want|buy|get"
"""What somebody asks of themselves is about their tasks."""
ON_A_DAY = ("on", "for", "by", "at", "in")
"""Before a day on which something is to be done, as "to" stands before one that it moves to."""
CALL_OFF, OFF = "cancel", "off"
PLANS = frozenset({"finish", "complete", "close", "check", CALL_OFF})
"""With a day behind them these are to be done then."""
