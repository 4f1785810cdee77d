"""What the assistant says about itself: what it can do, how one says it, and what it is."""

from taskchat.assistant.row_kinds import say
from taskchat.assistant.rows import Row

CAN = (
    "I add, change, find and finish tasks. Try: call mom tomorrow at 5pm. What is on today? "
    "Move everything overdue to Monday. Complete the report and delete the milk one. Undo that."
)
SELF = (
    "I am the built-in assistant of TaskChat: a grammar, not a language model. I understand everyday sentences "
    "about tasks, and nothing leaves this server."
)
HOW = "how do|can|could|would|should|must|to i|you|we|one|u?"
ENGLISH = "I understand English. A hosted model, if one is set up, speaks more."
WAYS_TO_ASK = (
    HOW + " {deed} {text}",
    HOW + " {deed}",
    "can|could|may i|we {deed} a|an|some? something|task|tasks|list|lists|reminder|reminders",
    "what's|what is? the|best? way|command|word to|for {deed} {text}",
    "tell|show|teach me how to|i|can? can? {deed} {text}",
    "i need|want to know|learn how to {deed} {text}",
)
DEEDS: tuple[tuple[str, str], ...] = (
    (
        "make_a_list|create_a_list|use_lists|start_a_list|make_lists|add_a_list|have_a_list|make_a_new_list|"
        "create_lists",
        "Name it, and it is there: add milk to my shopping list. Then: what is on my shopping list?",
    ),
    (
        "set_a_reminder|get_reminded|be_reminded|use_reminders|set_reminders|add_a_reminder|create_a_reminder|"
        "make_a_reminder|set_up_a_reminder|get_a_reminder|remind|set_an_alarm|set_alarms",
        "Say, for example: remind me to call mom tomorrow at 5pm. Remind me 30 minutes before the dentist.",
    ),
    (
        "repeat|make_a_recurring|set_a_recurring|create_a_recurring|make_it_repeat|set_up_a_recurring|add_a_recurring",
        "Say, for example: water the plants every monday. Stop repeating the plants.",
    ),
    (
        "see|view|list|show|find|search|look|look_up|check|know|read|get_to|open",
        "Ask, for example: what is on today? What is due this week? Find milk. When is the dentist?",
    ),
    (
        "undo|revert|take_back|go_back|reverse|restore|recover|get_back",
        "Say: undo that. What was deleted comes back with: restore the milk task.",
    ),
    (
        "complete|finish|tick|check_off|tick_off|mark|close|cross_off",
        "Say, for example: complete the report. Tick off the first two.",
    ),
    (
        "delete|remove|cancel|erase|clear|get_rid_of|trash|dismiss|turn_off",
        "Say, for example: delete the milk one. Before more than one goes, I ask.",
    ),
    (
        "change|edit|move|reschedule|postpone|update|rename|prioritise|prioritize|tag|snooze|reorder|sort",
        "Say, for example: move the dentist to friday at 4. Rename milk to oat milk. Make the report urgent.",
    ),
    (
        "add|create|make|enter|note|note_down|write|put|schedule|start|plan|record|save|log|set|set_up|input",
        "Say it as it is, for example: add call mom tomorrow at 5pm. Buy milk, eggs and bread.",
    ),
    ("use|talk_to|work_with|operate|control|get_started|start|begin", CAN),
)
"""What people do here, as they call it, and how it is said."""
HELP: tuple[Row, ...] = tuple(
    say(asked.replace("{deed}", deeds), words) for deeds, words in DEEDS for asked in WAYS_TO_ASK
)
"""How something is done here."""
ABILITIES: tuple[Row, ...] = (
    say(
        "i|may|can|could have|i|ask? a|you|ask? question|something|you|a_question something|a_question?",
        "Ask. For example: what is on today?",
    ),
    say("i don't|do_not|dont|didn't understand|get|follow you|it|this|that|what_you_mean?", CAN),
    say("what do|does|did you|that|this|it mean", CAN),
    say(
        "speak|talk|answer|do_you_speak|can_you_speak in? spanish|german|french|italian|chinese|another_language|"
        "other_languages",
        ENGLISH,
    ),
    say("what|which|how_many languages do you speak|know|understand", ENGLISH),
    say("i need|want help|assistance please?", CAN),
    say("what|whatever can|do|could you do|help for|with? me?", CAN),
    say(
        "what else|all|kind_of_things|sort_of_things|kinds_of_things|things|stuff can|could|do you|i do|ask|say|"
        "help_with|handle "
        "you|me|for_me?",
        CAN,
    ),
    say(
        "what can|could|should|may|do i say|do|ask|type|tell|use|request here|you|from_you|you_to_do|you_about|"
        "you_for?",
        CAN,
    ),
    say(
        "what are|is you|your|this able_to_do|capable_of|good_for|features|commands|abilities|for|skills|functions|"
        "about",
        CAN,
    ),
    say(
        "help|commands|examples|help_me|how_does_this_work|how_do_i_use_this|how_do_you_work|usage|manual|"
        "instructions|"
        "assistance|support|tutorial|how_does_it_work|how_does_taskchat_work|options|menu|guide please?",
        CAN,
    ),
    say(
        "can|could|will|would you help|assist me|us? out|please|with_my_tasks|with_something|with_tasks|with_this?", CAN
    ),
    say("help|assist me|us with my|our|the? tasks|something|list|reminders|day", CAN),
    say("give|show|tell me some|a_few|an|more? examples|example|commands|ideas|tips|suggestions please?", CAN),
    say("i don't|do_not|dont know what|how to say|do|ask|use|use_this|use_it|type|start|begin", CAN),
    say("how can|do you help|assist|be_of_help|work me?", CAN),
    say("what do|does you|this|it do|app_do|offer", CAN),
    say("what|which commands|questions|phrases do|can|are you|i|there understand|use|know|ask|available?", CAN),
)

ITSELF: tuple[Row, ...] = (
    say("who|what are you|u exactly|really?", SELF),
    say("what's|what|whats is? your|ur name|model|purpose|job|age|real_name", SELF),
    say("do|have you have? got? a? name|names", SELF),
    say("what do i|should_i call you", SELF),
    say("what should|can|do i call you", SELF),
    say(
        "are|r you|u a|an|really|actually|just|some|my? real? ai|a_bot|bot|robot|human|person|chatgpt|gpt|llm|"
        "gemini|claude|"
        "machine|language_model|computer|alive|real|siri|alexa|program|human_being|people|sentient|conscious|"
        "computer_program",
        SELF,
    ),
    say("am i talking|speaking|chatting to|with a|an? real? human|bot|robot|person|machine|ai|computer", SELF),
    say("what|which model|ai|llm are|do you use|are|run|using on?", SELF),
    say("introduce yourself", SELF),
    say("tell me about yourself|you", SELF),
    say("who|what|which_company made|built|created|designed|developed|programmed|owns|runs|invented you|u|this", SELF),
    say("who is|'s your maker|creator|boss|owner|developer", SELF),
    say("where does|do|is my data go|stored|kept", "On this server only. Nothing leaves it."),
    say("is|are my data|tasks|this|it private|safe|secure", "Your tasks stay on this server. Nothing leaves it."),
)
