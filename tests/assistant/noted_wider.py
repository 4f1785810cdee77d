"""What people want noted down, met later: each kind was misunderstood once (see `noted.py`)."""

from taskchat.assistant.plan import Do, Through
from tests.assistant.noted import WEEKLY, Row, one, reminder, task, told
from tests.assistant.noted_more import made, several


def moved(said: str, words: str, title: str, due: str) -> tuple[str, tuple[Through, ...]]:
    """Its date moves where it is there, and it is noted down where not."""
    new = task(title, due)
    move = Do("update_task", {"task": words, "due": new.arguments["due"]})
    return said, (Through(Do("list_tasks", {"search": words}), move, otherwise=new),)


TOLD: tuple[Row, ...] = (
    (
        "remind me at 5 and at 6 to turn the compost",
        (reminder("turn the compost", "11-21 17:00"), reminder("turn the compost", "11-21 18:00")),
    ),
    told("i need a reminder set for tomorrow morning to oil the hinges", "oil the hinges", "11-22 09:00"),
    told("make sure you remind me that the boiler man comes on monday", "the boiler man comes", "11-23"),
    told("shoot me a reminder at 3 to bleed the radiators", "bleed the radiators", "11-21 15:00"),
    told("give me a heads up about the parade at 1:45", "parade", "11-21 13:45"),
    told("could you jog my memory about the permit on friday", "permit", "11-27"),
    told("i could use a reminder to bleed the radiators at 5", "bleed the radiators", "11-21 17:00"),
    told("how about a reminder to bleed the radiators at 5?", "bleed the radiators", "11-21 17:00"),
    told("why don't you remind me to bleed the radiators at 5", "bleed the radiators", "11-21 17:00"),
    told("for tomorrow remind me: bleed the radiators", "bleed the radiators", "11-22"),
    told("put in a reminder for tomorrow's rehearsal", "rehearsal", "11-22"),
    told("alarm at 5 45 am please", "alarm", "11-22 05:45"),
    told("set an alarm to go off at 7 15 pm", "alarm", "11-21 19:15"),
    told("set an alarm for tomorrow at noon labeled ointment", "ointment", "11-22 12:00"),
    told("create an alarm called stretch for 4pm", "stretch", "11-21 16:00"),
    told("remindme to bleed the radiators tomorrow", "bleed the radiators", "11-22"),
    told("remind me on monday, no wait, tuesday to bleed the radiators", "bleed the radiators", "11-24"),
    told("the parade starts at 8 pm tonight, can you remind me", "the parade starts", "11-21 20:00"),
    told("remind me and Pia to pay the deposit on the 1st", "remind me and Pia to pay the deposit", "12-01"),
    told("wake me at half past six", "wake up", "11-22 06:30"),
    told("another alarm at 6:30 am", "alarm", "11-22 06:30"),
    one("remind me later to bleed the radiators", "bleed the radiators"),
    one("remind me to check if the parcel is there", "check if the parcel is there"),
    told(
        "remind me to tell Pia that supper is at 8 on friday", "tell Pia that supper is at 8 on friday", "11-27 20:00"
    ),
)
AHEAD: tuple[Row, ...] = (
    one("the twins have judo practice on tuesday at 5pm", "the twins have judo practice", "11-24 17:00"),
    one("Milo is visiting next weekend", "Milo is visiting", "11-28"),
    one("my bike needs a new chain next week", "my bike needs a new chain", "11-23"),
    one("our landlord wants the keys by thursday", "keys", "11-26"),
    one("i promised to send Theo the maps by monday", "send Theo the maps", "11-23"),
    one("it's important that i send the maps by friday", "send the maps", "11-27"),
    one("i start my course on december 1st", "start my course", "12-01"),
    one("tuesday is bin day", "bin day", "11-24"),
    one("schedule me for a massage on wednesday", "massage", "11-25"),
    one("book me a ferry to Bergen for next week", "book ferry to Bergen", "11-23"),
    one("please schedule in some time for exercise on monday at 7am", "exercise", "11-23 07:00"),
    one("plan the garden party for the 5th", "plan the garden party", "12-05"),
    ("tomorrow: sweep, mop, and dust", tuple(task(title, "11-22") for title in ("sweep", "mop", "dust"))),
    (
        "for tomorrow: judo at 7am, brunch with Pia at 12",
        (task("judo", "11-22 07:00"), task("brunch with Pia", "11-22 12:00")),
    ),
    ("i have two things to do today: sweep and mop", (task("sweep", "11-21"), task("mop", "11-21"))),
    one("play chess with Milo on friday", "play chess with Milo", "11-27"),
)
LISTED: tuple[Row, ...] = (
    one("put laundry on my list of chores", "laundry", list="chores"),
    one("update my shopping list to include figs", "figs", list="shopping"),
    one("on my shopping list put figs", "figs", list="shopping"),
    one("my to do list should have sweep the stairs", "sweep the stairs"),
    one("add figs to list", "figs"),
    several("write down figs and dates on my shopping list", "figs", "dates", list="shopping"),
    several("i want figs and dates added to my shopping list", "figs", "dates", list="shopping"),
    one("we're out of figs, put it on the shopping list", "figs", list="shopping"),
    one("add sweep the stairs to home for tomorrow", "sweep the stairs", "11-22", list="home"),
    one('add a task "sweep the stairs" in list home', "sweep the stairs", list="home"),
    made("open a new list named summer trip", "summer trip"),
    one("i have a viva on friday please add it to my calendar", "viva", "11-27"),
    one(
        "sweep the stairs every 10 days after completion",
        "sweep the stairs",
        "11-21",
        recurrence="every 10 days after completion",
    ),
    one("i have a seminar from 10 to 12 on thursday", "seminar", "11-26 10:00"),
    one("i have spin class on mondays at 6pm", "spin class", "11-23 18:00", recurrence=f"{WEEKLY};BYDAY=MO"),
)
MAYBE_THERE = (
    moved("my rent is due on the 1st", "rent", "my rent", "12-01"),
    moved("the library books are due on the 28th", "library books", "library books", "11-28"),
    moved("bin day is tuesday", "bin day", "bin day", "11-24"),
    moved("i've scheduled a call with Pia for wednesday at 11am", "call with Pia", "call with Pia", "11-25 11:00"),
)
SEEN_FRESH: tuple[Row, ...] = (
    told("remind me after work to buy flowers", "buy flowers", "11-21 18:00"),
    told("remind me between 3 and 4 to call the bank", "call the bank", "11-21 15:00"),
    several(
        "buy stamps, post the parcel and call the bank on monday",
        "buy stamps",
        "post the parcel",
        "call the bank",
        due="11-23",
    ),
    one("i've to collect the cake at ten on saturday morning", "collect the cake", "11-28 10:00"),
    told("let me know at noon that i have to take the bread out", "take the bread out", "11-21 12:00"),
    told("call mom when it's one o'clock and remind me", "call mom", "11-21 13:00"),
    several("add milk eggs bread to the groceries list", "milk", "eggs", "bread", list="groceries"),
    several("put bread cheese and tomatoes on the shopping list", "bread", "cheese", "tomatoes", list="shopping"),
    several("i need toilet paper and shampoo on my shopping list", "toilet paper", "shampoo", list="shopping"),
    several("put mac and cheese and jam on groceries", "mac and cheese", "jam", list="groceries"),
    one("put oat milk on the shopping list", "oat milk", list="shopping"),
    one("new event choir rehearsal thursday nineteen thirty", "choir rehearsal", "11-26 19:30"),
    one("Valentina said i have to sign the lease until monday", "sign the lease", "11-23"),
    one("mum asked me to bring a salad on sunday", "bring a salad", "11-22"),
    one("the vet said to worm Luna on the thirtieth", "worm Luna", "11-30"),
    one("i promised Tom i'd lend him the drill on friday", "lend him the drill", "11-27"),
    several(
        "remind me to buy stamps and to post the parcel on monday",
        "buy stamps",
        "post the parcel",
        due="11-23",
        reminder_minutes=0,
    ),
    told("set an alarm for six", "alarm", "11-22 06:00"),
    told("set an alarm for ten fifteen tomorrow", "alarm", "11-22 10:15"),
    told("wake me at six thirty", "wake up", "11-22 06:30"),
    told("remind me at four thirty that the shop closes at five", "the shop closes at five", "11-21 16:30"),
    told("remind me at noon to buy tickets for the nine pm show", "buy tickets for the nine pm show", "11-21 12:00"),
    one("i should call the insurance people this week", "call the insurance people", "11-22"),
    one("i've got a call with the tax office tomorrow half nine", "call with the tax office", "11-22 09:30"),
    one("put down that i have a recital on sunday", "recital", "11-22"),
    one("there's a school concert, it's on friday at six", "school concert", "11-27 18:00"),
    one("i'm at a conference all day friday", "conference", "11-27"),
    one("make a task for review slides, due friday, high priority", "review slides", "11-27", priority="high"),
    one("finish the grant application it's due november 30", "finish the grant application", "11-30"),
)
"""Of sentences that were read for the first time."""
WIDER = (*TOLD, *AHEAD, *LISTED, *SEEN_FRESH)
