"""A message understood without a model: its clauses, one after another, as steps of a plan."""

import re
from collections.abc import Iterable, Iterator
from functools import partial

from taskchat.assistant.carrying import carried, front, gathered, is_bare, is_duty, of_a_day, rethought
from taskchat.assistant.clauses import BULLET, SOFT, clauses, polite
from taskchat.assistant.english import clauses as words
from taskchat.assistant.english.changes import CHANGES
from taskchat.assistant.english.follow_ups import AGREED, BARE_DATE, NEVER_MIND
from taskchat.assistant.english.new_tasks import CREATES, PLAINLY
from taskchat.assistant.english.questions import FINDS
from taskchat.assistant.english.references import BUT, IT, ONE, SEVERAL
from taskchat.assistant.english.verbs import PAST_FORMS, TASK_VERBS
from taskchat.assistant.phrases_clause import follow, read_clause, state_clause, talk
from taskchat.assistant.phrases_correct import as_well, corrected, taken_back
from taskchat.assistant.phrases_helping import read_help, read_parts
from taskchat.assistant.phrases_line import noted
from taskchat.assistant.phrases_lost import OFFER, lost, unsure_of
from taskchat.assistant.phrases_memory import memory
from taskchat.assistant.phrases_new import NEW_READERS
from taskchat.assistant.phrases_slots import READERS
from taskchat.assistant.phrases_which import Ref, read_ref, without_date
from taskchat.assistant.plan import ALL_FOUND, Do, Plan, Say, Step, Through
from taskchat.assistant.positions import read_positions
from taskchat.assistant.rows import first_fit, first_words
from taskchat.assistant.scene import Called, Scene
from taskchat.assistant.slips import mended, mended_question, mended_value, spelled_out
from taskchat.domain.lexicon import expression

COMMANDS = first_words((*CHANGES, *PLAINLY, *CREATES, *FINDS)) - words.NO_COMMANDS - words.NO_STARTS
"""Words a second clause begins with when it stands by itself."""
LOOKS = frozenset({"list_tasks", "count_tasks", "when_is", "is_done"})
ALL = frozenset({"delete_all_tasks", "complete_all_tasks"})
ENDING = ALL | {"delete_task"}
"""Tools that a slip of the pen never sets off without a name."""
REMIND = re.compile(words.NEARLY_REMIND, re.IGNORECASE)
NOTING = first_words((*PLAINLY, *CREATES))
ITEMS = re.compile(rf"\b{expression(words.LISTED)}\s*:", re.IGNORECASE)
"""What follows is a list of things, not of clauses."""
TO_A_LIST = re.compile(rf"\b{expression(words.TO_A_LIST, name='[^,]+')}$", re.IGNORECASE)
DETAIL = re.compile("|".join(words.DETAIL))
"""Says more about what is being noted down."""
LONGEST, MOST = 2_000, 60
"""Characters, and places where a clause might begin."""
GAPPED = re.compile(
    rf"(?P<verb>\w+) (?P<one>[^,]+?) (?P<to>{'|'.join(words.TO)}) (?P<here>[^,]+?),? {words.AND} "
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
    if down := read_parts(polite(said), scene) or _lines(said.strip(), scene):
        return down
    text = said.strip() if "\n" in said.strip() else " ".join(said.split())
    text = spelled_out(text)
    return _as_a_whole(text, scene) or _by_clauses(polite(text), scene)


def _as_a_whole(text: str, scene: Scene) -> Plan | None:
    """What is only understood as one thing: an answer, an offer taken up, a regret, small talk, a correction."""
    bare = polite(text)
    return (
        (_answer(bare, scene, scene.asked) if scene.asked else None)
        or _taken_up(text, scene)
        or taken_back(text, scene)
        or taken_back(bare, scene)
        or read_help(bare, scene)
        or talk(text, scene)
        or talk(bare, scene)
        or memory(bare, scene)
        or follow(bare, scene)
        or corrected(text, scene)
        or as_well(text, scene)
    )


def _by_clauses(text: str, scene: Scene) -> Plan:
    text = rethought(text, scene)
    parts = _gapped(text, scene) or of_a_day(text, scene) or clauses(text, partial(_begins, scene))
    steps = (step for part in carried(parts, COMMANDS, scene) for step in _clause(part, scene))
    return tuple(_once(gathered(steps)))


def _clause(part: str, scene: Scene) -> tuple[Step, ...]:
    """A slip of the pen ("remnd me", "wahts due") is looked past only where nothing else fits."""
    if REMIND.match(part) and mended(part).startswith(words.REMIND):
        part = mended(part)
    return read_clause(part, scene) or _slipped(part, scene) or state_clause(part, scene) or (lost(part, scene),)


def _slipped(part: str, scene: Scene) -> tuple[Step, ...] | None:
    """Any word of a question may be spelled wrong; of what changes something the verb, if it says to what."""
    asked = mended_question(part)
    looks = read_clause(asked, scene) if asked else None
    if looks and all(isinstance(step, Do) and step.tool in LOOKS for step in looks):
        return looks
    value = mended_value(part)
    sets = read_clause(value, scene) if value else None
    if sets and all(isinstance(step, Do) and step.tool == "update_task" for step in sets):
        return sets
    verb = mended(part)
    steps = read_clause(verb, scene) if verb else None
    return (unsure_of(verb),) if steps and any(map(_is_vague, steps)) else steps


def _is_vague(step: Step) -> bool:
    """Whether it deletes, or ends many, without a name."""
    do = step.then if isinstance(step, Through) else step
    if not isinstance(do, Do) or do.tool not in ENDING:
        return False
    named = str(do.arguments.get("task")).partition(BUT)[0]
    return isinstance(step, Through) or do.tool in ALL or named in ONE | SEVERAL


def _once(steps: Iterable[Step]) -> Iterator[Step]:
    """ "Paid the rent, tick it off" says one thing twice."""
    last: Step | None = None
    for step in steps:
        if not (isinstance(step, Do) and isinstance(last, Do) and _says_again(step, last)):
            yield step
        last = step


def _says_again(step: Do, last: Do) -> bool:
    more = {name: value for name, value in step.arguments.items() if name != "task"}
    return step.tool == last.tool and step.arguments.get("task") == IT and more.items() <= last.arguments.items()


def _lines(text: str, scene: Scene) -> Plan:
    """ "add:" and then one thing a line, or nothing but bullets."""
    head, *rest = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    if not rest:
        return ()
    intro = first_fit((*PLAINLY, *CREATES), f"{head} x", scene, NEW_READERS) if head.endswith(":") else None
    if not intro and not all(BULLET.match(line) for line in (head, *rest)):
        return ()
    lines = rest if intro else [head, *rest]
    return tuple(step for line in lines for step in noted(BULLET.sub("", line), scene) or ())


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
    said = polite(rest).lower().split()
    first = said[0].strip(",.!?:") if said else ""
    notes = _notes(front(before, scene)[1])
    if TO_A_LIST.search(rest) and not TO_A_LIST.search(before) and _notes_items(before):
        return False
    new = (notes or _is_dated(before, scene)) and not first_fit(CHANGES, polite(before), scene, READERS)
    if not said or _belongs_to_it(first, said, before, new, scene):
        return False
    if memory(polite(rest), scene):
        return True
    if first in COMMANDS and (len(said) > 1 or first in words.ALONE):
        dated = _is_dated(before, scene) and _is_dated(rest, scene)
        return first not in TASK_VERBS or notes or dated or bool(first_fit(CHANGES, polite(rest), scene, READERS))
    if first in PAST_FORMS:
        return bool(words.TOLD & set(before.lower().split()[:3]))
    return notes and not ITEMS.search(before) and (is_duty(rest) or _is_another(first, rest, before, scene))


def _belongs_to_it(first: str, said: list[str], before: str, new: bool, scene: Scene) -> bool:
    """Whether what came before is not whole without this, or this only says more about it."""
    date_alone = first in NOTING and not front(before, scene)[1].strip(" ,")
    return date_alone or is_bare(before, scene) or (new and bool(DETAIL.match(" ".join(said))))


def _is_another(first: str, rest: str, before: str, scene: Scene) -> bool:
    """ "Buy bread and call Ana", "milk tomorrow and eggs on friday": a second thing to note down."""
    first = rest.split()[1].lower() if first == words.TO_DO and len(rest.split()) > 1 else first
    verb = first in TASK_VERBS and len(SOFT.split(rest)[0].split()) > 1
    return verb or (_is_dated(rest, scene) and _is_dated(before, scene))


def _is_dated(text: str, scene: Scene) -> bool:
    """Whether it names something, and a date with it."""
    return without_date(text, scene).strip(" ,") not in {"", text.strip(" ,")} and not BARE_DATE.fit(
        text, scene, READERS
    )


def _notes_items(before: str) -> bool:
    """ "Add shampoo and …": what follows is put on a list with it."""
    return not words.PUTTING.isdisjoint(polite(before).lower().split()[:2])


def _notes(before: str) -> bool:
    said = polite(before).split()
    first = said[0].lower() if said else ""
    return len(said) > 1 and (first in TASK_VERBS or first in NOTING or first in words.DUTIFUL)


def _taken_up(text: str, scene: Scene) -> Plan:
    """ "Yes" to "Did you mean “show what is due friday”?": a look, whatever else such a sentence may have become."""
    offer = OFFER.fullmatch(scene.answered) if text.lower().rstrip(".!") in AGREED else None
    plan = read_clause(offer["offer"], scene) if offer else None
    return plan if plan and all(isinstance(step, Do) and step.tool in LOOKS for step in plan) else ()


def _answer(text: str, scene: Scene, asked: Called) -> tuple[Step, ...] | None:
    """What answers "Which one?": a place, words, both, or never mind. Anything else is a new message."""
    plain = text.lower().rstrip(".!")
    if first_fit(NEVER_MIND, plain, scene, READERS):
        return (Say(KEPT),)
    if plain in AGREED:
        return (Do(asked.tool, asked.arguments | {"task": "1"}),)
    if positions := read_positions(plain):
        return tuple(Do(asked.tool, asked.arguments | {"task": "last" if p < 0 else str(p)}) for p in positions)
    ref = read_ref(text, scene, dated=True)
    if (ref and ref.tasks == (words.BOTH,)) or plain in words.ALL_OF:
        return (Do(asked.tool, asked.arguments | {"task": ALL_FOUND}),)
    return (
        (Do(asked.tool, asked.arguments | {"task": ref.tasks[0]}),)
        if ref and _names_candidate(ref, asked, scene)
        else None
    )


def _names_candidate(ref: Ref, asked: Called, scene: Scene) -> bool:
    """By a word of a title, or by nothing but the day or the hour."""
    found = (asked.result or {}).get("candidates")
    titles = [str(c.get("data", {}).get("title", "")).lower() for c in found] if isinstance(found, list) else []
    if len(ref.tasks) != 1:
        return False
    return any(ref.tasks[0].lower() in title for title in titles) or not without_date(f"x {ref.tasks[0]}", scene)[1:]
