"""The manual order: moved by hand and from two tabs at once, on both databases; keys stay short."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from random import Random

import pytest
from sqlmodel import col, select, update

from taskchat.domain.filters import Sort, TaskFilter
from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft, Edit, Task
from taskchat.errors import Invalid, NotFound, TaskChatError
from taskchat.services import activity, lists, tasks
from taskchat.storage.database import reading, writing
from taskchat.storage.tables import Tasks

BY = By("deed")


def order(user: Person, now: datetime) -> list[str]:
    return [task.title for task in tasks.find_all(user, TaskFilter(), sort=Sort.MANUAL, now=now)]


def keys(user: Person) -> list[str]:
    with reading() as session:
        return list(session.exec(select(Tasks.position).where(col(Tasks.person_id) == user.id)))


@pytest.fixture
def letters(alice: Person, now: datetime) -> dict[str, Task]:
    made = tasks.create_many(alice, [Draft(title=letter) for letter in "abcdefgh"], by=By("made"), now=now)
    return {task.title: task for task in made}


@pytest.mark.parametrize(
    ("moved", "beside", "comes"),
    [
        ("a", {"after": "c"}, "bcadefgh"),
        ("h", {"before": "a"}, "habcdefg"),
        ("c", {"before": "h"}, "abdefgch"),
        ("c", {"after": "h"}, "abdefghc"),
        ("e", {}, "eabcdfgh"),
        ("b", {"after": "a"}, "abcdefgh"),
        ("b", {"after": "b"}, "abcdefgh"),
    ],
)
def test_a_task_goes_where_it_is_put(  # noqa: PLR0917 - three of them are the row of the table
    alice: Person, letters: dict[str, Task], now: datetime, moved: str, beside: dict[str, str], comes: str
) -> None:
    named = {name: letters[letter].id for name, letter in beside.items()}

    tasks.move(alice, letters[moved].id, **named, by=BY, now=now)

    assert "".join(order(alice, now)) == comes


def test_a_move_is_taken_back(alice: Person, letters: dict[str, Task], now: datetime) -> None:
    tasks.move(alice, letters["h"].id, before=letters["a"].id, by=BY, now=now)

    undone = activity.undo(alice, "deed", now=now)

    assert undone.clashes == ()
    assert "".join(order(alice, now)) == "abcdefgh"


def test_a_move_after_which_it_was_moved_again_is_asked_about_in_words(
    alice: Person, letters: dict[str, Task], now: datetime
) -> None:
    tasks.move(alice, letters["h"].id, before=letters["a"].id, by=BY, now=now)
    tasks.move(alice, letters["h"].id, after=letters["c"].id, by=By("later"), now=now)

    (clash,) = activity.undo(alice, "deed", now=now).clashes

    assert (clash.field, clash.value_now, clash.value_then) == ("place in the order", "another one", "the former one")


def test_a_neighbour_that_is_gone_is_told(alice: Person, letters: dict[str, Task], now: datetime) -> None:
    with pytest.raises(NotFound):
        tasks.move(alice, letters["a"].id, after="nowhere", by=BY, now=now)
    with pytest.raises(Invalid):
        tasks.move(alice, letters["a"].id, after=letters["b"].id, before=letters["c"].id, by=BY, now=now)


def test_equal_keys_are_told_apart_and_moved_between(alice: Person, letters: dict[str, Task], now: datetime) -> None:
    with writing() as session:
        session.execute(update(Tasks).where(col(Tasks.person_id) == alice.id).values(position="a5"))

    before = "".join(order(alice, now))
    tasks.move(alice, letters["h"].id, after=letters["b"].id, by=BY, now=now)

    assert before == "abcdefgh"
    assert "".join(order(alice, now)) == "abhcdefg"


def test_keys_stay_short_however_often_one_moves(
    alice: Person, letters: dict[str, Task], now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Always to the same place, which is what makes keys grow."""
    monkeypatch.setattr("taskchat.storage.order.LONGEST", 4)
    dice, wanted = Random(7), list("abcdefgh")
    updated = tasks.get(alice, letters["a"].id).updated
    for _ in range(30):
        letter = dice.choice("bcdefgh")
        wanted.remove(letter)
        wanted.insert(1, letter)
        tasks.move(alice, letters[letter].id, after=letters["a"].id, by=By("many"), now=now)

    assert order(alice, now) == wanted
    assert max(map(len, keys(alice))) <= 4
    assert tasks.get(alice, letters["a"].id).updated == updated


def at_once(*acts: Callable[[], object]) -> list[object]:
    """All of them in threads of their own; a refusal in words counts as an answer."""

    def tried(act: Callable[[], object]) -> object:
        try:
            return act()
        except TaskChatError as error:
            return error

    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(tried, acts))


def test_two_tabs_that_move_at_once_lose_nothing_and_agree(
    alice: Person, letters: dict[str, Task], now: datetime
) -> None:
    def tab(seed: int) -> Callable[[], None]:
        dice = Random(seed)

        def moves() -> None:
            for _ in range(15):
                one, other = dice.sample("abcdefgh", 2)
                side = dice.choice(("after", "before"))
                tasks.move(alice, letters[one].id, **{side: letters[other].id}, by=By(f"tab {seed}"), now=now)

        return moves

    answers = at_once(*map(tab, range(4)))

    assert answers == [None] * 4
    assert sorted(order(alice, now)) == list("abcdefgh")
    assert len(set(keys(alice))) == 8
    assert order(alice, now) == order(alice, now)


def test_moving_adding_and_finishing_at_once_loses_nothing(
    alice: Person, letters: dict[str, Task], now: datetime
) -> None:
    def move() -> None:
        for letter in "bcdefg":
            tasks.move(alice, letters[letter].id, before=letters["a"].id, by=By("move"), now=now)

    def add() -> None:
        for number in range(6):
            tasks.create(alice, Draft(title=str(number)), by=By("add"), now=now)

    def finish() -> None:
        tasks.complete_many(alice, (letters["h"].id, letters["g"].id), by=By("finish"), now=now)

    def edit() -> None:
        for letter in "bcdef":
            tasks.edit(alice, letters[letter].id, Edit(description="edited"), by=By("edit"), now=now)

    assert at_once(move, add, finish, edit, add) == [None] * 5

    assert sorted(order(alice, now)) == sorted([*"abcdef", *"012345" * 2])
    assert [tasks.get(alice, letters[each].id).description for each in "bcdef"] == ["edited"] * 5


def test_two_who_put_each_under_the_other_make_no_circle(
    alice: Person, letters: dict[str, Task], now: datetime
) -> None:
    a, b = letters["a"].id, letters["b"].id

    answers = at_once(
        lambda: tasks.edit(alice, a, Edit(parent_id=b), by=By("1"), now=now),
        lambda: tasks.edit(alice, b, Edit(parent_id=a), by=By("2"), now=now),
    )

    assert sum(isinstance(answer, Invalid) for answer in answers) == 1
    assert {tasks.get(alice, a).parent_id, tasks.get(alice, b).parent_id} in ({None, a}, {None, b})


def test_lists_moved_at_once_are_all_there(alice: Person, now: datetime) -> None:
    made = [lists.create(alice, name, by=BY, now=now) for name in ("A", "B", "C")]

    at_once(*(lambda one=one: lists.move(alice, one.id, by=By("x"), now=now) for one in made))

    assert sorted(one.name for one in lists.find(alice)) == ["A", "B", "C"]
    assert len({one.position for one in lists.find(alice)}) == 3
