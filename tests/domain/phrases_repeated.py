"""Ways to say that something comes back, behind "pay rent": Wednesday 4 March 2026, 09:30 in Berlin."""


def table(text: str) -> tuple[tuple[str, str, str], ...]:
    """ "nightly | 2026-03-04T20:00:00 | FREQ=DAILY" a line."""
    rows = (line.split("|") for line in text.strip().splitlines())
    return tuple((said.strip(), due.strip(), rule.strip()) for said, due, rule in rows)


DAILY = table("""
daily                                | 2026-03-04          | FREQ=DAILY
once daily                           | 2026-03-04          | FREQ=DAILY
each and every day                   | 2026-03-04          | FREQ=DAILY
every day of the week                | 2026-03-04          | FREQ=DAILY
evrey day                            | 2026-03-04          | FREQ=DAILY
every morning                        | 2026-03-05T09:00:00 | FREQ=DAILY
every morning at 7                   | 2026-03-05T07:00:00 | FREQ=DAILY
every evening at 7                   | 2026-03-04T19:00:00 | FREQ=DAILY
every night at 10                    | 2026-03-04T22:00:00 | FREQ=DAILY
nightly                              | 2026-03-04T20:00:00 | FREQ=DAILY
nightly at 11pm                      | 2026-03-04T23:00:00 | FREQ=DAILY
every day at noon                    | 2026-03-04T12:00:00 | FREQ=DAILY
every day after lunch                | 2026-03-04T13:00:00 | FREQ=DAILY
at 8 every morning                   | 2026-03-05T08:00:00 | FREQ=DAILY
at 8 o'clock every evening           | 2026-03-04T20:00:00 | FREQ=DAILY
every other day                      | 2026-03-04          | FREQ=DAILY;INTERVAL=2
every alternate day                  | 2026-03-04          | FREQ=DAILY;INTERVAL=2
every second day                     | 2026-03-04          | FREQ=DAILY;INTERVAL=2
every 2nd day                        | 2026-03-04          | FREQ=DAILY;INTERVAL=2
once every 3 days                    | 2026-03-04          | FREQ=DAILY;INTERVAL=3
once every other day                 | 2026-03-04          | FREQ=DAILY;INTERVAL=2
every couple of days                 | 2026-03-04          | FREQ=DAILY;INTERVAL=2
every few days                       | 2026-03-04          | FREQ=DAILY;INTERVAL=3
every ten days                       | 2026-03-04          | FREQ=DAILY;INTERVAL=10
every twenty-one days                | 2026-03-04          | FREQ=DAILY;INTERVAL=21
every tenth day                      | 2026-03-04          | FREQ=DAILY;INTERVAL=10
daily for 2 weeks                    | 2026-03-04          | FREQ=DAILY;COUNT=14
every day for a week                 | 2026-03-04          | FREQ=DAILY;COUNT=7
every day for the next 10 days       | 2026-03-04          | FREQ=DAILY;COUNT=10
every day for the next week          | 2026-03-04          | FREQ=DAILY;COUNT=7
daily, 5 times                       | 2026-03-04          | FREQ=DAILY;COUNT=5
daily 5x                             | 2026-03-04          | FREQ=DAILY;COUNT=5
daily for five times                 | 2026-03-04          | FREQ=DAILY;COUNT=5
every day until the end of the month | 2026-03-04          | FREQ=DAILY;UNTIL=20260331
every day until christmas            | 2026-03-04          | FREQ=DAILY;UNTIL=20261225
every day through 30 june            | 2026-03-04          | FREQ=DAILY;UNTIL=20260630
every day till friday                | 2026-03-04          | FREQ=DAILY;UNTIL=20260306
daily from tomorrow                  | 2026-03-05          | FREQ=DAILY
daily beginning tomorrow             | 2026-03-05          | FREQ=DAILY
daily starting on june 1             | 2026-06-01          | FREQ=DAILY
daily starting from monday           | 2026-03-09          | FREQ=DAILY
every day as of monday               | 2026-03-09          | FREQ=DAILY
starting tomorrow, every day         | 2026-03-05          | FREQ=DAILY
every 3 days starting next week      | 2026-03-09          | FREQ=DAILY;INTERVAL=3
daily from june 1 to june 10         | 2026-06-01          | FREQ=DAILY;UNTIL=20260610
daily from june 1 until june 10      | 2026-06-01          | FREQ=DAILY;UNTIL=20260610
every day except sunday              | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA
every day except sundays             | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA
daily except on weekends             | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every day but monday                 | 2026-03-04          | FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA,SU
every day apart from friday          | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,SA,SU
every day excluding saturday         | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SU
""")

WEEKLY = table("""
every weekday                        | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
each weekday morning                 | 2026-03-05T09:00:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
on weekday mornings                  | 2026-03-05T09:00:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every working day                    | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
every weekday except friday          | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH
every weekday at 9:30 except friday  | 2026-03-05T09:30:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH
every weekday at 8:30                | 2026-03-05T08:30:00 | FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR
weekends                             | 2026-03-07          | FREQ=WEEKLY;BYDAY=SA,SU
every weekend at 10                  | 2026-03-07T10:00:00 | FREQ=WEEKLY;BYDAY=SA,SU
on weekends                          | 2026-03-07          | FREQ=WEEKLY;BYDAY=SA,SU
every saturday and sunday            | 2026-03-07          | FREQ=WEEKLY;BYDAY=SA,SU
every mon wed fri                    | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,WE,FR
every mon, wed and fri at 7          | 2026-03-06T07:00:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
every mon. and wed.                  | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,WE
every monday, wednesday, and friday  | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,WE,FR
mon wed fri                          | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,WE,FR
mon, wed and fri at 7pm              | 2026-03-04T19:00:00 | FREQ=WEEKLY;BYDAY=MO,WE,FR
every mwf                            | 2026-03-04          | FREQ=WEEKLY;BYDAY=MO,WE,FR
tuesdays and thursdays               | 2026-03-05          | FREQ=WEEKLY;BYDAY=TU,TH
on mondays and thursdays at 6pm      | 2026-03-05T18:00:00 | FREQ=WEEKLY;BYDAY=MO,TH
on sundays                           | 2026-03-08          | FREQ=WEEKLY;BYDAY=SU
sundays at 9                         | 2026-03-08T09:00:00 | FREQ=WEEKLY;BYDAY=SU
every wednsday                       | 2026-03-04          | FREQ=WEEKLY;BYDAY=WE
every wed.                           | 2026-03-04          | FREQ=WEEKLY;BYDAY=WE
each and every friday                | 2026-03-06          | FREQ=WEEKLY;BYDAY=FR
every single friday                  | 2026-03-06          | FREQ=WEEKLY;BYDAY=FR
every friday morning                 | 2026-03-06T09:00:00 | FREQ=WEEKLY;BYDAY=FR
every friday afternoon at 3          | 2026-03-06T15:00:00 | FREQ=WEEKLY;BYDAY=FR
monday mornings                      | 2026-03-09T09:00:00 | FREQ=WEEKLY;BYDAY=MO
on sunday evenings                   | 2026-03-08T18:00:00 | FREQ=WEEKLY;BYDAY=SU
friday nights at 9                   | 2026-03-06T21:00:00 | FREQ=WEEKLY;BYDAY=FR
every friday from 6 to 7pm           | 2026-03-06T18:00:00 | FREQ=WEEKLY;BYDAY=FR
weekly on wednesdays                 | 2026-03-04          | FREQ=WEEKLY;BYDAY=WE
weekly on tue and thu                | 2026-03-05          | FREQ=WEEKLY;BYDAY=TU,TH
once a week                          | 2026-03-04          | FREQ=WEEKLY
once a week on sunday                | 2026-03-08          | FREQ=WEEKLY;BYDAY=SU
once weekly                          | 2026-03-04          | FREQ=WEEKLY
on sunday every week                 | 2026-03-08          | FREQ=WEEKLY;BYDAY=SU
tue and thu every week               | 2026-03-05          | FREQ=WEEKLY;BYDAY=TU,TH
friday every two weeks               | 2026-03-06          | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every two weeks                      | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
every two weeks on friday            | 2026-03-06          | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every 3 weeks on mon and thu         | 2026-03-05          | FREQ=WEEKLY;INTERVAL=3;BYDAY=MO,TH
every fortnight                      | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
each fortnight on tuesday            | 2026-03-10          | FREQ=WEEKLY;INTERVAL=2;BYDAY=TU
once every two weeks                 | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
once a fortnight                     | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
every alternate friday               | 2026-03-06          | FREQ=WEEKLY;INTERVAL=2;BYDAY=FR
every other mon and wed              | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE
every 2nd week                       | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
every couple of weeks                | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
every few weeks                      | 2026-03-04          | FREQ=WEEKLY;INTERVAL=3
weekly for 6 weeks                   | 2026-03-04          | FREQ=WEEKLY;COUNT=6
every thursday for the next 3 weeks  | 2026-03-05          | FREQ=WEEKLY;BYDAY=TH;COUNT=3
every friday until november          | 2026-03-06          | FREQ=WEEKLY;BYDAY=FR;UNTIL=20261101
weekly starting next monday          | 2026-03-09          | FREQ=WEEKLY
mondays and thursdays from june 1 to july 25 | 2026-06-01  | FREQ=WEEKLY;BYDAY=MO,TH;UNTIL=20260725
""")

MONTHLY = table("""
monthly                              | 2026-03-04          | FREQ=MONTHLY
once a month                         | 2026-03-04          | FREQ=MONTHLY
every month on the 1st and 15th      | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=1,15
on the 1st and 15th of every month   | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=1,15
every 4th and 10th of the month      | 2026-03-04          | FREQ=MONTHLY;BYMONTHDAY=4,10
every tue/thu | 2026-03-05 | FREQ=WEEKLY;BYDAY=TU,TH
every 15th of the month              | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=15
the 15th of every month              | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=15
15th of each month                   | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=15
on the fifteenth of every month      | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=15
on the first of every month          | 2026-04-01          | FREQ=MONTHLY;BYMONTHDAY=1
on the first of the month every month | 2026-04-01 | FREQ=MONTHLY
first day of every month             | 2026-04-01          | FREQ=MONTHLY;BYMONTHDAY=1
every first day of the month         | 2026-04-01          | FREQ=MONTHLY;BYMONTHDAY=1
at the beginning of each month       | 2026-04-01          | FREQ=MONTHLY;BYMONTHDAY=1
at the start of every month          | 2026-04-01          | FREQ=MONTHLY;BYMONTHDAY=1
in the middle of every month         | 2026-03-15          | FREQ=MONTHLY;BYMONTHDAY=15
last day of each month               | 2026-03-31          | FREQ=MONTHLY;BYMONTHDAY=-1
at the end of every month            | 2026-03-31          | FREQ=MONTHLY;BYMONTHDAY=-1
every month on day 5                 | 2026-03-05          | FREQ=MONTHLY;BYMONTHDAY=5
on day 5 of each month               | 2026-03-05          | FREQ=MONTHLY;BYMONTHDAY=5
monthly on the 5th                   | 2026-03-05          | FREQ=MONTHLY;BYMONTHDAY=5
monthly on the 31st                  | 2026-03-31          | FREQ=MONTHLY;BYMONTHDAY=31
every first monday                   | 2026-04-06          | FREQ=MONTHLY;BYDAY=1MO
each first monday of the month       | 2026-04-06          | FREQ=MONTHLY;BYDAY=1MO
first and third friday of each month | 2026-03-06          | FREQ=MONTHLY;BYDAY=1FR,3FR
every 2nd & 4th tuesday              | 2026-03-10          | FREQ=MONTHLY;BYDAY=2TU,4TU
every month on the last friday       | 2026-03-27          | FREQ=MONTHLY;BYDAY=-1FR
last friday of every month at 4pm    | 2026-03-27T16:00:00 | FREQ=MONTHLY;BYDAY=-1FR
on the third thursday of each month  | 2026-03-19          | FREQ=MONTHLY;BYDAY=3TH
the last weekday of each month       | 2026-03-31          | FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
every 3 months                       | 2026-03-04          | FREQ=MONTHLY;INTERVAL=3
every three months on the 15th       | 2026-03-15          | FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15
every two months on the first monday | 2026-04-06          | FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO
every couple of months               | 2026-03-04          | FREQ=MONTHLY;INTERVAL=2
every few months                     | 2026-03-04          | FREQ=MONTHLY;INTERVAL=3
once every 6 months                  | 2026-03-04          | FREQ=MONTHLY;INTERVAL=6
bimonthly                            | 2026-03-04          | FREQ=MONTHLY;INTERVAL=2
quarterly                            | 2026-03-04          | FREQ=MONTHLY;INTERVAL=3
once a quarter                       | 2026-03-04          | FREQ=MONTHLY;INTERVAL=3
every other quarter                  | 2026-03-04          | FREQ=MONTHLY;INTERVAL=6
semiannually                         | 2026-03-04          | FREQ=MONTHLY;INTERVAL=6
half-yearly                          | 2026-03-04          | FREQ=MONTHLY;INTERVAL=6
monthly for 6 months                 | 2026-03-04          | FREQ=MONTHLY;COUNT=6
every month for a year               | 2026-03-04          | FREQ=MONTHLY;COUNT=12
monthly until december               | 2026-03-04          | FREQ=MONTHLY;UNTIL=20261201
first day of every quarter           | 2026-04-01          | FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=1
last day of each quarter             | 2026-03-31          | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
at the end of every quarter          | 2026-03-31          | FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1
""")

YEARLY = table("""
yearly                               | 2026-03-04          | FREQ=YEARLY
once a year                          | 2026-03-04          | FREQ=YEARLY
once per year                        | 2026-03-04          | FREQ=YEARLY
annually on may 4                    | 2026-05-04          | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4
every year on 4 may                  | 2026-05-04          | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4
each year on the 4th of may          | 2026-05-04          | FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=4
once a year on december 25th         | 2026-12-25          | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25
every 4th of july                    | 2026-07-04          | FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4
every july 4th                       | 2026-07-04          | FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=4
on july 4th every year | 2026-07-04 | FREQ=YEARLY
on 4 july each year | 2026-07-04 | FREQ=YEARLY
every march                          | 2027-03-01          | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=1
every june                           | 2026-06-01          | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1
each december                        | 2026-12-01          | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1
every year in june                   | 2026-06-01          | FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=1
in june every year | 2026-06-01 | FREQ=YEARLY
every april and october              | 2026-04-01          | FREQ=YEARLY;BYMONTH=4,10;BYMONTHDAY=1
every christmas                      | 2026-12-25          | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25
every new year's eve                 | 2026-12-31          | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
every halloween                      | 2026-10-31          | FREQ=YEARLY;BYMONTH=10;BYMONTHDAY=31
every mother's day                   | 2026-05-10          | FREQ=YEARLY;BYMONTH=5;BYDAY=2SU
every thanksgiving                   | 2026-11-26          | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
yearly on the fourth thursday in november | 2026-11-26     | FREQ=YEARLY;BYMONTH=11;BYDAY=4TH
every year on the last sunday of october  | 2026-10-25     | FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
every first monday of april          | 2026-04-06          | FREQ=YEARLY;BYMONTH=4;BYDAY=1MO
every last friday in june            | 2026-06-26          | FREQ=YEARLY;BYMONTH=6;BYDAY=-1FR
every 2 years                        | 2026-03-04          | FREQ=YEARLY;INTERVAL=2
every other year                     | 2026-03-04          | FREQ=YEARLY;INTERVAL=2
biennially                           | 2026-03-04          | FREQ=YEARLY;INTERVAL=2
every five years                     | 2026-03-04          | FREQ=YEARLY;INTERVAL=5
at the end of every year             | 2026-12-31          | FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31
at the start of every year           | 2027-01-01          | FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1
""")

AFTER_DONE = table("""
3 days after I finish it             | 2026-03-04          | FREQ=DAILY;INTERVAL=3
a week after finishing it            | 2026-03-04          | FREQ=WEEKLY
every 3 days from completion         | 2026-03-04          | FREQ=DAILY;INTERVAL=3
every 3 days after I complete it     | 2026-03-04          | FREQ=DAILY;INTERVAL=3
every 2 weeks after it's done        | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
2 weeks after it is done             | 2026-03-04          | FREQ=WEEKLY;INTERVAL=2
10 days after I've done it           | 2026-03-04          | FREQ=DAILY;INTERVAL=10
a month after each completion        | 2026-03-04          | FREQ=MONTHLY
every month after the last one is done | 2026-03-04        | FREQ=MONTHLY
every! 10 days                       | 2026-03-04          | FREQ=DAILY;INTERVAL=10
""")

TOO_OFTEN: tuple[str, ...] = (
    "every hour", "hourly", "every 4 hours", "every other hour", "every couple of hours", "every half hour",
    "every half an hour", "every 30 minutes", "every minute", "every 15 min", "every 30 seconds", "every few hours",
)  # fmt: skip

NOT_REPEATED: tuple[str, ...] = tuple(
    """
gym twice a week
brush teeth three times a day
every once in a while
every so often
every time it rains
once in a while
each of them
everyone in the team
monthly report
weekly shop list
yearly numbers
fix the friday nights playlist
annual report
the daily mail
biweekly meeting notes
read every page
every little helps
quarterly numbers for Ben
every third person
""".strip().splitlines()
)
