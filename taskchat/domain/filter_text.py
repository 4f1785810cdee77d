"""The filter language ↔ what it asks for: `priority:high due:<7d #work -#someday "tax return"` (F-02 to F-04)."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from taskchat.domain.bounds import PRIORITIES, checked_tag
from taskchat.domain.days import Asked
from taskchat.domain.filters import DueRange, DueWindow, Sort, TaskFilter, due_bounds
from taskchat.domain.person import Ways
from taskchat.domain.task import Priority, Status
from taskchat.domain.text import clean, cut
from taskchat.domain.windows import read_window
from taskchat.errors import Invalid

LONGEST = 500
LONGEST_WORDS = 200
TERM = re.compile(r"(-(?=[^\s]))?(?:([a-z]+):(?=\S|$)|([#@!])(?=\S))?(\"[^\"]*\"|[^\s\"]+)?", re.IGNORECASE)
SIGNS = {"#": "tag", "@": "list", "!": "priority"}
ALIASES = {
    **dict.fromkeys(("p", "prio"), "priority"),
    **dict.fromkeys(("tags", "label"), "tag"),
    **dict.fromkeys(("in", "project"), "list"),
    "order": "sort",
}
STATUSES: dict[str, Status | None] = {"open": Status.OPEN, "done": Status.DONE, "all": None}
WINDOWS = {window.value: window for window in DueWindow}
UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
COMPARED = re.compile(r"(<=|>=|<|>)(?:([0-9]{1,3})([dwmy])|(.+))")
ONCE = frozenset({"due", "list", "status", "sort"})


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a filter in one spelling; `key` is "" for words. `at` is where it stood."""

    key: str
    value: str
    excluded: bool = False
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Query:
    """A filter as it was written: "today" in it goes on meaning today tomorrow."""

    terms: tuple[Term, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(map(_said, self.terms))

    @property
    def sought(self) -> tuple[str, ...]:
        """The words and phrases that must occur."""
        return tuple(term.value for term in self.terms if not term.key and not term.excluded)

    @property
    def sort(self) -> Sort | None:
        return next((Sort(term.value) for term in self.terms if term.key == "sort"), None)

    def within(self, outer: TaskFilter, *, now: datetime, ways: Ways) -> TaskFilter:
        """What both ask for; only open tasks unless this says otherwise. Raises as `filter`."""
        if not self.terms:
            return outer
        inner = self.filter(now=now, ways=ways)
        says_status = any(term.key == "status" for term in self.terms)
        status = inner.status if says_status and outer.status is Status.OPEN else outer.status
        inner = replace(inner, status=inner.status if says_status else None)
        return replace(outer, status=status, also=(*outer.also, inner))

    def filter(self, *, now: datetime, ways: Ways) -> TaskFilter:
        """Raises Invalid for a date that cannot be understood."""
        asked = Asked(now, ways)
        wanted = _narrowed(TaskFilter(), (term for term in self.terms if not term.excluded), asked)
        without = (_narrowed(TaskFilter(status=None), (term,), asked) for term in self.terms if term.excluded)
        return replace(wanted, without=tuple(without))


def read_query(text: str) -> Query:
    """Raises Invalid (field filter) that says what is not understood and where; nothing is passed over."""
    line = clean(text)
    if len(line) > LONGEST:
        raise Invalid(f"A filter has {LONGEST} characters at most.", "filter")
    terms: list[Term] = []
    place = 0
    while place < len(line):
        if line[place].isspace():
            place += 1
            continue
        term, place = _term(line, place)
        _check_once(terms, term)
        terms.append(term)
    if sum(len(term.value) + 1 for term in terms if not term.key) > LONGEST_WORDS + 1:
        raise Invalid(f"A search has {LONGEST_WORDS} characters at most.", "filter")
    return Query(tuple(terms))


def _term(line: str, place: int) -> tuple[Term, int]:
    match = TERM.match(line, place)
    if match is None or match.end() == place:
        raise _wrong("This quote is not closed", place)
    minus, key, sign, said = match.groups()
    after = match.end()
    if after < len(line) and not line[after].isspace():
        raise _wrong("This quote is not closed" if line.count('"', place) % 2 else "Put a space here", after)
    name = SIGNS[sign] if sign else ALIASES.get((key or "").lower(), (key or "").lower())
    value = clean((said or "").strip('"'))
    if name not in KEYS:
        raise _wrong(f"“{cut(name, 30)}:” is no filter; to search for it put it in quotes", place)
    if not value:
        raise _wrong(f"Say what “{name}:” is to be" if name else "There is nothing between the quotes", place)
    return KEYS[name](Term(name, value, bool(minus), place)), after


def _check_once(terms: Iterable[Term], term: Term) -> None:
    if term.excluded:
        if term.key in {"sort", "status"}:
            raise _wrong(f"“{term.key}:” cannot be excluded", term.at)
    elif term.key in ONCE and any(other.key == term.key and not other.excluded for other in terms):
        raise _wrong(f"“{term.key}:” is said twice", term.at)


def _wrong(problem: str, at: int) -> Invalid:
    return Invalid(f"{problem} (at {at + 1}).", "filter")


# what each key takes, in one spelling


def _words(term: Term) -> Term:
    return term


def _tag(term: Term) -> Term:
    try:
        return replace(term, value=checked_tag(term.value))
    except Invalid as problem:
        raise _wrong(problem.message.rstrip("."), term.at) from None


def _list(term: Term) -> Term:
    return replace(term, value="inbox") if term.value.lower() == "inbox" else term


def _priority(term: Term) -> Term:
    said = [PRIORITIES.get(word.casefold()) for word in term.value.split(",")]
    known = [priority for priority in Priority if priority in said]
    if None in said:
        raise _wrong("A priority is high, medium or low", term.at)
    return replace(term, value=",".join(known))


def _due(term: Term) -> Term:
    return replace(term, value=term.value.lower())


def _one_of(*offered: str) -> Callable[[Term], Term]:
    def check(term: Term) -> Term:
        if term.value.lower() not in offered:
            raise _wrong(f"“{term.key}:” is one of {', '.join(offered)}", term.at)
        return replace(term, value=term.value.lower())

    return check


IS = {"recurring": "is", "overdue": "due", "open": "status", "done": "status"}


def _is(term: Term) -> Term:
    term = _one_of(*IS)(term)
    return replace(term, key=IS[term.value])


def _has(term: Term) -> Term:
    """A date is had where it is not excluded that there is none."""
    term = _one_of("reminder", "date")(term)
    return term if term.value == "reminder" else Term("due", "none", not term.excluded, term.at)


KEYS: dict[str, Callable[[Term], Term]] = {
    "": _words,
    "tag": _tag,
    "list": _list,
    "priority": _priority,
    "due": _due,
    "status": _one_of(*STATUSES),
    "is": _is,
    "has": _has,
    "sort": _one_of(*Sort),
}


# what each term asks for


def _narrowed(wanted: TaskFilter, terms: Iterable[Term], asked: Asked) -> TaskFilter:
    for term in terms:
        wanted = _narrower(wanted, term, asked)
    return wanted


def _narrower(wanted: TaskFilter, term: Term, asked: Asked) -> TaskFilter:
    return replace(wanted, due=_days(term, asked)) if term.key == "due" else NARROWING[term.key](wanted, term.value)


def _search(wanted: TaskFilter, said: str) -> TaskFilter:
    if " " in said:
        return replace(wanted, phrases=(*wanted.phrases, said))
    return replace(wanted, words=f"{wanted.words} {said}".strip())


NARROWING: dict[str, Callable[[TaskFilter, str], TaskFilter]] = {
    "": _search,
    "tag": lambda wanted, tag: replace(wanted, tags=(*wanted.tags, tag)),
    "list": lambda wanted, name: replace(wanted, list="" if name == "inbox" else name),
    "priority": lambda wanted, said: replace(wanted, priorities=(*wanted.priorities, *map(Priority, said.split(",")))),
    "status": lambda wanted, said: replace(wanted, status=STATUSES[said]),
    "is": lambda wanted, _: replace(wanted, recurring=True),
    "has": lambda wanted, _: replace(wanted, reminder=True),
    "sort": lambda wanted, _: wanted,
}


def _days(term: Term, asked: Asked) -> DueWindow | DueRange:
    """ "today", "<7d", ">=2026-03-01", "2026-03-01..2026-03-31", "next week"."""
    compared = COMPARED.fullmatch(term.value)
    try:
        if compared is None:
            return WINDOWS.get(term.value) or read_window(term.value, now=asked.now, ways=asked.ways)
        sign, number, unit, said = compared.groups()
        days = _single(asked, int(number), unit) if number else _bounds(said, asked)
        return _side(sign, days)
    except (Invalid, OverflowError, ValueError):
        raise _wrong(f"I do not understand the date “{cut(term.value, 40)}”", term.at) from None


def _single(asked: Asked, number: int, unit: str) -> DueRange:
    day = asked.day + relativedelta(**{UNITS[unit]: number})  # pyright: ignore[reportArgumentType] - days=, weeks=, …
    return DueRange(day, day)


def _bounds(said: str, asked: Asked) -> DueRange:
    days = due_bounds(read_window(said, now=asked.now, ways=asked.ways), now=asked.now, ways=asked.ways)
    if days.first is None or days.last is None:
        raise ValueError(said)
    return days


def _side(sign: str, days: DueRange) -> DueRange:
    """Before its first day, up to its last, from its first, or after its last."""
    first, last = days.first or date.min, days.last or date.max
    sides = {
        "<": lambda: DueRange(None, first - timedelta(days=1)),
        "<=": lambda: DueRange(None, last),
        ">": lambda: DueRange(last + timedelta(days=1), None),
        ">=": lambda: DueRange(first, None),
    }
    return sides[sign]()


def _said(term: Term) -> str:
    """A term as it is written, in quotes where it would be read as something else."""
    sign = {"tag": "#", "list": "@", "": ""}.get(term.key, f"{term.key}:")
    plain = bool(re.fullmatch(r"[^\s\"]+", term.value)) and not (term.key == "" and _is_special(term.value))
    value = term.value if plain else f'"{term.value}"'
    return ("-" if term.excluded else "") + sign + value


def _is_special(word: str) -> bool:
    return bool(re.match(r"-.|[#@!].|[a-z]+:", word, re.IGNORECASE))
