"""The examples of RFC 5545, section 3.8.5.3: what our rules can say falls on its days, the rest is refused.

Each task is completed at its time, and so on through the series, as people do.
"""

from datetime import date, datetime, time

import pytest

from taskchat.domain.recurrence import next_due, next_rule, say_rule
from taskchat.domain.rules import begun, checked_rule
from taskchat.domain.task import Due
from taskchat.errors import Invalid

NEW_YORK = "America/New_York"
ENDS, GOES_ON = True, False


def days(text: str) -> list[date]:
    """ "1997 Sep 2-4, 9; Oct 1 · 1998 Jan 1": spans and days of months of years."""
    found: list[date] = []
    for of_year in text.split(" · "):
        year, _, months = of_year.partition(" ")
        for of_month in months.split("; "):
            month, _, numbers = of_month.partition(" ")
            for span in numbers.split(", "):
                first, _, last = span.partition("-")
                found += [
                    datetime.strptime(f"{year} {month} {day}", "%Y %b %d").date()  # noqa: DTZ007
                    for day in range(int(first), int(last or first) + 1)
                ]
    return found


SEP_2 = date(1997, 9, 2)
EXAMPLES: list[tuple[str, date, str, bool]] = [
    ("FREQ=DAILY;COUNT=10", SEP_2, "1997 Sep 2-11", ENDS),
    ("FREQ=DAILY;UNTIL=19971224T000000Z", SEP_2, "1997 Sep 2-30; Oct 1-31; Nov 1-30; Dec 1-23", ENDS),
    ("FREQ=DAILY;INTERVAL=2", SEP_2, "1997 Sep 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30; Oct 2", GOES_ON),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", SEP_2, "1997 Sep 2, 12, 22; Oct 2, 12", ENDS),
    (
        "FREQ=YEARLY;UNTIL=20000131T140000Z;BYMONTH=1;BYDAY=SU,MO,TU,WE,TH,FR,SA",
        date(1998, 1, 1),
        "1998 Jan 1-31 · 1999 Jan 1-31 · 2000 Jan 1-31",
        ENDS,
    ),
    ("FREQ=WEEKLY;COUNT=10", SEP_2, "1997 Sep 2, 9, 16, 23, 30; Oct 7, 14, 21, 28; Nov 4", ENDS),
    (
        "FREQ=WEEKLY;UNTIL=19971224T000000Z",
        SEP_2,
        "1997 Sep 2, 9, 16, 23, 30; Oct 7, 14, 21, 28; Nov 4, 11, 18, 25; Dec 2, 9, 16, 23",
        ENDS,
    ),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU", SEP_2, "1997 Sep 2, 16, 30; Oct 14, 28; Nov 11, 25; Dec 9, 23", GOES_ON),
    (
        "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
        SEP_2,
        "1997 Sep 2, 4, 9, 11, 16, 18, 23, 25, 30; Oct 2",
        ENDS,
    ),
    ("FREQ=WEEKLY;COUNT=10;WKST=SU;BYDAY=TU,TH", SEP_2, "1997 Sep 2, 4, 9, 11, 16, 18, 23, 25, 30; Oct 2", ENDS),
    (
        "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
        date(1997, 9, 1),
        "1997 Sep 1, 3, 5, 15, 17, 19, 29; Oct 1, 3, 13, 15, 17, 27, 29, 31; Nov 10, 12, 14, 24, 26, 28; "
        "Dec 8, 10, 12, 22",
        ENDS,
    ),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH", SEP_2, "1997 Sep 2, 4, 16, 18, 30; Oct 2, 14, 16", ENDS),
    (
        "FREQ=MONTHLY;COUNT=10;BYDAY=1FR",
        date(1997, 9, 5),
        "1997 Sep 5; Oct 3; Nov 7; Dec 5 · 1998 Jan 2; Feb 6; Mar 6; Apr 3; May 1; Jun 5",
        ENDS,
    ),
    ("FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR", date(1997, 9, 5), "1997 Sep 5; Oct 3; Nov 7; Dec 5", ENDS),
    (
        "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
        date(1997, 9, 7),
        "1997 Sep 7, 28; Nov 2, 30 · 1998 Jan 4, 25; Mar 1, 29; May 3, 31",
        ENDS,
    ),
    (
        "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
        date(1997, 9, 22),
        "1997 Sep 22; Oct 20; Nov 17; Dec 22 · 1998 Jan 19; Feb 16",
        ENDS,
    ),
    (
        "FREQ=MONTHLY;BYMONTHDAY=-3",
        date(1997, 9, 28),
        "1997 Sep 28; Oct 29; Nov 28; Dec 29 · 1998 Jan 29; Feb 26",
        GOES_ON,
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15",
        SEP_2,
        "1997 Sep 2, 15; Oct 2, 15; Nov 2, 15; Dec 2, 15 · 1998 Jan 2, 15",
        ENDS,
    ),
    (
        "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
        date(1997, 9, 30),
        "1997 Sep 30; Oct 1, 31; Nov 1, 30; Dec 1, 31 · 1998 Jan 1, 31; Feb 1",
        ENDS,
    ),
    (
        "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
        date(1997, 9, 10),
        "1997 Sep 10-15 · 1999 Mar 10-13",
        ENDS,
    ),
    (
        "FREQ=MONTHLY;INTERVAL=2;BYDAY=TU",
        SEP_2,
        "1997 Sep 2, 9, 16, 23, 30; Nov 4, 11, 18, 25 · 1998 Jan 6, 13, 20, 27; Mar 3, 10, 17, 24, 31",
        GOES_ON,
    ),
    (
        "FREQ=YEARLY;COUNT=10;BYMONTH=6,7",
        date(1997, 6, 10),
        "1997 Jun 10; Jul 10 · 1998 Jun 10; Jul 10 · 1999 Jun 10; Jul 10 · 2000 Jun 10; Jul 10 · 2001 Jun 10; Jul 10",
        ENDS,
    ),
    (
        "FREQ=YEARLY;INTERVAL=2;COUNT=10;BYMONTH=1,2,3",
        date(1997, 3, 10),
        "1997 Mar 10 · 1999 Jan 10; Feb 10; Mar 10 · 2001 Jan 10; Feb 10; Mar 10 · 2003 Jan 10; Feb 10; Mar 10",
        ENDS,
    ),
    (
        "FREQ=YEARLY;BYMONTH=3;BYDAY=TH",
        date(1997, 3, 13),
        "1997 Mar 13, 20, 27 · 1998 Mar 5, 12, 19, 26 · 1999 Mar 4, 11, 18, 25",
        GOES_ON,
    ),
    (
        "FREQ=YEARLY;BYDAY=TH;BYMONTH=6,7,8",
        date(1997, 6, 5),
        "1997 Jun 5, 12, 19, 26; Jul 3, 10, 17, 24, 31; Aug 7, 14, 21, 28 · 1998 Jun 4, 11, 18, 25; Jul 2",
        GOES_ON,
    ),
    (
        "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
        date(1998, 2, 13),
        "1998 Feb 13; Mar 13; Nov 13 · 1999 Aug 13 · 2000 Oct 13",
        GOES_ON,
    ),
    (
        "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13",
        date(1997, 9, 13),
        "1997 Sep 13; Oct 11; Nov 8; Dec 13 · 1998 Jan 10; Feb 7; Mar 7; Apr 11; May 9; Jun 13",
        GOES_ON,
    ),
    (
        "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
        date(1996, 11, 5),
        "1996 Nov 5 · 2000 Nov 7 · 2004 Nov 2",
        GOES_ON,
    ),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", date(1997, 9, 4), "1997 Sep 4; Oct 7; Nov 6", ENDS),
    (
        "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2",
        date(1997, 9, 29),
        "1997 Sep 29; Oct 30; Nov 27; Dec 30 · 1998 Jan 29; Feb 26; Mar 30",
        GOES_ON,
    ),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", date(1997, 8, 5), "1997 Aug 5, 10, 19, 24", ENDS),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", date(1997, 8, 5), "1997 Aug 5, 17, 19, 31", ENDS),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", date(2007, 1, 15), "2007 Jan 15, 30; Feb 15; Mar 15, 30", ENDS),
]


def series(rule: str, first: date, most: int) -> list[Due]:
    """As it comes when each one is completed at its time."""
    due: Due | None = Due.moment(first, time(9), NEW_YORK)
    rule = begun(rule, due, after_completion=False)
    found: list[Due] = []
    while due is not None and due.at is not None and len(found) < most:
        found.append(due)
        due, rule = next_due(due, rule, False, due.at), next_rule(rule, due)
    return found


@pytest.mark.parametrize(("rule", "first", "wanted", "ends"), EXAMPLES, ids=[example[0] for example in EXAMPLES])
def test_an_example_of_the_standard_falls_on_its_days(rule: str, first: date, wanted: str, ends: bool) -> None:
    expected = days(wanted)

    found = series(rule, first, len(expected) + ends)

    assert [due.on for due in found] == expected
    assert {due.wall for due in found} == {time(9)}


@pytest.mark.parametrize("rule", [example[0] for example in EXAMPLES])
def test_an_example_of_the_standard_can_be_said(rule: str) -> None:
    said = say_rule(checked_rule(rule))

    assert said.startswith("every ")
    assert not {"FREQ", "=", "-", "_"} & set(said)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=DAILY;UNTIL=20000131T140000Z;BYMONTH=1",
        "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
        "FREQ=YEARLY;BYDAY=20MO",
        "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
        "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T170000Z",
        "FREQ=MINUTELY;INTERVAL=15;COUNT=6",
        "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
        "FREQ=DAILY;BYHOUR=9,10,11,12,13,14,15,16;BYMINUTE=0,20,40",
        "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,10,11,12,13,14,15,16",
    ],
)
def test_an_example_beyond_our_rules_is_refused_with_a_sentence(rule: str) -> None:
    with pytest.raises(Invalid) as refused:
        checked_rule(rule)

    assert refused.value.field == "rrule"
    assert refused.value.message.endswith((".", "?"))
