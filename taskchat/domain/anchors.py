"""Days that others are counted from: "after christmas", "before friday"."""

from taskchat.domain.counted_builds import Anchor
from taskchat.domain.date_builds import Build
from taskchat.domain.date_row import DATE_SLOTS
from taskchat.domain.days import Asked
from taskchat.domain.english.day_rows import DAYS
from taskchat.domain.patterns import Index, Slot, Tokens, headed, matches
from taskchat.domain.when import Said

DAYS_INDEX = Index(DAYS, lambda each: each.pattern)


def anchor(tokens: Tokens, place: int) -> tuple[int, Anchor] | None:
    """A slot: the longest day that stands at a place."""
    found = [
        (after, each.build, values)
        for each in DAYS_INDEX.at(tokens, place)
        for after, values in matches(each.pattern, tokens, place)
    ]
    longest = max(found, key=lambda each: each[0], default=None)
    return longest and (longest[0], _bound(longest[1], longest[2]))


def _bound(build: Build, values: tuple[object, ...]) -> Anchor:
    def day(asked: Asked) -> Said | None:
        return build(asked, *values)

    return day


ANCHOR = headed(anchor, DAYS_INDEX.heads.words, *DAYS_INDEX.heads.kinds)
COUNTED_SLOTS: dict[str, Slot] = DATE_SLOTS | {"anchor": ANCHOR}
