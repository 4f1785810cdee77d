"""Conversations: what a sentence means after others. The world is that of `sentences.py`."""

from tests.assistant.sentences import SUN, Calls, complete, create, delete, find, update

Turns = tuple[tuple[str, Calls, str], ...]
"""Sentences of one conversation, one after another."""

FOLLOWING: tuple[Turns, ...] = (
    (
        ("call Ana tomorrow at 5pm", (create("call Ana", due=f"{SUN}T17:00:00+01:00"),), "Done."),
        ("make it 6", (update("it", due="at 6"),), "Moved to 18:00."),
        ("call it ring Ana", (update("it", title="ring Ana"),), "Renamed to “ring Ana”."),
        ("monday instead", (update("it", due="monday"),), "Moved “ring Ana” to Mon 23 Nov at 18:00."),
        ("actually, tuesday", (update("it", due="tuesday"),), "Moved “ring Ana” to Tue 24 Nov at 18:00."),
        ("make that urgent", (update("it", priority="high"),), "“ring Ana” has high priority now."),
        ("and tag it family", (update("it", add_tags=["family"]),), "“ring Ana” is tagged #family now."),
        ("delete it", (delete("it"),), "Moved “ring Ana” to the trash."),
        ("undo that", (("undo_last", {}),), "Took it back"),
    ),
    (
        ("delete the milk one", (delete("milk"),), "Which one?"),
        ("the second", (delete("2"),), "Moved “milk for Ben” to the trash."),
    ),
    (
        ("complete milk", (complete("milk"),), "Which one?"),
        ("both", (complete("those"),), "Completed “buy milk” and “milk for Ben”."),
    ),
    (
        ("delete the milk one", (delete("milk"),), "Which one?"),
        ("never mind", (), "Nothing was changed."),
        ("the second", (), "I did not understand “the second”."),
    ),
    (
        ("delete the milk one", (delete("milk"),), "Which one?"),
        ("milk for Ben", (delete("milk for Ben"),), "Moved “milk for Ben” to the trash."),
    ),
    (
        ("what is on today?", (find(due="today"),), "write report"),
        ("tick the first one", (complete("1"),), "Completed “write report”."),
    ),
    (
        ("show all tasks", (find(),), "7 open tasks"),
        ("tick the second one", (complete("2"),), "Completed “write report”."),
        ("delete the first", (delete("1"),), "Moved “pay rent” to the trash."),
        ("move the third to tuesday", (update("3", due="tuesday"),), "Moved “call mom” to Tue 24 Nov at 17:00."),
    ),
    (
        ("find milk", (find(search="milk"),), "2 tasks"),
        ("complete those", (complete("those"),), "Completed “buy milk” and “milk for Ben”."),
    ),
    (
        ("show all tasks", (find(),), "7 open tasks"),
        ("complete the first two", (complete("1"), complete("2")), "Completed “pay rent” and “write report”."),
        ("move the last one to friday", (update("last", due="friday"),), "to Fri 27 Nov."),
    ),
    (
        ("add milk and eggs", (create("milk"), create("eggs")), "are on your list."),
        (
            "move them to tomorrow",
            (update("them", due="tomorrow"),),
            "Moved “milk” and “eggs” to tomorrow, Sun 22 Nov.",
        ),
        ("undo", (("undo_last", {}),), "Took it back"),
    ),
    (
        ("what is on today?", (find(due="today"),), "write report"),
        ("and tomorrow?", (find(due="tomorrow"),), "call mom"),
    ),
    (
        ("when is the dentist?", (find(search="dentist"),), "“dentist” is due Fri 27 Nov at 15:00."),
        ("move it to monday", (update("it", due="monday"),), "Moved “dentist” to Mon 23 Nov at 15:00."),
    ),
)
