"""What a person wants remembered: its bounds, its one sentence, and what follows for dates and new tasks."""

from datetime import date, datetime, time

import pytest

from taskchat.domain.dates import read_when
from taskchat.domain.english.vocabulary import END_OF_DAY
from taskchat.domain.person import Ways
from taskchat.domain.preference_words import effect, say
from taskchat.domain.preferences import (
    LONGEST,
    REMINDERS,
    Kind,
    Preference,
    at_usual_hour,
    name_of,
    preference,
    suited,
)
from taskchat.domain.quickadd import read_line
from taskchat.domain.recurrence import first_due, read_repeat
from taskchat.domain.task import Draft, Due, Priority
from taskchat.errors import Invalid
from tests.world import BERLIN

SATURDAY, SUNDAY = date(2026, 11, 21), date(2026, 11, 22)


def kept(now: datetime, *some: tuple[Kind, str, str]) -> tuple[Preference, ...]:
    return tuple(preference(*one, now=now) for one in some)


def used_to(now: datetime, *some: tuple[Kind, str, str], clock_24: bool = True) -> Ways:
    return Ways(zone=BERLIN, clock_24=clock_24, kept=kept(now, *some))


SENTENCES = [
    ((Kind.HOUR, "morning", "08:00"), "Mornings mean 08:00"),
    ((Kind.HOUR, END_OF_DAY, "16:00"), "The working day ends at 16:00"),
    ((Kind.HOUR, REMINDERS, "08:00"), "Reminders without a time are at 08:00"),
    ((Kind.REMINDER, "", "30"), "Tasks with a time get a reminder 30 minutes before"),
    ((Kind.REMINDER, "", "60"), "Tasks with a time get a reminder 1 hour before"),
    ((Kind.REMINDER, "", "2880"), "Tasks with a time get a reminder 2 days before"),
    ((Kind.REMINDER, "", "0"), "Tasks with a time get a reminder when they are due"),
    ((Kind.LIST, "#work", "Office"), "Tasks about “work” go to “Office”"),
    ((Kind.TAG, "gym", "#Health"), "Tasks about “gym” are tagged #health"),
    ((Kind.PRIORITY, "taxes", "urgent"), "Tasks about “taxes” have high priority"),
    ((Kind.NAME, "", " Sam "), "You are called Sam"),
    ((Kind.NOTE, "i prefer\nshort answers", ""), "I prefer short answers"),
]


@pytest.mark.parametrize(("said", "sentence"), SENTENCES)
def test_each_kind_has_one_sentence(said: tuple[Kind, str, str], sentence: str, now: datetime) -> None:
    assert preference(*said, now=now).name == sentence


REFUSED = [
    ((Kind.HOUR, "morning", "23:00"), "Mornings mean a time between 03:00 and 12:59."),
    ((Kind.HOUR, "teatime", "16:00"), "Say a part of the day and a time, for example: mornings mean 8."),
    ((Kind.HOUR, "morning", "8"), "Say a part of the day and a time, for example: mornings mean 8."),
    ((Kind.REMINDER, "", "99999"), "A reminder comes at most four weeks before."),
    ((Kind.REMINDER, "", "soon"), "A reminder comes at most four weeks before."),
    ((Kind.LIST, " ", "Office"), "Say which tasks, and what they get, for example: work tasks go to Office."),
    ((Kind.LIST, "work", "Inbox"), "The inbox is where tasks go by themselves. Name a list."),
    ((Kind.PRIORITY, "work", "blue"), "A priority is high, medium or low."),
    ((Kind.NAME, "", ""), "Say what you are called, for example: call me Sam."),
    ((Kind.NOTE, "\u200b", ""), "Say what to remember, for example: mornings mean 8."),
    ((Kind.NOTE, "x" * 201, ""), "What is to be remembered has 200 characters at most; this has 201."),
]


@pytest.mark.parametrize(("said", "told"), REFUSED)
def test_what_cannot_be_meant_is_refused_in_words(said: tuple[Kind, str, str], told: str, now: datetime) -> None:
    with pytest.raises(Invalid) as caught:
        preference(*said, now=now)

    assert caught.value.message == told


def test_no_sentence_is_longer_than_there_is_room_and_none_deceives(now: datetime) -> None:
    longest = preference(Kind.LIST, "w" * 60, "O" * 100, now=now)
    hidden = preference(Kind.NOTE, "tea\U000e0041 \u202ereversed\x07", now=now)

    assert len(longest.name) <= LONGEST
    assert hidden.name == "Tea reversed"


def test_it_is_shown_on_the_persons_own_clock(now: datetime) -> None:
    morning, name = kept(now, (Kind.HOUR, "morning", "08:00"), (Kind.NAME, "", "Sam"))

    assert say(morning, Ways(clock_24=False)) == "Mornings mean 8 am"
    assert say(name, Ways()) == "You are called Sam"
    assert effect(morning) == "“Tomorrow morning” is read so, in what you type under Add a task too."


MORNING = (Kind.HOUR, "morning", "08:00")
DATES = [
    (MORNING, "tomorrow morning", SUNDAY, time(8)),
    (MORNING, "in the morning", SUNDAY, time(8)),
    (MORNING, "tomorrow evening", SUNDAY, time(18)),
    (MORNING, "tomorrow morning at 10", SUNDAY, time(10)),
    (MORNING, "tomorrow at 9", SUNDAY, time(9)),
    ((Kind.HOUR, "evening", "20:30"), "this evening", SATURDAY, time(20, 30)),
    ((Kind.HOUR, "night", "22:00"), "tonight", SATURDAY, time(22)),
    ((Kind.HOUR, END_OF_DAY, "16:00"), "by end of day", SATURDAY, time(16)),
    ((Kind.HOUR, END_OF_DAY, "16:00"), "eod", SATURDAY, time(16)),
]


@pytest.mark.parametrize(("said", "text", "on", "clock"), DATES)
def test_dates_are_read_as_the_person_means_them(
    said: tuple[Kind, str, str], text: str, on: date, clock: time, now: datetime
) -> None:
    when = read_when(text, now=now, ways=used_to(now, said))

    assert (when.on, when.clock) == (on, clock)


def test_what_is_typed_and_what_repeats_is_read_so_too(now: datetime) -> None:
    ways = used_to(now, MORNING)
    repeat = read_repeat("every morning", now=now, ways=ways)
    assert repeat is not None

    typed = read_line("call mom tomorrow morning", now=now, ways=ways).draft.due
    repeated = first_due(repeat, now=now, ways=ways)

    assert typed == Due.moment(SUNDAY, time(8), BERLIN)
    assert repeated == Due.moment(SUNDAY, time(8), BERLIN)


OFFICE = (Kind.LIST, "work", "Office")
AT_NINE = Due.moment(SUNDAY, time(9), BERLIN)
SUITED = [
    (OFFICE, Draft(title="Prepare work trip"), {"list": "Office"}),
    (OFFICE, Draft(title="Prepare trip", tags=("work",)), {"list": "Office"}),
    (OFFICE, Draft(title="WORK: prepare"), {"list": "Office"}),
    (OFFICE, Draft(title="Homework"), {}),
    (OFFICE, Draft(title="Work", list="Home"), {}),
    (OFFICE, Draft(title="Work", parent_id="a task"), {}),
    ((Kind.LIST, "kids", "Family"), Draft(title="Pick up the kid"), {"list": "Family"}),
    ((Kind.LIST, "tax", "Money"), Draft(title="Do the taxes"), {"list": "Money"}),
    ((Kind.LIST, "mothers day", "Family"), Draft(title="Buy a Mother's Day card"), {}),
    ((Kind.LIST, "car repair", "Car"), Draft(title="Pay for car repairs"), {"list": "Car"}),
    ((Kind.LIST, "car repair", "Car"), Draft(title="Repair the car"), {}),
    ((Kind.LIST, "cafe", "Out"), Draft(title="Meet at the Café"), {"list": "Out"}),
    ((Kind.TAG, "gym", "health"), Draft(title="Gym"), {"tags": ("health",)}),
    ((Kind.TAG, "gym", "health"), Draft(title="Gym", tags=("health",)), {}),
    ((Kind.TAG, "gym", "health"), Draft(title="Gym", tags=tuple(map(str, range(20)))), {}),
    ((Kind.PRIORITY, "tax", "high"), Draft(title="Taxes"), {"priority": Priority.HIGH}),
    ((Kind.PRIORITY, "tax", "high"), Draft(title="Taxes", priority=Priority.LOW), {}),
    ((Kind.REMINDER, "", "30"), Draft(title="Call", due=AT_NINE), {"reminder_minutes": 30}),
    ((Kind.REMINDER, "", "30"), Draft(title="Call", due=AT_NINE, reminder_minutes=0), {}),
    ((Kind.REMINDER, "", "30"), Draft(title="Call", due=Due(SUNDAY, BERLIN)), {}),
    ((Kind.REMINDER, "", "30"), Draft(title="Call"), {}),
    ((Kind.NOTE, "work", ""), Draft(title="Work"), {}),
]


@pytest.mark.parametrize(("said", "draft", "differs"), SUITED)
def test_a_new_task_is_as_the_person_has_it(
    said: tuple[Kind, str, str], draft: Draft, differs: dict[str, object], now: datetime
) -> None:
    changed = suited(draft, kept(now, said))

    before = {name: getattr(draft, name) for name in ("list", "tags", "priority", "reminder_minutes")}
    assert {name: getattr(changed, name) for name in before} == before | differs


@pytest.mark.parametrize("said", [OFFICE, (Kind.PRIORITY, "work", "high"), (Kind.REMINDER, "", "30")])
def test_what_was_said_itself_stays(said: tuple[Kind, str, str], now: datetime) -> None:
    draft = Draft(title="Work", due=AT_NINE)

    assert suited(draft, kept(now, said), said=("list", "priority", "reminder_minutes")) == draft
    assert suited(draft, kept(now, said)) != draft


def test_what_one_is_reminded_of_without_an_hour_has_the_usual_one(now: datetime) -> None:
    usual, day = kept(now, (Kind.HOUR, REMINDERS, "07:30")), Draft(title="Call", due=Due(SUNDAY, BERLIN))

    assert at_usual_hour(day, usual).due == Due.moment(SUNDAY, time(7, 30), BERLIN)
    assert at_usual_hour(Draft(title="Call", due=AT_NINE), usual).due == AT_NINE
    assert at_usual_hour(Draft(title="Call"), usual).due is None
    assert at_usual_hour(day, ()) == day


def test_the_name_is_the_one_they_said(now: datetime) -> None:
    assert name_of(kept(now, MORNING, (Kind.NAME, "", "Sam"))) == "Sam"
    assert name_of(kept(now, MORNING)) == ""
