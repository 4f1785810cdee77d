"""What may have been meant where a clause was not understood."""

from taskchat.domain.lexicon import word_set

EXAMPLES: dict[str, str] = {
    **dict.fromkeys(
        ("move", "reschedule", "postpone", "push", "shift", "delay", "change", "update", "set"), "move {it} to friday"
    ),
    **dict.fromkeys(("rename", "retitle", "call"), "rename {it} to buy oat milk"),
    **dict.fromkeys(("delete", "remove", "cancel", "erase", "drop", "clear"), "delete {it}"),
    **dict.fromkeys(("complete", "finish", "tick", "check", "mark", "done"), "complete {it}"),
    **dict.fromkeys(("tag", "label"), "tag {it} as home"),
    **dict.fromkeys(("find", "search", "show", "list", "where", "look", "what", "which", "when"), "find {it}"),
}
"""The first word of a clause → what could have been meant."""
COMMON = word_set(
    "the and for you are all not can today tomorrow now please this that with from have just really about what"
)
SHOW_DUE = "show what is due {}"
"""What "yes" takes up, where it was offered."""
