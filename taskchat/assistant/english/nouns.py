"""What people call tasks, and the words that say what a question is about."""

from taskchat.domain.lexicon import word_set

TASKS = word_set(
    """
    tasks task jobs taks tak to-dos to-do todos todo things thing items item ones one stuff events event reminders
    reminder alarms alarm appointments appointment plans plan commitments commitment engagements engagement
    activity activities entry entries notifications notification obligations obligation
    """
)
"""What people call tasks where they mean any of them."""
PLACES = word_set(
    """
    calendar calender schedule agenda diary planner plate dashboard lists list board
    """
)
"""What people call all of their tasks together."""
SMALL = word_set(
    """
    the my our a an all of that that's what what's whats which who when are is am was were be been being every
    everything each any anything some something nothing please i i've ive i'm me we we've you have has had got
    having still left do does did doing done needs need to there there's here currently right now on in total for
    due and their them they it its it's so up coming planned scheduled booked set lined ahead from with by at
    going gonna happening must should shall will would can could may might supposed meant want know tell else out
    also only just yet already how like look looks looking get gotta taking place long this if let whole entire
    full current actual contents content details detail names name added add created made noted entered really
    rest remaining individual kind see whether once again reminded remember conflicts conflict openings opening
    gaps gap slots slot anywhere deck docket forgot forgotten about someone somebody anyone then lot lots though
    till remains sort put think many much available free busy more further
    """
)
"""Words that name nothing by themselves."""
KINDS = {
    "meetings": "meeting", "calls": "call", "classes": "class", "lessons": "lesson", "birthdays": "birthday",
    "bills": "bill", "parties": "party", "trips": "trip", "flights": "flight", "games": "game", "exams": "exam",
    "interviews": "interview", "invoices": "invoice", "emails": "email", "conferences": "conference",
    "payments": "pay", "errands": "errand", "chores": "chore", "deadlines": "",
}  # fmt: skip
"""Kinds of tasks in the plural → the word that is searched for."""
ABOUT_TASKS = word_set(
    """
    task tasks things items stuff todo todos to-do to-dos anything something nothing calendar calender schedule
    agenda diary planner
    plate list lists event events reminder reminders appointment appointments meeting meetings alarm alarms plans
    plan deadline deadlines errands chores commitments engagements due overdue scheduled planned
    """
)
"""Words after which a question is one about tasks, whatever else it names."""
WORLD = word_set(
    """
    weather forecast temperature rain raining snow sunny news joke jokes song songs music playlist movie movies film
    films recipe recipes restaurant restaurants traffic stock stocks score scores game radio podcast volume lights
    light thermostat headline headlines capital population president meaning distance directions route translate
    translation spell definition riddle story poem lyrics bitcoin dollar euro exchange currency wikipedia
    """
)
"""What other assistants are asked about."""
LINKS = word_set("scheduled planned set with about for to at of on in the a an my our and from by regarding re")
LOOSE = word_set("appointment appointments meeting event reminder task alarm session visit thing item class entry")
"""Nouns a person adds to what a task is called."""
ENDINGS = ("s", "re")
"""Behind an apostrophe, after any of these words."""
TO_DO, TODO = ("to-do", "to do"), "todo"
