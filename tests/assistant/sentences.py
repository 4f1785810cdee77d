"""What people say, what is done, and what is answered: written before the grammar that has to meet it.

It is Saturday, 21 November 2026, 11:00 in Berlin, and these tasks are there (see `world.py`): pay rent (overdue, high),
write report (today 18:00, #work), call mom (tomorrow 17:00), water plants (Monday, list Home), dentist (Friday 15:00),
buy milk (#shopping) and milk for Ben (no date), old taxes (done).
"""

from typing import Any

Calls = tuple[tuple[str, dict[str, Any]], ...]
Row = tuple[str, Calls, str]

SAT, SUN, MON, FRI = "2026-11-21", "2026-11-22", "2026-11-23", "2026-11-27"


def create(title: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return "create_task", {"title": title, **more}


def find(**wanted: Any) -> tuple[str, dict[str, Any]]:
    return "list_tasks", wanted


def update(task: str, **more: Any) -> tuple[str, dict[str, Any]]:
    return "update_task", {"task": task, **more}


def complete(task: str) -> tuple[str, dict[str, Any]]:
    return "complete_task", {"task": task}


def delete(task: str) -> tuple[str, dict[str, Any]]:
    return "delete_task", {"task": task}


CREATING: tuple[Row, ...] = (
    (
        "create a task to call mom tomorrow at 5pm",
        (create("call mom", due=f"{SUN}T17:00:00+01:00"),),
        "Done. “call mom” is due tomorrow, Sun 22 Nov, at 17:00.",
    ),
    (
        "Call Mom tomorrow at 5pm",
        (create("Call Mom", due=f"{SUN}T17:00:00+01:00"),),
        "Done. “Call Mom” is due tomorrow, Sun 22 Nov, at 17:00.",
    ),
    ("buy bread", (create("buy bread"),), "Done. “buy bread” is on your list."),
    (
        "add milk and eggs tomorrow, and complete the report",
        (create("milk", due=SUN), create("eggs", due=SUN), complete("report")),
        "Done. “milk” and “eggs” are due tomorrow, Sun 22 Nov. Completed “write report”.",
    ),
    ("Add buy groceries to my list", (create("buy groceries"),), "Done. “buy groceries” is on your list."),
    (
        "remind me to pay the gas bill on friday at 9am",
        (create("pay the gas bill", due=f"{FRI}T09:00:00+01:00", reminder_minutes=0),),
        "Done. “pay the gas bill” is due Fri 27 Nov at 09:00, with a reminder at that moment.",
    ),
    (
        "new task: Book flights to Rome #travel !high",
        (create("Book flights to Rome", priority="high", tags=["travel"]),),
        "Done. “Book flights to Rome” is on your list, with high priority, tagged #travel.",
    ),
    (
        "add a high priority task to renew my passport by friday",
        (create("renew my passport", due=FRI, priority="high"),),
        "Done. “renew my passport” is due Fri 27 Nov, with high priority.",
    ),
    (
        "I need to water the garden every monday",
        (create("water the garden", due=MON, recurrence="FREQ=WEEKLY;BYDAY=MO"),),
        "Done. “water the garden” is due Mon 23 Nov, and repeats every Monday.",
    ),
    (
        "don't forget to send the invoice at noon",
        (create("send the invoice", due=f"{SAT}T12:00:00+01:00"),),
        "Done. “send the invoice” is due today, Sat 21 Nov, at 12:00.",
    ),
    (
        "put haircut on my list for tuesday at 15:00",
        (create("haircut", due="2026-11-24T15:00:00+01:00"),),
        "Done. “haircut” is due Tue 24 Nov at 15:00.",
    ),
    (
        'note down "read chapter 4 tomorrow"',
        (create("read chapter 4 tomorrow"),),
        "Done. “read chapter 4 tomorrow” is on your list.",
    ),
    (
        "schedule a meeting with Ben for monday 10:30",
        (create("meeting with Ben", due=f"{MON}T10:30:00+01:00"),),
        "Done. “meeting with Ben” is due Mon 23 Nov at 10:30.",
    ),
    (
        "add task Call Jürgen tomorrow, urgent",
        (create("Call Jürgen", due=SUN, priority="high"),),
        "Done. “Call Jürgen” is due tomorrow, Sun 22 Nov, with high priority.",
    ),
    ("todo: fix the sink", (create("fix the sink"),), "Done. “fix the sink” is on your list."),
    (
        'create a task called "Plan trip" due next friday with high priority tagged travel',
        (create("Plan trip", due=FRI, priority="high", tags=["travel"]),),
        "Done. “Plan trip” is due Fri 27 Nov, with high priority, tagged #travel.",
    ),
    (
        "Could you please add a task to take out the trash tonight?",
        (create("take out the trash", due=f"{SAT}T20:00:00+01:00"),),
        "Done. “take out the trash” is due today, Sat 21 Nov, at 20:00.",
    ),
    (
        "I have to finish the slides by monday",
        (create("finish the slides", due=MON),),
        "Done. “finish the slides” is due Mon 23 Nov.",
    ),
    (
        "finish the tax return by monday",
        (create("finish the tax return", due=MON),),
        "Done. “finish the tax return” is due Mon 23 Nov.",
    ),
    (
        "add eggs, bread and butter to my shopping list",
        (create("eggs", list="shopping"), create("bread", list="shopping"), create("butter", list="shopping")),
        "Done. “eggs”, “bread” and “butter” are on your list, in “shopping”.",
    ),
    (
        "in 2 hours call the bank",
        (create("call the bank", due=f"{SAT}T13:00:00+01:00"),),
        "Done. “call the bank” is due today, Sat 21 Nov, at 13:00.",
    ),
    ("we're out of coffee", (create("coffee"),), "Done. “coffee” is on your list."),
    ("add a task", (), "What should the task say? For example: add call mom tomorrow at 5pm."),
    (
        "buy bread and call Ana",
        (create("buy bread"), create("call Ana")),
        "Done. “buy bread” and “call Ana” are on your list.",
    ),
    ("buy bread and butter", (create("buy bread and butter"),), "Done. “buy bread and butter” is on your list."),
    (
        "add these tasks: sweep, mop and dust",
        (create("sweep"), create("mop"), create("dust")),
        "Done. “sweep”, “mop” and “dust” are on your list.",
    ),
    (
        "call Ana tomorrow; email the landlord on monday",
        (create("call Ana", due=SUN), create("email the landlord", due=MON)),
        "Done. “call Ana” is due tomorrow, Sun 22 Nov. “email the landlord” is due Mon 23 Nov.",
    ),
    (
        "gym 6pm #health",
        (create("gym", due=f"{SAT}T18:00:00+01:00", tags=["health"]),),
        "Done. “gym” is due today, Sat 21 Nov, at 18:00, tagged #health.",
    ),
    ("call Ana on 31 february", (), "There is no 31 February."),
    ("🎂 for Mia tomorrow", (create("🎂 for Mia", due=SUN),), "Done. “🎂 for Mia” is due tomorrow, Sun 22 Nov."),
    ("I want to learn Spanish", (create("learn Spanish"),), "Done. “learn Spanish” is on your list."),
    ("please remember to lock the door", (create("lock the door"),), "Done. “lock the door” is on your list."),
    (
        "set a reminder to stretch at 3pm",
        (create("stretch", due=f"{SAT}T15:00:00+01:00", reminder_minutes=0),),
        "Done. “stretch” is due today, Sat 21 Nov, at 15:00, with a reminder at that moment.",
    ),
)

FINDING: tuple[Row, ...] = (
    ("what is on today?", (find(due="today"),), "1 more is overdue."),
    ("show me my day", (find(due="today"),), "write report"),
    ("what's my day like?", (find(due="today"),), "write report"),
    ("What's overdue?", (find(due="overdue"),), "1 overdue task:"),
    ("how many tasks do I have?", (find(),), "You have 7 open tasks: 1 overdue, 1 due today."),
    ("how many tasks are overdue?", (find(due="overdue"),), "You have 1 overdue task."),
    ("show me all high priority tasks", (find(priorities=["high"]),), "pay rent"),
    ("list my tasks tagged work", (find(tags=["work"]),), "write report"),
    ("show #work", (find(tags=["work"]),), "write report"),
    ("what do I have to do tomorrow?", (find(due="tomorrow"),), "call mom"),
    ("what's due this week?", (find(due="this week"),), "call mom"),
    ("find milk", (find(search="milk"),), "2 tasks"),
    ("when is the dentist?", (find(search="dentist"),), "“dentist” is due Fri 27 Nov at 15:00."),
    ("show completed tasks", (find(status="done"),), "old taxes"),
    ("do I have anything tomorrow", (find(due="tomorrow"),), "call mom"),
    ("which tasks have no date?", (find(due="none"),), "2 tasks"),
    ("what's on my home list?", (find(list="home"),), "water plants"),
    ("show my tasks sorted by priority", (find(sort="priority"),), "1. pay rent"),
    ("show me my top 3 tasks", (find(limit=3),), "pay rent"),
    ("what should I do next?", (find(limit=3),), "pay rent"),
    ("anything due before friday?", (find(due="before friday"),), "call mom"),
    ("am I free on wednesday?", (find(due="wednesday"),), "Nothing is due"),
    ("list everything", (find(),), "7 open tasks:"),
    ("show all tasks", (find(),), "7 open tasks:"),
    ("what's left for today", (find(due="today"),), "write report"),
    ("search for report", (find(search="report"),), "write report"),
    ("show me my open work tasks", (find(status="open", search="work"),), "write report"),
    ("do I have any tasks about milk?", (find(search="milk"),), "2 tasks"),
)

CHANGING: tuple[Row, ...] = (
    ("move the dentist to monday", (update("dentist", due="monday"),), "Moved “dentist” to Mon 23 Nov at 15:00."),
    ("rename buy milk to buy oat milk", (update("buy milk", title="buy oat milk"),), "Renamed to “buy oat milk”."),
    ("make the report high priority", (update("report", priority="high"),), "“write report” has high priority now."),
    ("set the priority of pay rent to low", (update("pay rent", priority="low"),), "“pay rent” has low priority now."),
    ("mark the report as urgent", (update("report", priority="high"),), "“write report” has high priority now."),
    (
        "tag the report with q4 and boss",
        (update("report", add_tags=["q4", "boss"]),),
        "“write report” is tagged #work, #q4 and #boss now.",
    ),
    (
        "remove the tag work from the report",
        (update("report", remove_tags=["work"]),),
        "“write report” has no tags now.",
    ),
    ("remove the due date from call mom", (update("call mom", clear=["due"]),), "“call mom” has no due date now."),
    ("move buy milk to my shopping list", (update("buy milk", list="shopping"),), "“buy milk” is in “shopping” now."),
    (
        "postpone call mom by 2 days",
        (update("call mom", due="+2 days"),),
        "Moved “call mom” to Tue 24 Nov at 17:00.",
    ),
    ("push the dentist back a week", (update("dentist", due="+1 week"),), "Moved “dentist” to Fri 4 Dec at 15:00."),
    (
        "add a note to call mom: ask for the recipe",
        (update("call mom", description="ask for the recipe"),),
        "Noted on “call mom”.",
    ),
    (
        "remind me 30 minutes before call mom",
        (update("call mom", reminder_minutes=30),),
        "I will remind you 30 minutes before “call mom”.",
    ),
    (
        "repeat water plants every week",
        (update("water plants", recurrence="every week"),),
        "“water plants” repeats every week now.",
    ),
    ("change the dentist to 4pm", (update("dentist", due="4pm"),), "Moved “dentist” to Fri 27 Nov at 16:00."),
    (
        "reschedule call mom for next friday at 10:00",
        (update("call mom", due="next friday at 10:00"),),
        "Moved “call mom” to Fri 27 Nov at 10:00.",
    ),
    (
        "move everything overdue to monday",
        (find(due="overdue", limit=100), update("those", due="monday")),
        "Moved “pay rent” to Mon 23 Nov.",
    ),
    ("pay rent is due tomorrow", (update("pay rent", due="tomorrow"),), "Moved “pay rent” to tomorrow, Sun 22 Nov."),
    (
        "change call mom to call mum",
        (update("call mom", title="call mum"),),
        "Renamed to “call mum”.",
    ),
    ("complete the report", (complete("report"),), "Completed “write report”."),
    ("mark call mom as done", (complete("call mom"),), "Completed “call mom”."),
    ("I finished the report", (complete("report"),), "Completed “write report”."),
    ("check off buy milk", (complete("buy milk"),), "Completed “buy milk”."),
    ("done with the dentist", (complete("dentist"),), "Completed “dentist”."),
    ("call mom is done", (complete("call mom"),), "Completed “call mom”."),
    ("tick pay rent off", (complete("pay rent"),), "Completed “pay rent”."),
    (
        "complete everything due today",
        (("complete_all_tasks", {"due": "today"}),),
        "Completed “write report”.",
    ),
    ("finish all tasks tagged work", (("complete_all_tasks", {"tags": ["work"]}),), "Completed “write report”."),
    ("reopen old taxes", (("reopen_task", {"task": "old taxes"}),), "Reopened “old taxes”."),
    ("remove pay rent", (delete("pay rent"),), "Moved “pay rent” to the trash."),
    ("get rid of the dentist task", (delete("dentist"),), "Moved “dentist” to the trash."),
    ("cancel the dentist", (delete("dentist"),), "Moved “dentist” to the trash."),
    ("take the dentist off my list", (delete("dentist"),), "Moved “dentist” to the trash."),
    ("delete the milk one", (delete("milk"),), "Which one?\n\n1. buy milk, #shopping\n2. milk for Ben"),
    ("complete milk", (complete("milk"),), "Which one?"),
    ("delete everything", (("delete_all_tasks", {}),), "Move 7 tasks to the trash? Use the buttons, or answer yes."),
    ("delete all completed tasks", (("delete_all_tasks", {"status": "done"}),), "Moved “old taxes” to the trash."),
    (
        "delete all tasks about milk",
        (("delete_all_tasks", {"search": "milk"}),),
        "Move 2 tasks to the trash? Use the buttons, or answer yes.",
    ),
    (
        "complete call mom and delete pay rent",
        (complete("call mom"), delete("pay rent")),
        "Completed “call mom”. Moved “pay rent” to the trash.",
    ),
    ("complete the dentst", (complete("dentst"),), "Completed “dentist”."),
    ("complete call mom and pay rent", (complete("call mom and pay rent"),), "Completed “call mom” and “pay rent”."),
    ("delete the unicorn", (delete("unicorn"),), "I found no task that matches “unicorn”."),
    ("move the dentist to blursday", (), "I did not understand “move the dentist to blursday”."),
    ("complete the first overdue task", (find(due="overdue", limit=100), complete("1")), "Completed “pay rent”."),
)

TALKING: tuple[Row, ...] = (
    ("hello", (), "Hello."),
    ("thanks!", (), "You are welcome."),
    ("who are you?", (), "a grammar, not a language model"),
    ("are you an AI?", (), "a grammar, not a language model"),
    ("what can you do?", (), "I add, change, find and finish tasks."),
    ("help", (), "I add, change, find and finish tasks."),
    ("what's the weather tomorrow?", (), "I only look after your tasks."),
    ("tell me a joke", (), "I only look after your tasks."),
    ("how are you?", (), "I only look after your tasks."),
    ("yes", (), "Nothing is waiting for an answer."),
    (
        "flurb the zork",
        (),
        "I did not understand “flurb the zork”. "
        "I can add, change, find and finish tasks, for example: add zork tomorrow. Nothing was changed.",
    ),
    ("asdfghjkl", (), "I did not understand “asdfghjkl”."),
    ("???", (), "I did not understand “???”."),
    ("I am so tired today", (), "I did not understand “I am so tired today”."),
)

ROWS: tuple[Row, ...] = (*CREATING, *FINDING, *CHANGING, *TALKING)
