"""What a sentence means after another one: what stood before, what is said → the plan. The clock of asked_for.py."""

from typing import Any

from taskchat.assistant.plan import Do, Plan
from taskchat.assistant.scene import Called
from tests.assistant.asked_for import change, done, gone, see

After = tuple[tuple[Called, ...], str, Plan | str]
SUNDAY_AT_5 = "2026-11-22T17:00:00+01:00"


def before(tool: str, did: str, title: str, /, **arguments: Any) -> tuple[Called, ...]:
    task = {"id": "it", "data": {"title": title}, "due": SUNDAY_AT_5}
    return (Called(tool, arguments, {"did": did, "tasks": [task]}),)


def undone(*then: Do) -> Plan:
    return (Do("undo_last"), *then)


MADE = before("create_task", "created", "buy silk", title="buy silk")
LISTED = before("create_task", "created", "milk", title="milk", list="food")
DONE = before("complete_task", "completed", "buy milk", task="milk")
GONE = before("delete_task", "deleted", "buy milk", task="milk")
SHOWN = (Called("list_tasks", {}, {"total": 3, "tasks": [{"data": {"title": title}} for title in "abc"]}),)
CANDIDATES = [{"data": {"title": "buy milk"}, "due": SUNDAY_AT_5}, {"data": {"title": "milk for Ben"}}]
ASKED = (Called("delete_task", {"task": "milk"}, {"ask": "Which one?", "candidates": CANDIDATES}),)

CORRECTED: tuple[After, ...] = (
    (MADE, "no, make that Friday", change("it", due="Friday")),
    (MADE, "no I meant 6", change("it", due="at 6")),
    (MADE, "actually 6", change("it", due="at 6")),
    (MADE, "sorry, tuesday", change("it", due="tuesday")),
    (MADE, "wait, at 5 instead", change("it", due="at 5")),
    (MADE, "no, 6pm", change("it", due="6pm")),
    (MADE, "make it 6:30", change("it", due="6:30")),
    (MADE, "let's do 9 instead", change("it", due="at 9")),
    (MADE, "on second thought, saturday", change("it", due="saturday")),
    (MADE, "thursday would be better", change("it", due="thursday")),
    (MADE, "not tomorrow, the day after", change("it", due="+1 day")),
    (MADE, "not at 5, at 6", change("it", due="at 6")),
    (MADE, "friday, not thursday", change("it", due="friday")),
    (MADE, "make it an hour later", change("it", due="+1 hour")),
    (MADE, "half an hour earlier please", change("it", due="-30 minutes")),
    (MADE, "oh and make it high priority", change("it", priority="high")),
    (MADE, "and tag it work", change("it", add_tags=["work"])),
    (MADE, "I said milk not silk", change("it", title="buy milk")),
    (MADE, "I said cotton not wool", "I did not understand"),
    (DONE, "not that one, the other one", undone(Do("complete_task", {"task": "the other one"}))),
    (DONE, "no, the milk for Ben", undone(Do("complete_task", {"task": "milk for Ben"}))),
    (DONE, "no the second one", undone(Do("complete_task", {"task": "2"}))),
    (GONE, "i meant the report", undone(Do("delete_task", {"task": "report"}))),
    (DONE, "and tag it work", change("it", add_tags=["work"])),
    (MADE, "no i meant sulk", change("it", title="buy sulk")),
    (MADE, "at 5 i mean 6", change("it", due="at 6")),
    (MADE, "and satin", (Do("create_task", {"title": "buy satin"}),)),
    (LISTED, "jam too", (Do("create_task", {"title": "jam", "list": "food"}),)),
    (MADE, "and you?", "I did not understand"),
    (LISTED, "and call Ana", (Do("create_task", {"title": "call Ana"}),)),
    (DONE, "and the bread too", done("bread")),
    (GONE, "the bread as well", gone("bread")),
)

TAKEN_BACK: tuple[After, ...] = (
    *(
        (past, said, undone())
        for past in (MADE, DONE, GONE)
        for said in ("oops", "that was wrong", "never mind", "undo")
    ),
    (MADE, "no, that's not what I meant", undone()),
    (DONE, "wrong one", undone()),
    (GONE, "put it back", undone()),
    (MADE, "cancel that", undone()),
    (MADE, "i didn't mean that", undone()),
    (MADE, "my mistake", undone()),
    (MADE, "no", "What shall be different?"),
    (SHOWN, "never mind", "Nothing was changed"),
    (SHOWN, "oops", "Nothing was changed"),
    ((), "oops", "Nothing was changed"),
)

REFERRED: tuple[After, ...] = (
    (SHOWN, "complete the rest", done("the rest")),
    (SHOWN, "mark all of them as done except the last one", done("those except the last one")),
    (SHOWN, "delete the last two", gone("-2", "last")),
    (SHOWN, "what about tomorrow", see(due="tomorrow")),
    (SHOWN, "and on friday?", see(due="friday")),
    (MADE, "when is it?", (Do("when_is", {"task": "it"}),)),
    (MADE, "is it done?", (Do("is_done", {"task": "it"}),)),
    (MADE, "delete the one I just added", gone("the one i just added")),
    (MADE, "tomorrow", change("it", due="tomorrow")),
)

ANSWERED: tuple[After, ...] = (
    (ASKED, "the second", gone("2")),
    (ASKED, "first", gone("1")),
    (ASKED, "number two", gone("2")),
    (ASKED, "the latter", gone("last")),
    (ASKED, "both", gone("those")),
    (ASKED, "all of them", gone("those")),
    (ASKED, "the one for ben", gone("ben")),
    (ASKED, "the one at 5", gone("at 5")),
    (ASKED, "yes", gone("1")),
    (ASKED, "neither", "Nothing was changed"),
    (ASKED, "cancel", "Nothing was changed"),
    (ASKED, "what's due today", see(due="today")),
)

ASKED_AFTER = (*CORRECTED, *TAKEN_BACK, *REFERRED, *ANSWERED)
