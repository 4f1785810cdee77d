"""The words that speak of a task without its name: "it", "the other one", "the rest"."""

ONE = frozenset(
    {
        "it", "that", "this", "that one", "this one", "that task", "this task", "the task", "the one", "the same",
        "the last task",
    }
)  # fmt: skip
SEVERAL = frozenset(
    {
        "those", "them", "these", "both", "all of them", "all of those", "all of these", "both of them", "all",
        "both tasks", "those tasks", "these tasks", "the ones", "them all", "those ones", "these ones", "both those",
        "those two", "these two", "the two", "them both", "both of those", "both of these",
    }
)  # fmt: skip
OTHER = frozenset({"the other", "other", "the other one", "other one", "the other task"})
REST = frozenset(
    {
        "the rest", "the others", "the other ones", "the remaining ones", "the rest of them", "all the others",
        "the other two",
    }
)  # fmt: skip
JUST = {
    f"{which} {said}"
    for which in ("the one", "the task", "the last one", "the thing", "what", "the last thing", "the last task")
    for said in (
        "i just added", "i just made", "i just created", "i added", "i just mentioned", "you just added",
        "we just added", "i just changed", "i added last", "just added",
    )
}  # fmt: skip
"""What was just spoken of, by what was done to it."""
POSITION = {"first": "1", "next": "1", "top": "1", "last": "last", "second": "2", "third": "3"}
