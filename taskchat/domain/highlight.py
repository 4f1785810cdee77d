"""Where in a text the words of a search stand, whatever their case and accents (F-05)."""

from collections.abc import Iterable

from taskchat.domain.text import folded


def hits(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Places (start, end) in the text, from left to right; those that touch are one."""
    letters, origin = _folded_letters(text)
    marked: set[int] = set()
    for word in filter(None, map(folded, words)):
        at = letters.find(word)
        while at >= 0:
            marked |= set(range(origin[at], origin[at + len(word) - 1] + 1))
            at = letters.find(word, at + 1)
    starts = sorted(place for place in marked if place - 1 not in marked)
    ends = sorted(place + 1 for place in marked if place + 1 not in marked)
    return [(start, _with_marks(text, end)) for start, end in zip(starts, ends, strict=True)]


def _folded_letters(text: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the character it comes from: "ß" is two, an accent alone none."""
    parts = [folded(character) for character in text]
    return "".join(parts), [place for place, part in enumerate(parts) for _ in part]


def _with_marks(text: str, end: int) -> int:
    """An accent of its own belongs to the letter before it."""
    while end < len(text) and not folded(text[end]):
        end += 1
    return end
