"""What people want noted down: reminders, alarms and appointments → the calls, by kind of sentence.

It is Saturday, 21 November 2026, 11:00 in Berlin.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from taskchat.assistant.plan import Do

Calls = tuple[Do, ...]
Row = tuple[str, Calls]


def task(title: str, due: str = "", **more: Any) -> Do:
    """`due` on the wall clock: "11-22" or "11-22 17:00" of this year, another year in front."""
    return Do("create_task", {"title": title} | ({"due": _wire(due)} if due else {}) | more)


def reminder(title: str, due: str, **more: Any) -> Do:
    return task(title, due, reminder_minutes=0, **more)


def _wire(due: str) -> str:
    day, _, clock = due.partition(" ")
    day = day if len(day) > 5 else f"2026-{day}"
    if not clock:
        return day
    local = datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZoneInfo("Europe/Berlin"))
    return local.isoformat(timespec="seconds")


def one(said: str, title: str, due: str = "", **more: Any) -> Row:
    return said, (task(title, due, **more),)


def told(said: str, title: str, due: str, **more: Any) -> Row:
    """With a reminder at the moment itself."""
    return said, (reminder(title, due, **more),)


DAILY, WEEKLY, YEARLY = "FREQ=DAILY", "FREQ=WEEKLY", "FREQ=YEARLY"

REMINDING: tuple[Row, ...] = (
    told("remind me to call my mom at 5pm", "call my mom", "11-21 17:00"),
    told("remind me to take the bread out in 25 minutes", "take the bread out", "11-21 11:25"),
    told("remind me tomorrow to water the ferns", "water the ferns", "11-22"),
    told("remind me on tuesday at noon to send Ola the keys", "send Ola the keys", "11-24 12:00"),
    one("remind me to bring a towel", "bring a towel"),
    one("remind me that the car needs oil", "the car needs oil"),
    told("remind me that the car needs oil on monday", "the car needs oil", "11-23"),
    told("remind me about the parents evening in an hour", "parents evening", "11-21 12:00"),
    told("remind me about my flight tomorrow at 6 am", "my flight", "11-22 06:00"),
    told("remind me of the choir rehearsal on thursday at 7pm", "choir rehearsal", "11-26 19:00"),
    told("remind me the parcel comes at 3pm", "the parcel comes", "11-21 15:00"),
    told("remind me rent is due friday", "rent is due", "11-27"),
    told("remind me my visa expires on december 12", "my visa expires", "12-12"),
    told("remind me i have yoga at 6pm tomorrow", "yoga", "11-22 18:00"),
    told("remind me that I have a call with Petra at 2pm", "call with Petra", "11-21 14:00"),
    told("remind me for the staff meeting on friday at 9am", "staff meeting", "11-27 09:00"),
    told("give me a reminder to stretch at 4pm", "stretch", "11-21 16:00"),
    told("send me a reminder tomorrow at 8am to take out the bins", "take out the bins", "11-22 08:00"),
    told("i need a reminder to feed the cat at 6 pm", "feed the cat", "11-21 18:00"),
    told("i want a reminder for the webinar on monday at 10", "webinar", "11-23 10:00"),
    told("i'd like a reminder about the rent on the 1st", "rent", "12-01"),
    told("i want to be reminded to call the vet on monday at 9am", "call the vet", "11-23 09:00"),
    told("i would like to be reminded about the concert on friday", "concert", "11-27"),
    told("set a reminder to check the oven at 1pm", "check the oven", "11-21 13:00"),
    told("set up a reminder for me to order ink on monday", "order ink", "11-23"),
    told("set me a reminder for tomorrow at 10 to ring Grandma", "ring Grandma", "11-22 10:00"),
    told("set a reminder at 4 pm to leave for the station", "leave for the station", "11-21 16:00"),
    told("set a reminder for 4 pm to leave for the station", "leave for the station", "11-21 16:00"),
    told("set reminder for dentist on the 5th", "dentist", "12-05"),
    told("set a reminder for the school play on december 3rd at 5 pm", "school play", "12-03 17:00"),
    told("set a reminder that the guests arrive at 7pm", "the guests arrive", "11-21 19:00"),
    told("create a reminder to renew the parking permit on monday", "renew the parking permit", "11-23"),
    told("create a reminder for tomorrow morning: fetch the cake", "fetch the cake", "11-22 09:00"),
    told("make a reminder for my physio at 3pm on wednesday", "my physio", "11-25 15:00"),
    told("add a reminder to my calendar for the dance class on sunday at 4pm", "dance class", "11-22 16:00"),
    told("add reminder to pay the sitter tonight", "pay the sitter", "11-21 20:00"),
    told("new reminder: defrost the fish at 5pm", "defrost the fish", "11-21 17:00"),
    told("reminder to defrost the fish at 5pm", "defrost the fish", "11-21 17:00"),
    told("reminder: parents evening tuesday 6pm", "parents evening", "11-24 18:00"),
    told("put a reminder in for friday to submit my hours", "submit my hours", "11-27"),
    told("put in a reminder to submit my hours on friday", "submit my hours", "11-27"),
    told("schedule a reminder to ping Lars at 3pm on monday", "ping Lars", "11-23 15:00"),
    told("set a reminder for tomorrow at 3pm", "reminder", "11-22 15:00"),
    told("remind me tomorrow at 9", "reminder", "11-22 09:00"),
    told("notify me to join the stream at 8pm", "join the stream", "11-21 20:00"),
    told("notify me about the auction on monday at 12:30", "auction", "11-23 12:30"),
    told("alert me at 3:45 pm to fetch the kids", "fetch the kids", "11-21 15:45"),
    told("ping me at 2pm to check on the build", "check on the build", "11-21 14:00"),
    told("ping me about the invoice tomorrow morning", "invoice", "11-22 09:00"),
    told("nudge me on monday to follow up with Dana", "follow up with Dana", "11-23"),
    told("tell me to drink some water in 20 minutes", "drink some water", "11-21 11:20"),
    told("in 20 minutes, tell me to check the oven", "check the oven", "11-21 11:20"),
    told("let me know at 5 to turn off the sprinkler", "turn off the sprinkler", "11-21 17:00"),
    told("don't let me forget to lock the shed tonight", "lock the shed", "11-21 20:00"),
    one("don't let me forget the umbrella", "umbrella"),
    one("don't let me forget about the tickets", "tickets"),
    told("don't let me forget that the rent is due on the 1st", "the rent is due", "12-01"),
    told("help me remember to return the drill on friday", "return the drill", "11-27"),
    told("remind my wife to sign the form tomorrow", "remind my wife to sign the form", "11-22"),
    told("remind everyone about the potluck on friday", "remind everyone about the potluck", "11-27"),
)

ANYWHERE: tuple[Row, ...] = (
    told("tomorrow at five pm remind me to pick up the suit", "pick up the suit", "11-22 17:00"),
    told("at 3pm on monday remind me to call the bank", "call the bank", "11-23 15:00"),
    told("in two hours remind me to move the car", "move the car", "11-21 13:00"),
    told("on friday at 10 remind me about the tax letter", "tax letter", "11-27 10:00"),
    told("tonight at 9 remind me to charge the bike", "charge the bike", "11-21 21:00"),
    one("at 3pm on monday I've got a haircut", "haircut", "11-23 15:00"),
    one("tomorrow i need to bake two trays of muffins", "bake two trays of muffins", "11-22"),
    one("next week i should visit Aunt Jo", "visit Aunt Jo", "11-23"),
    one("on sunday we are meeting the neighbours at 3 pm", "meeting the neighbours", "11-22 15:00"),
    one("tomorrow at 8 am add pack the tent", "pack the tent", "11-22 08:00"),
    one("for friday add finish the mural", "finish the mural", "11-27"),
    one("by monday i have to hand in the essay", "hand in the essay", "11-23"),
    one("tomorrow morning schedule a run with Kim", "run with Kim", "11-22 09:00"),
    one("before friday i must order the filters", "order the filters", "11-26"),
)

RECURRING: tuple[Row, ...] = (
    told("every monday remind me to put out the glass", "put out the glass", "11-23", recurrence=f"{WEEKLY};BYDAY=MO"),
    told("remind me every 2 weeks to water the cactus", "water the cactus", "11-21", recurrence=f"{WEEKLY};INTERVAL=2"),
    told("set a daily reminder for vitamins at 8 pm", "vitamins", "11-21 20:00", recurrence=DAILY),
    told("set a daily reminder to take my vitamins at 8 pm", "take my vitamins", "11-21 20:00", recurrence=DAILY),
    told("remind me daily at 9 pm to floss", "floss", "11-21 21:00", recurrence=DAILY),
    told("remind me every day at 9pm to floss", "floss", "11-21 21:00", recurrence=DAILY),
    told(
        "remind me each friday at 4pm to send my hours", "send my hours", "11-27 16:00", recurrence=f"{WEEKLY};BYDAY=FR"
    ),
    told(
        "set a weekly reminder to back up the laptop on sunday",
        "back up the laptop",
        "11-22",
        recurrence=f"{WEEKLY};BYDAY=SU",
    ),
    told("set up a recurring reminder every tuesday to sweep", "sweep", "11-24", recurrence=f"{WEEKLY};BYDAY=TU"),
    one(
        "set a recurring event called chess club every tuesday at 6pm",
        "chess club",
        "11-24 18:00",
        recurrence=f"{WEEKLY};BYDAY=TU",
    ),
    one(
        "schedule a weekly meeting with Omar on mondays at 10",
        "meeting with Omar",
        "11-23 10:00",
        recurrence=f"{WEEKLY};BYDAY=MO",
    ),
    one("add a repeating task to mop every saturday", "mop", "11-21", recurrence=f"{WEEKLY};BYDAY=SA"),
    one("create a monthly task to check the smoke alarm", "check the smoke alarm", "11-21", recurrence="FREQ=MONTHLY"),
    one("i have pilates every wednesday at 7pm", "pilates", "11-25 19:00", recurrence=f"{WEEKLY};BYDAY=WE"),
    one("my rent is due on the 1st of every month", "my rent", "12-01", recurrence="FREQ=MONTHLY;BYMONTHDAY=1"),
    one("i need to take the pills every day at 8pm", "take the pills", "11-21 20:00", recurrence=DAILY),
    told("wake me up every weekday at 6:30", "wake up", "11-23 06:30", recurrence=f"{WEEKLY};BYDAY=MO,TU,WE,TH,FR"),
    one("block every friday afternoon for reading", "reading", "11-27 15:00", recurrence=f"{WEEKLY};BYDAY=FR"),
)

ALARMS: tuple[Row, ...] = (
    told("wake me up at 7", "wake up", "11-22 07:00"),
    told("wake me at 6:15 tomorrow", "wake up", "11-22 06:15"),
    told("please wake me up tomorrow at 5 am", "wake up", "11-22 05:00"),
    told("get me up at 7 am", "wake up", "11-22 07:00"),
    one("i need to wake up at 6 am", "wake up", "11-22 06:00"),
    one("i have to get up at 5:30 tomorrow", "get up", "11-22 05:30"),
    told("set an alarm for 7am", "alarm", "11-22 07:00"),
    told("set a reminder for 7 to call Ada", "call Ada", "11-22 07:00"),
    told("set an alarm for 7", "alarm", "11-22 07:00"),
    told("set alarm 6 pm", "alarm", "11-21 18:00"),
    told("set my alarm for 6:45 tomorrow morning", "alarm", "11-22 06:45"),
    told("alarm at 8 pm", "alarm", "11-21 20:00"),
    told("i need an alarm for 8 pm", "alarm", "11-21 20:00"),
    told("set an alarm to take my pills at 9 pm", "take my pills", "11-21 21:00"),
    told("set an alarm called gym for 6 pm", "gym", "11-21 18:00"),
    told("set an alarm for my medication at 9 pm", "my medication", "11-21 21:00"),
    told("make an alarm for tomorrow at ten am", "alarm", "11-22 10:00"),
    told("set an alarm in 30 minutes", "alarm", "11-21 11:30"),
    told("set a timer for 20 minutes", "timer", "11-21 11:20"),
    told("start a 20 minute timer", "timer", "11-21 11:20"),
)

EVENTS: tuple[Row, ...] = (
    one("schedule lunch with Anna on thursday at noon", "lunch with Anna", "11-26 12:00"),
    one("schedule a meeting with Ben for monday 10:30", "meeting with Ben", "11-23 10:30"),
    one("schedule a haircut", "haircut"),
    one("schedule an appointment with Dr. Wu for tuesday at 2pm", "appointment with Dr. Wu", "11-24 14:00"),
    one("set up a meeting with the board on the 30th at 3pm", "meeting with the board", "11-30 15:00"),
    one("set a meeting with Ivo tomorrow at 4 pm", "meeting with Ivo", "11-22 16:00"),
    one("set meeting for tomorrow at 4 pm", "meeting", "11-22 16:00"),
    one("set an appointment for friday at 9am", "appointment", "11-27 09:00"),
    one("make an appointment for the cat on monday at 3pm", "appointment for the cat", "11-23 15:00"),
    one("make a dentist appointment for next tuesday", "dentist appointment", "11-24"),
    one("book a table for four on friday at 8pm", "book a table for four", "11-27 20:00"),
    one("arrange a call with Sven on wednesday morning", "call with Sven", "11-25 09:00"),
    one("organize a farewell party for Lena on december 4", "farewell party for Lena", "12-04"),
    one("pencil in coffee with Max on thursday at 3pm", "coffee with Max", "11-26 15:00"),
    one("block off friday afternoon for writing", "writing", "11-27 15:00"),
    one("block tomorrow from 2pm to 4pm for painting", "painting", "11-22 14:00"),
    one("block out monday at 9am for the audit", "audit", "11-23 09:00"),
    one("reserve sunday morning for the garden", "garden", "11-22 09:00"),
    one("put dentist on my calendar for the 5th", "dentist", "12-05"),
    one("put the book club on my calendar for the 5th at 7pm", "book club", "12-05 19:00"),
    one("put on my calendar dinner with Rosa on friday at 7pm", "dinner with Rosa", "11-27 19:00"),
    one("put in my calendar that i have a viewing on monday at 5pm", "viewing", "11-23 17:00"),
    one("add dinner with the Kims to my calendar for sunday at 6pm", "dinner with the Kims", "11-22 18:00"),
    one("add to my calendar: swim meet, sunday 8am", "swim meet", "11-22 08:00"),
    one("add swim practice to the calendar on sunday at 8am", "swim practice", "11-22 08:00"),
    one("add an event for the picnic on sunday", "picnic", "11-22"),
    one("add an event called Garage Sale on december 5 at 9am", "Garage Sale", "12-05 09:00"),
    one("create an event tomorrow at 8 pm called movie night", "movie night", "11-22 20:00"),
    one("create an event for tomorrow at 8 pm: movie night", "movie night", "11-22 20:00"),
    one("create a calendar event for my driving test on the 3rd at 10:15", "my driving test", "12-03 10:15"),
    one("create a new appointment with the notary on monday", "appointment with the notary", "11-23"),
    one("new event: parents visit on saturday december 5", "parents visit", "12-05"),
    one("new meeting with Tara tomorrow at 1pm", "meeting with Tara", "11-22 13:00"),
    one("mark my calendar for the reunion on december 19", "reunion", "12-19"),
    one("save the date: reunion on december 19", "reunion", "12-19"),
    one("save december 19 for the reunion", "reunion", "12-19"),
    one("calendar lunch with Bo on monday at 12:30", "lunch with Bo", "11-23 12:30"),
    one("enter the vet visit for monday at 5pm", "vet visit", "11-23 17:00"),
    one("note that the gym is closed on monday", "the gym is closed", "11-23"),
    one("plan a trip to Gdansk for next month", "trip to Gdansk", "12-01"),
    one("let's have a stand-up on monday at 9:15", "stand-up", "11-23 09:15"),
    one("meeting with the landlord tuesday 4pm", "meeting with the landlord", "11-24 16:00"),
    one("i'm meeting Carla on friday at 1pm", "meeting Carla", "11-27 13:00"),
    one("i am having dinner with Carla on friday at 8pm", "dinner with Carla", "11-27 20:00"),
    one("i'm seeing the doctor on tuesday at 9:40", "seeing the doctor", "11-24 09:40"),
    one("i'm flying to Oslo on the 28th at 6am", "flying to Oslo", "11-28 06:00"),
    one("i have a dentist appointment tomorrow at 3", "dentist appointment", "11-22 15:00"),
    one("i have dance class on monday at 6 pm", "dance class", "11-23 18:00"),
    one("i have got an interview on tuesday at 11am", "interview", "11-24 11:00"),
    one("i've an exam on the 30th", "exam", "11-30"),
    one("we have a barbecue on sunday at 5 pm", "barbecue", "11-22 17:00"),
    one("there's a fire drill on monday at 10am", "fire drill", "11-23 10:00"),
    one("there is a concert on friday night", "concert", "11-27 20:00"),
    one("my sister's birthday is on may 4th", "my sister's birthday", "2027-05-04", recurrence=YEARLY),
    one("it's Nina's birthday on december 9", "Nina's birthday", "12-09", recurrence=YEARLY),
    one("our anniversary is june 12", "our anniversary", "2027-06-12", recurrence=YEARLY),
    one("my flight leaves on monday at 6:20 am", "my flight leaves", "11-23 06:20"),
    one("schedule a 2 hour workshop on monday at 9am", "2 hour workshop", "11-23 09:00"),
    one("invite John to lunch on friday at noon", "invite John to lunch", "11-27 12:00"),
)

NOTED = (*REMINDING, *ANYWHERE, *RECURRING, *ALARMS, *EVENTS)
