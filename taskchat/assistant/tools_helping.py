"""Tools that help with many tasks at once: a plan, parts, a look back, what stands twice. Docstrings are prompts."""

from collections.abc import Sequence
from datetime import date, time
from zoneinfo import ZoneInfo

from taskchat.assistant.context import Looked, Turn
from taskchat.assistant.kept import edits_to_text
from taskchat.assistant.proposals import PLAN, plan_to_text
from taskchat.assistant.recall import show, touch
from taskchat.assistant.tally import SHOWN, wait
from taskchat.assistant.told import Told, told, told_all
from taskchat.assistant.tool_door import Words, tool
from taskchat.assistant.tools_change import ask
from taskchat.assistant.which import Unsure, pick
from taskchat.domain.alike import Alike
from taskchat.domain.dates import read_when
from taskchat.domain.day_plan import DayPlan
from taskchat.domain.days import Asked, day_of
from taskchat.domain.filters import TaskFilter
from taskchat.domain.review import Review
from taskchat.domain.task import Task
from taskchat.domain.words import say_clock, say_day
from taskchat.errors import Invalid
from taskchat.services import advice, lists, subtasks, tasks, templates

PAGE = 50
PAST = "A day that has passed cannot be planned."
WHICH_STEPS = "What are the steps? Say them in one message, with commas between."


@tool
def plan_day(turn: Turn, *, day: str | None = None, until: str | None = None) -> Told:
    """Propose an order with times for what is late or due on a day. Only a proposal: the person is asked on a card.

    Args:
        day: today (default), tomorrow, or another day as the person said it.
        until: When the day ends, as the person said it ("8 pm"). Leave out if it was not said.
    """
    made = advice.plan(turn.person, _day(turn, day), until=_clock(turn, until), now=turn.now)
    planned = tuple(slot.task for slot in made.slots)
    told_plan = _told_plan(turn, made)
    show(turn, (*planned, *made.left))
    if not made.moving:
        turn.looked = Looked(tuple(task.id for task in planned), len(planned)) if planned else None
        return told_plan
    moving = tuple(slot.task for slot in made.moving)
    return wait(turn, PLAN, moving, plan_to_text(made, turn.person.ways.zone)) | told_plan


def _day(turn: Turn, said: str | None) -> date:
    zone, today = turn.person.ways.zone, Asked(turn.now, turn.person.ways).day
    day = day_of(read_when(said, now=turn.now, ways=turn.person.ways).due(zone), zone) if said else today
    if day < today:
        raise Invalid(PAST, "day")
    return day


def _clock(turn: Turn, said: str | None) -> time | None:
    if not said:
        return None
    clock = read_when(said, now=turn.now, ways=turn.person.ways).clock
    if clock is None:
        raise Invalid("Say a time at which the day ends, such as 20:00.", "until")
    return clock


def _told_plan(turn: Turn, made: DayPlan) -> Told:
    zone = ZoneInfo(turn.person.ways.zone)
    rows = [
        told(slot.task, turn, number)
        | {"planned_at": say_clock(slot.begins.astimezone(zone).time(), turn.person.ways), "moves": slot.moves}
        for number, slot in enumerate(made.slots, 1)
    ]
    left: Told = {"no_room": _some(turn, made.left), "no_room_total": len(made.left)} if made.left else {}
    return {"day": say_day(made.day, now=turn.now, ways=turn.person.ways), "tasks": rows} | left


def _some(turn: Turn, those: Sequence[Task]) -> Sequence[Told]:
    """The first of them, without numbers: they are no list to count in."""
    return [told(one, turn) for one in those[:SHOWN]]


@tool
def break_down(turn: Turn, task: str, *, parts: Words = None) -> Told:
    """Create the parts of a task as subtasks under it, in this order.

    Args:
        task: Of which one: its id, words of its title, its number in the last list ("2", "last"), or "it".
        parts: Each as one would note it down, a date with it if one was said ("book flights by friday"). If the
            person named none, think of three to seven short ones yourself.
    """
    chosen = pick(turn, task)
    if isinstance(chosen, Unsure):
        return ask(turn, chosen)
    if len(chosen) != 1:
        raise Invalid("One task is broken down at a time. Name one.", "task")
    show(turn, chosen)
    template = None if parts else templates.like(turn.person, chosen[0].title)
    steps = parts or (template.parts if template else ())
    if not steps:
        return {"ask": WHICH_STEPS, "steps_of": chosen[0].id}
    made = subtasks.add(turn.person, chosen[0].id, steps, by=turn.by("break_down"), now=turn.now)
    touch(turn, made)
    told_template: Told = {"data": {"template": template.name}} if template else {}
    whole = {"of": told(chosen[0], turn)}
    return {"did": "created", "total": len(made), "tasks": told_all(made, turn)} | whole | told_template


@tool
def sum_up(turn: Turn, *, list: str | None = None, review: bool = False) -> Told:  # noqa: A002 - the wire calls it so
    """Count what was done, is overdue and comes next: in this week, or of one list. Nothing is changed.

    Args:
        list: Name of a list, or "inbox"; leave out for all of them.
        review: true for a weekly review: the last seven days, the next seven, and what was forgotten.
    """
    name = _list_name(turn, list)
    found = advice.review(turn.person, list_name=name, weekly=review, now=turn.now)
    below = (*found.overdue, *(found.forgotten if review else found.ahead)) or found.ahead
    show(turn, below[:PAGE])
    turn.looked = Looked(tuple(task.id for task in below[:PAGE]), len(below))
    return {"counts": _counts(found), "by_day": _by_day(turn, found), **_named(turn, found), **_in_list(name)}


def _list_name(turn: Turn, said: str | None) -> str | None:
    if said is None or not said.strip():
        return None
    return "" if said.strip().lower() == "inbox" else lists.named(turn.person, said).name


def _in_list(name: str | None) -> Told:
    return {} if name is None else {"data": {"list": name or "Inbox"}}


def _counts(found: Review) -> dict[str, int]:
    return {
        "done": len(found.done),
        "open": found.open,
        "overdue": len(found.overdue),
        "ahead": len(found.ahead),
        "forgotten": len(found.forgotten),
    }


def _by_day(turn: Turn, found: Review) -> dict[str, int]:
    return {say_day(day, now=turn.now, ways=turn.person.ways): number for day, number in found.by_day}


def _named(turn: Turn, found: Review) -> Told:
    some: dict[str, tuple[Task, ...]] = {
        "done": found.done,
        "overdue": found.overdue,
        "forgotten": found.forgotten,
        "next": (found.next,) if found.next else (),
    }
    return {name: _some(turn, those) for name, those in some.items() if those}


@tool
def tidy_up(turn: Turn, what: str) -> Told:
    """Find what could go, and ask the person on a card whether it shall. Nothing goes before they accept.

    Args:
        what: duplicates (tasks that stand twice: all but one of each go), or forgotten (without a date, and untouched
            for 30 days).
    """
    if what not in {"duplicates", "forgotten"}:
        raise Invalid("Either duplicates or forgotten tasks can be tidied up.", "what")
    groups = advice.twice(turn.person, now=turn.now) if what == "duplicates" else ()
    going = tuple(task for group in groups for task in group.others)
    going = going if what == "duplicates" else advice.untouched(turn.person, now=turn.now)
    show(turn, going)
    if not going:
        return {"found": 0}
    return wait(turn, "delete_task", going) | {"found": len(going)} | _told_groups(turn, groups)


def _told_groups(turn: Turn, groups: tuple[Alike, ...]) -> Told:
    each = [{"keep": told(group.keep, turn), "others": _some(turn, group.others)} for group in groups[:SHOWN]]
    return {"groups": each} if each else {}


@tool
def suggest(turn: Turn, what: str) -> Told:
    """Suggest tags or due dates for tasks without any, from what the person did with tasks like them.

    Only a proposal: the person is asked on a card.

    Args:
        what: tags or dates.
    """
    if what not in SUGGESTING:
        raise Invalid("Either tags or dates can be suggested.", "what")
    edits = SUGGESTING[what](turn.person, now=turn.now)
    if not edits:
        return {"found": 0}
    about = tasks.find_all(turn.person, TaskFilter(ids=tuple(edits)), now=turn.now)
    show(turn, about)
    return wait(turn, f"suggest_{what}", about, edits_to_text(edits)) | {"found": len(about)}


SUGGESTING = {"tags": advice.tags, "dates": advice.days}
HELPING_TOOLS = (plan_day, break_down, sum_up, tidy_up, suggest)
