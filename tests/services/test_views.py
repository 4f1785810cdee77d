"""Saved views: named filters, one person's own."""

from datetime import datetime

import pytest

from taskchat.domain.person import Person
from taskchat.domain.task import By
from taskchat.domain.view import View
from taskchat.errors import Conflict, Invalid, NotFound
from taskchat.live import Change, What
from taskchat.services import accounts, activity, views

BY = By("deed")


def test_a_view_is_kept_by_name_in_one_spelling(alice: Person, now: datetime) -> None:
    views.create(alice, " Work, soon ", '!1   tag:work -p:low "tax return" sort:title', by=BY, now=now)
    views.create(alice, "almost", "due:<7d", by=BY, now=now)

    kept = [(view.name, view.filter) for view in views.find(alice)]

    assert kept == [
        ("almost", "due:<7d"),
        ("Work, soon", 'priority:high #work -priority:low "tax return" sort:title'),
    ]


def test_a_view_can_be_renamed_changed_and_deleted(
    alice: Person, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    view = views.create(alice, "Work", "#work", by=BY, now=now)

    renamed = views.edit(alice, view.id, name="Desk", by=BY, now=now)
    changed = views.edit(alice, view.id, text="#desk", by=BY, now=now)
    gone = views.delete(alice, view.id, by=BY, now=now)

    assert (renamed, changed) == (View(view.id, "Desk", "#work", now), View(view.id, "Desk", "#desk", now))
    assert gone == changed
    assert views.find(alice) == ()
    assert heard == [(alice.id, Change(What.VIEWS, (view.id,)))] * 4


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        (" ", "#work", "Give the view a name."),
        ("x" * 61, "#work", "A view's name has 60 characters at most."),
        ("Work", " ", "A view needs a filter, for example: priority:high due:<7d."),
        ("Work", "colour:red", "“colour:” is no filter; to search for it put it in quotes (at 1)."),
        ("Work", "due:soonish", "I do not understand the date “soonish” (at 1)."),
    ],
)
def test_what_could_not_be_shown_is_not_kept(alice: Person, now: datetime, name: str, text: str, told: str) -> None:
    with pytest.raises(Invalid) as caught:
        views.create(alice, name, text, by=BY, now=now)

    assert caught.value.message == told
    assert views.find(alice) == ()


def test_two_views_never_have_one_name(alice: Person, bob: Person, now: datetime) -> None:
    views.create(alice, "Café", "#work", by=BY, now=now)
    other = views.create(alice, "Other", "#home", by=BY, now=now)

    with pytest.raises(Conflict, match="There is a view of that name"):
        views.create(alice, "cafe", "#home", by=BY, now=now)
    with pytest.raises(Conflict):
        views.edit(alice, other.id, name="CAFÉ", by=BY, now=now)

    assert views.create(bob, "Café", "#work", by=BY, now=now).name == "Café"
    assert [view.name for view in views.find(alice)] == ["Café", "Other"]


def test_a_person_has_fifty_views_at_most(alice: Person, now: datetime) -> None:
    for number in range(50):
        views.create(alice, f"View {number}", "#work", by=BY, now=now)

    with pytest.raises(Conflict, match="50 views already"):
        views.create(alice, "One more", "#work", by=BY, now=now)


def test_a_view_that_is_gone_is_not_found(alice: Person, now: datetime) -> None:
    view = views.create(alice, "Work", "#work", by=BY, now=now)
    views.delete(alice, view.id, by=BY, now=now)

    with pytest.raises(NotFound):
        views.delete(alice, view.id, by=BY, now=now)


def test_a_guests_views_come_along_where_the_account_has_none_of_that_name(alice: Person, now: datetime) -> None:
    guest = accounts.guest(alice.ways, now=now)
    for name, text in (("Work", "#guest"), ("Home", "#home")):
        views.create(guest.seat.person, name, text, by=BY, now=now)
    views.create(alice, "work", "#own", by=BY, now=now)

    accounts.bring(alice, guest.token, now=now)

    assert [(view.name, view.filter) for view in views.find(alice)] == [("Home", "#home"), ("work", "#own")]


def test_what_was_done_to_a_view_is_taken_back_and_done_again(
    alice: Person, now: datetime, heard: list[tuple[str, Change]]
) -> None:
    view = views.create(alice, "Work", "#work", by=By("made"), now=now)
    views.edit(alice, view.id, name="Desk", by=By("named"), now=now)
    views.delete(alice, view.id, by=By("deleted"), now=now)
    heard.clear()

    words = [activity.undo(alice, group, now=now).words for group in ("deleted", "named")]
    back = views.find(alice)
    activity.undo_latest(alice, now=now)

    assert words == ["Took it back: the view “Desk” is back.", "Took it back: the view “Desk” is as it was."]
    assert back == (view,)
    assert (alice.id, Change(What.VIEWS)) in heard


def test_a_view_whose_name_is_taken_meanwhile_does_not_come_back(alice: Person, now: datetime) -> None:
    view = views.create(alice, "Work", "#work", by=By("made"), now=now)
    views.delete(alice, view.id, by=By("deleted"), now=now)
    views.create(alice, "work", "#other", by=BY, now=now)

    activity.undo(alice, "deleted", now=now)

    assert [kept.filter for kept in views.find(alice)] == ["#other"]
