"""How people change when they are reminded of a task, and how it repeats."""

from taskchat.assistant.row_kinds import change
from taskchat.assistant.rows import Row

REMINDERS: tuple[Row, ...] = (
    change("set|make|change the|my {loose} for|on|at {then} to|for {hour} instead?", task="{loose}", due="{hour}"),
    change("set|make|change the|my {loose} to|for {hour} instead", task="{loose}", due="{hour}"),
    change("set|put|make|move the|my {loose} for|to? {sooner} earlier|sooner", task="{loose}", due="{sooner}"),
    change("set|put|make|move the|my {loose} for|to? {later} later", task="{loose}", due="{later}"),
    change("no reminder|reminders|alert|alarm for|on|about {task}", clear=["reminder"]),
    change("remind me about|of|to {thing} at|on|by? {when} instead of {then}", due="{when}"),
    change("remind me about|of|to {thing} at {hour} instead of {then}", due="{hour}"),
    change("remind me about|of|to {thing} at|on|by? {when} instead", due="{when}"),
    change("instead of {then} remind me at|on? {when} about|of|to {thing}", due="{when}"),
    change("instead of {then} remind me at {hour} about|of|to {thing}", due="{hour}"),
    change(
        "set|change|move|make the|my? reminder for|of|about {task} to|at|go_off? {minutes} before|earlier|ahead|"
        "sooner|early",
        reminder_minutes="{minutes}",
    ),
    change(
        "turn_off|switch_off|disable|mute|silence the|my? reminder|reminders|alert|notification of|for|from|"
        "on|about "
        "{task}",
        clear=["reminder"],
    ),
    change(
        "give|send|set me? a|an? reminder|alert|notice|notification|heads_up|alarm {minutes} before|ahead_of {task}",
        reminder_minutes="{minutes}",
    ),
    change(
        "notify|alert|ping|warn|buzz|tell me {minutes} before|ahead_of {task} starts|begins?",
        reminder_minutes="{minutes}",
    ),
    change(
        "notify|alert|ping|warn|buzz me about|of {task} {minutes} before|early|ahead|earlier|in_advance|beforehand",
        reminder_minutes="{minutes}",
    ),
    change(
        "remind|notify|alert|let|warn|tell me|us know? {minutes} before|ahead_of i_have_to|i_need_to|i_must|i? {task} "
        "is_due|starts|begins|is|happens?",
        reminder_minutes="{minutes}",
    ),
    change(
        "remind me of|about {task} {minutes} before|early|ahead|earlier|in_advance|beforehand",
        reminder_minutes="{minutes}",
    ),
    change(
        "set|add a? reminder for|to|on {task} {minutes} before|early|ahead|in_advance|beforehand",
        reminder_minutes="{minutes}",
    ),
    change("set|add a? reminder {minutes} before {task}", reminder_minutes="{minutes}"),
    change(
        "set|add|give|put|make me? a|another? reminder {minutes} before|ahead|earlier|early|in_advance it|that?",
        task="it",
        reminder_minutes="{minutes}",
    ),
    change(
        "remind|notify|alert|warn|ping|tell me|us {minutes} before|ahead|earlier|in_advance it|that|then?",
        task="it",
        reminder_minutes="{minutes}",
    ),
    change(
        "turn_off|switch_off|disable|mute|silence the|my? {task} reminder|reminders|alert|notification|notifications",
        clear=["reminder"],
    ),
)

REPEATS: tuple[Row, ...] = (
    change("stop repeating|recurring it|this|that?", task="it", clear=["recurrence"]),
    change("stop repeating {task}", clear=["recurrence"]),
    change("stop|keep {task} from? repeating|recurring", clear=["recurrence"]),
    change("make {task} not|stop repeat|repeating|recur|recurring any_more|anymore?", clear=["recurrence"]),
    change("make {task} a? one-off|one_time|one-time|just_once|only_once|non-recurring", clear=["recurrence"]),
    change(
        "turn_off|remove|cancel|drop|clear|end the? repeat|repeating|repetition|recurrence of|for|on|from {task}",
        clear=["recurrence"],
    ),
    change(
        "{subject} shouldn't|should_not|should_no_longer|doesn't|does_not|no_longer|needn't|need_not|mustn't|don't "
        "need_to|needs_to|have_to|has_to? repeat|repeats|"
        "recur "
        "any_more|anymore|any_longer|again?",
        clear=["recurrence"],
        task="{subject}",
    ),
    change("don't|do_not repeat {task}", clear=["recurrence"]),
    change("change|set it|that|this to {rule}", task="it", recurrence="{rule}"),
    change("make it|that|this|them|those {rule}", task="it", recurrence="{rule}"),
    change("make the|my {task} {rule}", recurrence="{rule}"),
    change("change|set|move|switch|make {task} to {rule}", recurrence="{rule}"),
    change("repeat {task} {rule}", recurrence="{rule}"),
    change("{subject} only {rule} from_now_on?", recurrence="{rule}", task="{subject}"),
    change("{subject} is|are now? {rule} now? not|and_not|instead_of {text}", recurrence="{rule}", task="{subject}"),
    change(
        "{subject} is|are|happens|takes_place|should_be now|only|from_now_on {rule}",
        recurrence="{rule}",
        task="{subject}",
    ),
    change("make|set|have {task} repeat|recur|to_repeat|repeating|recurring? {rule}", recurrence="{rule}"),
    change("{subject} repeats|should_repeat|recurs {rule}", recurrence="{rule}", task="{subject}"),
)
