"""Ways to say a time, each behind "pay rent" and alone: Wednesday 4 March 2026, 09:30 in Berlin."""

from tests.domain.phrases_dated import table

CLOCKS = table("""
5pm                             | 2026-03-04T17:00:00
5 PM                            | 2026-03-04T17:00:00
at 5 p.m.                       | 2026-03-04T17:00:00
at 5p.m.                        | 2026-03-04T17:00:00
at 5:00pm                       | 2026-03-04T17:00:00
at 05:30 pm                     | 2026-03-04T17:30:00
5.30pm                          | 2026-03-04T17:30:00
530pm                           | 2026-03-04T17:30:00
at 1130 am                      | 2026-03-04T11:30:00
at 5:30p                        | 2026-03-04T17:30:00
at 9:45a                        | 2026-03-04T09:45:00
at 17.30                        | 2026-03-04T17:30:00
at 17h                          | 2026-03-04T17:00:00
at 17h30                        | 2026-03-04T17:30:00
at 1730                         | 2026-03-04T17:30:00
1730 hrs                        | 2026-03-04T17:30:00
at 1730h                        | 2026-03-04T17:30:00
17:30                           | 2026-03-04T17:30:00
17:30:00                        | 2026-03-04T17:30:00
at 5:30                         | 2026-03-04T17:30:00
3:15                            | 2026-03-04T15:15:00
tomorrow 1:30                   | 2026-03-05T13:30:00
tomorrow at 12:30               | 2026-03-05T12:30:00
tomorrow at 9:15                | 2026-03-05T09:15:00
tomorrow at 05:30               | 2026-03-05T05:30:00
at 7:30 in the evening          | 2026-03-04T19:30:00
tomorrow at 5:30 in the morning | 2026-03-05T05:30:00
tomorrow morning at 6:45        | 2026-03-05T06:45:00
tonight at 8:15                 | 2026-03-04T20:15:00
at 7 in the evening             | 2026-03-04T19:00:00
7 in the evening                | 2026-03-04T19:00:00
at 7 this evening               | 2026-03-04T19:00:00
this evening at 7               | 2026-03-04T19:00:00
at 8 tonight                    | 2026-03-04T20:00:00
8pm tonight                     | 2026-03-04T20:00:00
tonight 8pm                     | 2026-03-04T20:00:00
at 9 tomorrow night             | 2026-03-05T21:00:00
at 11 at night                  | 2026-03-04T23:00:00
at 6 tomorrow morning           | 2026-03-05T06:00:00
tomorrow at 6 in the morning    | 2026-03-05T06:00:00
6 in the morning tomorrow       | 2026-03-05T06:00:00
at 3 tomorrow afternoon         | 2026-03-05T15:00:00
at three in the afternoon       | 2026-03-04T15:00:00
3 o'clock in the afternoon      | 2026-03-04T15:00:00
at 10 o'clock                   | 2026-03-04T10:00:00
at ten o'clock                  | 2026-03-04T10:00:00
five o'clock                    | 2026-03-04T17:00:00
at 7 o'clock in the evening     | 2026-03-04T19:00:00
at five                         | 2026-03-04T17:00:00
at twelve                       | 2026-03-04T12:00:00
at five pm                      | 2026-03-04T17:00:00
five pm                         | 2026-03-04T17:00:00
at ten thirty                   | 2026-03-04T10:30:00
five thirty pm                  | 2026-03-04T17:30:00
at five thirty                  | 2026-03-04T17:30:00
at seven forty-five pm          | 2026-03-04T19:45:00
at six fifteen                  | 2026-03-04T18:15:00
at ten oh five                  | 2026-03-04T10:05:00
nine fifty nine pm              | 2026-03-04T21:59:00
half past five                  | 2026-03-04T17:30:00
half past 5pm                   | 2026-03-04T17:30:00
at half past ten                | 2026-03-04T10:30:00
at half five                    | 2026-03-04T17:30:00
quarter to six                  | 2026-03-04T17:45:00
a quarter past 3pm              | 2026-03-04T15:15:00
at quarter after four           | 2026-03-04T16:15:00
quarter of five                 | 2026-03-04T16:45:00
a quarter to noon               | 2026-03-04T11:45:00
at ten to eight                 | 2026-03-05T07:50:00
by ten to five                  | 2026-03-04T16:50:00
twenty past 3                   | 2026-03-04T15:20:00
at 20 past three                | 2026-03-04T15:20:00
at five past ten                | 2026-03-04T10:05:00
at twenty-five past 4           | 2026-03-04T16:25:00
at 15 past 3pm                  | 2026-03-04T15:15:00
at 20 after 3pm                 | 2026-03-04T15:20:00
noon                            | 2026-03-04T12:00:00
at 12 noon                      | 2026-03-04T12:00:00
by noon                         | 2026-03-04T12:00:00
before noon                     | 2026-03-04T12:00:00
around noon                     | 2026-03-04T12:00:00
at noonish                      | 2026-03-04T12:00:00
noon tomorrow                   | 2026-03-05T12:00:00
tomorrow around noon            | 2026-03-05T12:00:00
monday noon                     | 2026-03-09T12:00:00
at midnight                     | 2026-03-05T00:00:00
at 12 midnight                  | 2026-03-05T00:00:00
midnight tonight                | 2026-03-05T00:00:00
by midnight                     | 2026-03-05T00:00:00
around 3                        | 2026-03-04T15:00:00
around 3pm                      | 2026-03-04T15:00:00
at around 3pm                   | 2026-03-04T15:00:00
at about 3                      | 2026-03-04T15:00:00
about 3pm                       | 2026-03-04T15:00:00
around 3ish                     | 2026-03-04T15:00:00
at 3ish                         | 2026-03-04T15:00:00
3pm-ish                         | 2026-03-04T15:00:00
tomorrow around 5 pm            | 2026-03-05T17:00:00
tomorrow at approximately 5     | 2026-03-05T17:00:00
by 5                            | 2026-03-04T17:00:00
by 5 tomorrow                   | 2026-03-05T17:00:00
before 5                        | 2026-03-04T17:00:00
until 5                         | 2026-03-04T17:00:00
by 5pm                          | 2026-03-04T17:00:00
no later than 5pm               | 2026-03-04T17:00:00
not later than 5pm friday       | 2026-03-06T17:00:00
by 5pm at the latest            | 2026-03-04T17:00:00
by friday at the latest         | 2026-03-06
friday latest                   | 2026-03-06
after 5                         | 2026-03-04T17:00:00
after 5pm                       | 2026-03-04T17:00:00
tomorrow after 5pm              | 2026-03-05T17:00:00
any time after 3pm              | 2026-03-04T15:00:00
at 5pm sharp                    | 2026-03-04T17:00:00
at 5 sharp                      | 2026-03-04T17:00:00
at 5 on the dot                 | 2026-03-04T17:00:00
at exactly 5pm                  | 2026-03-04T17:00:00
on friday for 9am               | 2026-03-06T09:00:00
9am on friday                   | 2026-03-06T09:00:00
friday, 9 a.m.                  | 2026-03-06T09:00:00
friday @ 9am                    | 2026-03-06T09:00:00
friday @9                       | 2026-03-06T09:00:00
3 march 2027 at 5               | 2027-03-03T17:00:00
at 5 on 3 march 2027            | 2027-03-03T17:00:00
12/24 at 6:30pm                 | 2026-12-24T18:30:00
on the 15th at 3                | 2026-03-15T15:00:00
at 3 on the 15th                | 2026-03-15T15:00:00
due on friday at 10             | 2026-03-06T10:00:00
due date friday                 | 2026-03-06
deadline friday 5pm             | 2026-03-06T17:00:00
deadline: friday                | 2026-03-06
deadline is friday              | 2026-03-06
due: 6 march                    | 2026-03-06
half an hour before noon        | 2026-03-04T11:30:00
""")

MOMENTS = table("""
in half an hour                 | 2026-03-04T10:00:00
in a half hour                  | 2026-03-04T10:00:00
in an hour and a half           | 2026-03-04T11:00:00
in one and a half hours         | 2026-03-04T11:00:00
in 2 and a half hours           | 2026-03-04T12:00:00
in two and a half hours         | 2026-03-04T12:00:00
in 2.5 hours                    | 2026-03-04T12:00:00
in 2½ hours                     | 2026-03-04T12:00:00
in 1 1/2 hours                  | 2026-03-04T11:00:00
in 1h 30m                       | 2026-03-04T11:00:00
in 1h30                         | 2026-03-04T11:00:00
in 1 hr 30 min                  | 2026-03-04T11:00:00
in 2 hrs and 15 mins            | 2026-03-04T11:45:00
in a couple of hours            | 2026-03-04T11:30:00
in a couple hours               | 2026-03-04T11:30:00
in a few hours                  | 2026-03-04T12:30:00
in a few minutes                | 2026-03-04T09:33:00
in twenty minutes               | 2026-03-04T09:50:00
in forty five minutes           | 2026-03-04T10:15:00
in forty-five mins              | 2026-03-04T10:15:00
in 10-15 minutes                | 2026-03-04T09:45:00
in 10 to 15 min                 | 2026-03-04T09:45:00
in about an hour                | 2026-03-04T10:30:00
in an hour or so                | 2026-03-04T10:30:00
in an hour or two               | 2026-03-04T11:30:00
in a quarter of an hour         | 2026-03-04T09:45:00
in three quarters of an hour    | 2026-03-04T10:15:00
in three-quarters of an hour    | 2026-03-04T10:15:00
in an hour's time               | 2026-03-04T10:30:00
an hour from now                | 2026-03-04T10:30:00
10 minutes from now             | 2026-03-04T09:40:00
14 hours hence                  | 2026-03-04T23:30:00
in 24 hours                     | 2026-03-05T09:30:00
in 1 day and 2 hours            | 2026-03-05T11:30:00
within the hour                 | 2026-03-04T10:30:00
within an hour                  | 2026-03-04T10:30:00
in the next hour                | 2026-03-04T10:30:00
in the next 20 minutes          | 2026-03-04T09:50:00
in 15m                          | 2026-03-04T09:45:00
+15 minutes                     | 2026-03-04T09:45:00
""")

ZONED = table("""
3pm UTC                         | 2026-03-04T16:00:00
15:00 utc                       | 2026-03-04T16:00:00
at 15:00 GMT                    | 2026-03-04T16:00:00
3pm EST                         | 2026-03-04T21:00:00
tomorrow 3pm EST                | 2026-03-05T21:00:00
3pm eastern time                | 2026-03-04T21:00:00
on friday at 9am PST            | 2026-03-06T18:00:00
9am pacific on friday           | 2026-03-06T18:00:00
friday at 8 GMT                 | 2026-03-06T09:00:00
5pm CET                         | 2026-03-04T17:00:00
6pm JST tomorrow                | 2026-03-05T10:00:00
tomorrow 10:00 GMT+2            | 2026-03-05T09:00:00
tomorrow 10:00 UTC-5            | 2026-03-05T16:00:00
noon eastern tomorrow           | 2026-03-05T18:00:00
2026-03-06T10:00:00Z            | 2026-03-06T11:00:00
11pm PST tomorrow               | 2026-03-06T08:00:00
""")

LASTING: tuple[tuple[str, str, int], ...] = (
    ("tomorrow from 2 to 4", "2026-03-05T14:00:00", 120),
    ("tomorrow 2-4pm", "2026-03-05T14:00:00", 120),
    ("tomorrow 2pm-4pm", "2026-03-05T14:00:00", 120),
    ("tomorrow 2 - 4 pm", "2026-03-05T14:00:00", 120),
    ("tomorrow between 2 and 4pm", "2026-03-05T14:00:00", 120),
    ("tomorrow between 2 and 4", "2026-03-05T14:00:00", 120),
    ("between 2 and 3pm", "2026-03-04T14:00:00", 60),
    ("between 9:30 and 11:00 on thursday", "2026-03-05T09:30:00", 90),
    ("9am to 5pm tomorrow", "2026-03-05T09:00:00", 480),
    ("from 9am until 5pm tomorrow", "2026-03-05T09:00:00", 480),
    ("tomorrow 9-5pm", "2026-03-05T09:00:00", 480),
    ("tomorrow 9am-5", "2026-03-05T09:00:00", 480),
    ("tomorrow from nine to five", "2026-03-05T09:00:00", 480),
    ("tomorrow 11:30-1:30", "2026-03-05T11:30:00", 120),
    ("tomorrow 3:30 to 6 pm", "2026-03-05T15:30:00", 150),
    ("tomorrow 14:00-15:30", "2026-03-05T14:00:00", 90),
    ("tomorrow 14:00 – 15:30", "2026-03-05T14:00:00", 90),
    ("tomorrow from 10am till noon", "2026-03-05T10:00:00", 120),
    ("tomorrow noon to 2", "2026-03-05T12:00:00", 120),
    ("tomorrow from noon until 3pm", "2026-03-05T12:00:00", 180),
    ("friday 11pm to 1am", "2026-03-06T23:00:00", 120),
    ("tomorrow 10-11:30am", "2026-03-05T10:00:00", 90),
    ("friday from 6 to 7:30", "2026-03-06T18:00:00", 90),
    ("friday at 6 for an hour and a half", "2026-03-06T18:00:00", 90),
    ("friday at 6pm for 45 minutes", "2026-03-06T18:00:00", 45),
    ("for 2 hr 15 min tomorrow at 9", "2026-03-05T09:00:00", 135),
    ("tomorrow at 9 for about an hour", "2026-03-05T09:00:00", 60),
    ("tomorrow at 9 for at least 2 hours", "2026-03-05T09:00:00", 120),
    ("tomorrow at 9 for 10-15 minutes", "2026-03-05T09:00:00", 15),
    ("tomorrow at 9 for 1½ hours", "2026-03-05T09:00:00", 90),
    ("tomorrow at 9, takes 20 minutes", "2026-03-05T09:00:00", 20),
    ("tomorrow at 9 lasting 2 hours", "2026-03-05T09:00:00", 120),
    ("tomorrow at 9 for an hour", "2026-03-05T09:00:00", 60),
    ("tomorrow at 9 for one hour", "2026-03-05T09:00:00", 60),
)

LEANING: tuple[tuple[str, str, str], ...] = (
    ("dinner at 7", "dinner", "2026-03-04T19:00:00"),
    ("dinner with Sam at 7:30", "dinner with Sam", "2026-03-04T19:30:00"),
    ("dinner tomorrow at 8", "dinner", "2026-03-05T20:00:00"),
    ("on friday at 9: drinks with Kim", "drinks with Kim", "2026-03-06T21:00:00"),
    ("breakfast with Ben tomorrow at 8", "breakfast with Ben", "2026-03-05T08:00:00"),
    ("wake up tomorrow at 6", "wake up", "2026-03-05T06:00:00"),
    ("set an alarm for tomorrow at 5:45", "set an alarm", "2026-03-05T05:45:00"),
    ("lunch with Ana at 1", "lunch with Ana", "2026-03-04T13:00:00"),
    ("lunch with Ana at 12", "lunch with Ana", "2026-03-04T12:00:00"),
    ("lunch with Ana at 11:30", "lunch with Ana", "2026-03-04T11:30:00"),
    ("movie friday at 9", "movie", "2026-03-06T21:00:00"),
    ("concert on saturday 8:30", "concert", "2026-03-07T20:30:00"),
    ("dinner at 19:00", "dinner", "2026-03-04T19:00:00"),
    ("party friday 8pm", "party", "2026-03-06T20:00:00"),
)
"""What is done says which half of the day an hour is in."""
