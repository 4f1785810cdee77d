"""Words of titles that say the same, or nothing, and how one and many of a thing are written."""

SILENT = frozenset({"a", "an", "and", "at", "in", "my", "of", "on", "our", "please", "task", "that", "the", "this"})
"""Words that a title may have or lack."""
SAME = {
    **dict.fromkeys(("get", "purchase", "grab"), "buy"),
    **dict.fromkeys(("phone", "ring", "telephone"), "call"),
    "e-mail": "email",
    **dict.fromkeys(("mum", "mama", "mommy", "mother"), "mom"),
    "dental": "dentist",
}
"""Words people use for one another; the second stands for both."""
ENDINGS = (("ies", "y"), ("xes", "x"), ("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("s", ""))
"""What the plural of a word ends in, and its singular."""
SINGULAR = "ss"
"""What ends so is one, whatever it looks like."""
