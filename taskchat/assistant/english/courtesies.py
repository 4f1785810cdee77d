"""What people say around a request: names they call, "could you please", "I was wondering if", thanks, "um"."""

from taskchat.assistant.row_kinds import said
from taskchat.assistant.rows import Row
from taskchat.domain.lexicon import word_set

NAMES = "google|olly|jarvis|siri|alexa|cortana|bixby|assistant|taskchat|computer"
YOU = "you|u|ya|we"
COULD = "could|can|would|will|might"
GREAT = "great|nice|good|awesome|helpful|wonderful|lovely|perfect|cool|appreciated|fine"
SOFTLY = "please|kindly|just|also|maybe|perhaps|possibly|quickly|now|then"
OPENERS: tuple[Row, ...] = (
    said("please|pls|plz|plse|kindly|oh|ok|okay|so|well|now|then|also|and|just|btw|by_the_way|alright|anyway"),
    said("please? go ahead and|to"),
    said("please|also? be sure to"),
    said(f"hey|hi|hello|hallo|ok|okay|yo {NAMES}|there|buddy|dude|man|bot|friend?"),
    said("siri|alexa|cortana|bixby|olly|jarvis|assistant|taskchat"),
    said("good morning|afternoon|evening|day"),
    said("omg|ugh|oof|damn|crap|gosh|argh|yikes|whoa"),
    said("i|i've|ive|have|we just|also|have? remembered|realized|realised|noticed that?"),
    said("i|we think|believe|guess|suppose that?"),
    said("it just? occurred to me that?"),
    said("actually only|just"),
    said("quick one|question|thing|reminder"),
    said("one more thing|one"),
    said("another thing|one"),
)
"""Says nothing by itself."""
COUNTED = frozenset({"first", "finally", "next"})
AFTER_A_STOP = frozenset(
    {
        "first",
        "finally",
        "next",
        "no",
        "nope",
        "yes",
        "yeah",
        "yep",
        "thanks",
        "thank you",
        "sure",
        "great",
        "sorry",
        "i forgot",
    }
)
"""Says nothing before a comma or a full stop, and much without one."""
REQUESTS: tuple[Row, ...] = (
    said(f"{COULD} {YOU} {SOFTLY}? {SOFTLY}?"),
    said(f"{COULD}? {YOU}? be able to"),
    said(f"{COULD} {YOU} be so|very|really|that? kind|good|nice|sweet as_to|and|to|enough_to"),
    said(f"{COULD} {YOU} do me a|the favor|favour and|to|please?"),
    said("do me a|the favor|favour and|to|please|by?"),
    said(f"i|i'm|im|was|am|i_was|i_am just|also? wondering|hoping if|whether|that? {YOU} {COULD} {SOFTLY}?"),
    said(f"i|we would|'d appreciate|love|like|be_grateful|be_happy it? if {YOU} {COULD} {SOFTLY}?"),
    said(f"i'd|we'd appreciate|love|like|be_grateful|be_happy it? if {YOU} {COULD} {SOFTLY}?"),
    said(f"it|that would|'d|will be really|very|so? {GREAT} if {YOU} {COULD}"),
    said(f"it'd|that'd be really|very|so? {GREAT} if {YOU} {COULD}"),
    said("is|would it be? possible|okay|ok for_you? to"),
    said(f"is|would it be? possible if|that {YOU} {COULD}"),
    said(f"do {YOU} think|suppose|reckon {YOU} {COULD} {SOFTLY}?"),
    said(f"if {YOU} {COULD} {SOFTLY}?"),
    said(f"is there any|a chance|way {YOU} {COULD}"),
    said(f"any|is_there_any chance {YOU} {COULD}"),
    said(f"are {YOU} able to"),
    said(f"i|we want|need|would_like|'d_like|require {YOU} to {SOFTLY}?"),
    said(f"i'd|we'd like|love|want|need {YOU} to {SOFTLY}?"),
    said(f"i'd|we'd like|love|want|need for {YOU} to {SOFTLY}?"),
    said("i'd|we'd|i_would appreciate|love|like|be_grateful|be_happy it? if you'd|u'd"),
    said(f"it'd|it_would|that'd|that_would be really|very|so? {GREAT} if you'd|u'd"),
    said("let's|lets|let_us"),
    said("you need_to|should|must|have_to|better|had_better|gotta please|also|just?"),
)
"""Asks for what follows: no question, whatever its mark."""
LONGING: tuple[Row, ...] = (
    said("i|we want|need|wish|would_like|would_love|have to also|just|please?"),
    said("i'd|we'd like|love|want to also|just|please?"),
    said("would_love|i_would_love|could_use|i_could_use|how_about|what_about|any_chance_of|any_chance_for"),
    said("may_i|can_i|could_i|am_i_able_to|is_there_a_way_to|why_don't_you|why_not|why_don't_we"),
    said(f"it'd|it_would be really|very|so? {GREAT} to get|have"),
    said("make_sure|be_sure|ensure|don't_forget|remember you|that_you|to|u?"),
)
ASKED_FOR = word_set(
    """
    add create delete remove mark see show rename reschedule list undo set_a set_an set_up set_my set_reminder
    set_alarm set_another remind make_a_list put_a put_an a_reminder an_alarm another_reminder put
    """
)
"""What follows "I want to …" where the assistant is to do it, not the person; first words, with "_" between."""
MIND: tuple[Row, ...] = (
    said("how|what about"),
    said("would|do|should you mind also|just|please|maybe?"),
    said("mind also|just|please?"),
)
"""Before a verb in -ing."""
DOING = {
    "adding": "add", "arranging": "arrange", "booking": "book", "changing": "change", "completing": "complete",
    "creating": "create", "deleting": "delete", "entering": "enter", "giving": "give", "jotting": "jot", "listing":
    "list", "making": "make", "marking": "mark", "moving": "move", "noting": "note", "organising": "organise",
    "organizing": "organize", "planning": "plan", "putting": "put", "reminding": "remind", "removing": "remove",
    "renaming": "rename", "rescheduling": "reschedule", "scheduling": "schedule", "setting": "set", "showing":
    "show", "starting": "start", "telling": "tell", "writing": "write",
}  # fmt: skip
"""adding → add"""
LISTED = "calendar|list|schedule|agenda|diary|planner|to-do_list|todo_list|to_do_list|reminders|tasks"
CLOSERS: tuple[Row, ...] = (
    said("please|pls|plz|plse|thanks|thank_you|thx|ty|cheers and? thank_you|thanks?"),
    said("many|lots_of? thanks|thank_you so_much|very_much|a_lot|in_advance|a_bunch|again?"),
    said("for me"),
    said("real|really|super|very? quick|quickly|fast"),
    said("right_away|asap_please|when_you_can"),
    said("ok|okay|alright"),
    said("finally|at_last|for_good|already"),
    said(f"will|would|could|can {YOU} please?"),
    said("and|so? please? add|put|note|save|mark|enter|record|write|jot it|that|this|them down|in?"),
    said(f"and|so? please? add|put|note|save|mark|enter it|that|this|them down? to|on|in|into my|the? {LISTED}"),
    said(f"and|please? add|put to|on|in|into my|the? {LISTED}"),
    said("don't|do_not|and_don't let me|us forget about? it|that|this?"),
    said("if you can|could|would|may|don't_mind|do_not_mind|have_time please?"),
    said("if possible|that's_ok|that's_okay|that's_possible|it's_possible"),
    said(f"that|it|this would|'d|will be really|very|so|much|greatly? {GREAT}"),
    said(f"that'd|it'd be really|very|so|much? {GREAT}"),
)
FILLERS = word_set("uh uhh uhm um umm er erm eh hm hmm ah")
"""Sounds of thinking: between any two words."""
JOINED = {"remindme": "remind me", "wakeme": "wake me", "dontforget": "don't forget", "remindmeto": "remind me to"}
"""Words with the blank between them left out."""
HEDGES = frozenset({"like", "you know", "i mean"})
"""The same, between commas only."""
