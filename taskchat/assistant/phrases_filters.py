"""Which tasks a phrase means as a set: "overdue", "tagged work", "due this week", "in my home list", "about milk"."""

import re
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.dated import LEADING, split_due
from taskchat.assistant.english import filters as words
from taskchat.assistant.english.positions import NUMBERS
from taskchat.assistant.phrases_nouns import left_over
from taskchat.assistant.row_kinds import FilterRow
from taskchat.assistant.scene import Scene
from taskchat.assistant.which import without_articles
from taskchat.domain.english.vocabulary import MONTHS
from taskchat.domain.lexicon import either, expression
from taskchat.domain.windows import read_window
from taskchat.errors import Invalid

Filters = dict[str, Any]
"""Arguments of `list_tasks`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a phrase and the argument it stands for; `value` None = what the group holds."""

    pattern: re.Pattern[str]
    argument: str
    value: Any = None


_NO_LIST = rf"(?!{either(words.NO_LIST)}\b)"
_NAMED = r"[\"“]?(?P<list>[\w -]+?)[\"”]?$"
SLOTS = {
    "tags": rf"#?(?P<tags>[\w+-]+(?:(?:,| {words.AND}|, {words.AND}) #?[\w+-]+)*)",
    "hashed": r"#(?P<tags>[\w+-]+)",
    "named": rf"(?:{expression(words.CALLED)} |{words.OF} (?!{either(words.NO_NAME)}\b)){_NAMED}",
    "named_plainly": rf"(?!{words.OF}\b){_NAMED}",
    "name": rf"[\"“]?(?P<list>{_NO_LIST}\w[\w -]*?)[\"”]?",
    "word": rf"(?P<list>{_NO_LIST}[\w-]+)",
    "last_word": r"(?P<list>[\w-]+)$",
    "month": either(MONTHS),
    "sort": rf"(?P<sort>{either(words.SORTS)})",
    "limit": rf"(?P<limit>\d{{1,2}}|{either(NUMBERS[1:])})",
    "figure": r"(?P<limit>\d{1,2})",
    "search": r"(?P<search>.+)$",
}


def _part(row: FilterRow) -> Part:
    ways = "|".join(expression(way, **SLOTS) for way in row.ways)
    behind = (f"(?<={row.behind} )" if row.behind else "") + "".join(f"(?<!{word} )" for word in row.never_behind)
    before = f"(?= {expression(row.before)})" if row.before else ""
    return Part(re.compile(rf"(?<!\w){behind}(?:{ways}){before}(?!\w)", re.IGNORECASE), row.argument, row.value)


PARTS = tuple(map(_part, words.FILTERS))
EXCEPT = re.compile(rf"\b{expression(words.EXCEPT)}\b", re.IGNORECASE)
WHOLE = re.compile(rf"\b{expression(words.WHOLE)} (?=[\w ]*{words.LIST}\b)", re.IGNORECASE)
MY_DAY = re.compile(rf"\b{expression(words.MY_DAY)}\b", re.IGNORECASE)
BETWEEN = re.compile(rf", {words.AND} |, ?| {words.AND} ")
LONGEST_PHRASE = 30
MOST_WORDS = 5
"""What is left over of a phrase is searched for, if it is no longer than this."""


def read_filters(text: str, scene: Scene) -> Filters | None:
    """The filters a phrase names; words that name none are searched for. None when it is rather a sentence."""
    if EXCEPT.search(text) or len(text.split()) > LONGEST_PHRASE:
        return None
    found: Filters = {}
    text = WHOLE.sub("", text)
    rest = _dates(text, scene, found)
    for one in PARTS:
        rest = _take(rest, one, found)
    left = left_over(rest)
    if left.lower() in words.DAYS and MY_DAY.search(text):
        found, left = {"due": "today"} | found, ""
    if not found and is_span(text, scene):
        return {"due": LEADING.sub("", text.strip()).lower()}
    if not left:
        return found
    if "search" in found or len(left.split()) > MOST_WORDS:
        return None
    return found | {"search": left}


def _take(text: str, one: Part, found: Filters) -> str:
    match = one.pattern.search(text)
    if not match or (one.argument in found and one.argument != "tags"):
        return text
    value = one.value if one.value is not None else _value(one.argument, match)
    if one.argument == "tags":
        value = [*found.get("tags", []), *value]
    found[one.argument] = value
    return f"{text[: match.start()]} {text[match.end() :]}"


def _value(argument: str, match: re.Match[str]) -> Any:
    said = (match.groupdict().get(argument) or match[0]).strip()
    if argument == "tags":
        return [tag.lstrip("#") for tag in BETWEEN.split(said)]
    if argument == "limit":
        return int(said) if said.isdecimal() else NUMBERS.index(said.lower()) + 1
    if argument == "search":
        return without_articles(said)
    return said.lower() if argument in {"sort", "due"} else said


def is_span(text: str, scene: Scene) -> bool:
    """Whether the whole of it names days, which inside a longer text might not do so: "yesterday", "march"."""
    try:
        read_window(text, now=scene.now, ways=scene.ways)
    except Invalid:
        return False
    return True


def _dates(text: str, scene: Scene, found: Filters) -> str:
    """Takes the words about due dates out of the phrase: "today", "before friday", "tomorrow after 3"."""
    try:
        dated = split_due(text, now=scene.now, ways=scene.ways)
    except Invalid:
        return text
    if dated.due:
        open_day = dated.hours is not None and dated.window is None
        found["due"] = "overdue" if dated.due in words.LATE else f"{words.TODAY} {dated.due}" if open_day else dated.due
    return dated.rest
