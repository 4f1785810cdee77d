"""More ways to say it: sentence → what it comes to, read without a database (world and clock of `sentences.py`)."""

from taskchat.assistant.plan import Do, Plan, Through

MORE: tuple[tuple[str, Plan], ...] = (
    (
        'Hey, can you add "Pick up dry cleaning" for tomorrow morning?',
        (Do("create_task", {"title": "Pick up dry cleaning", "due": "2026-11-22T09:00:00+01:00"}),),
    ),
    (
        "I gotta pay my phone bill by the 30th",
        (Do("create_task", {"title": "pay my phone bill", "due": "2026-11-30"}),),
    ),
    (
        'Put "yoga" on my calendar for Thursday at 7pm',
        (Do("create_task", {"title": "yoga", "due": "2026-11-26T19:00:00+01:00"}),),
    ),
    (
        "Add a new task: finish quarterly report, due next Monday, high priority",
        (Do("create_task", {"title": "finish quarterly report", "due": "2026-11-23", "priority": "high"}),),
    ),
    (
        "make a note to check the oven at 6:30pm",
        (Do("create_task", {"title": "check the oven", "due": "2026-11-21T18:30:00+01:00"}),),
    ),
    (
        "remind me tomorrow at 9 to call the bank",
        (Do("create_task", {"title": "call the bank", "due": "2026-11-22T09:00:00+01:00", "reminder_minutes": 0}),),
    ),
    (
        "every friday take out the bins",
        (Do("create_task", {"title": "take out the bins", "due": "2026-11-27", "recurrence": "FREQ=WEEKLY;BYDAY=FR"}),),
    ),
    (
        "pay rent on the 1st of every month",
        (Do("create_task", {"title": "pay rent", "due": "2026-12-01", "recurrence": "FREQ=MONTHLY;BYMONTHDAY=1"}),),
    ),
    (
        "Meeting with Sarah on Dec 3 at 14:00",
        (Do("create_task", {"title": "Meeting with Sarah", "due": "2026-12-03T14:00:00+01:00"}),),
    ),
    (
        "buy milk tomorrow and eggs on friday",
        (
            Do("create_task", {"title": "buy milk", "due": "2026-11-22"}),
            Do("create_task", {"title": "buy eggs", "due": "2026-11-27"}),
        ),
    ),
    ("would you mind adding bread to my list?", (Do("create_task", {"title": "bread"}),)),
    ("let's add a task to clean the garage", (Do("create_task", {"title": "clean the garage"}),)),
    ("find a new plumber", (Do("create_task", {"title": "find a new plumber"}),)),
    ("cancel gym membership by friday", (Do("create_task", {"title": "cancel gym membership", "due": "2026-11-27"}),)),
    (
        "I have a meeting tomorrow at 3pm",
        (Do("create_task", {"title": "meeting", "due": "2026-11-22T15:00:00+01:00"}),),
    ),
    (
        "Tomorrow I have to pick up the kids at 4",
        (Do("create_task", {"title": "pick up the kids", "due": "2026-11-22T16:00:00+01:00"}),),
    ),
    (
        "please add: eggs, milk, and butter",
        (
            Do("create_task", {"title": "eggs"}),
            Do("create_task", {"title": "milk"}),
            Do("create_task", {"title": "butter"}),
        ),
    ),
    ("could you put milk on the shopping list?", (Do("create_task", {"title": "milk", "list": "shopping"}),)),
    ("reming me to call Ana", (Do("create_task", {"title": "call Ana"}),)),
    (
        "Buy milk @Shopping !high tomorrow",
        (Do("create_task", {"title": "Buy milk", "due": "2026-11-22", "priority": "high", "list": "Shopping"}),),
    ),
    (
        "add buy bread; call Bob; email Alice",
        (
            Do("create_task", {"title": "buy bread"}),
            Do("create_task", {"title": "call Bob"}),
            Do("create_task", {"title": "email Alice"}),
        ),
    ),
    ("Show me everything that's overdue", (Do("list_tasks", {"due": "overdue"}),)),
    ("what did I complete?", (Do("list_tasks", {"status": "done"}),)),
    ("do I have anything urgent?", (Do("list_tasks", {"priorities": ["high"]}),)),
    ("anything overdue?", (Do("list_tasks", {"due": "overdue"}),)),
    ("how many things are due today?", (Do("count_tasks", {"due": "today"}),)),
    ("what's my next task?", (Do("list_tasks", {"limit": 1}),)),
    ("show tasks in Work", (Do("list_tasks", {"list": "Work"}),)),
    ("find tasks about taxes", (Do("list_tasks", {"search": "taxes"}),)),
    ("what about friday?", (Do("list_tasks", {"due": "friday"}),)),
    ("next week", (Do("list_tasks", {"due": "next week"}),)),
    ("do I need to do anything this weekend?", (Do("list_tasks", {"due": "this weekend"}),)),
    ("what needs to be done by friday", (Do("list_tasks", {"due": "by friday"}),)),
    ("can i get a list of all my tasks sorted by due date", (Do("list_tasks", {"sort": "due"}),)),
    (
        "what are my high priority tasks due this week?",
        (Do("list_tasks", {"due": "this week", "priorities": ["high"]}),),
    ),
    ("Which of my tasks are due in the next 3 days?", (Do("list_tasks", {"due": "in the next 3 days"}),)),
    ("Is the report done?", (Do("is_done", {"search": "report", "status": "all"}),)),
    ("how long until the dentist?", (Do("when_is", {"search": "dentist"}),)),
    ("show me the work list", (Do("list_tasks", {"list": "work"}),)),
    ("I bought the milk", (Do("complete_task", {"task": "milk"}),)),
    ("the report is finished", (Do("complete_task", {"task": "report"}),)),
    ("I'm done with the report", (Do("complete_task", {"task": "report"}),)),
    (
        "mark 1, 2 and 4 as done",
        (
            Do("complete_task", {"task": "1"}),
            Do("complete_task", {"task": "2"}),
            Do("complete_task", {"task": "4"}),
        ),
    ),
    (
        "complete the last two",
        (
            Do("complete_task", {"task": "-2"}),
            Do("complete_task", {"task": "last"}),
        ),
    ),
    (
        "complete 1-3",
        (
            Do("complete_task", {"task": "1"}),
            Do("complete_task", {"task": "2"}),
            Do("complete_task", {"task": "3"}),
        ),
    ),
    ("mark all overdue tasks as done", (Do("complete_all_tasks", {"due": "overdue"}),)),
    ("complete buy milk and write report", (Do("complete_task", {"task": "buy milk and write report"}),)),
    ("it's done", (Do("complete_task", {"task": "it"}),)),
    ("remove the task about the dentist", (Do("delete_task", {"task": "dentist"}),)),
    (
        "delete tasks 2 and 3",
        (
            Do("delete_task", {"task": "2"}),
            Do("delete_task", {"task": "3"}),
        ),
    ),
    ("clear my list", (Do("delete_all_tasks", {}),)),
    ("remove everything tagged shopping", (Do("delete_all_tasks", {"tags": ["shopping"]}),)),
    ("Please delete everything that is done", (Do("delete_all_tasks", {"status": "done"}),)),
    ("change the due date of dentist to next monday", (Do("update_task", {"task": "dentist", "due": "next monday"}),)),
    ("snooze pay rent for 2 days", (Do("update_task", {"task": "pay rent", "due": "+2 days"}),)),
    ("set a deadline of friday for the report", (Do("update_task", {"task": "report", "due": "friday"}),)),
    ("bring the dentist forward a day", (Do("update_task", {"task": "dentist", "due": "-1 day"}),)),
    ("the dentist should be at 4pm", (Do("update_task", {"task": "dentist", "due": "4pm"}),)),
    (
        "move today's tasks to tomorrow",
        (
            Through(
                Do("list_tasks", {"due": "today", "limit": 100}),
                Do("update_task", {"task": "those", "due": "tomorrow"}),
            ),
        ),
    ),
    (
        "reschedule everything due today to monday",
        (
            Through(
                Do("list_tasks", {"due": "today", "limit": 100}), Do("update_task", {"task": "those", "due": "monday"})
            ),
        ),
    ),
    ("move it one day later", (Do("update_task", {"task": "it", "due": "+1 day"}),)),
    ("set milk priority to high", (Do("update_task", {"task": "milk", "priority": "high"}),)),
    ("raise the priority of the report", (Do("update_task", {"task": "report", "priority": "high"}),)),
    ("remove the work tag from the report", (Do("update_task", {"task": "report", "remove_tags": ["work"]}),)),
    (
        "tag all overdue tasks as late",
        (
            Through(
                Do("list_tasks", {"due": "overdue", "limit": 100}),
                Do("update_task", {"task": "those", "add_tags": ["late"]}),
            ),
        ),
    ),
    ("set a reminder for the dentist 1 hour before", (Do("update_task", {"task": "dentist", "reminder_minutes": 60}),)),
    (
        "make water plants repeat every 3 days",
        (Do("update_task", {"task": "water plants", "recurrence": "every 3 days"}),),
    ),
    ("set the due date to tomorrow", (Do("update_task", {"task": "it", "due": "tomorrow"}),)),
    ("change the name to buy oat milk", (Do("update_task", {"task": "it", "title": "buy oat milk"}),)),
    ("add the tag home to it", (Do("update_task", {"task": "it", "add_tags": ["home"]}),)),
    ("move it to Home", (Do("update_task", {"task": "it", "list": "Home"}),)),
    ("untag it", (Do("update_task", {"task": "it", "clear": ["tags"]}),)),
    ("undo the last change", (Do("undo_last", {}),)),
    ("restore the deleted task", (Do("undo_last", {}),)),
    ("delte the milk one", (Do("delete_task", {"task": "milk"}),)),
    (
        "mark the milk one done and move the dentist to friday",
        (
            Do("complete_task", {"task": "milk"}),
            Do("update_task", {"task": "dentist", "due": "friday"}),
        ),
    ),
)
