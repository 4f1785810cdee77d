"""A message understood without a model: its clauses, one after another, as steps of a plan."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from rapidfuzz import fuzz, process

from taskchat.assistant.clauses import BULLET, SOFT, clauses, polite
from taskchat.assistant.phrases_change import CHANGES
from taskchat.assistant.phrases_clause import read_clause, talk
from taskchat.assistant.phrases_create import CREATES
from taskchat.assistant.phrases_find import FINDS
from taskchat.assistant.phrases_follow import AGREED, BARE_DATE, NEVER_MIND
from taskchat.assistant.phrases_line import noted
from taskchat.assistant.phrases_memory import memory
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_verbs import PAST_FORMS, TASK_VERBS
from taskchat.assistant.phrases_which import Ref, read_ref, without_date
from taskchat.assistant.plan import ALL_FOUND, Do, Plan, Say, Step
from taskchat.assistant.positions import read_positions
from taskchat.assistant.rows import first_fit, first_words
from taskchat.assistant.scene import Called, Scene
from taskchat.domain.text import cut

NO_STARTS = {"due", "deadline", "no", "it's", "its", "that's", "they're", "there's", "just", "already", "list"}
COMMANDS = (
    first_words((*CHANGES, *CREATES, *FINDS))
    - {"i", "we", "done", "is", "a", "an", "the", "and", "any", "it"}
    - NO_STARTS
)
"""Words a second clause begins with when it stands by itself."""
SPELLED = tuple(word for word in COMMANDS if len(word) > 3)
ALIKE = 80
"""How alike (of 100) a word must be to a command to count as a slip of the pen."""
REMIND = re.compile(r"re\w+ me\b", re.IGNORECASE)
NOTING = first_words(CREATES)
TOLD = PAST_FORMS | {"finished", "completed", "done", "did"}
"""Near the beginning of a clause: it tells what was done."""
ITEMS = re.compile(r"\b(?:tasks|todos|to-dos|things|items|list)\s*:", re.IGNORECASE)
"""What follows is a list of things, not of clauses."""
DETAIL = re.compile(
    r"(?:tag|label)(?:ged|ed)?(?: it)?(?: with| as)? #?[\w-]+(?:$|,)"
    r"|remind me .*\b(?:before|earlier|ahead|early)\b|repeat\b"
)
"""Says more about what is being noted down."""
LONGEST, MOST = 2_000, 60
"""Characters, and places where a clause might begin."""
GAPPED = re.compile(
    r"(?P<verb>\w+) (?P<one>[^,]+?) (?P<to>to|until|for|by|as) (?P<here>[^,]+?),? and "
    r"(?P<other>[^,]+?) (?P=to) (?P<there>[^,]+)$"
)
GAP = 20
"""Words: beyond it nobody leaves the verb out."""
HALVES = (("one", "here"), ("other", "there"))
TOO_LONG = "This is too long for me to take apart. Tell me one thing at a time. Nothing was changed."
KEPT = "Good. Nothing was changed."


def understand(said: str, scene: Scene) -> Plan:
    """Every clause as steps; what is not understood becomes a `Say` that says so."""
    if len(said) > LONGEST or len(SOFT.findall(said)) > MOST:
        return (Say(TOO_LONG),)
    if down := _lines(said.strip(), scene):
        return down
    text = said.strip() if "\n" in said.strip() else " ".join(said.split())
    if scene.asked and (answer := _answer(polite(text), scene, scene.asked)):
        return answer
    if small := talk(text, scene) or talk(polite(text), scene) or memory(polite(text), scene):
        return small
    parts = _gapped(polite(text), scene) or clauses(polite(text), partial(_begins, scene))
    steps = (step for part in parts for step in _clause(part, scene))
    return tuple(_once(steps))


def _clause(part: str, scene: Scene) -> tuple[Step, ...]:
    """A slip of the pen in the verb ("remnd me", "delte") is looked past only where nothing else fits."""
    if REMIND.match(part) and mended(part).startswith("remind "):
        part = mended(part)
    return read_clause(part, scene) or (read_clause(mended(part), scene) if mended(part) else None) or (lost(part),)


def mended(clause: str) -> str:
    """The clause with its first word spelled as a command, "" if it is none by far."""
    first, _, rest = clause.partition(" ")
    if not rest or len(first) < 4 or not first.isalpha():
        return ""
    found = process.extractOne(first.lower(), SPELLED, scorer=fuzz.ratio, score_cutoff=ALIKE)
    return f"{found[0]} {rest}" if found and found[0] != first.lower() else ""


def _once(steps: Iterable[Step]) -> Iterator[Step]:
    """ "Paid the rent, tick it off" says one thing twice."""
    last: Step | None = None
    for step in steps:
        if not (isinstance(step, Do) and isinstance(last, Do) and step == Do(last.tool, {"task": "it"})):
            yield step
        last = step


def _lines(text: str, scene: Scene) -> Plan:
    """ "add:" and then one thing a line, or nothing but bullets."""
    head, *rest = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    if not rest:
        return ()
    intro = first_fit(CREATES, f"{head} x", scene, READERS) if head.endswith(":") else None
    if not intro and not all(BULLET.match(line) for line in (head, *rest)):
        return ()
    lines = rest if intro else [head, *rest]
    return tuple(step for line in lines for step in noted(BULLET.sub("", line), scene) or ())


def lost(clause: str) -> Say:
    """ "flurb the zork" is told back, with an example made of its own words."""
    words = [word.strip("?!.,;:\"“”'()") for word in clause.split()]
    example = next((word for word in reversed(words) if len(word) > 2 and word.isalpha()), "milk").lower()
    example = example if example not in {"today", "tomorrow"} and len(example) < 20 else "milk"
    return Say(
        f"I did not understand “{cut(clause.strip(), 80)}”. "
        f"I can add, change, find and finish tasks, for example: add {example} tomorrow.",
        lost=True,
    )


def _gapped(text: str, scene: Scene) -> list[str]:
    """ "Move the dentist to friday and milk to saturday" says its verb once."""
    found = GAPPED.match(text) if len(text.split()) <= GAP else None
    if not found or found["other"].split()[0].lower() in COMMANDS:
        return []
    halves = [f"{found['verb']} {found[one]} {found['to']} {found[there]}" for one, there in HALVES]
    fits = [first_fit(CHANGES, half, scene, READERS) for half in halves]
    return halves if all(fit and fit.tool == "update_task" for fit in fits) else []


def _begins(scene: Scene, rest: str, before: str) -> bool:
    """Whether a clause may begin here: with a command, or with a task's verb after something to note down."""
    words = polite(rest).lower().split()
    if not words:
        return False
    first = words[0].strip(",.!?:")
    is_detail = _notes(before) and DETAIL.match(" ".join(words)) is not None
    if is_detail or memory(polite(rest), scene):
        return not is_detail
    if first in COMMANDS and (len(words) > 1 or first in {"undo"}):
        return first not in TASK_VERBS or _notes(before) or bool(first_fit(CHANGES, polite(rest), scene, READERS))
    if first in PAST_FORMS:
        return bool(TOLD & set(before.lower().split()[:3]))
    if not _notes(before) or ITEMS.search(before):
        return False
    return (first in TASK_VERBS and len(words) > 1) or (_is_dated(rest, scene) and _is_dated(before, scene))


def _is_dated(text: str, scene: Scene) -> bool:
    """Whether it names something, and a date with it."""
    return without_date(text, scene).strip(" ,") not in {"", text.strip(" ,")} and not BARE_DATE.fit(
        text, scene, READERS
    )


def _notes(before: str) -> bool:
    words = polite(before).split()
    first = words[0].lower() if words else ""
    return len(words) > 1 and (first in TASK_VERBS or first in NOTING or first in {"i", "don't"})


def _answer(text: str, scene: Scene, asked: Called) -> tuple[Step, ...] | None:
    """What answers "Which one?": a place, words, both, or never mind. Anything else is a new message."""
    plain = text.lower().rstrip(".!")
    if first_fit(NEVER_MIND, plain, scene, READERS):
        return (Say(KEPT),)
    if plain in AGREED:
        return (Do(asked.tool, asked.arguments | {"task": "1"}),)
    if positions := read_positions(plain):
        return tuple(Do(asked.tool, asked.arguments | {"task": "last" if p < 0 else str(p)}) for p in positions)
    ref = read_ref(text, scene)
    if (ref and ref.tasks == ("both",)) or plain in {"all", "all of them", "both of them", "them"}:
        return (Do(asked.tool, asked.arguments | {"task": ALL_FOUND}),)
    return (Do(asked.tool, asked.arguments | {"task": ref.tasks[0]}),) if ref and _names_candidate(ref, asked) else None


def _names_candidate(ref: Ref, asked: Called) -> bool:
    found = (asked.result or {}).get("candidates")
    titles = [str(c.get("data", {}).get("title", "")).lower() for c in found] if isinstance(found, list) else []
    return len(ref.tasks) == 1 and any(ref.tasks[0].lower() in title for title in titles)
