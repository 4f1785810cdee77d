"""Slots for spans of days that have a name, of which one says the end or the last friday."""

from taskchat.domain.english.stretches import (
    FIGURES,
    HALF,
    MONTH_ROWS,
    QUARTER,
    QUARTERS,
    SEASONS_NAMED,
    STRETCHES,
    WEEK_ROWS,
)
from taskchat.domain.english.vocabulary import SEASONS
from taskchat.domain.patterns import Index, Slot, Tokens, any_slot, headed, matches, pattern, token_slot, word_slot
from taskchat.domain.slots import SLOTS
from taskchat.domain.stretches import Build, Found, Rows
from taskchat.domain.tokens import Kind


def _figure(letter: str, most: int) -> Slot:
    """ "q3", "h1"."""
    return word_slot({f"{letter}{number}": number for number in range(1, most + 1)})


NAMES = SLOTS | {
    "quarter": _figure(QUARTER, 4),
    "half": _figure(HALF, 2),
    "season": word_slot(SEASONS),
    "full_year": token_slot(Kind.NUMBER, lambda text: int(text) if len(text) == 4 and text.isdecimal() else None),
}


def _slot(rows: Rows) -> Slot:
    index = Index(tuple((pattern(text, NAMES), build) for text, build in rows), lambda row: row[0])

    def read(tokens: Tokens, place: int) -> tuple[int, Found] | None:
        longest: tuple[int, Found] | None = None
        for wanted, build in index.at(tokens, place):
            for after, values in matches(wanted, tokens, place):
                if longest is None or after > longest[0]:
                    longest = after, _bound(build, values)
        return longest

    return headed(read, index.heads.words, *index.heads.kinds)


def _bound(build: Build, values: tuple[object, ...]) -> Found:
    return lambda asked: build(asked, *values)


STRETCH_SLOTS: dict[str, Slot] = {
    "stretch": _slot(STRETCHES),
    "month_said": _slot(MONTH_ROWS),
    "season_said": _slot(SEASONS_NAMED),
    "quarter_said": _slot(QUARTERS),
    "week_said": _slot(WEEK_ROWS),
    "figure_said": _slot(FIGURES),
    "long_stretch": any_slot(_slot(MONTH_ROWS), _slot(SEASONS_NAMED), _slot(FIGURES)),
}
