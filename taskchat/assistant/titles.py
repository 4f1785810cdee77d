"""The title of a conversation, from its first words."""

LONGEST = 60


def titled(text: str) -> str:
    """The first line, cut at a word: at most 60 characters, never empty for a text that is not."""
    line = " ".join(next((line for line in text.splitlines() if line.strip()), "").split())
    if len(line) <= LONGEST:
        return line
    whole, _, _ = line[: LONGEST - 1].rpartition(" ")
    return f"{whole or line[: LONGEST - 1]}…"
