"""What a phrase says about when: the words of a day and of a part of the day taken out of it."""

import re
from dataclasses import dataclass
from datetime import datetime

from taskchat.assistant.english import days
from taskchat.domain.english.vocabulary import WEEKDAYS
from taskchat.domain.filters import DueRange, DueWindow
from taskchat.domain.hours import Hours, find_hours
from taskchat.domain.lexicon import either, expression
from taskchat.domain.person import Ways
from taskchat.domain.windows import find_window

LEADING = re.compile(rf"^(?:{either(days.LEADING)}\s+|{days.FROM}\s+(?!.*\s{either(days.TO)}\s))", re.IGNORECASE)
OWNED = re.compile(rf"\b({expression(days.OWNING, weekday=either(WEEKDAYS))})['’]s\b", re.IGNORECASE)
MINE = re.compile(rf"\b{expression(days.MINE, own=f'({expression(days.OWN)})')}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dated:
    """`due` as list_tasks takes it, "" where nothing is said; `rest` is the phrase without it."""

    due: str
    rest: str
    hours: Hours | None = None
    window: DueWindow | DueRange | None = None


def split_due(text: str, *, now: datetime, ways: Ways) -> Dated:
    """ "The meeting on friday after 3" → "friday after 3" and "the meeting". Raises Invalid for a day that is not."""
    text = MINE.sub(rf"{days.THIS} \1", OWNED.sub(r"\1", text))
    hours = find_hours(text)
    spans = [(hours.start, hours.end)] if hours else []
    day = find_window(_without(text, spans), now=now, ways=ways)
    spans = sorted([*spans, (day.start, day.end)]) if day else spans
    said = " ".join(LEADING.sub("", LEADING.sub("", text[start:end])).lower() for start, end in spans)
    undated = day is not None and day.window is DueWindow.NONE
    window = day.window if day else DueWindow.TODAY if hours and hours.today else None
    return Dated("none" if undated else said, _without(text, spans), hours and hours.hours, window)


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """Blanks in place of what was understood: offsets stay."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
