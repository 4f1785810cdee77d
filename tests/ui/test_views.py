"""Board, calendar, activity, the trash, groups, and the rows that come as one scrolls: what each shows and does."""

from datetime import datetime, timedelta
from typing import TypeVar

import pytest
import reflex as rx

from taskchat.domain.filters import TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Priority, Task
from taskchat.errors import NotSignedIn, Unavailable
from taskchat.services import layouts, lists, repeating, tasks
from taskchat.ui.design.toast import Toasts
from taskchat.ui.tasks.activity_state import ActivityState
from taskchat.ui.tasks.board_state import BoardState
from taskchat.ui.tasks.calendar_state import CalendarState
from taskchat.ui.tasks.shown import ShownState
from taskchat.ui.tasks.state import TasksState
from taskchat.ui.tasks.trash_state import ALL, TrashState
from tests.ui.states import page
from tests.ui.test_task_pane import arrived, headings, titles

World = dict[str, Task]
S = TypeVar("S", bound=rx.State)


async def seen(kind: type[S], query: str) -> S:
    """As the page's load events go: the pane, then the view."""
    pane = await arrived(query)
    await (await pane.get_state(ShownState)).look()
    return await pane.get_state(kind)


async def toast_of(state: rx.State) -> Toasts:
    return await state.get_state(Toasts)


def cards(board: BoardState) -> dict[str, list[str]]:
    return {lane.name: [card.title for card in lane.cards] for lane in board.lanes}


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        (
            "view=board",
            {
                "Overdue": ["Pay rent"], "Today": ["Buy milk"], "Tomorrow": ["Water the plants"],
                "Next 7 days": ["Call the dentist"], "Later": [], "No date": ["Write the report"],
            },
        ),
        ("view=board&by=priority&tag=home", {"High": ["Pay rent"], "Medium": ["Buy milk"], "Low": []}),
        ("view=board&in=Work", {"No section": ["Write the report"]}),
        ("view=board&in=Work&by=priority", {"High": [], "Medium": [], "Low": ["Write the report"]}),
        ("view=board&by=section&q=the&priority=low", {"Inbox": [], "Work": ["Write the report"]}),
    ],
)  # fmt: skip
async def test_the_address_says_what_the_board_shows(
    at_tab: Person, world: World, query: str, shown: dict[str, list[str]]
) -> None:
    assert cards(await seen(BoardState, query)) == shown


async def test_a_card_put_elsewhere_is_told_and_can_be_taken_back(at_tab: Person, world: World) -> None:
    board = await seen(BoardState, "view=board&by=priority")
    await board.put(world["milk"].id, "high", "", world["rent"].id)
    told = (await toast_of(board)).words

    assert (told, cards(board)["High"]) == ("Moved: Buy milk", ["Buy milk", "Pay rent"])
    await (await board.get_state(TasksState)).undo()
    assert tasks.get(at_tab, world["milk"].id).priority is Priority.MEDIUM


async def test_what_cannot_be_put_there_goes_back_and_says_why(at_tab: Person, world: World) -> None:
    board = await seen(BoardState, "view=board")
    before = (await board.get_state(TasksState)).said

    await board.put(world["milk"].id, "Overdue", "", "")

    assert (await board.get_state(TasksState)).said == before + 1
    assert (await toast_of(board)).words == "A task cannot be put there. Choose another column."
    assert cards(board)["Today"] == ["Buy milk"]


async def test_a_month_stands_in_whole_weeks_with_what_is_due(at_tab: Person, world: World) -> None:
    calendar = await seen(CalendarState, "view=calendar")
    due = {day.name: [(card.title, card.seen) for card in day.cards] for day in calendar.days if day.cards}

    assert (calendar.title, len(calendar.days), calendar.days[0].name) == ("November 2026", 42, "Mon 26 Oct")
    assert due == {
        "Thu 19 Nov": [("Pay rent", "")],
        "Sat 21 Nov": [("Buy milk", "17:00")],
        "Sun 22 Nov": [("Water the plants", "")],
        "Tue 24 Nov": [("Call the dentist", "09:00")],
    }
    assert [day.number for day in calendar.days if day.today] == ["21"]
    assert (calendar.earlier, calendar.later) == ("2026-10-01", "2026-12-01")


async def test_a_week_is_one_turn_away(at_tab: Person, world: World) -> None:
    calendar = await seen(CalendarState, "view=calendar&span=week&on=2026-12-30")

    assert (calendar.title, len(calendar.days)) == ("Mon 28 Dec – Sun 3 Jan 2027", 7)
    assert (calendar.earlier, calendar.later) == ("2026-12-23", "2027-01-06")


async def test_a_full_day_counts_what_it_does_not_show(at_tab: Person, world: World, now: datetime) -> None:
    for number in range(5):
        tasks.create(at_tab, Draft(title=f"More {number}", due=world["milk"].due), by=By("more"), now=now)

    today = next(day for day in (await seen(CalendarState, "view=calendar")).days if day.today)

    assert (len(today.cards), today.more) == (4, 2)


async def test_another_day_keeps_the_time_and_says_where_it_went(at_tab: Person, world: World) -> None:
    calendar = await seen(CalendarState, "view=calendar")
    await calendar.put(world["milk"].id, "2026-11-27")

    moved = next(day for day in calendar.days if day.day == "2026-11-27")

    assert [(card.title, card.seen) for card in moved.cards] == [("Buy milk", "17:00")]
    assert (await toast_of(calendar)).words == "Moved to Fri 27 Nov: Buy milk"


async def test_what_happened_is_said_in_words_and_taken_back_there(at_tab: Person, world: World, now: datetime) -> None:
    both = (world["milk"].id, world["rent"].id)
    tasks.complete_many(at_tab, both, by=By("both", door="assistant"), now=now - timedelta(days=1))
    deeds = (await seen(ActivityState, "view=activity")).deeds
    first = deeds[0]

    assert (first.heading, first.who, first.words, first.titles) == (
        "Yesterday", "Assistant", "completed", "“Buy milk”, “Pay rent”",
    )  # fmt: skip
    assert [deed.heading for deed in deeds[1:3]] == ["Today", ""]
    activity = await seen(ActivityState, "view=activity")
    await activity.undo("both")
    assert tasks.find(at_tab, TaskFilter(), now=now).total == len(world)
    assert [(deed.words, deed.note) for deed in activity.deeds[:2]] == [("took back", ""), ("completed", "taken back")]


async def test_what_is_no_task_says_what_it_is(at_tab: Person, world: World, now: datetime) -> None:
    made = lists.create(at_tab, "Garden", by=By("list"), now=now)
    lists.add_section(at_tab, made.id, "Seeds", by=By("section"), now=now)
    lists.delete(at_tab, made.id, by=By("gone"), now=now)
    weekly = tasks.edit(at_tab, world["milk"].id, Edit(rrule="FREQ=WEEKLY"), by=By("weekly"), now=now)
    repeating.skip(at_tab, weekly.id, by=By("skip"), now=now)

    deeds = (await seen(ActivityState, "view=activity")).deeds

    assert [f"{deed.words} {deed.titles}" for deed in (deeds[0], *deeds[2:5])] == [
        "skipped “Buy milk”", "deleted the list “Garden”, the section “Seeds”",
        "added the section “Seeds”", "added the list “Garden”",
    ]  # fmt: skip


async def test_undoing_what_changed_since_asks_first(at_tab: Person, world: World, now: datetime) -> None:
    tasks.edit(at_tab, world["milk"].id, Edit(title="Oat milk"), by=By("one"), now=now)
    tasks.edit(at_tab, world["milk"].id, Edit(title="Soy milk"), by=By("two"), now=now)
    activity = await seen(ActivityState, "view=activity")

    await activity.undo("one")
    toast = await toast_of(activity)

    assert (toast.forced, toast.undo) == (True, "one")
    assert "title is Soy milk, was Buy milk" in toast.words


async def test_older_entries_come_when_asked_for(at_tab: Person, now: datetime) -> None:
    for number in range(33):
        tasks.create(at_tab, Draft(title=f"Task {number}"), by=By(f"made-{number}"), now=now)
    activity = await seen(ActivityState, "view=activity")
    first = (len(activity.deeds), activity.more)

    await activity.older()

    assert (first, len(activity.deeds), activity.more) == ((30, True), 33, False)


async def test_the_trash_asks_before_anything_goes_for_good(at_tab: Person, world: World, now: datetime) -> None:
    tasks.delete_many(at_tab, (world["milk"].id, world["rent"].id), by=By("gone"), now=now)
    pane = await arrived("view=trash")
    trash = await pane.get_state(TrashState)
    trash.ask(world["milk"].id, "Buy milk")
    await trash.go()
    one = (titles(pane), (await toast_of(pane)).words)

    trash.ask(ALL, "")
    trash.close(False)
    kept = titles(pane)
    trash.ask(ALL, "")
    await trash.go()

    assert one == (["Pay rent"], "Deleted for good: 1 task.")
    assert (kept, titles(pane), trash.asked) == (["Pay rent"], [], "")


@pytest.mark.parametrize(
    ("query", "groups"),
    [
        ("group=list", [("Inbox", "3"), ("Health", "1"), ("Work", "1")]),
        ("group=priority", [("High", "1"), ("Medium", "3"), ("Low", "1")]),
        ("group=tag", [("home", "2"), ("No tag", "3")]),
        (
            "group=due&sort=title",
            [("Overdue", "1"), ("Today", "1"), ("Tomorrow", "1"), ("Next 7 days", "1"), ("No date", "1")],
        ),
        ("sort=title", []),
        ("view=upcoming", [("Tomorrow", "1"), ("Tue 24 Nov", "1")]),
    ],
)
async def test_a_list_stands_in_the_groups_one_asked_for(
    at_tab: Person, world: World, query: str, groups: list[tuple[str, str]]
) -> None:
    assert headings(await arrived(query)) == groups


async def test_one_scrolls_through_all_of_a_long_list_and_headings_count_the_whole(
    at_tab: Person, now: datetime
) -> None:
    tasks.create_many(at_tab, tuple(Draft(title=f"Task {n:03}") for n in range(120)), by=By("many"), now=now)
    pane = await arrived()
    first = (titles(pane)[0], len(pane.rows), pane.above, pane.more, headings(pane))
    await pane.scroll(60, 40)
    middle = (titles(pane)[0], len(pane.rows), pane.above, pane.more, headings(pane))
    await pane.reload()

    assert first == ("Task 000", 50, 0, 70, [("No date", "120")])
    assert middle == ("Task 060", 40, 60, 20, [("No date", "120")])
    assert titles(pane)[0] == "Task 060"


async def test_where_the_list_has_become_shorter_one_sees_its_beginning(at_tab: Person, now: datetime) -> None:
    made = tasks.create_many(at_tab, tuple(Draft(title=f"Task {n:03}") for n in range(70)), by=By("many"), now=now)
    pane = await arrived()
    await pane.scroll(60, 40)
    tasks.delete_many(at_tab, tuple(task.id for task in made[5:]), by=By("less"), now=now)

    await pane.reload()

    assert (len(pane.rows), pane.above, pane.more) == (5, 0, 0)


async def test_a_place_that_does_not_exist_shows_what_there_is(at_tab: Person, world: World) -> None:
    pane = await arrived()
    await pane.scroll(-5, 0)
    least = len(pane.rows)
    await pane.scroll(10**30, 10**30)

    assert (least, titles(pane)[0], pane.above) == (1, "Pay rent", 0)


async def test_a_view_that_cannot_be_read_says_so(
    at_tab: Person, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def silent(*_: object, **__: object) -> None:
        raise Unavailable("The database does not answer.")

    monkeypatch.setattr(layouts, "board", silent)

    board = await seen(BoardState, "view=board")

    assert (await board.get_state(TasksState)).broken == "The database does not answer."


async def test_nobody_moves_what_is_somebody_elses(at_tab: Person, bob: Person, now: datetime) -> None:
    theirs = tasks.create(bob, Draft(title="Secret"), by=By("bob"), now=now)
    board = await seen(BoardState, "view=board")

    await board.put(theirs.id, "Tomorrow", "", "")
    await (await board.get_state(CalendarState)).put(theirs.id, "2026-11-27")
    trash = await board.get_state(TrashState)
    trash.ask(theirs.id, "Secret")
    await trash.go()

    assert tasks.get(bob, theirs.id) == theirs


@pytest.mark.parametrize("kind", [BoardState, CalendarState, ActivityState, TrashState, ShownState])
async def test_without_a_session_no_view_answers(database: str, kind: type[rx.State]) -> None:
    calls = {
        BoardState: ("put", ("x", "high", "", "")),
        CalendarState: ("put", ("x", "2026-11-27")),
        ActivityState: ("older", ()),
        TrashState: ("go", ()),
        ShownState: ("look", ()),
    }
    name, arguments = calls[kind]

    with pytest.raises(NotSignedIn):
        await getattr(page(kind), name)(*arguments)
