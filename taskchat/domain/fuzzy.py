"""Which of many names somebody means who types part of one, or types it wrong."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

from taskchat.domain.text import folded

CLOSE = 72
"""Of 100: one wrong letter in five still counts."""
SHORTEST = 3
"""Letters below which every second name is close."""


def closest(words: str, names: Iterable[str], *, limit: int) -> tuple[int, ...]:
    """The places of the folded names that match, the best first: those that begin with the words, then those that
    contain them, then those that have every word; where there are none, those that nearly match."""
    said, known = folded(words).strip(), list(names)
    exact = sorted((rank, place) for place, name in enumerate(known) if (rank := _rank(said, name)) is not None)
    found = [place for _, place in exact[:limit]]
    if not found and len(said) >= SHORTEST:
        near = process.extract(said, known, scorer=fuzz.WRatio, score_cutoff=CLOSE, limit=limit)
        found = [place for _, _, place in near]
    return tuple(found)


def _rank(said: str, name: str) -> int | None:
    if name.startswith(said):
        return 0
    if f" {said}" in name:
        return 1
    if said in name:
        return 2
    return 3 if all(word in name for word in said.split()) else None
