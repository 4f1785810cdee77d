"""Ways to say a day, each behind "pay rent" and alone: Wednesday 4 March 2026, 09:30 in Berlin."""


def table(text: str) -> tuple[tuple[str, str], ...]:
    """ "in a day or two | 2026-03-06" a line."""
    rows = (line.partition("|") for line in text.strip().splitlines())
    return tuple((said.strip(), due.strip()) for said, _, due in rows)


NEAR = table("""
later today                     | 2026-03-04
2morrow                         | 2026-03-05
tmrw                            | 2026-03-05
tomorrows                       | 2026-03-05
tommorrow                       | 2026-03-05
tomarrow                        | 2026-03-05
tomrrow                         | 2026-03-05
the day after tmrw              | 2026-03-06
two days from now               | 2026-03-06
in two days' time               | 2026-03-06
in 2 days time                  | 2026-03-06
in a week's time                | 2026-03-11
in a day or two                 | 2026-03-06
in a day or so                  | 2026-03-05
in 2 or 3 days                  | 2026-03-07
in 2-3 weeks                    | 2026-03-25
in two to three days            | 2026-03-07
in a couple days                | 2026-03-06
in a couple of days             | 2026-03-06
in a few days                   | 2026-03-07
in a few weeks                  | 2026-03-25
in about a week                 | 2026-03-11
in around ten days              | 2026-03-14
in exactly one year             | 2027-03-04
in 3 more days                  | 2026-03-07
in thirteen days                | 2026-03-17
in fourteen days                | 2026-03-18
in twenty-one days              | 2026-03-25
in twenty one days              | 2026-03-25
in one hundred days             | 2026-06-12
in a hundred days               | 2026-06-12
in a week or two                | 2026-03-18
in six weeks                    | 2026-04-15
in eighteen months              | 2027-09-04
in 1 year                       | 2027-03-04
in a month and a half           | 2026-04-19
in 1 week and 2 days            | 2026-03-13
in a week and a day             | 2026-03-12
in 2 months and 3 days          | 2026-05-07
in 1 month, 1 day               | 2026-04-05
in 2 quarters                   | 2026-09-04
a day from now                  | 2026-03-05
10 days hence                   | 2026-03-14
5 days from today               | 2026-03-09
6 months from now               | 2026-09-04
3 weeks from tomorrow           | 2026-03-26
a week after tomorrow           | 2026-03-12
2 days from monday              | 2026-03-11
a week from next tuesday        | 2026-03-17
two weeks from this friday      | 2026-03-20
a month from today              | 2026-04-04
a month from friday             | 2026-04-06
a fortnight from saturday       | 2026-03-21
two weeks on saturday           | 2026-03-21
a fortnight on saturday         | 2026-03-21
a week on tuesday               | 2026-03-17
a week this friday              | 2026-03-13
tuesday week                    | 2026-03-17
tomorrow week                   | 2026-03-12
today week                      | 2026-03-11
two fridays from now            | 2026-03-13
2 sundays from now              | 2026-03-15
three mondays from now          | 2026-03-23
within a week                   | 2026-03-11
within the next two weeks       | 2026-03-18
within the week                 | 2026-03-08
in the next 3 days              | 2026-03-07
in the next few days            | 2026-03-07
over the next two days          | 2026-03-06
sometime next week              | 2026-03-09
sometime this week              | 2026-03-08
some time tomorrow              | 2026-03-05
this time next week             | 2026-03-11T09:30:00
this time tomorrow              | 2026-03-05T09:30:00
same time tomorrow              | 2026-03-05T09:30:00
this day next week              | 2026-03-11
same day next week              | 2026-03-11
3 working days from now         | 2026-03-09
in ten working days             | 2026-03-18
within 2 business days          | 2026-03-06
the next working day            | 2026-03-05
the next day                    | 2026-03-05
the following day               | 2026-03-05
in half a month                 | 2026-03-19
""")

WEEKLY = table("""
fri.                            | 2026-03-06
Mon., 9 March                   | 2026-03-09
this coming monday              | 2026-03-09
the coming monday               | 2026-03-09
upcoming monday                 | 2026-03-09
this upcoming saturday          | 2026-03-07
next mon                        | 2026-03-09
next thu                        | 2026-03-12
the next friday                 | 2026-03-13
the following monday            | 2026-03-09
next next friday                | 2026-03-20
friday after next               | 2026-03-20
the tuesday after next          | 2026-03-17
friday of next week             | 2026-03-13
next week's friday              | 2026-03-13
next week friday                | 2026-03-13
on friday next week             | 2026-03-13
on the friday of next week      | 2026-03-13
friday this week                | 2026-03-06
friday of this week             | 2026-03-06
this week friday                | 2026-03-06
monday in two weeks             | 2026-03-16
friday in 2 weeks               | 2026-03-20
monday in a fortnight           | 2026-03-16
friday in a week                | 2026-03-13
monday of the week after next   | 2026-03-16
the week after next             | 2026-03-16
week after next                 | 2026-03-16
the following week              | 2026-03-09
in the coming week              | 2026-03-09
first thing next week           | 2026-03-09T09:00:00
early next week                 | 2026-03-09
at the start of next week       | 2026-03-09
at the beginning of next week   | 2026-03-09
the middle of next week         | 2026-03-11
mid next week                   | 2026-03-11
midweek                         | 2026-03-04
late next week                  | 2026-03-13
later this week                 | 2026-03-08
later next week                 | 2026-03-13
by the end of this week         | 2026-03-08
before the end of the week      | 2026-03-08
before the week is out          | 2026-03-08
at week's end                   | 2026-03-08
end of next week                | 2026-03-15
by the weekend                  | 2026-03-07
this week-end                   | 2026-03-07
during the weekend              | 2026-03-07
at the weekend                  | 2026-03-07
on sat or so                    | 2026-03-07
the weekend after next          | 2026-03-21
the following weekend           | 2026-03-14
the week of march 16            | 2026-03-16
the week of the 18th            | 2026-03-16
week commencing 16 march        | 2026-03-16
week beginning march 23rd       | 2026-03-23
w/c 16 march                    | 2026-03-16
wednsday                        | 2026-03-11
next wendesday                  | 2026-03-11
thrusday                        | 2026-03-05
on firday                       | 2026-03-06
on saterday                     | 2026-03-07
tuesday the 10th                | 2026-03-10
tue 10th                        | 2026-03-10
Friday, the 13th                | 2026-03-13
friday the 17th                 | 2026-04-17
saturday 14th march             | 2026-03-14
""")

MONTHLY = table("""
the 3rd of next month           | 2026-04-03
on the 15th                     | 2026-03-15
the 15th of this month          | 2026-03-15
the 15th of the month           | 2026-03-15
on the first of the month       | 2026-04-01
the 1st of the month            | 2026-04-01
next month on the 3rd           | 2026-04-03
next month the 21st             | 2026-04-21
the 3rd next month              | 2026-04-03
the twentieth of next month     | 2026-04-20
on the fifth                    | 2026-03-05
on the twenty-first             | 2026-03-21
by the thirtieth                | 2026-03-30
twenty-first of may             | 2026-05-21
the twenty first of may         | 2026-05-21
the thirty-first of july        | 2026-07-31
may the fourth                  | 2026-05-04
june third                      | 2026-06-03
december twenty-fifth           | 2026-12-25
march the tenth                 | 2026-03-10
the eleventh of november        | 2026-11-11
the ides of march               | 2026-03-15
Sept. 9                         | 2026-09-09
9 Sept.                         | 2026-09-09
Dec. 24th, 2026                 | 2026-12-24
Fri. 6 Mar.                     | 2026-03-06
Fri, Mar 6                      | 2026-03-06
march 6, friday                 | 2026-03-06
friday 6th march 2026           | 2026-03-06
the 5th of may 2027             | 2027-05-05
5 may '27                       | 2027-05-05
may 5 '27                       | 2027-05-05
jan '27                         | 2027-01-01
january 2027                    | 2027-01-01
may 5th next year               | 2027-05-05
5 may next year                 | 2027-05-05
next year on may 5              | 2027-05-05
5 may this year                 | 2026-05-05
in march next year              | 2027-03-01
in may of 2027                  | 2027-05-01
next june                       | 2026-06-01
this june                       | 2026-06-01
early june                      | 2026-06-01
early in june                   | 2026-06-01
late june                       | 2026-06-30
mid june                        | 2026-06-15
mid of june                     | 2026-06-15
mid next month                  | 2026-04-15
mid-month                       | 2026-03-15
the middle of the month         | 2026-03-15
the middle of next month        | 2026-04-15
early next month                | 2026-04-01
late next month                 | 2026-04-30
later this month                | 2026-03-31
the beginning of the month      | 2026-04-01
before the end of the month     | 2026-03-31
before month end                | 2026-03-31
by month's end                  | 2026-03-31
at month end                    | 2026-03-31
the end of june                 | 2026-06-30
end of june 2027                | 2027-06-30
the month after next            | 2026-05-01
the following month             | 2026-04-01
in the first week of april      | 2026-04-01
the second week of april        | 2026-04-08
the last week of april          | 2026-04-24
the third week of next month    | 2026-04-15
the 24/12                       | 2026-12-24
on 24-12-26                     | 2026-12-24
on 24-12-2026                   | 2026-12-24
12/24/26                        | 2026-12-24
24/12/26                        | 2026-12-24
2026-12-24                      | 2026-12-24
24-Dec-26                       | 2026-12-24
24 Dec, 2026                    | 2026-12-24
on Dec-24                       | 2026-12-24
24th of Dec                     | 2026-12-24
december the 24th               | 2026-12-24
the 24 of december              | 2026-12-24
29 february                     | 2028-02-29
febuary 10                      | 2027-02-10
10th of septemebr               | 2026-09-10
first monday of june            | 2026-06-01
the first monday in june        | 2026-06-01
the 2nd tuesday of june         | 2026-06-09
last friday of the month        | 2026-03-27
the last sunday of october      | 2026-10-25
first friday of next month      | 2026-04-03
second friday this month        | 2026-03-13
the third thursday of november  | 2026-11-19
first monday after easter       | 2026-04-06
the first working day of april  | 2026-04-01
the last working day of march   | 2026-03-31
last business day of the month  | 2026-03-31
the third day of june           | 2026-06-03
""")

YEARLY = table("""
end of the quarter              | 2026-03-31
by end of Q3                    | 2026-09-30
the end of q2                   | 2026-06-30
end of Q1 2027                  | 2027-03-31
the start of q4                 | 2026-10-01
at the beginning of Q3          | 2026-07-01
in q4                           | 2026-10-01
in Q2 2027                      | 2027-04-01
end of the second quarter       | 2026-06-30
end of next quarter             | 2026-06-30
before the end of the quarter   | 2026-03-31
end of H1                       | 2026-06-30
before the end of the year      | 2026-12-31
the end of next year            | 2027-12-31
end of 2026                     | 2026-12-31
by the end of 2027              | 2027-12-31
the beginning of 2027           | 2027-01-01
at the start of next year       | 2027-01-01
early next year                 | 2027-01-01
by year end                     | 2026-12-31
before year's end               | 2026-12-31
later this year                 | 2026-12-31
in the spring                   | 2026-03-20
in summer                       | 2026-06-21
in the autumn                   | 2026-09-22
in the fall                     | 2026-09-22
this winter                     | 2026-12-21
next summer                     | 2026-06-21
by the end of summer            | 2026-09-21
""")
