"""What can be named: one's own tasks and lists, the closest first, and what an id stands for."""

from datetime import datetime

from taskchat.domain.person import Person
from taskchat.domain.task import By, Draft
from taskchat.services import mentions, tasks


def make(person: Person, title: str, now: datetime, **more: str) -> str:
    return tasks.create(person, Draft(title=title, **more), by=By(f"made-{title}"), now=now).id  # pyright: ignore[reportArgumentType]


def titles(person: Person, words: str, now: datetime) -> list[tuple[str, str]]:
    return [(one.kind, one.title) for one in mentions.find(person, words, now=now)]


def test_titles_that_begin_with_the_words_come_first(alice: Person, now: datetime) -> None:
    make(alice, "Milk for Ben", now)
    make(alice, "Buy milk", now)
    make(alice, "Cook", now, description="needs milk")

    assert titles(alice, "mil", now) == [("task", "Milk for Ben"), ("task", "Buy milk"), ("task", "Cook")]


def test_case_and_accents_do_not_matter(alice: Person, now: datetime) -> None:
    make(alice, "Café with Zoë", now, list="Élan")

    assert titles(alice, "CAFE zoe", now) == [("task", "Café with Zoë")]
    assert titles(alice, "elan", now) == [("list", "Élan")]


def test_a_percent_sign_is_a_letter(alice: Person, now: datetime) -> None:
    make(alice, "Save", now, list="Home")

    assert titles(alice, "%", now) == []


def test_of_nothing_the_last_changed_are_offered_and_every_list(alice: Person, now: datetime) -> None:
    for n in range(8):
        make(alice, f"Task {n}", now, list="Home")

    found = titles(alice, " ", now)

    assert len(found) == mentions.TASKS + 1
    assert found[-1] == ("list", "Home")


def test_what_is_done_comes_after_what_is_open(alice: Person, now: datetime) -> None:
    done = make(alice, "Milk", now)
    tasks.complete(alice, done, by=By("x"), now=now)
    make(alice, "More milk", now)

    found = mentions.find(alice, "milk", now=now)

    assert [(one.title, one.done) for one in found] == [("More milk", False), ("Milk", True)]


def test_an_id_stands_for_ones_own_task_as_it_is_called_now(alice: Person, now: datetime) -> None:
    milk = make(alice, "Milk", now, list="Home")
    (home,) = [one.id for one in mentions.find(alice, "home", now=now) if one.kind == "list"]

    found = mentions.known(alice, (milk, home, "nothing", milk), now=now)

    assert [(one.id, one.kind, one.title) for one in found] == [(milk, "task", "Milk"), (home, "list", "Home")]


def test_what_lies_in_the_trash_stands_for_nothing(alice: Person, now: datetime) -> None:
    milk = make(alice, "Milk", now)
    tasks.delete(alice, milk, by=By("x"), now=now)

    assert mentions.known(alice, (milk,), now=now) == ()


def test_anothers_id_stands_for_nothing(alice: Person, bob: Person, now: datetime) -> None:
    milk = make(alice, "Milk", now)

    assert mentions.known(bob, (milk,), now=now) == ()


def test_no_more_ids_are_looked_up_than_anybody_names(alice: Person, now: datetime) -> None:
    milk = make(alice, "Milk", now)

    assert mentions.known(alice, (*(str(n) for n in range(mentions.MOST)), milk), now=now) == ()


def test_names_are_those_of_ones_own_lists_tags_and_tasks_in_one_go(alice: Person, bob: Person, now: datetime) -> None:
    milk, bread = (make(alice, name, now, list="Home") for name in ("Milk", "Bread"))
    tagged = Draft(title="Report", list="Office", tags=("rare", "work"))
    report = tasks.create(alice, tagged, by=By("r"), now=now).id
    tasks.create(alice, Draft(title="Call", tags=("work",)), by=By("c"), now=now)
    tasks.delete(alice, bread, by=By("x"), now=now)
    make(bob, "Secret", now, list="Cellar")

    found = mentions.names(alice, (report, milk, bread, "nothing"))

    assert found.lists == ("Home", "Office")
    assert found.tags == ("work", "rare")
    assert found.tasks == {report: "Report", milk: "Milk"}
    assert mentions.names(bob, (report, milk)) == mentions.Names(("Cellar",))
