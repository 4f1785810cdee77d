"""Which tasks a phrase means as a set: "overdue", "tagged work", "due this week", "in my home list", "about milk"."""

import re
from dataclasses import dataclass
from typing import Any

from taskchat.assistant.dated import split_due
from taskchat.assistant.english.filters import LATE
from taskchat.assistant.english.positions import NUMBERS
from taskchat.assistant.phrases_nouns import left_over
from taskchat.assistant.scene import Scene
from taskchat.assistant.which import without_articles
from taskchat.domain.vocabulary import MONTHS
from taskchat.errors import Invalid

Filters = dict[str, Any]
"""Arguments of `list_tasks`."""


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a phrase and the argument it stands for; `value` None = what the group holds."""

    pattern: re.Pattern[str]
    argument: str
    value: Any = None


def part(pattern: str, argument: str, value: Any = None) -> Part:
    return Part(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE), argument, value)


TAGGED = r"(?:tagged|labell?ed|with (?:the )?tags?|with (?:the )?labels?)(?: with| as)?"
ORDER = r"(?:sorted |ordered |sort |order )?by"
IN = r"(?:in|on|from|of|off) (?:the |my )?"
NO_LIST = r"(?:to[- ]?do|do|the|my|whole|entire|reminders?|tasks?|events?|things|appointments?)\b"
ABOUT = r"related to|to do with|concerning"
ABOUT += r"|about|containing|matching|mentioning|regarding|that mention|named|called|with the words?"
PARTS: tuple[Part, ...] = (
    part(r"(?:with no|without(?: an?y?)?|have no|has no|no) (?:due )?(?:dates?|deadline)|undated", "due", "none"),
    part(r"(?:high|top|highest)[- ]priority|priority high|urgent|important", "priorities", ["high"]),
    part(r"(?:low|lowest)[- ]priority|priority low|unimportant", "priorities", ["low"]),
    part(r"(?:medium|normal)[- ]priority", "priorities", ["medium"]),
    part(rf"{TAGGED} #?(?P<tags>[\w+-]+(?:(?:,| and|, and) #?[\w+-]+)*)", "tags"),
    part(r"#(?P<tags>[\w+-]+)", "tags"),
    part(rf"{IN}inbox", "list", "inbox"),
    part(
        rf"(?:{IN}|the |my )?list (?:called |named |titled |for |of (?!all\b|my\b|the\b|things\b|tasks\b|every))"
        r"[\"“]?(?P<list>[\w -]+?)[\"”]?$",
        "list",
    ),
    part(rf"{IN}list (?!of\b)[\"“]?(?P<list>[\w -]+?)[\"”]?$", "list"),
    part(rf"{IN}[\"“]?(?P<list>(?!{NO_LIST})\w[\w -]*?)[\"”]? list", "list"),
    part(rf"(?:before|after|by|until|in) (?:{'|'.join(MONTHS)})", "due"),
    part(rf"(?:the|my) (?P<list>(?!{NO_LIST})[\w-]+) list", "list"),
    part(r"(?<=tasks )in (?:the |my )?(?P<list>[\w-]+)$", "list"),
    part(rf"{ORDER} (?:due )?date", "sort", "due"),
    part(rf"{ORDER} (?P<sort>priority|title|name)", "sort"),
    part(r"newest(?: first)?|most recent|latest", "sort", "-created"),
    part(r"oldest(?: first)?", "sort", "created"),
    part(r"soon|upcoming", "due"),
    part(r"(?<!get )(?<!be )(?:already )?(?:completed?|done|finished|closed|ticked(?: off)?)", "status", "done"),
    part(r"open|unfinished|pending|incomplete|uncompleted|remaining|outstanding|not done", "status", "open"),
    part(rf"(?:first|top|next) (?P<limit>\d{{1,2}}|{'|'.join(NUMBERS[1:])})", "limit"),
    part(r"(?P<limit>\d{1,2})(?= (?:tasks|things|to-?dos))", "limit"),
    part(rf"(?:{ABOUT}) (?P<search>.+)$", "search"),
)
EXCEPT = re.compile(r"\b(?:except|excluding|besides|apart from|other than|but not)\b", re.IGNORECASE)
"""Leaving some out is beyond these filters: better not understood than too much."""
WHOLE = re.compile(r"\b(?:whole|entire|full|complete) (?=[\w ]*list\b)", re.IGNORECASE)
DAY = re.compile(r"(?:days?|dates?)", re.IGNORECASE)
MY_DAY = re.compile(r"\b(?:the|my|our) day\b", re.IGNORECASE)
""" "My schedule for the day": today, where no other day is named."""
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
    words = left_over(rest)
    if DAY.fullmatch(words) and MY_DAY.search(text):
        found, words = {"due": "today"} | found, ""
    if not words:
        return found
    if "search" in found or len(words.split()) > MOST_WORDS:
        return None
    return found | {"search": words}


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
        return [tag.lstrip("#") for tag in re.split(r", and |, ?| and ", said)]
    if argument == "limit":
        return int(said) if said.isdecimal() else NUMBERS.index(said.lower()) + 1
    if argument == "search":
        return without_articles(said)
    return said.lower() if argument in {"sort", "due"} else said


def _dates(text: str, scene: Scene, found: Filters) -> str:
    """Takes the words about due dates out of the phrase: "today", "before friday", "tomorrow after 3"."""
    try:
        dated = split_due(text, now=scene.now, ways=scene.ways)
    except Invalid:
        return text
    if dated.due:
        found["due"] = "overdue" if dated.due in LATE else dated.due
    return dated.rest
