"""The table of what people say for dates and times: a new phrase is a new row."""

from dataclasses import dataclass
from datetime import time

from taskchat.domain.date_builds import (
    Build,
    after,
    at,
    at_clock,
    before,
    day_month,
    dayno,
    dayno_next_month,
    end_of_month,
    figures,
    first_of_month,
    from_to,
    half_of_day,
    hour_to_hour,
    in_days,
    in_half,
    in_months,
    in_weeks,
    iso,
    last_weekday,
    minutes_past,
    minutes_to,
    moment,
    month_day,
    new_year,
    next_weekday,
    past,
    period,
    saturday,
    this_weekday,
    today_period,
    week_end,
    weekday,
    year_end,
)
from taskchat.domain.month_places import (
    from_tomorrow,
    from_weekday,
    in_weeks_from_today,
    in_workdays,
    last_of_month,
    middle_of_month,
    next_quarter,
    next_workday,
    quarter_end,
    week_after_weekday,
    weekday_of_month,
    weekday_of_next_month,
    weekday_of_this_month,
    workday_of_next_month,
    workday_of_this_month,
)
from taskchat.domain.patterns import Pattern, pattern
from taskchat.domain.slots import SLOTS, Hour
from taskchat.domain.vocabulary import END_OF_DAY, WORKDAY
from taskchat.domain.when import Said

SURE, HALF, NONE = 2, 1, 0
MIDNIGHT = Hour(time(0), next_day=True)


@dataclass(frozen=True, slots=True)
class Row:
    """`weight` is how sure a phrase is by itself: inside a longer text two are needed, alone it may be anything.

    `exposed` phrases count inside a text only where no other word follows ("at 5", but not "at 5 places");
    `follows` phrases only after another part of a date ("tomorrow 5"); `last` ones are sure at the end of a text
    ("call mom fri"); `person` ones may be somebody's name ("tom").
    """

    pattern: Pattern
    build: Build
    weight: int = SURE
    exposed: bool = False
    follows: bool = False
    last: bool = False
    person: bool = False


def row(text: str, build: Build, weight: int = SURE, **how: bool) -> Row:
    return Row(pattern(text, SLOTS), build, weight, **how)


def rows(texts: tuple[str, ...], build: Build, weight: int = SURE, **how: bool) -> tuple[Row, ...]:
    return tuple(row(text, build, weight, **how) for text in texts)


def workdays(*texts: str) -> tuple[str, ...]:
    """Each text with the ways to call a day that is worked on."""
    return tuple(text.replace("WORKDAY", word) for text in texts for word in WORKDAY)


ROWS: tuple[Row, ...] = (
    row("today", in_days(0)),
    row("tod", in_days(0), HALF, last=True),
    row("later today", in_days(0)),
    row("tomorrow|tmrw|tmr|tmw|tomorow|tommorow|tommorrow", in_days(1)),
    row("2 moro|morrow|mrw", in_days(1)),
    row("tom", in_days(1), person=True),
    row("the? day after tomorrow", in_days(2)),
    row("overmorrow", in_days(2)),
    row("yesterday", in_days(-1), HALF),
    row("the? day before yesterday", in_days(-2), HALF),
    row("tonight|tonite", lambda asked: Said(day=asked.day, period="night")),
    row("this {period}", today_period),
    row("first thing", at_clock(Hour(time(9))), NONE),
    row("now|asap", moment, NONE),
    row("right now", moment, NONE),
    # weekdays
    row("{fullday}", weekday),
    row("{weekday}", weekday, HALF, last=True),
    row("{weekday} week", week_after_weekday, exposed=True),
    row("a week on {weekday}", week_after_weekday),
    row("this|coming {weekday}", this_weekday),
    row("the|this coming {weekday}", this_weekday),
    row("next {weekday}", next_weekday),
    row("last {weekday}", last_weekday, NONE),
    # weeks, months, years
    row("this week", week_end(0), HALF),
    row("next week", in_weeks(1)),
    row("the week after next", in_weeks(2)),
    row("last week", in_weeks(-1), NONE),
    row("start|beginning of next week", in_weeks(1)),
    *rows(("at? the? end of the|this? week", "eow"), week_end(0)),
    row("at? the? end of next week", week_end(1)),
    row("the|this weekend", saturday(0)),
    row("weekend", saturday(0), HALF, exposed=True),
    row("at|on|over the weekend", saturday(0)),
    row("next weekend", saturday(1)),
    row("this month", end_of_month(0), HALF),
    row("next month", in_months(1)),
    row("last month", in_months(-1), NONE),
    *rows(("the? start|beginning of next month", "the? first day? of next month"), in_months(1)),
    *rows(("at? the? end of the|this? month", "eom", "the? last day of the|this? month"), end_of_month(0)),
    *rows(("at? the? end of next month", "the? last day of next month"), end_of_month(1)),
    *rows(("at? the? end of {month} {year}?", "the? last day of {month} {year}?"), last_of_month),
    *rows(("in? the? middle of {month} {year}?", "mid {month} {year}?", "{mid} {year}?"), middle_of_month),
    *rows(("the? start|beginning of {month} {year}?", "the? first day? of {month} {year}?"), first_of_month),
    row("the? {nth} of {month} {year}?", day_month),
    *rows(("at? the? end of the|this? quarter", "eoq"), quarter_end(0)),
    row("next quarter", next_quarter),
    row("next year", new_year(1)),
    *rows(("at? the? end of the|this? year", "eoy"), year_end),
    row("the? {place} {weekday} of|in {month} {year}?", weekday_of_month),
    row("the? {place} {weekday} of|in the|this? month", weekday_of_this_month),
    row("the? {place} {weekday} of|in next month", weekday_of_next_month),
    *rows(workdays("the? {place} WORKDAY of the|this? month"), workday_of_this_month),
    *rows(workdays("the? {place} WORKDAY of next month"), workday_of_next_month),
    *rows(workdays("in|within {n} WORKDAY", "{n} WORKDAY from now|today"), in_workdays),
    *rows(workdays("next WORKDAY"), next_workday),
    row("in {duration}", after),
    row("+ {duration}", after, exposed=True),
    row("{duration} from|after {weekday}", from_weekday),
    row("{duration} from|after tomorrow", from_tomorrow),
    row("a week today", in_weeks_from_today(1)),
    row("a week tomorrow", in_weeks_from_today(1, 1)),
    row("a fortnight|two weeks? today", in_weeks_from_today(2)),
    row("in {duration} time", after),
    row("within {duration}", after),
    row("{duration} from now|today", after),
    row("{duration}", after, NONE),
    row("{duration} later", after, NONE),
    row("{duration} ago", before, NONE),
    # written dates
    row("{iso}", iso),
    row("{slashed}", figures, exposed=True),
    row("{dotted}", figures),
    row("{dots}", figures, HALF),
    row("the? {dayno} of? {month} ,? {year}", day_month),
    row("the? {dayno} {month}", day_month),
    row("the {dayno} of {month}", day_month),
    row("the? {ord} of? {month} ,? {year}?", day_month),
    row("{month} the? {ord} ,? {year}?", month_day),
    row("{month} {dayno} ,? {year}", month_day),
    row("{dayno} - {month}", day_month),
    row("{dayno} - {month} - {year}", day_month),
    row("{month} {dayno}", month_day, exposed=True),
    row("in {month} {year}?", first_of_month),
    row("{month} {year}", first_of_month, HALF),
    row("next|this {month}", first_of_month, HALF),
    row("{month}", first_of_month, NONE),
    row("christmas|xmas eve", lambda asked: day_month(asked, 24, 12), HALF, last=True),
    row("christmas|xmas day?", lambda asked: day_month(asked, 25, 12), HALF),
    row("new year's|year’s|years eve", lambda asked: day_month(asked, 31, 12), HALF, last=True),
    row("new year's|year’s|years day", lambda asked: day_month(asked, 1, 1), HALF, last=True),
    row("valentine's|valentine’s|valentines day?", lambda asked: day_month(asked, 14, 2), HALF),
    row("halloween", lambda asked: day_month(asked, 31, 10), HALF),
    row("the {ord}", dayno, exposed=True),
    row("{ord}", dayno, HALF, exposed=True, last=True),
    row("the {ord} of this month", dayno),
    row("the? {ord} of next month", dayno_next_month),
    # times of day
    row("at? {clock}", at),
    row("at? {short}", at, exposed=True),
    row("at? {clock} sharp|hours", at),
    row("from|at? {clock} to|until|till|-|– {clock}", from_to),
    row("at {hour}", at, exposed=True),
    row("at? {hour} o'clock|oclock|o’clock", at),
    row("{hour}", at, NONE, exposed=True, follows=True),
    row("from {hour} to|until|till {hour}", hour_to_hour, exposed=True, follows=True),
    row("from? {hour} to|until|till|-|– {clock}", in_half),
    row("at {hour} h|uhr", at),
    row("at {together}", at, exposed=True),
    row("at? {together} hours|hrs", at),
    row("at {spoken}", at, exposed=True),
    row("at? {spoken} o'clock|oclock|o’clock", at),
    row("at? {spoken} am", half_of_day(evening=False)),
    row("at? {spoken} pm", half_of_day(evening=True)),
    *rows(("at? half past {hour}", "at? half past {spoken}"), past(30)),
    *rows(("at? a? quarter past {hour}", "at? a? quarter past {spoken}"), past(15)),
    *rows(("at? a? quarter to {hour}", "at? a? quarter to {spoken}"), past(-15)),
    *rows(("at {n} minutes? past {hour}", "at {n} minutes? past {spoken}"), minutes_past, exposed=True),
    *rows(("at {n} minutes? to {hour}", "at {n} minutes? to {spoken}"), minutes_to, exposed=True),
    row("at noon|midday|lunchtime|lunch", at_clock(Hour(time(12)))),
    row("noon|midday", at_clock(Hour(time(12))), HALF, last=True),
    row("at midnight", at_clock(MIDNIGHT)),
    row("midnight", at_clock(MIDNIGHT), HALF, last=True),
    row("in the {period}", period),
    row("at night", lambda asked: Said(period="night"), HALF),
    row("{period}", period, HALF, follows=True),
    row("first thing in the {period}", period),
    *rows(("eod|cob", "the? end of the? day", "close of business"), lambda asked: Said(period=END_OF_DAY)),
)
