"""The table of days that are counted from another: "a week on tuesday", "the day after christmas"."""

from taskchat.domain.anchors import COUNTED_SLOTS
from taskchat.domain.counted_builds import (
    beside_day,
    early_on,
    edge_of_part,
    from_day,
    in_weeks_from_today,
    in_workdays,
    next_workday,
    nth_weekday_from_now,
    part_of_day,
    same_time,
    same_time_later,
    week_after_weekday,
    week_with,
    weekday_after_next,
    weekday_beside,
    within,
)
from taskchat.domain.date_builds import after, before, in_days
from taskchat.domain.date_row import HALF, NONE, Row, row, rows, workdays
from taskchat.domain.durations import Duration

SOON = (
    row("in about|around|roughly|exactly? {duration}", after),
    row("in the next {duration}", after),
    row("over|within the next|coming {duration}", after),
    row("in {duration} or so", after),
    row("in {duration} time", after),
    row("within {duration}", after),
    *rows(("within the|this hour", "in the next hour"), within(Duration(minutes=60))),
    row("+ {duration}", after, exposed=True),
    row("{duration} from now|today", after),
    row("{duration} hence", after),
    row("{duration}", after, NONE),
    row("{duration} later", after, NONE),
    row("{duration} ago", before, NONE),
    row("a week today", in_weeks_from_today(1)),
    row("a week tomorrow", in_weeks_from_today(1, 1)),
    row("today week", in_weeks_from_today(1), HALF, last=True),
    row("tomorrow week", in_weeks_from_today(1, 1), HALF, last=True),
    row("a fortnight|two weeks? today", in_weeks_from_today(2)),
    row("{weekday} week", week_after_weekday, exposed=True),
    row("next next {weekday}", weekday_after_next),
    row("the? {weekday} after next", weekday_after_next),
    row("{n} {weekday} from now|today", nth_weekday_from_now),
    *rows(workdays("in|within {n} WORKDAY", "{n} WORKDAY from now|today"), in_workdays),
    *rows(workdays("the? next WORKDAY"), next_workday),
)
BESIDE = tuple(
    each
    for texts, build in (
        (("{duration} from|after|on|this {anchor}",), from_day(1)),
        (("{duration} before {anchor}",), from_day(-1)),
        (("the day|morning after {anchor}",), beside_day(1)),
        (("the day|night before {anchor}",), beside_day(-1)),
        (("the? {place}? {weekday} after {anchor}",), weekday_beside(1)),
        (("the? {place}? {weekday} before {anchor}",), weekday_beside(-1)),
        (("the? week of|commencing|beginning|starting {anchor}", "w / c|b {anchor}"), week_with(0)),
        (("the? week after {anchor}",), week_with(1)),
        (("the? week before {anchor}",), week_with(-1)),
        (("on|in? the {period} of {anchor}",), part_of_day),
        (("bright and early {anchor}",), early_on),
        (("early {anchor} {period}",), edge_of_part("early")),
        (("late {anchor} {period}",), edge_of_part("late")),
        (("at|around? the|this|same time {anchor}",), same_time),
    )
    for each in rows(texts, build, slots=COUNTED_SLOTS)
)
SAME_TIME = (
    row("at|around? the|this|same time next week", same_time_later(7)),
    row("the|this|same day next week", in_days(7)),
)
COUNTED: tuple[Row, ...] = (*SOON, *SAME_TIME, *BESIDE)
