"""More of what people say, met after the first sixty: each was misunderstood once."""

from taskchat.domain.task import Priority
from tests.assistant.unseen import (
    BILL,
    BOOKS,
    DENTIST,
    FLIGHTS,
    GARAGE,
    INVOICE,
    LOW,
    MILK,
    REPORT,
    Is,
    Scenario,
    case,
    said,
)

MORE: tuple[Scenario, ...] = (
    case("should be", said("flights should be high priority", to={FLIGHTS: Is(priority=Priority.HIGH)})),
    case("instead", said("milk tomorrow instead", to={MILK: Is(due="2026-11-19 18:00")})),
    case("got moved", said("the dentist got moved to monday at 9", to={DENTIST: Is(due="2026-11-23 09:00")})),
    case("is cancelled", said("the dentist is cancelled", gone=(DENTIST,))),
    case("is paid", said("ok so the bill is paid", done=(BILL,))),
    case("is only started", said("the report is started")),
    case("no longer", said("I no longer need to clean the garage", gone=(GARAGE,))),
    case("anymore", said("I don't need the flights anymore", gone=(FLIGHTS,))),
    case("bought and paid", said("i bought the milk and paid the bill", done=(MILK, BILL))),
    case("completed tasks", said("completed tasks", says=("passport",), hides=("milk",))),
    case("time on friday", said("do I have time on friday?", says=("dentist",), hides=("milk",))),
    case("have to return", said("when do I have to return the books?", says=("17 Nov",))),
    case(
        "remembered",
        said(
            "oh I just remembered i need to call the bank tomorrow",
            new=(Is(title="call the bank", due="2026-11-19"),),
        ),
    ),
    case(
        "a number of tasks",
        said("add 3 tasks: laundry, dishes, vacuum", new=(Is(title="laundry"), Is(title="dishes"), Is(title="vacuum"))),
    ),
    case(
        "this, to a list",
        said("add this to my work list: prepare budget", new=(Is(title="prepare budget", list="work"),)),
    ),
    case(
        "please add it",
        said(
            "Hey! I have a doctor's appointment next thursday at 2:15pm, please add it",
            new=(Is(title="doctor's appointment", due="2026-11-26 14:15"),),
        ),
    ),
    case(
        "a weekly task",
        said(
            "add a weekly task to clean the bathroom",
            new=(Is(title="clean the bathroom", due="2026-11-18", repeats="WEEKLY"),),
        ),
    ),
    case("a low one", said("add a low priority task: sort photos", new=(Is(title="sort photos", priority=LOW),))),
    case(
        "out of the trash",
        said("delete the garage", gone=(GARAGE,)),
        said("what's overdue?", says=("bill",)),
        said("restore the garage task", back=(GARAGE,)),
    ),
    case(
        "two in the trash",
        said("cancel the dentist", gone=(DENTIST,)),
        said("delete the flights", gone=(FLIGHTS,)),
        said("restore i", says=("dentist", "lisbon")),
        said("the first", back=(DENTIST,)),
    ),
    case("not in the trash", said("restore the unicorn", says=("unicorn",))),
    case(
        "the verb said once",
        said(
            "move dentist to saturday and milk to friday",
            to={DENTIST: Is(due="2026-11-21 15:00"), MILK: Is(due="2026-11-20 18:00")},
        ),
    ),
    case("from and to", said("push the invoice from monday to wednesday", to={INVOICE: Is(due="2026-11-25")})),
    case("its time", said("change dentist time to 4pm", to={DENTIST: Is(due="2026-11-20 16:00")})),
    case("as done", said("mark as done the milk task", done=(MILK,))),
    case(
        "those two",
        said("show me the work tasks"),
        said("delete those two", asks=True),
        said("yes", gone=(REPORT, INVOICE)),
    ),
    case("my week", said("how's my week looking?", says=("milk", "dentist"), hides=("lisbon",))),
    case("a bare set", said("open tasks tagged work", says=("report", "invoice"), hides=("milk",))),
    case("the trash", said("show the trash", says=("trash",))),
    case("on a list that is", said("put the library books in the errands list", to={BOOKS: Is(list="errands")})),
)
