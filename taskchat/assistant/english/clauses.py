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
MOVES = {"set", "change", "move", "update", "bring", "push", "shift", "carry", "edit", "switch", "pull", "bump"}
"""Verbs of what is done to a task, and of what is done with a couch."""
