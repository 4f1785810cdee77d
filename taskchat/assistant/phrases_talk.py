"""Small talk and questions about the assistant itself: answered briefly, with something it can do (C-10)."""

from taskchat.assistant.rows import Row

CAN = (
    "I add, change, find and finish tasks. Try: call mom tomorrow at 5pm. What is on today? "
    "Move everything overdue to Monday. Complete the report and delete the milk one. Undo that."
)
ONLY = "I only look after your tasks. I can tell you what is on today, or note something down."
SELF = (
    "I am the built-in assistant of TaskChat: a grammar, not a language model. I understand everyday sentences "
    "about tasks, and nothing leaves this server."
)
WAITING = "Nothing is waiting for an answer. Tell me what to do, for example: what is on today?"
STEPS = "The steps above say what was changed. Say “undo that” to take it back."
KEPT = "Good. Nothing was changed."
TRASH = "Deleted tasks stay in the trash for 30 days: open Trash beside the list."
SHOWN = "show|list|open|see|what's_in|what_is_in|where's|where_is"


def say(said: str, words: str) -> Row:
    return Row(said, "say", words=words)


TALK: tuple[Row, ...] = (
    say("i need help", CAN),
    say("empty|clear|purge the? trash|bin", "The trash empties itself: what lies in it goes after 30 days."),
    say("what did|have|has you just? do|change|done|changed just_now?", STEPS),
    say("what changed|happened", STEPS),
    say("that's|that_is great|good|nice|perfect|fine|cool", "Good."),
    say("what time|day|date is it|today now?", ONLY),
    say(
        "hello|hi|hey|hallo|howdy|greetings|hiya|yo there|taskchat|again?", "Hello. What shall I note down, or look up?"
    ),
    say("good morning|afternoon|evening|day", "Hello. What shall I note down, or look up?"),
    say("thanks|thank_you|thx|ty|cheers|thank_you_very_much a_lot|so_much|very_much|again?", "You are welcome."),
    say(
        "great|perfect|nice|cool|good|awesome|super|excellent|wonderful|ok|okay|alright|fine|got_it job|work?", "Good."
    ),
    say("delete|remove|trash", "Which task? For example: delete the milk one."),
    say(
        "move|reschedule|postpone|change|update|edit it|that|this?",
        "What shall change? For example: move it to friday.",
    ),
    say(f"{SHOWN} the|my? trash|bin|deleted_tasks|trashed_tasks", TRASH),
    say("rename it|that|this?", "To what? For example: call it buy oat milk."),
    say(
        "bye|goodbye|good_night|see_you|see_you_later|that's_all|that's_it|good_bye", "Until later. Your list is kept."
    ),
    say("what|whatever can|do|could you do|help for|with? me?", CAN),
    say("what can|could|should i say|do|ask|type here|you?", CAN),
    say("what are you|your able_to_do|capable_of|good_for|features|commands|abilities", CAN),
    say("help|commands|examples|help_me|how_does_this_work|how_do_i_use_this|how_do_you_work|usage|manual", CAN),
    say("can|could you help me?", CAN),
    say("who|what are you|u exactly|really?", SELF),
    say("what's|what is your name|model", SELF),
    say(
        "are you a|an? real? ai|a_bot|bot|robot|human|person|chatgpt|gpt|llm|gemini|claude|machine|language_model", SELF
    ),
    say("what|which model|ai|llm are|do you use|are|run|using on?", SELF),
    say("introduce yourself", SELF),
    say("where does|do|is my data go|stored|kept", "On this server only. Nothing leaves it."),
    say("yes|yeah|yep|sure|do_it|go_ahead|confirm|y|please_do please?", WAITING),
    say("no|nope|cancel|stop|never_mind|nevermind|forget_it|don't|n|leave_it|none|no_thanks thanks|thank_you?", KEPT),
)

OTHER_TOPICS: tuple[Row, ...] = (
    say("tell|sing|write|play me? a|an|some? joke|story|poem|song|jokes|fact|riddle {text}", ONLY),
    say("tell|sing|write|play me? a|an|some? joke|story|poem|song|jokes|fact|riddle", ONLY),
    say("how are|is|was|old are? you|u|it_going|life|your_day today|doing?", ONLY),
    say("how's|hows it|life|things|everything going?", ONLY),
    say("what|what's|how|how's is|will|was the|it? weather|temperature|forecast|news|time|date|day {text}", ONLY),
    say("what|what's|how|how's is|will|was the|it? weather|temperature|forecast|news", ONLY),
    say("will|is|does it rain|raining|snow|snowing|sunny|cold|warm|hot {text}", ONLY),
    say("who|why|explain|translate|define|calculate {text}", ONLY),
    say("what is|are|was|were|does|'s {text}", ONLY),
    say("what's {text}", ONLY),
    say("how do|does|can|could|would|should|much|long|far|old|is|are|to {text}", ONLY),
    say("where is|are|can|do|does|was {text}", ONLY),
    say("is|are|was|were|does|did|can|could|would|will|should|has {text}", ONLY),
    say("have|has you|they|we|he|she {text}", ONLY),
    say("do you {text}", ONLY),
    say("i love|hate|like you|this|it {text}", ONLY),
)
