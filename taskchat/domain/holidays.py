"""Days that have a name: the table of them, and the day each falls on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from dateutil.easter import easter

from taskchat.domain.days import month_end, weekday_from
from taskchat.domain.patterns import Tokens
from taskchat.domain.rules import WEEKDAYS


@dataclass(frozen=True, slots=True)
class Rule:
    """The day in a year, and the parts of the rule (RFC 5545) that says it for every year, if one does."""

    find: Callable[[int], date]
    yearly: dict[str, str] = field(default_factory=dict[str, str])


def on(day: int, month: int) -> Rule:
    return Rule(lambda year: date(year, month, day), {"BYMONTH": str(month), "BYMONTHDAY": str(day)})


def nth(place: int, weekday: int, month: int, *, later: int = 0) -> Rule:
    """ "The fourth thursday of november"; -1 is the last; `later` days after it."""

    def find(year: int) -> date:
        first = date(year, month, 1)
        if place < 0:
            return weekday_from(month_end(first) - timedelta(days=6), weekday) + timedelta(days=later)
        return weekday_from(first, weekday) + timedelta(weeks=place - 1, days=later)

    yearly = {} if later else {"BYMONTH": str(month), "BYDAY": f"{place}{WEEKDAYS[weekday]}"}
    return Rule(find, yearly)


def from_easter(days: int) -> Rule:
    return Rule(lambda year: easter(year) + timedelta(days=days))


MONDAY, THURSDAY, SUNDAY = 0, 3, 6
HOLIDAYS: tuple[tuple[str, Rule], ...] = (
    ("new year|new years|new years day|new year day", on(1, 1)),
    ("epiphany|three kings day", on(6, 1)),
    ("mlk day|martin luther king day|martin luther king jr day", nth(3, MONDAY, 1)),
    ("burns night", on(25, 1)),
    ("australia day", on(26, 1)),
    ("groundhog day", on(2, 2)),
    ("valentines|valentines day|valentine day|saint valentines day|st valentines day", on(14, 2)),
    ("presidents day|president day|washingtons birthday", nth(3, MONDAY, 2)),
    ("womens day|international womens day", on(8, 3)),
    ("pi day", on(14, 3)),
    ("st patricks day|saint patricks day|st paddys day|st patricks", on(17, 3)),
    ("april fools|april fools day|april fool day", on(1, 4)),
    ("shrove tuesday|pancake day|mardi gras|fat tuesday", from_easter(-47)),
    ("ash wednesday", from_easter(-46)),
    ("palm sunday", from_easter(-7)),
    ("maundy thursday|holy thursday", from_easter(-3)),
    ("good friday|holy friday", from_easter(-2)),
    ("holy saturday|easter saturday|easter eve", from_easter(-1)),
    ("easter|easter sunday|easter day", from_easter(0)),
    ("easter monday", from_easter(1)),
    ("ascension day|ascension", from_easter(39)),
    ("pentecost|whitsun|whit sunday", from_easter(49)),
    ("whit monday|pentecost monday", from_easter(50)),
    ("corpus christi", from_easter(60)),
    ("tax day", on(15, 4)),
    ("earth day", on(22, 4)),
    ("anzac day", on(25, 4)),
    ("may day|labour day|workers day", on(1, 5)),
    ("cinco de mayo", on(5, 5)),
    ("mothers day|mother day", nth(2, SUNDAY, 5)),
    ("memorial day", nth(-1, MONDAY, 5)),
    ("fathers day|father day", nth(3, SUNDAY, 6)),
    ("juneteenth", on(19, 6)),
    ("canada day", on(1, 7)),
    ("independence day|fourth of july|4th of july", on(4, 7)),
    ("bastille day", on(14, 7)),
    ("labor day", nth(1, MONDAY, 9)),
    ("columbus day|indigenous peoples day", nth(2, MONDAY, 10)),
    ("halloween|hallowe'en|all hallows eve", on(31, 10)),
    ("all saints day|all saints", on(1, 11)),
    ("guy fawkes night|guy fawkes day|bonfire night", on(5, 11)),
    ("election day", nth(1, MONDAY, 11, later=1)),
    ("veterans day|remembrance day|armistice day", on(11, 11)),
    ("thanksgiving|thanksgiving day|turkey day", nth(4, THURSDAY, 11)),
    ("black friday", nth(4, THURSDAY, 11, later=1)),
    ("cyber monday", nth(4, THURSDAY, 11, later=4)),
    ("giving tuesday", nth(4, THURSDAY, 11, later=5)),
    ("st nicholas day|saint nicholas day", on(6, 12)),
    ("christmas eve|xmas eve", on(24, 12)),
    ("christmas|christmas day|xmas|xmas day", on(25, 12)),
    ("boxing day|st stephens day", on(26, 12)),
    ("new years eve|new year eve|nye", on(31, 12)),
)


def _plain(word: str) -> str:
    """ "Valentine's" and "valentines" alike."""
    return word.replace("'", "").replace("’", "")


RULES = {tuple(_plain(name).split()): rule for names, rule in HOLIDAYS for name in names.split("|")}
LONGEST = max(len(name) for name in RULES)
FIRST_WORDS = frozenset(name[0] for name in RULES)
HEADS = frozenset(
    spelled
    for word in FIRST_WORDS
    for spelled in (word, *(word[:-1] + ending for ending in ("'s", "’s", "s'", "s’") if word.endswith("s")))
)
"""With the apostrophes people write: "valentine's"."""


def holiday(tokens: Tokens, place: int) -> tuple[int, Rule] | None:
    """A slot: the longest name that stands at a place."""
    if _plain(tokens[place].text) not in FIRST_WORDS:
        return None
    words = tuple(_plain(token.text) for token in tokens[place : place + 2 * LONGEST])
    words = tuple(word for word in words if word)
    for length in range(min(LONGEST, len(words)), 0, -1):
        if rule := RULES.get(words[:length]):
            return _after(tokens, place, length), rule
    return None


def _after(tokens: Tokens, place: int, length: int) -> int:
    """ "Mothers' day" is three tokens and two words."""
    while length:
        length -= bool(_plain(tokens[place].text))
        place += 1
    return place


def holiday_eve(tokens: Tokens, place: int) -> tuple[int, Rule] | None:
    """Those that are hardly anything but a date: "christmas eve", "new year's day"."""
    found = holiday(tokens, place)
    words = {_plain(token.text) for token in tokens[place : found[0]]} if found else set[str]()
    return found if {"christmas", "xmas", "years"} & words and {"eve", "day"} & words else None
