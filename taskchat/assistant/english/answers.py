"""What says yes and no to a question, as people write it."""

YES = frozenset(
    {
        "yes", "yes please", "yeah", "yep", "yup", "y", "sure", "ok", "okay", "do it", "go ahead", "confirm",
        "confirmed", "yes do it", "yes go ahead", "please do", "yes confirm", "yes delete them", "delete them",
        "yes move them", "yes complete them", "complete them", "yes change them", "proceed", "go on", "yes all of them",
    }
)  # fmt: skip

NO = frozenset(
    {
        "no", "no thanks", "no thank you", "nope", "nah", "n", "cancel", "stop", "never mind", "nevermind", "keep them",
        "keep it", "no keep them", "no keep it", "don't", "do not", "dont", "leave them", "leave it", "forget it",
        "don't do it", "do not do it", "no don't", "abort", "no cancel", "better not",
        "not now", "no not now", "maybe later", "not today",
    }
)  # fmt: skip
