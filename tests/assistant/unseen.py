"""Sixty things a person says who never saw the grammar, and what must be true after each sentence."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from taskchat.domain.person import Ways
from taskchat.domain.task import Draft, Due, Priority

BERLIN = Ways(zone="Europe/Berlin")
WEDNESDAY = datetime(2026, 11, 18, 9, 30)  # noqa: DTZ001 - the person's wall clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Is:
    """How a task stands; of a new task what is not named is empty, of a changed one it is as before.

    Alternatives stand between bars; `due` is "2026-11-18", "2026-11-18 17:00", "-" for none, and "*" for any time.
    """

    title: str = ""
    due: str = ""
    tags: str | None = None
    priority: Priority | None = None
    list: str = ""
    reminder: int | None = None
    repeats: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One sentence, and all it changes; `says` and `hides` are about the words of the answer."""

    text: str
    new: tuple[Is, ...] = ()
    to: dict[str, Is] = field(default_factory=dict)
    done: tuple[str, ...] = ()
    reopened: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    back: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    name: str
    steps: tuple[Step, ...]
    at: datetime = WEDNESDAY
    ways: Ways = BERLIN
    more: tuple[Draft, ...] = ()


def said(text: str, **more: object) -> Step:
    return Step(text=text, **more)  # pyright: ignore[reportArgumentType] - the same names


def case(name: str, *steps: Step, **more: object) -> Scenario:
    return Scenario(name=name, steps=steps, **more)  # pyright: ignore[reportArgumentType] - the same names


def day(month: int, on: int) -> Due:
    return Due(date(2026, month, on), BERLIN.zone)


def hour(month: int, on: int, clock: int) -> Due:
    return Due.moment(date(2026, month, on), time(clock), BERLIN.zone)


MILK, BILL, DENTIST, REPORT = "Buy milk", "Pay electricity bill", "Dentist appointment", "Finish quarterly report"
SARAH, FLIGHTS, INVOICE, GARAGE = (
    "Call Sarah back",
    "Book flights to Lisbon",
    "Send invoice to Acme",
    "Clean the garage",
)
BOOKS, PASSPORT = "Return library books", "Renew passport"
HIGH, LOW = Priority.HIGH, Priority.LOW
HOME = (
    Draft(title=MILK, due=hour(11, 18, 18), tags=("shopping",)),
    Draft(title=BILL, due=day(11, 16), priority=HIGH),
    Draft(title=DENTIST, due=hour(11, 20, 15)),
    Draft(title=REPORT, due=day(11, 19), tags=("work",)),
    Draft(title=SARAH),
    Draft(title=FLIGHTS, due=day(12, 1), tags=("travel",)),
    Draft(title=INVOICE, due=day(11, 23), priority=HIGH, tags=("work",)),
    Draft(title=GARAGE, priority=LOW),
    Draft(title=BOOKS, due=hour(11, 17, 12)),
    Draft(title=PASSPORT),
)
FINISHED = PASSPORT

NEW = (
    case(
        "a polite reminder",
        said(
            "could you please remind me to call the plumber tomorrow at 8am?",
            new=(Is(title="call the plumber", due="2026-11-19 08:00"),),
            says=("plumber",),
        ),
    ),
    case(
        "don't forget",
        said(
            "Don't forget dad's birthday on the 3rd of December",
            new=(Is(title="dad's birthday", due="2026-12-03"),),
        ),
    ),
    case(
        "I need to, today",
        said(
            "I need to pick up the kids from school at 3:30 pm",
            new=(Is(title="pick up the kids from school", due="2026-11-18 15:30"),),
        ),
    ),
    case("on my list", said("put batteries on my list", new=(Is(title="batteries|buy batteries"),))),
    case(
        "three things in one breath",
        said("add eggs, flour and butter", new=(Is(title="eggs"), Is(title="flour"), Is(title="butter"))),
    ),
    case(
        "gotta, by the end of the month",
        said(
            "gotta renew my car insurance by the end of the month",
            new=(Is(title="renew my car insurance|renew car insurance", due="2026-11-30*"),),
        ),
    ),
    case(
        "all fields at once",
        said(
            "Add a task: prepare slides, high priority, tag it work, due monday",
            new=(Is(title="prepare slides", due="2026-11-23", priority=HIGH, tags="work"),),
        ),
    ),
    case(
        "urgent with a colon",
        said(
            "urgent: fix the leaking tap today",
            new=(Is(title="fix the leaking tap", due="2026-11-18", priority=HIGH),),
        ),
    ),
    case(
        "every tuesday first",
        said(
            "every tuesday take out the bins",
            new=(Is(title="take out the bins", due="2026-11-24", repeats="BYDAY=TU"),),
        ),
    ),
    case(
        "two days a week at seven",
        said(
            "add gym at 7am every monday and thursday",
            new=(Is(title="gym", due="2026-11-19 07:00", repeats="BYDAY=MO,TH"),),
        ),
    ),
    case(
        "a hash tag at the end",
        said(
            "new task buy a present for mum on saturday #family",
            new=(Is(title="buy a present for mum", due="2026-11-21", tags="family"),),
        ),
    ),
    case("shouting", said("ADD WALK THE DOG TONIGHT", new=(Is(title="walk the dog", due="2026-11-18*"),))),
    case(
        "schedule a meeting",
        said(
            "schedule a meeting with tom for nov 27 at noon",
            new=(Is(title="meeting with tom|a meeting with tom|schedule a meeting with tom", due="2026-11-27 12:00"),),
        ),
    ),
    case(
        "in two hours, first",
        said("remind me in 2 hours to take the cake out", new=(Is(title="take the cake out", due="2026-11-18 11:30"),)),
    ),
    case(
        "next year",
        said(
            "i have to submit my tax return by march 31st",
            new=(Is(title="submit my tax return", due="2027-03-31"),),
        ),
    ),
    case(
        "three typos",
        said("remnd me to by flowers tomorow", new=(Is(title="by flowers|buy flowers", due="2026-11-19"),)),
    ),
    case(
        "a note",
        said(
            'add "buy paint" with the note "matte white, 5 litres"',
            new=(Is(title="buy paint", notes="matte white, 5 litres"),),
        ),
    ),
    case("a note to self", said("Note to self: ask Julia about the keys", new=(Is(title="ask Julia about the keys"),))),
    case("a day that is not", said("remind me to file the forms on february 30", says=("feb",))),
)

FINISHING = (
    case("got the milk", said("got the milk", done=(MILK,), says=("milk",))),
    case("I've finished", said("I've finished the quarterly report", done=(REPORT,))),
    case("tick it off", said("just called sarah back, tick it off please", done=(SARAH,))),
    case("paid it", said("paid the electricity bill!", done=(BILL,))),
    case("everything overdue is done", said("mark everything overdue as done", done=(BILL, BOOKS))),
    case(
        "complete all of a tag, then regret",
        said("complete all my work tasks", done=(REPORT, INVOICE)),
        said("oops, undo that", reopened=(REPORT, INVOICE)),
    ),
    case("reopen", said("I didn't actually finish the passport thing, please reopen it", reopened=(PASSPORT,))),
)

REMOVING = (
    case("cancel the dentist", said("cancel the dentist", gone=(DENTIST,)), said("undo", back=(DENTIST,))),
    case("forget about it", said("forget about the garage", gone=(GARAGE,))),
    case(
        "remove all of a tag: yes",
        said("remove all the work tasks", asks=True),
        said("yes please", gone=(REPORT, INVOICE)),
    ),
    case(
        "delete everything: no",
        said("Delete everything", asks=True),
        said("no"),
        said("what's overdue?", says=("bill", "books")),
    ),
    case(
        "get rid of what is overdue",
        said("get rid of everything that's overdue", asks=True),
        said("yes", gone=(BILL, BOOKS)),
    ),
    case("what is not there", said("delete the unicorn task", says=("unicorn",))),
    case(
        "two of them",
        said("delete the milk one", says=("buy milk", "milk for Ben")),
        said("the one for ben", gone=("milk for Ben",)),
        more=(Draft(title="milk for Ben"),),
    ),
)

CHANGING = (
    case("push to friday", said("push the report to friday", to={REPORT: Is(due="2026-11-20")}, says=("20 Nov",))),
    case("move to four", said("can you move the dentist to 4?", to={DENTIST: Is(due="2026-11-20 16:00")})),
    case(
        "follow-ups on what was just made",
        said("book a table for two", new=(Is(title="book a table for two"),)),
        said("set priority high", to={"book a table for two": Is(priority=HIGH)}),
        said("tag it personal", to={"book a table for two": Is(tags="personal")}),
        said("rename it to book a table for four", to={"book a table for two": Is(title="book a table for four")}),
    ),
    case("rename", said("rename the garage one to Tidy up the garage", to={GARAGE: Is(title="Tidy up the garage")})),
    case(
        "make it 6, no, friday",
        said("remind me to call Ana tomorrow at 5pm", new=(Is(title="call Ana", due="2026-11-19 17:00"),)),
        said("make it 6", to={"call Ana": Is(due="2026-11-19 18:00")}),
        said("no, friday instead", to={"call Ana": Is(due="2026-11-20 18:00")}),
    ),
    case(
        "no, tomorrow instead",
        said("i should iron the shirts today", new=(Is(title="iron the shirts", due="2026-11-18"),)),
        said("no, tomorrow instead", to={"iron the shirts": Is(due="2026-11-19")}),
    ),
    case("take the date off", said("take the due date off the invoice", to={INVOICE: Is(due="-")})),
    case(
        "postpone what is overdue",
        said("postpone everything overdue to tomorrow", to={BILL: Is(due="2026-11-19"), BOOKS: Is(due="2026-11-19*")}),
    ),
    case("by a week", said("delay the dentist by a week", to={DENTIST: Is(due="2026-11-27 15:00")})),
    case("take a tag off", said("remove the shopping tag from milk", to={MILK: Is(tags="")})),
    case(
        "both of them",
        said("show me my work tasks", says=("report", "invoice"), hides=("milk", "garage")),
        said("move both of them to tuesday", to={REPORT: Is(due="2026-11-24"), INVOICE: Is(due="2026-11-24")}),
    ),
    case(
        "a reminder for what is there", said("remind me 30 minutes before the dentist", to={DENTIST: Is(reminder=30)})
    ),
    case("into a list", said("put the library books in my Errands list", to={BOOKS: Is(list="Errands")})),
)

ASKING = (
    case("today", said("what's on today?", says=("milk",), hides=("lisbon", "garage"))),
    case(
        "overdue, then the second",
        said("anything overdue?", says=("bill", "library"), hides=("milk",)),
        said("finish the second one", done=(BOOKS,)),
        said("and delete the other one", gone=(BILL,)),
    ),
    case(
        "this week", said("What do I have this week?", says=("milk", "dentist", "report"), hides=("lisbon", "garage"))
    ),
    case("how many", said("how many tasks do i have left", says=("9|nine",))),
    case("when", said("when is my dentist appointment?", says=("20 Nov", "15:00"))),
    case("what is finished", said("what have I done so far?", says=("passport",), hides=("milk",))),
    case("search", said("do i have anything about lisbon?", says=("flights",), hides=("milk",))),
)

SEVERAL = (
    case(
        "three actions",
        said(
            "Add buy stamps, then mark the library books as done and delete the garage task",
            new=(Is(title="buy stamps"),),
            done=(BOOKS,),
            gone=(GARAGE,),
        ),
        said("undo that", gone=("buy stamps",), reopened=(BOOKS,), back=(GARAGE,)),
    ),
    case(
        "done and a new one",
        said(
            "I paid the electricity bill. Remind me to check the meter on friday at 10",
            done=(BILL,),
            new=(Is(title="check the meter", due="2026-11-20 10:00"),),
        ),
    ),
)

ELSEWHERE = (
    case(
        "half past midnight in Tokyo",
        said("remind me to drink water tomorrow at 9am", new=(Is(title="drink water", due="2026-11-20 09:00"),)),
        at=datetime(2026, 11, 19, 0, 30),  # noqa: DTZ001
        ways=Ways(zone="Asia/Tokyo"),
    ),
    case(
        "ten in the evening in Los Angeles, months first",
        said("do laundry tomorrow", new=(Is(title="do laundry", due="2026-11-19"),)),
        said("add renew domain on 12/3", new=(Is(title="renew domain", due="2026-12-03"),)),
        at=datetime(2026, 11, 18, 22, 0),  # noqa: DTZ001
        ways=Ways(zone="America/Los_Angeles", clock_24=False, day_first=False),
    ),
    case(
        "the last of January",
        said("pay the landlord in a month", new=(Is(title="pay the landlord", due="2026-02-28"),)),
        said("actually tomorrow", to={"pay the landlord": Is(due="2026-02-01")}),
        at=datetime(2026, 1, 31, 12, 0),  # noqa: DTZ001
    ),
)

NOTHING = (
    case(
        "another topic",
        said("what's the weather like in paris?", says=("task",)),
        said("thanks!"),
        said("I'm so tired today"),
    ),
    case("gibberish", said("asdkjh qwelkj zzz"), said("?"), said("...")),
)

SCENARIOS = (*NEW, *FINISHING, *REMOVING, *CHANGING, *ASKING, *SEVERAL, *ELSEWHERE, *NOTHING)
