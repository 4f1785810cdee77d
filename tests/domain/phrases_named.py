"""Days and spans with a name, parts of the day, and spans that are no due date: a row a line."""

from tests.domain.phrases_dated import table

NAMED = table("""
on christmas                    | 2026-12-25
at christmas                    | 2026-12-25
by christmas day                | 2026-12-25
before xmas                     | 2026-12-24
xmas eve                        | 2026-12-24
on christmas eve                | 2026-12-24
on boxing day                   | 2026-12-26
on new year's eve               | 2026-12-31
on new years day                | 2027-01-01
by new year                     | 2027-01-01
on nye                          | 2026-12-31
by halloween                    | 2026-10-31
on valentines day               | 2027-02-14
by valentine's                  | 2027-02-14
on st patrick's day             | 2026-03-17
on saint patricks day           | 2026-03-17
on april fools' day             | 2026-04-01
by easter                       | 2026-04-05
on easter sunday                | 2026-04-05
on easter monday                | 2026-04-06
on good friday                  | 2026-04-03
on palm sunday                  | 2026-03-29
on ash wednesday                | 2027-02-10
on pentecost                    | 2026-05-24
on whit monday                  | 2026-05-25
on ascension day                | 2026-05-14
by thanksgiving                 | 2026-11-26
on thanksgiving day 2027        | 2027-11-25
on black friday                 | 2026-11-27
on cyber monday                 | 2026-11-30
on independence day             | 2026-07-04
on the fourth of july           | 2026-07-04
on the 4th of july              | 2026-07-04
by labor day                    | 2026-09-07
by memorial day                 | 2026-05-25
by mother's day                 | 2026-05-10
by mothers day                  | 2026-05-10
before father's day             | 2026-06-20
on mlk day                      | 2027-01-18
on martin luther king day       | 2027-01-18
on presidents' day              | 2027-02-15
on columbus day                 | 2026-10-12
on veterans day                 | 2026-11-11
on remembrance day              | 2026-11-11
on juneteenth                   | 2026-06-19
on may day                      | 2026-05-01
on canada day                   | 2026-07-01
on women's day                  | 2026-03-08
on groundhog day                | 2027-02-02
by christmas 2027               | 2027-12-25
next christmas                  | 2026-12-25
this christmas                  | 2026-12-25
christmas next year             | 2027-12-25
10 days after christmas         | 2027-01-04
3 days before the 15th          | 2026-03-12
two weeks before christmas      | 2026-12-11
a week before easter            | 2026-03-29
the day after christmas         | 2026-12-26
the day before new year's eve   | 2026-12-30
the day before june 5           | 2026-06-04
the day after the 15th          | 2026-03-16
5 days after july 4th           | 2026-07-09
the friday after christmas      | 2027-01-01
the monday before easter        | 2026-03-30
the week after easter           | 2026-04-06
a day before may 5              | 2026-05-04
2 days before friday            | 2026-03-04
a year after may 5              | 2027-05-05
""")

PARTS = table("""
this morning                    | 2026-03-04T10:00:00
this afternoon                  | 2026-03-04T15:00:00
this evening                    | 2026-03-04T18:00:00
this arvo                       | 2026-03-04T15:00:00
tonight                         | 2026-03-04T20:00:00
2nite                           | 2026-03-04T20:00:00
late tonight                    | 2026-03-04T22:00:00
later tonight                   | 2026-03-04T20:00:00
tomorrow night                  | 2026-03-05T20:00:00
tomorrow eve                    | 2026-03-05T18:00:00
tomorrow in the morning         | 2026-03-05T09:00:00
tmrw morning                    | 2026-03-05T09:00:00
early tomorrow morning          | 2026-03-05T07:00:00
early in the morning tomorrow   | 2026-03-05T07:00:00
bright and early tomorrow       | 2026-03-05T07:00:00
late tomorrow afternoon         | 2026-03-05T17:00:00
late afternoon on friday        | 2026-03-06T17:00:00
mid-morning on friday           | 2026-03-06T10:00:00
friday mid-afternoon            | 2026-03-06T15:00:00
early evening on friday         | 2026-03-06T17:00:00
friday morning                  | 2026-03-06T09:00:00
on the morning of the 6th       | 2026-03-06T09:00:00
the morning of friday           | 2026-03-06T09:00:00
the evening of march 6          | 2026-03-06T18:00:00
on the afternoon of 6 march     | 2026-03-06T15:00:00
christmas morning               | 2026-12-25T09:00:00
monday first thing              | 2026-03-09T09:00:00
first thing in the morning      | 2026-03-05T09:00:00
first thing on monday           | 2026-03-09T09:00:00
at lunchtime tomorrow           | 2026-03-05T12:00:00
tomorrow at lunch time          | 2026-03-05T12:00:00
tomorrow lunchtime              | 2026-03-05T12:00:00
over lunch tomorrow             | 2026-03-05T12:00:00
after lunch                     | 2026-03-04T13:00:00
tomorrow after lunch            | 2026-03-05T13:00:00
after work                      | 2026-03-04T18:00:00
after work on friday            | 2026-03-06T18:00:00
after school                    | 2026-03-04T15:00:00
after dinner                    | 2026-03-04T20:00:00
before lunch                    | 2026-03-04T12:00:00
before work tomorrow            | 2026-03-05T08:00:00
before bed                      | 2026-03-04T22:00:00
at bedtime                      | 2026-03-04T22:00:00
before breakfast tomorrow       | 2026-03-05T07:00:00
after breakfast tomorrow        | 2026-03-05T09:00:00
by end of business friday       | 2026-03-06T17:00:00
by close of play tomorrow       | 2026-03-05T17:00:00
by cob thursday                 | 2026-03-05T17:00:00
by the end of today             | 2026-03-04T17:00:00
by the end of the day tomorrow  | 2026-03-05T17:00:00
eod tomorrow                    | 2026-03-05T17:00:00
end of day                      | 2026-03-04T17:00:00
tomorrow by eod                 | 2026-03-05T17:00:00
in the middle of the night      | 2026-03-05T03:00:00
""")

LEFT_AS_SPANS = tuple(
    """
trip wed or thu
trip on wed or thu
trip monday or tuesday
trip july 1 to 14
trip july 1-14
trip july 1 through 14
trip from july 1 to 14
trip 1 to 14 july
trip 1st to 14th july
trip 1st - 14th of july
trip from 1 to 14 july
trip from the 1st to the 14th of july
trip between june 5 and june 8
trip june 5 or 6
trip the 5th or the 6th of june
trip monday to wednesday
trip friday through sunday
trip 5/6 - 8/6
""".strip().splitlines()
)
