"""Small talk and questions about the assistant itself: answered briefly, with something it can do (C-10)."""

from taskchat.assistant.english.help import ABILITIES, HELP, ITSELF
from taskchat.assistant.replies_talk import WAITING, clock_now, last_said
from taskchat.assistant.row_kinds import say
from taskchat.assistant.rows import Row
from taskchat.assistant.scene import TO_WHEN

ONLY = "I only look after your tasks. I can tell you what is on today, or note something down."
STEPS = "The steps above say what was changed. Say “undo that” to take it back."
KEPT = "Good. Nothing was changed."
TRASH = "Deleted tasks stay in the trash for 30 days: open Trash beside the list."
GREETING, GREETING_BY_NAME = "Hello.", "Hello, {}."
HELLO = f"{GREETING} What shall I note down, or look up?"
LATER = "Until later. Your list is kept."
PRAISED = "Good to hear. What is next?"
BLAMED = "Say “undo that” to take back the last change, or tell me in other words what you meant."
QUIET = "I will be quiet until you write again."
SHOWN = "show|list|open|see|what's_in|what_is_in|where's|where_is"
YOU = "you|you're|u|your|ur"
SO = "so|very|really|pretty|quite|such|the|a|an|absolutely|too|just"
GOOD = "great|good|nice|perfect|fine|cool|awesome|amazing|brilliant|wonderful|excellent|fantastic|helpful|smart|clever"
GOOD += "|best|lovely|sweet|kind|super|useful|funny|cute|legend|star|lifesaver|genius|fast|right"
BAD = "stupid|dumb|useless|bad|terrible|awful|annoying|wrong|horrible|slow|idiot|rubbish|trash|crap|suck|ridiculous"
BAD += "|silly|worthless|lame|broken|not_helpful|no_help|confused|mistaken|the_worst|worst|shit|boring"
GREETINGS: tuple[Row, ...] = (
    say(
        "hello|hi|hey|hallo|howdy|greetings|hiya|heya|yo|hello_there|hi_there|hey_there|hola|sup|helo|hullo there|"
        "taskchat|again|hi|"
        "assistant|buddy|friend|everyone?",
        HELLO,
    ),
    say("what's|whats|wassup|what_is up|new|good|going_on|cooking? taskchat|buddy?", HELLO),
    say("you're|you_are|your very|most|always|so? welcome", "Good."),
    say("good morning|afternoon|evening|day to|taskchat|you|everyone?", HELLO),
    say("nice|good|pleased|great to see|meet|talk_to you", HELLO),
    say(
        "thanks|thank_you|thx|ty|cheers|thank_you_very_much|thank|tanks|thanx|tysm|much_appreciated|appreciated|"
        "i_appreciate_it|appreciate_it a_lot|so_much|very_much|again|a_bunch|a_million|much|you|for|indeed|mate|"
        "buddy|that's|"
        "taskchat|that_is? that|it|all|your|the|great|perfect|so_much|for|help|everything|reminder|reminding|"
        "helping|info|me? "
        "help|everything|that|the_help|your_help|all_your_help|me|assistance|great?",
        "You are welcome.",
    ),
    say("i|we really|do? appreciate it|that|this|your_help|you", "You are welcome."),
    say(
        "bye|goodbye|good_night|see_you|see_ya|see_you_later|that's_all|thats_all|that_is_all|that's_it|thats_it|"
        "good_bye|bye_bye|"
        "cya|farewell|later|take_care|i'm_done|im_done|talk_to_you_later|ttyl|so_long|have_a_good_one|"
        "have_a_nice_day|"
        "have_a_good_day|have_a_great_day|until_next_time|goodnight|catch_you_later|signing_off|i_have_to_go|"
        "gotta_go|night "
        "for_now|for_today|tomorrow|then|now|later|soon|thanks|thank_you|bye|again|night|taskchat|next_week|"
        "next_time? "
        "thanks|thank_you|bye?",
        LATER,
    ),
    say(
        "nothing|no|nope|that's else|all|nothing|more|it|that's_it|that's_all thanks|thank_you|for_now|for_today?",
        LATER,
    ),
)

MOODS: tuple[Row, ...] = (
    say(f"that's|that_is|thats|it's|this_is {SO}? {GOOD} job|work|thanks|enough?", "Good."),
    say(
        "great|perfect|nice|cool|good|awesome|super|excellent|wonderful|ok|okay|alright|fine|got_it|well_done|"
        "brilliant|lovely|"
        "amazing|bravo|congrats|congratulations|sweet|k|kk|right|sounds_good|fair_enough|understood|i_see|noted|"
        "makes_sense|"
        "wow|yay|hooray|great_stuff job|work|one|done|then|thanks|thank_you|stuff|idea|answer?",
        "Good.",
    ),
    say(f"{YOU} are|'re|r? {SO}? {SO}? {GOOD} assistant|bot|at_this|thanks|job|one?", PRAISED),
    say(
        "i really|do|just? love|like|adore|trust|enjoy you|this|it|taskchat|this_app|talking_to_you so_much|a_lot|"
        "very_much|too?",
        PRAISED,
    ),
    say(f"{YOU} did|do|rock|rule|are_doing|made|make a|an|so|my? {GOOD}|day|well job|work|today?", PRAISED),
    say(f"{YOU} rock|rule|are_the_best|made_my_day|helped_a_lot|helped", PRAISED),
    say(f"{YOU} are|'re|r? {SO}? {SO}? {BAD} assistant|bot|at_this|machine?", BLAMED),
    say(f"this|that|it|it's|that's is|was|are|app_is? {SO}? {SO}? {BAD} answer?", BLAMED),
    say(f"{BAD} bot|assistant|answer|machine|app", BLAMED),
    say(
        f"{YOU} don't|do_not|dont|never|can't|cannot|didn't|did_not understand|listen|get|help|work me|it|this|"
        f"anything|that?",
        BLAMED,
    ),
    say("i hate|dislike|don't_like you|this|it|taskchat|this_app", BLAMED),
    say("fuck|damn|screw|shit|wtf|ffs|hell you|it|this|off?", BLAMED),
    say("haha|lol|hehe|ha|lmao|rofl|hahaha|funny haha|lol?", "Good."),
    say("shut up|it", QUIET),
    say("be quiet|silent", QUIET),
    say("stop talking|it|that|now", QUIET),
    say("go away|to_sleep", QUIET),
    say(
        "maybe|perhaps|possibly|i_don't_know|i'm_not_sure|im_not_sure|not_sure|i_am_not_sure|idk|dunno|hmm|hm|"
        "i_guess|we'll_see|"
        "it_depends|who_knows|could_be yet|maybe|really|about_that?",
        WAITING,
    ),
    say(
        "say|repeat|tell_me|can_you_repeat|what_did_you_say that|it|again|please? again|please|once_more|"
        "one_more_time?",
        last_said,
    ),
    say(
        "repeat|come_again|pardon|pardon_me|what|huh|sorry|excuse_me what_you_said|your_answer|that|please|me?",
        last_said,
    ),
)

NOW: tuple[Row, ...] = (
    say(
        "what|what's|whats|tell_me|do_you_know|which time|day|date|weekday|month|year|hour|week_day is|are|'s? it|"
        "today|we|this? "
        "now|today|right_now|currently|on|in|please?",
        clock_now,
    ),
    say(
        "what's|what|whats|tell_me is? the|today's|todays|current|exact? current|exact? time|date|day today|now|"
        "right_now|please|of_today|"
        "is_it|it_is?",
        clock_now,
    ),
    say("what day|date of? the? week|month? is it|today today?", clock_now),
    say("do|can|could you know|tell me? what|the? time|date|day is|it? it|is|today? today|now?", clock_now),
)

TALK: tuple[Row, ...] = (
    say(
        "don't|do_not|dont|never delete|remove|erase|clear|cancel|mark|complete|finish|tick|change|move|touch|"
        "rename|update|undo {text}",
        KEPT,
    ),
    say("what happens|would_happen|will_happen if|when i|you|we delete|remove|clear|cancel {text}", TRASH),
    *ABILITIES,
    say("empty|clear|purge the? trash|bin", "The trash empties itself: what lies in it goes after 30 days."),
    say("what did|have|has you just? do|change|done|changed just_now?", STEPS),
    say("what changed|happened", STEPS),
    *NOW,
    *GREETINGS,
    *MOODS,
    say(
        "delete|remove|trash|erase|cancel_something|delete_something|remove_something",
        "Which task? For example: delete the milk one.",
    ),
    say("move|reschedule|postpone|snooze|delay|defer|push|push_back it|that|this", TO_WHEN),
    say(
        "move|reschedule|postpone|change|update|edit|change_something|edit_something it|that|this?",
        "What shall change? For example: move it to friday.",
    ),
    say("complete|finish|tick_off|mark|check_off something|a_task?", "Which task? For example: complete the report."),
    say(
        "i|we? need|want|have|would_like|'d_like? to? change|edit|update|modify|adjust a|my|the|an reminder|task|"
        "event|appointment|alarm|"
        "meeting|something",
        "What shall change? For example: move the dentist to friday.",
    ),
    say("tag|label it|that|this?", "With which tag? For example: tag it home."),
    say(f"{SHOWN} the|my? trash|bin|deleted_tasks|trashed_tasks", TRASH),
    say(
        "add|put|attach|write|leave a|an? note|comment|description|notes to|on|for {plain}",
        "What shall it say? For example: add a note to the report: ask Ben.",
    ),
    say("rename it|that|this?", "To what? For example: call it buy oat milk."),
    *ITSELF,
    say(
        "yes|yeah|yep|sure|do_it|go_ahead|confirm|y|please_do|yup|of_course|absolutely|definitely|correct|exactly|"
        "certainly|"
        "indeed|affirmative|that's_right|that's_correct|right|yea please|sure|do|it|thanks?",
        WAITING,
    ),
    say(
        "no|nope|stop|never_mind|nevermind|forget_it|don't|n|leave_it|none|no_thanks|nah|not_now|not_really|"
        "no_way|not_yet|"
        "nevermind_that|forget_that|drop_it|abort|quit|exit|cancel_that|skip_it|don't_bother|negative|not_at_all "
        "thanks|thank_you|then|it|that|please?",
        KEPT,
    ),
    say("cancel thanks|thank_you|then|please?", KEPT),
    *HELP,
)

OTHER_TOPICS: tuple[Row, ...] = (
    say(
        "tell|sing|write|play|read|recite me|us? a|an|some|another|your? joke|story|poem|song|jokes|fact|riddle|"
        "music|songs|news {text}",
        ONLY,
    ),
    say(
        "tell|sing|write|play|read|recite|make me|us? a|an|some|another|your? fun|funny|random|interesting|good? "
        "joke|story|poem|song|"
        "jokes|fact|riddle|music|songs|news|laugh",
        ONLY,
    ),
    say("play some|me|us {text}", ONLY),
    say("play {text} music|song|songs|radio|playlist|podcast|album", ONLY),
    say(
        "turn|switch on|off|up|down the|my|all? the? kitchen|bedroom|living_room|bathroom|hall|hallway|office|garage|"
        "porch|garden|outside? lights|light|lamp|tv|heating|heat|radio|music|volume|fan|thermostat|"
        "oven|ac",
        ONLY,
    ),
    say("turn|switch|dim on|off|up|down? the|my|all? lights|light|lamps in|at|of {text}", ONLY),
    say("translate|define|spell|calculate|google|compute|convert|flip_a_coin|roll_a_die|roll_a_dice {text}", ONLY),
    say(
        "how are|is|was|old|do are|is|you? you|u|it_going|life|your_day|feel|feeling today|doing|feeling|right_now?",
        ONLY,
    ),
    say("there? how are|r you|u today|doing?", ONLY),
    say("how's|hows it|life|things|everything|your_day|your going|day?", ONLY),
    say("what time|day|date is it in|at {text}", ONLY),
    say("where do|are|did|were you|u live|from|located|born|come_from|now|right_now?", ONLY),
    say(
        "what's|what is|are|do? your|you|u favorite|favourite|hobbies|hobby|like|think|eat|wear|wearing|doing|"
        "up_to|opinion {text}?",
        ONLY,
    ),
    say("what|what's|how|how's is|will|was the|it? weather|temperature|forecast|news|time|date|day {text}", ONLY),
    say("what|what's|how|how's is|will|was the|it? weather|temperature|forecast|news", ONLY),
    say("will|is|does it rain|raining|snow|snowing|sunny|cold|warm|hot|be {text}", ONLY),
    say("who|why|explain|translate|define|calculate {text}", ONLY),
    say("what is|are|was|were|does|'s {text}", ONLY),
    say("what's {text}", ONLY),
    say("how do|does|can|could|would|should|much|long|far|old|is|are|to|many|tall|big|hot|cold {text}", ONLY),
    say("where is|are|can|do|does|was|were|should {text}", ONLY),
    say("is|are|was|were|does|did|can|could|would|will|should|has {text}", ONLY),
    say("have|has you|they|we|he|she {text}", ONLY),
    say("do you|they|people|cats|dogs {text}", ONLY),
    say("i love|hate|like you|this|it {text}", ONLY),
    say("i'm|i_am|im bored|sad|happy|lonely|hungry|angry|so_bored|feeling_sad|feeling_down", ONLY),
)
