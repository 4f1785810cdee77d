"""Dates and times as mails, tickets and programs write them: Wednesday 4 March 2026, 09:30 in Berlin."""

from tests.domain.phrases_dated import table

WRITTEN = table("""
Thursday, March 5, 2026 at 3:30 PM     | 2026-03-05T15:30:00
Thu, 05 Mar 2026 15:45:12              | 2026-03-05T15:45:12
Thursday 5 March 2026, 15:45           | 2026-03-05T15:45:00
5 Mar 2026 3:45pm                      | 2026-03-05T15:45:00
5 March, 3.45pm                        | 2026-03-05T15:45:00
Mar 5 2026, 3:45 p.m.                  | 2026-03-05T15:45:00
March 5th at 15:45                     | 2026-03-05T15:45:00
the 5th of March, 2027                 | 2027-03-05
5th of March 2027 at noon              | 2027-03-05T12:00:00
March 5, 2027 @ 10am                   | 2027-03-05T10:00:00
2026-03-05 10:00 AM                    | 2026-03-05T10:00:00
2026-03-05 15:45                       | 2026-03-05T15:45:00
2026-03-05T15:45                       | 2026-03-05T15:45:00
2026-03-05T15:45:00+01:00              | 2026-03-05T15:45:00
2026-03-05T14:45:00Z                   | 2026-03-05T15:45:00
2026/03/05 14:30                       | 2026-03-05T14:30:00
2026/3/5                               | 2026-03-05
05/03/2026 14:30                       | 2026-03-05T14:30:00
05-03-2026 at 2pm                      | 2026-03-05T14:00:00
5.3.2026 14:30                         | 2026-03-05T14:30:00
5.3. at 14:30                          | 2026-03-05T14:30:00
05.03.26, 14:30                        | 2026-03-05T14:30:00
3:30pm 5/3                             | 2026-03-05T15:30:00
12/25/2026 3:00 PM                     | 2026-12-25T15:00:00
22-Dec-2026 10:00                      | 2026-12-22T10:00:00
22 Dec                                 | 2026-12-22
Dec 22nd                               | 2026-12-22
tue 10 mar 4:30pm                      | 2026-03-10T16:30:00
tue, 10 mar at 4:30pm                  | 2026-03-10T16:30:00
on Tuesday, 10 March                   | 2026-03-10
tuesday march 10                       | 2026-03-10
tuesday 10th of march                  | 2026-03-10
next tuesday, march 10th               | 2026-03-10
at 4:30pm on tuesday, march 10th       | 2026-03-10T16:30:00
10:00 on the 10th of march             | 2026-03-10T10:00:00
in 2 days at 10:30                     | 2026-03-06T10:30:00
in 3 days in the evening               | 2026-03-07T18:00:00
in a week at noon                      | 2026-03-11T12:00:00
two weeks from friday at 4pm           | 2026-03-20T16:00:00
the day after tomorrow at 8am          | 2026-03-06T08:00:00
day after tomorrow in the evening      | 2026-03-06T18:00:00
a week from tomorrow at 10             | 2026-03-12T10:00:00
last friday of the month at 5pm        | 2026-03-27T17:00:00
first monday of june at 9              | 2026-06-01T09:00:00
end of the month at noon               | 2026-03-31T12:00:00
on christmas eve at 6pm                | 2026-12-24T18:00:00
the day before christmas at noon       | 2026-12-24T12:00:00
next week tuesday at 3                 | 2026-03-10T15:00:00
tuesday of next week at 15:00          | 2026-03-10T15:00:00
next week on friday morning            | 2026-03-13T09:00:00
this weekend sunday                    | 2026-03-08
sunday this weekend                    | 2026-03-08
saturday night at 11                   | 2026-03-07T23:00:00
sun evening                            | 2026-03-08T18:00:00
fri eve                                | 2026-03-06T18:00:00
tomorrow eod                           | 2026-03-05T17:00:00
tmrw at 5ish                           | 2026-03-05T17:00:00
5pm on the day after tomorrow          | 2026-03-06T17:00:00
at 5pm in 3 days                       | 2026-03-07T17:00:00
at noon in a week                      | 2026-03-11T12:00:00
at 9 on the first of june              | 2026-06-01T09:00:00
by 9 tomorrow morning                  | 2026-03-05T09:00:00
by tomorrow evening at the latest      | 2026-03-05T18:00:00
no later than tomorrow noon            | 2026-03-05T12:00:00
before 10am tomorrow                   | 2026-03-05T10:00:00
before the 10th                        | 2026-03-09
before next friday                     | 2026-03-12
before christmas eve                   | 2026-12-23
until the end of next week             | 2026-03-15
until tomorrow                         | 2026-03-05
due in 3 days                          | 2026-03-07
in three weeks on a saturday           | 2026-03-28
due next week                          | 2026-03-09
""")
