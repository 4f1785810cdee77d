"""Sentences about tasks that are there → the plan they come to: written before the rows that have to read them.

It is Saturday, 21 November 2026, 11:00 in Berlin. A plan in words is what the answer has to say.
"""

from typing import Any

from taskchat.assistant.plan import Do, Plan, Through

Row = tuple[str, Plan | str]


def see(**wanted: Any) -> Plan:
    return (Do("list_tasks", wanted),)


def count(**wanted: Any) -> Plan:
    return (Do("count_tasks", wanted),)


def when(words: str) -> Plan:
    return (Do("when_is", {"search": words}),)


def stands(words: str, **more: Any) -> Plan:
    return (Do("is_done", {"search": words, "status": "all"} | more),)


def change(task: str, **more: Any) -> Plan:
    return (Do("update_task", {"task": task} | more),)


def done(*which: str) -> Plan:
    return tuple(Do("complete_task", {"task": task}) for task in which)


def gone(*which: str) -> Plan:
    return tuple(Do("delete_task", {"task": task}) for task in which)


def all_gone(**wanted: Any) -> Plan:
    return (Do("delete_all_tasks", wanted),)


def all_done(**wanted: Any) -> Plan:
    return (Do("complete_all_tasks", wanted),)


def to_all(wanted: dict[str, Any], task: str = "those", tool: str = "update_task", **more: Any) -> Plan:
    return (Through(Do("list_tasks", wanted | {"limit": 100}), Do(tool, {"task": task} | more)),)


DAYS: tuple[Row, ...] = (
    ("what's left today?", see(due="today")),
    ("what is still open for today", see(due="today", status="open")),
    ("what's on my calendar this week", see(due="this week")),
    ("what is on my schedule for friday", see(due="friday")),
    ("what's on the agenda for tomorrow", see(due="tomorrow")),
    ("whats on my plate next week", see(due="next week")),
    ("what have I got on today", see(due="today")),
    ("what do i have going on this weekend", see(due="this weekend")),
    ("what have we got planned for tuesday", see(due="tuesday")),
    ("what are my plans for the weekend", see(due="the weekend")),
    ("what's happening on monday?", see(due="monday")),
    ("what is coming up next week", see(due="next week")),
    ("what's my schedule like tomorrow", see(due="tomorrow")),
    ("what does my calendar look like on thursday", see(due="thursday")),
    ("how does next week look", see(due="next week")),
    ("how's tomorrow looking", see(due="tomorrow")),
    ("tell me what I have to do tomorrow", see(due="tomorrow")),
    ("tell me about my day tomorrow", see(due="tomorrow")),
    ("let me know what's due on friday", see(due="friday")),
    ("could you let me know what i've got on tuesday", see(due="tuesday")),
    ("remind me what I have to do today", see(due="today")),
    ("remind me of my appointments for tomorrow", see(due="tomorrow")),
    ("check my schedule for tuesday", see(due="tuesday")),
    ("check what's on my calendar for the 15th", see(due="the 15th")),
    ("look at my calendar for next week", see(due="next week")),
    ("open my calendar for friday", see(due="friday")),
    ("pull up my reminders for today", see(due="today")),
    ("bring up tomorrow's schedule", see(due="tomorrow")),
    ("read me my schedule for monday", see(due="monday")),
    ("read out my reminders for tomorrow", see(due="tomorrow")),
    ("give me a rundown of my week", (Do("sum_up"),)),
    ("give me an overview of tomorrow", see(due="tomorrow")),
    ("run me through my day", see(due="today")),
    ("show me all the events for next month", see(due="next month")),
    ("list my appointments between monday and thursday", see(due="between monday and thursday")),
    ("what appointments do I have on wednesday?", see(due="wednesday")),
    ("which reminders do i have for sunday", see(due="sunday")),
    ("what reminders are set for tomorrow", see(due="tomorrow")),
    ("are there any events on the 3rd of december", see(due="the 3rd of december")),
    ("is anything planned for friday", see(due="friday")),
    ("is there anything on my calendar for tuesday", see(due="tuesday")),
    ("is there something I need to do tomorrow", see(due="tomorrow")),
    ("anything due soon?", see(due="soon")),
    ("anything on for tonight?", see(due="tonight")),
    ("anything i should do today", see(due="today")),
    ("what else is due today", see(due="today")),
    ("what did I forget", see(due="overdue")),
    ("what have i missed?", see(due="overdue")),
    ("did i miss anything", see(due="overdue")),
    ("am i behind on anything", see(due="overdue")),
    ("am i late with anything", see(due="overdue")),
    ("what should have been done by now", see(due="overdue")),
    ("what was due yesterday", see(due="yesterday")),
    ("do i have to do anything before monday", see(due="before monday")),
    ("do we have plans on saturday", see(due="saturday")),
    ("have i got anything scheduled for the 24th", see(due="the 24th")),
    ("have I any commitments on friday", see(due="friday")),
    ("am i doing anything on tuesday", see(due="tuesday")),
    ("what am i doing tomorrow", see(due="tomorrow")),
    ("what am i supposed to do on monday", see(due="monday")),
    ("what was i going to do today", see(due="today")),
    ("what must i do today", see(due="today")),
    ("what tasks i have today?", see(due="today")),
    ("what I must do today", see(due="today")),
    ("i want to see my tasks for tomorrow", see(due="tomorrow")),
    ("i'd like to know what's due this week", see(due="this week")),
    ("can you tell me what my plans are for sunday", see(due="sunday")),
    ("do you know what i have on friday", see(due="friday")),
    ("please tell me all my tasks of tomorrow", see(due="tomorrow")),
    ("am i free on wednesday", see(due="wednesday")),
    ("are we free next weekend?", see(due="next weekend")),
    ("do i have time on tuesday", see(due="tuesday")),
    ("is my friday free", see(due="friday")),
    ("is tomorrow free?", see(due="tomorrow")),
    ("am I booked on monday", see(due="monday")),
    ("how busy am i next week", see(due="next week")),
    ("is thursday busy", see(due="thursday")),
    ("do i have a free day this week", see(due="this week")),
)
"""A day or a span of days."""

HOURS: tuple[Row, ...] = (
    ("what do I have to do tomorrow morning?", see(due="tomorrow morning")),
    ("do I have anything on Sunday morning?", see(due="sunday morning")),
    ("am I free on friday afternoon?", see(due="friday afternoon")),
    ("what's on this evening", see(due="this evening")),
    ("do i have any meetings this afternoon", see(due="this afternoon", search="meeting")),
    ("do i have anything at 3pm tomorrow", see(due="at 3pm tomorrow")),
    ("what do I have tomorrow after 3pm", see(due="tomorrow after 3pm")),
    ("am i free between 2 and 4 pm on friday", see(due="between 2 and 4 pm friday")),
    ("what's in my calendar tomorrow between 9 and 12", see(due="tomorrow between 9 and 12")),
    ("what do i have on the fifteenth", see(due="the fifteenth")),
    ("what's due before the fifteenth", see(due="before the fifteenth")),
    ("show me everything for december", see(due="december")),
    ("is anything scheduled for next wednesday evening", see(due="next wednesday evening")),
    ("what do i need to do before noon", see(due="today before noon")),
    ("anything after 5 today?", see(due="after 5 today")),
    ("is there a meeting at 3 tomorrow", see(due="at 3 tomorrow", search="meeting")),
    ("delete everything this afternoon", all_gone(due="this afternoon")),
)
"""Parts of a day."""

LISTS: tuple[Row, ...] = (
    ("show me my shopping list", see(list="shopping")),
    ("what's on the groceries list", see(list="groceries")),
    ("what is in my packing list?", see(list="packing")),
    ("read my shopping list", see(list="shopping")),
    ("read me the groceries list please", see(list="groceries")),
    ("tell me what's on my wish list", see(list="wish")),
    ("what do I have on my shopping list", see(list="shopping")),
    ("what things are on the camping list", see(list="camping")),
    ("what's left on the shopping list", see(list="shopping")),
    ("open the work list", see(list="work")),
    ("pull up my grocery list", see(list="grocery")),
    ("what do we still need from the hardware list", see(list="hardware")),
    ("can i see the holiday list", see(list="holiday")),
    ("is there anything on my books list", see(list="books")),
    ("give me the contents of my errands list", see(list="errands")),
    ("go through the chores list", see(list="chores")),
    ("how many items are on the shopping list", count(list="shopping")),
    ("how many things do i have on my packing list", count(list="packing")),
    ("read my reminders", see()),
    ("read out my to do list", see()),
    ("what's on my to-do list", see()),
    ("show me what i have to do", see()),
    ("what are my reminders", see()),
    ("what reminders do i have", see()),
    ("what alarms do i have", see()),
    ("show me all my events", see()),
    ("what all do i have to do", see()),
    ("what do i need to get done", see()),
    ("whats on my list", see()),
    ("open my calendar", see()),
    ("my reminders please", see()),
    ("what lists do I have", see(limit=100)),
    ("show me all my lists", see(limit=100)),
    ("which lists are there", see(limit=100)),
    ("tell me the names of my lists", see(limit=100)),
    ("what tags do i use", see(limit=100)),
    (
        "list everything tagged work due next week sorted by priority",
        see(due="next week", tags=["work"], sort="priority"),
    ),
    ("which tasks have no date", see(due="none")),
    ("show the tasks without a deadline", see(due="none")),
    ("what's high priority", see(priorities=["high"])),
    ("show me the urgent stuff", see(priorities=["high"])),
    ("anything important this week", see(due="this week", priorities=["high"])),
    ("show me the oldest task", see(sort="created", limit=1)),
    ("what did I add last", see(sort="-created", limit=1)),
    ("what are the latest tasks I added", see(sort="-created")),
    ("completed tasks", see(status="done")),
    ("can i see my tasks", see()),
    ("which tasks repeat", see(filter="is:recurring")),
    ("show my recurring tasks", see(filter="is:recurring")),
    ("is milk on my shopping list", stands("milk")),
    ("are eggs already on the list", stands("eggs")),
    ("do i have batteries on my list", stands("batteries")),
    ("did I already add milk?", stands("milk")),
    ("have i put bread on the shopping list", stands("bread")),
    ("do we need eggs", stands("eggs")),
    ("do i still need to call mom", stands("call mom")),
    ("do i have a reminder to water the plants", stands("water plants")),
    ("is there a reminder for the dentist", stands("dentist")),
    ("is there a task about the boiler", see(search="boiler")),
    ("have I finished the report?", stands("report")),
    ("did i pay the rent", stands("rent")),
    ("did i already call mom", stands("mom")),
    ("has the rent been paid", stands("rent")),
    ("is the invoice sent", stands("invoice")),
    ("is there anything about taxes", see(search="taxes")),
    ("do i have anything to do with taxes", see(search="taxes")),
    ("show everything about the garden", see(search="garden")),
    ("find the task with the plumber", see(search="plumber")),
    ("look for anything with passport in it", see(search="passport")),
    ("which tasks mention lisbon", see(search="lisbon")),
)
"""Lists, kinds of tasks, and whether something is there."""

WHEN: tuple[Row, ...] = (
    ("when is the dentist?", when("dentist")),
    ("what time is my meeting with Bob?", when("meeting with Bob")),
    ("at what time is the standup", when("standup")),
    ("what day is the concert", when("concert")),
    ("what date is mom's birthday", when("mom's birthday")),
    ("on which day is the exam?", when("exam")),
    ("when do I have to pay rent", when("pay rent")),
    ("when am i supposed to renew the passport", when("renew passport")),
    ("when am i seeing the dentist", when("dentist")),
    ("when am I meeting Sarah", when("Sarah")),
    ("when do i meet Sarah", when("Sarah")),
    ("when does the party start", when("party")),
    ("what time does the film begin", when("film")),
    ("when's the deadline for the report", when("report")),
    ("by when do i have to send the invoice", when("send invoice")),
    ("until when do I have to return the books", when("return books")),
    ("when should I leave for the airport", when("leave for airport")),
    ("when did i plan the haircut", when("haircut")),
    ("when was the dentist again", when("dentist")),
    ("tell me when the dentist is", when("dentist")),
    ("do you know when the meeting with Bob is", when("meeting with Bob")),
    ("can you tell me what time my flight is", when("flight")),
    ("what's the date of the wedding", when("wedding")),
    ("what is the time of my dentist appointment", when("dentist appointment")),
    ("how many days until the exam", when("exam")),
    ("how long till my flight", when("flight")),
    ("how much time do i have for the report", when("report")),
    ("how much time is left for the report", when("report")),
    ("is the dentist on friday?", when("dentist")),
    ("is my meeting with Bob at 3 or at 4", when("meeting with Bob")),
    ("is the report due tomorrow", when("report")),
    ("tell me about the report task", when("report")),
    ("give me the details of the dentist appointment", when("dentist appointment")),
    ("what do you know about the garage task", when("garage")),
    ("what does the note on the report say", when("report")),
    ("when is my next dentist appointment", when("dentist appointment")),
    ("where is the meeting with Bob?", when("meeting with Bob")),
    ("where is my dentist appointment", when("dentist appointment")),
    ("who is coming to the party?", when("party")),
    ("what's next?", see(limit=3)),
    ("what's coming up?", see(limit=3)),
    ("what is next on my calendar", see(limit=3)),
    ("when is my next appointment", see(due="from today", limit=1)),
    ("what's my next meeting", see(due="from today", search="meeting", limit=1)),
    ("when do i have my next meeting", see(due="from today", search="meeting", limit=1)),
    ("what's most important", see(limit=3, sort="priority")),
    ("what should I work on first", see(limit=3)),
    ("what should i be doing right now", see(limit=3)),
)
"""When something is, and what comes next."""

COUNTS: tuple[Row, ...] = (
    ("how many are overdue?", count(due="overdue")),
    ("how many are left?", count()),
    ("how many tasks are due this week", count(due="this week")),
    ("how many reminders do I have", count()),
    ("how many meetings do i have tomorrow", count(due="tomorrow", search="meeting")),
    ("how many things do i still have to do today", count(due="today")),
    ("how much do i have to do tomorrow", count(due="tomorrow")),
    ("how much is left to do today", count(due="today")),
    ("number of open tasks", count(status="open")),
    ("how many events are on my calendar next week", count(due="next week")),
    ("how many task i have for monday", count(due="monday")),
    ("count my overdue tasks", count(due="overdue")),
)

ASKED_FOR: tuple[Row, ...] = (*DAYS, *HOURS, *LISTS, *WHEN, *COUNTS)
