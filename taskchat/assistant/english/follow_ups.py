"""What is only understood after something else was said: "make it 6", "tomorrow instead", "no, the other one"."""

from taskchat.assistant.row_kinds import again, change, retitle
from taskchat.assistant.rows import Row

NO = (
    "no|nope|actually|sorry|wait|oh|hmm|rather|better|i_meant|i_mean|make_it|make_that|let's_say|say|and|i_said|"
    "oops|whoops|"
    "correction|no_wait|i_want|i_wanted|change_it_to|change_that_to|let's_do|do|let's_make_it|on_second_thought|"
    "scratch_that|"
    "it_should_be|it's|it_is|that_should_be|that's|should_be|maybe|or_rather|i_think|do_it|set_it_to|move_it_to|"
    "how_about|ah|well"
)
TOO = "instead|please|rather|then|actually|after_all|maybe|not"
FOLLOWS: tuple[Row, ...] = (
    change(
        f"{NO}? not|it's_not|isn't at|on|for|by? {{then}} but|rather|it's|make_it|make_that|i_meant|it_is? at|on|"
        f"for|by? {{when}}",
        task="it",
        due="{when}",
    ),
    change(
        f"{NO}? not|it's_not|isn't at|on|for|by? {{then}} but|rather|it's|make_it|make_that|i_meant|it_is? at|to? "
        f"{{hour}}",
        task="it",
        due="{hour}",
    ),
    change(
        f"{NO}? not|it's_not|isn't at|on|for|by? {{then}} but|rather|it's|make_it? {{moved}}", task="it", due="{moved}"
    ),
    change(f"at|on|for|by? {{then}} {NO} {NO}? at|on|for|by|to? {{when}}", task="it", due="{when}"),
    change(f"at|on|for|by? {{then}} {NO} {NO}? at|to? {{hour}}", task="it", due="{hour}"),
    change(f"{NO} {NO}? {NO}? {{moved}} instead|please?", task="it", due="{moved}"),
    change("{moved} instead|please?", task="it", due="{moved}"),
    change(f"{NO}? at|on|for|by? {{when}} not|and_not at|on|for|by? {{then}}", task="it", due="{when}"),
    change(f"{NO}? at|to? {{hour}} not|and_not at|on|for|by? {{then}}", task="it", due="{hour}"),
    change(f"{NO} {NO}? {NO}? at|on|for|by|to|due? {{when}} {TOO}?", task="it", due="{when}"),
    change(f"{NO} {NO}? {NO}? at|to? {{hour}} {TOO}?", task="it", due="{hour}"),
    change(f"at|on|for|by? {{when}} {TOO}", task="it", due="{when}"),
    change(f"at|to? {{hour}} {TOO}", task="it", due="{hour}"),
    change(f"{NO} {NO}? the|my {{thing}} on|at|for|by|to {{when}}", due="{when}"),
    change("due|at|by {when}", task="it", due="{when}"),
    change(
        "{when} would_be|is|works|sounds|might_be|suits|seems much? better|good|best|fine|great|ok|okay for_me|me?",
        task="it",
        due="{when}",
    ),
    change(
        "{hour} would_be|is|works|sounds|might_be|suits|seems much? better|good|best|fine|great|ok|okay for_me|me?",
        task="it",
        due="{hour}",
    ),
    change("at {hour}", task="it", due="{hour}"),
    change(f"{NO}? {NO}? {{later}} later", task="it", due="{later}"),
    change(f"{NO}? {NO}? {{sooner}} earlier|sooner", task="it", due="{sooner}"),
    change(f"{NO}? {NO}? {{prio}} priority", task="it", priority="{prio}"),
    change(f"{NO} {NO}? {{prio}}", task="it", priority="{prio}"),
    change("with {prio} priority", task="it", priority="{prio}"),
    change("tagged with|as? {tags}", task="it", add_tags="{tags}"),
    change(f"{NO}? repeat|repeating? {{rule}}", task="it", recurrence="{rule}"),
    change(f"{NO}? {NO}? no|without due? date|deadline|time {TOO}?", task="it", clear=["due"]),
    change("remind me {minutes} before|earlier|ahead it?", task="it", reminder_minutes="{minutes}"),
    change("on|in|to the|my? {list} list", task="it", list="{list}"),
)
"""After a task was touched."""
NAY = "no|nope|sorry|wait|oops|whoops|actually|no_wait|i_meant|i_mean|i_said|hmm|oh|ah|rather"
CORRECTIONS: tuple[Row, ...] = (
    retitle(f"{NAY} {NAY}? it's|it_is|that's {{title}} not|and_not {{text}}"),
    retitle(f"{NAY} {NAY}? {{title}} not|instead_of|and_not|rather_than {{text}}"),
    retitle("it's|it_is|that's|its {title} not|and_not {text}"),
    retitle("it's|it_is|that's spelled|spelt|called|written|named|pronounced {title} not|and_not {text}"),
    retitle(f"{NAY}? it|that should_be|should_say|is|says {{title}} not|instead_of {{text}}"),
    Row(f"{NAY}? not {{text}} but|rather {{title}}", "retitle", new="{title}", old="{text}"),
    again(f"{NAY}? {NAY}? not|wrong that_one|this_one|one|the_wrong_one i_meant|i_mean|but|rather? {{subject}}"),
    again(f"{NAY}? {NAY}? not that|this|it i_meant|i_mean|but|rather? {{subject}}"),
    again(f"{NAY} {NAY}? i_meant|i_mean {{subject}}"),
    again("i_meant|i_mean {subject}"),
    again(f"{NAY} {NAY}? {{subject}} instead|rather?"),
)
"""After something was done to the wrong task, or noted in the wrong words."""
AS_WELL: tuple[Row, ...] = (
    Row("oh|ah and|also|plus also|the? {plain} please?", "too", line="{plain}"),
    Row(
        "and|also|plus|oh_and|and_also|and_the_same_for|same_for {plain} too|as_well|also|please?",
        "too",
        line="{plain}",
    ),
    Row("and|please? do? the? same thing? with|for|to|goes_for {plain} please?", "too", line="{plain}"),
    Row("{plain} too|as_well|also", "too", line="{plain}"),
)
"""After something was done to a task, or noted down: what stands there is meant as well."""
LONGEST_TOO = 8
"""Words."""
REGRETS: tuple[Row, ...] = (
    Row(
        "no|oh|oops|sorry|wait|actually? oops|whoops|woops|ups|uh_oh|oh_no|argh|mistake|wrong|undo|revert|back one|"
        "that_was_wrong|"
        "one|wrong_one|my_bad|my_mistake?",
        "undo_last",
    ),
    Row(
        "no|oh|oops|sorry|wait|actually? that|this|it|that's|it's was|is|were? all|totally|completely|just|so? a? "
        "wrong|mistake|incorrect|not_right|not_it|not_correct|an_accident|not_what_i_meant|not_what_i_wanted|"
        "not_what_i_said|"
        "not_what_i_asked|not_what_i_asked_for|an_error|error|by_accident",
        "undo_last",
    ),
    Row("no|oh|oops|sorry|wait|actually? my mistake|bad|fault", "undo_last"),
    Row(
        "no|oh|oops|sorry|wait|actually? never_mind|nevermind|forget_it|forget_that|forget_about_it|cancel|"
        "cancel_that|cancel_it|"
        "scratch_that|drop_it|stop|abort|leave_it|skip_it|forget_i_said_that|ignore_that|disregard|disregard_that|"
        "don't_do_that|don't_do_it|don't|do_not_do_that|not_that|i_changed_my_mind|changed_my_mind|i_take_that_back|"
        "take_that_back|reverse_that|reverse_it|go_back|roll_back|roll_that_back please|actually|then|"
        "sorry|thanks|i_don't_need_it|i_don't_need_that|i_don't_need_that_one?",
        "undo_last",
    ),
    Row(
        "no|oh|oops|sorry|wait|actually? i didn't|did_not|don't want|mean|ask_for|say|need that|it|this|to_do_that?",
        "undo_last",
    ),
    Row(
        "no|oh|oops|sorry|wait|actually? put|take|bring|get|change|turn|roll it|that|them|this|everything back",
        "undo_last",
    ),
    Row(
        "no|oh|oops|sorry|wait|actually? undo|revert|reverse|take_back|cancel that|it|this|them|last|everything|"
        "all? change|one|"
        "action|please?",
        "undo_last",
    ),
    Row(
        "no|nope|nah|hmm_no|no_no|not_really", "say", words="What shall be different? Say “undo that” to take it back."
    ),
)
"""Right after a change."""
NOT_CHANGED: tuple[Row, ...] = (
    Row(
        "oops|whoops|woops|ups|uh_oh|my_bad|my_mistake|wrong|mistake|argh|that_was_wrong|that's_wrong|that_is_wrong",
        "say",
        words="Nothing was changed just now. Say “undo” to take back the last change of this conversation.",
    ),
)
BARE_DATE = Row("on|at|for|by|to|until|till|due? {when}", "date", when="{when}")
NEVER_MIND: tuple[Row, ...] = (
    Row(
        "no|nope|none|neither|cancel|stop|never_mind|nevermind|forget_it|leave_it|not_that|nothing|skip_it|"
        "forget_that|abort|"
        "no_thanks|drop_it|don't|cancel_that|i_changed_my_mind thanks|please|them|it|thank_you|of_them|of_those|"
        "actually?",
        "drop",
    ),
    Row("none|neither|not_any|not_that_one of them|those|these", "drop"),
)
AGREED = frozenset(
    {
        "yes", "yeah", "yep", "y", "sure", "that one", "this one", "that", "it", "ok", "right", "correct", "yup",
        "okay", "yes please", "yes that one", "yes it is", "exactly", "that's it", "that's the one", "yes that's it",
        "of course", "absolutely", "indeed", "please do", "do it", "go ahead",
    }
)  # fmt: skip
