"""The table of what people say for a time of day: a new phrase is a new row."""

from datetime import time

from taskchat.domain.date_builds import (
    at,
    at_clock,
    at_in_zone,
    between,
    edge_of,
    half_of_day,
    hour_before,
    hour_in_period,
    hour_of,
    minutes_past,
    minutes_to,
    moment,
    of_a_day,
    of_today,
    past,
    period,
    today_period,
    whole_hours,
)
from taskchat.domain.date_row import HALF, NONE, Row, row, rows
from taskchat.domain.english.vocabulary import END_OF_DAY, MEALTIMES
from taskchat.domain.slots import Hour

ABOUT = "about|around|approximately|approx|roughly|circa|~|exactly"
MIDNIGHT = Hour(time(0), next_day=True)
CLOCKS = (
    row(f"at? {ABOUT}? {{clock}}", at),
    row("at? {short}", at, exposed=True),
    row("at? {clock} sharp|hours|hrs|ish", at),
    row(f"at? {ABOUT}? {{clock}} - ish", at),
    *rows((f"at? {ABOUT}? {{clock}} {{zone}}", "at {hour} {zone}", "at? {noon} {zone}"), at_in_zone),
    row(f"at {ABOUT}? {{hour}}", at, exposed=True),
    row(f"at? {ABOUT} {{hour}}", at, exposed=True),
    row(f"at? {ABOUT}? {{hour}} ish", at),
    row(f"at? {ABOUT} {{spoken}}", at, exposed=True),
    *rows(("by|before|after|until|till {hour}", "by|before|after|until|till {spoken}"), at, exposed=True),
    row("at? {hour} o'clock|oclock|o’clock", at),
    row("{hour}", at, NONE, exposed=True, follows=True),
    row("at {hour} h|uhr", at),
    row("{hour} h|uhr", at, HALF, follows=True),
    row("at {parted}", at),
    row("{surely_parted}", at),
    row("at {parted_bare}", at, exposed=True),
    row("at {together}", at, exposed=True),
    row("at? {together} hours|hrs|h", at),
    row(f"at {ABOUT}? {{spoken}}", at, exposed=True),
    row(f"at? {ABOUT}? {{spoken}} o'clock|oclock|o’clock", at),
    row("at? {n} hours|hrs", whole_hours),
    row("at {spoken_clock}", at),
    row("{spoken_clock}", at, exposed=True, follows=True),
    row("at? {spoken} am", half_of_day(evening=False)),
    row("at? {spoken} pm", half_of_day(evening=True)),
    row("at? {spoken_clock} am", half_of_day(evening=False)),
    row("at? {spoken_clock} pm", half_of_day(evening=True)),
    row("after {clock}", at),
    row("by|before|after|until|till {half_hour}", at),
    row("any time|anytime after {any_hour}", at),
)
RANGES = (
    row("from|at? {any_hour} to|until|till|til|-|– {clock}", between),
    row("from|at? {any_hour} to|until|till|til|-|– {noon}", between),
    row("from|at? {clock} to|until|till|til|-|– {any_hour}", between, exposed=True),
    row("from|at? {any_hour} to|until|till|til|-|– {half_hour}", between),
    row("from {any_hour} to|until|till|til|-|– {any_hour}", between, exposed=True, follows=True),
    row("from {any_hour} to|until|till|til|-|– {any_hour}", between, HALF, exposed=True),
    row("between {any_hour} and|- {any_hour}", between, HALF, exposed=True),
    row("from? {noon} to|until|till|til|-|– {any_hour}", between, exposed=True),
    row("between {any_hour} and|- {clock}", between),
)
SPOKEN = (
    *rows(("at? half past {any_hour}", "at half {any_hour}"), past(30)),
    *rows(("at? a? quarter past|after {any_hour}",), past(15)),
    *rows(("at? a? quarter to|before|of|til|till {any_hour}",), past(-15)),
    row("half {any_hour}", past(30), follows=True),
    row("at {n} minutes? past|after {any_hour}", minutes_past, exposed=True),
    row("{n} minutes? past {any_hour}", minutes_past, exposed=True),
    row("at {n} minutes? to|before {any_hour}", minutes_to, exposed=True),
    row("{n} minutes? to {any_hour}", minutes_to, HALF, exposed=True),
    row("at? {n} minutes? to|before {noon}", minutes_to),
    row("at? {n} minutes? past|after {noon}", minutes_past),
    row("{duration} before {any_hour}", hour_before(-1), exposed=True),
    row("{duration} after {any_hour}", hour_before(1), exposed=True),
)
NAMED = (
    row(f"at {ABOUT}? 12? noon|midday|noonish", at_clock(Hour(time(12)))),
    row(f"{ABOUT} noon|midday", at_clock(Hour(time(12)))),
    row("12? noon|midday", at_clock(Hour(time(12))), HALF, last=True),
    row("noonish", at_clock(Hour(time(12))), HALF, last=True),
    row("at 12? midnight", at_clock(MIDNIGHT)),
    row("12? midnight", at_clock(MIDNIGHT), HALF, last=True),
    *(each for text, clock in MEALTIMES.items() for each in rows((text,), at_clock(Hour(clock)), HALF, last=True)),
    row("lunchtime", at_clock(Hour(time(12))), HALF, follows=True),
    row("first thing", at_clock(Hour(time(9))), NONE),
    row("now|asap", moment, NONE),
    row("right now", moment, NONE),
)
PARTS = (
    row("this {period}", today_period),
    row("tonight", of_today("night")),
    row("2 nite|night", of_today("night")),
    row("later tonight", of_today("night")),
    row("late tonight", of_today("late night")),
    row("in the {period}", period),
    row("at night", of_a_day("night"), HALF),
    row("{period}", period, HALF, follows=True),
    row("{long_period}", period, HALF),
    row("early in the {period}", edge_of("early")),
    row("late in the {period}", edge_of("late")),
    row("first thing in the {period}", period),
    row("at? {spoken} in the {period}", hour_in_period),
    row("at? {hour} in the {period}", hour_in_period),
    row("at? {any_hour} at night", hour_of("night")),
    row("in the middle of the night", at_clock(Hour(time(3)))),
    *rows(
        ("eod|cob", "the? end of the? day", "the? end of today", "close of business|play", "the? end of business"),
        of_a_day(END_OF_DAY),
    ),
)
TIMES: tuple[Row, ...] = (*CLOCKS, *RANGES, *SPOKEN, *NAMED, *PARTS)
