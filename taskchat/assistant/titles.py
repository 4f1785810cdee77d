"""The title of a conversation: from its first words, or as a model proposes it."""

from taskchat.domain.text import clean

LONGEST = 60
QUOTES = "\"'`*#“”„«»‘’ "
"""What models put around a title."""


def titled(text: str) -> str:
    """The first line, cut at a word: at most 60 characters, never empty for a text that is not."""
    line = " ".join(next((line for line in text.splitlines() if line.strip()), "").split())
    if len(line) <= LONGEST:
        return line
    whole, _, _ = line[: LONGEST - 1].rpartition(" ")
    return f"{whole or line[: LONGEST - 1]}…"


def suggested(answer: str) -> str:
    """What a model proposes, as a title of ours; "" where it proposes nothing."""
    line = titled(clean(answer, lines=True)).removeprefix("Title:")
    return line.strip(QUOTES).removesuffix(".").strip(QUOTES)
