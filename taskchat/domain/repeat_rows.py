"""The table of what people say for repeats: a new phrase is a new row."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass

from taskchat.domain.date_row import workdays
from taskchat.domain.holiday_rules import Rule
from taskchat.domain.patterns import Index, Pattern, pattern
from taskchat.domain.repeat_slots import REPEAT_SLOTS
from taskchat.domain.rules import WEEKDAYS, RuleParts

Build = Callable[..., RuleParts | None]
LEAP_YEAR = 2028
WORKDAYS = "MO,TU,WE,TH,FR"
MOST_WORKDAYS = 23
"""In one month."""


@dataclass(frozen=True, slots=True)
class Opening:
    """`exposed` words count inside a text only where no other word follows or counts them: "daily", not "daily news".

    `completes`: only with "after completion" behind it. `period`: the last value is the part of the day.
    """

    pattern: Pattern
    build: Build
    exposed: bool = False
    period: bool = False
    completes: bool = False


def every(frequency: str, interval: int = 1, **more: str) -> Build:
    return lambda: {"FREQ": frequency, "INTERVAL": str(interval), **more}


def every_n(frequency: str) -> Build:
    return lambda n: {"FREQ": frequency, "INTERVAL": str(n)}


def every_nth(frequency: str) -> Build:
    """ "Every third day"; nobody says "every first day" for each of them."""
    return lambda nth: {"FREQ": frequency, "INTERVAL": str(nth)} if nth > 1 else None


def on_weekdays(interval: int) -> Build:
    return lambda days: {"FREQ": "WEEKLY", "INTERVAL": str(interval), "BYDAY": days}


def nth_weekday(place: int, weekday: int) -> RuleParts | None:
    day = f"{place}{WEEKDAYS[weekday]}"
    return {"FREQ": "MONTHLY", "BYDAY": day} if place <= 5 else None


def two_weekdays(first: int, second: int, weekday: int) -> RuleParts | None:
    """ "Every 2nd and 4th tuesday" of the month."""
    days = (nth_weekday(place, weekday) for place in (first, second))
    found = ",".join(day["BYDAY"] for day in days if day)
    return {"FREQ": "MONTHLY", "BYDAY": found} if first < second and found.count(",") else None


def every_nth_weekday(place: int, weekday: int) -> RuleParts | None:
    """ "Every second friday" is every other one; "every third friday" is the month's third."""
    return on_weekdays(2)(WEEKDAYS[weekday]) if place == 2 else nth_weekday(place, weekday)


def day_of_month(day: int) -> RuleParts | None:
    return {"FREQ": "MONTHLY", "BYMONTHDAY": str(day)} if 1 <= day <= 31 else None


def days_of_month(days: str) -> RuleParts:
    return {"FREQ": "MONTHLY", "BYMONTHDAY": days}


def nth_workday(place: int) -> RuleParts | None:
    """The last, the 15th day of the month that is worked on."""
    return {"FREQ": "MONTHLY", "BYDAY": WORKDAYS, "BYSETPOS": str(place)} if place <= MOST_WORKDAYS else None


def day_of_year(day: int, month: int) -> RuleParts | None:
    """A day that exists in some year, 29 February among them."""
    parts = {"FREQ": "YEARLY", "BYMONTH": str(month), "BYMONTHDAY": str(day)}
    return parts if 1 <= day <= monthrange(LEAP_YEAR, month)[1] else None


def day_of_year_american(month: int, day: int) -> RuleParts | None:
    return day_of_year(day, month)


def weekday_of_year(place: int, weekday: int, month: int) -> RuleParts | None:
    """ "Every first monday of april"."""
    found = nth_weekday(place, weekday)
    return found and {"FREQ": "YEARLY", "BYMONTH": str(month), "BYDAY": found["BYDAY"]}


def months_of_year(months: str) -> RuleParts:
    """ "Every april and october": on the first of each."""
    return {"FREQ": "YEARLY", "BYMONTH": months, "BYMONTHDAY": "1"}


def holiday_of_year(rule: Rule) -> RuleParts | None:
    """ "Every christmas"; no rule says when easter is."""
    return {"FREQ": "YEARLY", **rule.yearly} if rule.yearly else None


def every_n_quarters(n: int) -> RuleParts:
    return {"FREQ": "MONTHLY", "INTERVAL": str(3 * n)}


def daily_in(period: str) -> RuleParts:
    return {"FREQ": "DAILY"}


def days_in(days: str, period: str) -> RuleParts:
    """ "Sunday evenings"."""
    return {"FREQ": "WEEKLY", "BYDAY": days}


def workdays_in(period: str) -> RuleParts:
    return {"FREQ": "WEEKLY", "BYDAY": WORKDAYS}


def openings(build: Build, *texts: str, **how: bool) -> tuple[Opening, ...]:
    """ "Every" can be short, and "every!" counts from the completion."""
    spoken = (re.sub(r"^every(\|each)? ", r"every|ev\1 !? ", text) for text in texts)
    return tuple(Opening(pattern(text, REPEAT_SLOTS), build, **how) for text in spoken)


OPENINGS: tuple[Opening, ...] = (
    # understood so that the refusal can say why
    *openings(every("HOURLY"), "every|each half|other? hour|minute", "every half an hour", "hourly"),
    *openings(every_n("HOURLY"), "every {many} h|hr|hrs|hours|m|min|mins|minutes|s|sec|secs|seconds"),
    *openings(every("DAILY"), "every|each single? day", "every day of the week"),
    *openings(every("DAILY"), "daily|everyday", exposed=True),
    *openings(daily_in, "{nightly}", exposed=True, period=True),
    *openings(every("DAILY", 2), "every other|second|2nd|alternate day"),
    *openings(every_n("DAILY"), "every {many} d|day|days"),
    *openings(every_nth("DAILY"), "every {nth} day"),
    *openings(every_n("DAILY"), "{count} d|day|days", completes=True),
    *openings(every("DAILY"), "once a|per|every day", exposed=True),
    *openings(daily_in, "every|each {period}", period=True),
    *openings(every("WEEKLY"), "every|each week"),
    *openings(every("WEEKLY"), "weekly", exposed=True),
    *openings(every("WEEKLY", 2), "every other|second|2nd|alternate week", "every|each fortnight"),
    *openings(every("WEEKLY", 2), "biweekly|bi-weekly|fortnightly", exposed=True),
    *openings(every_n("WEEKLY"), "every {many} w|wk|wks|week|weeks"),
    *openings(every("WEEKLY", 2), "once a|per|every fortnight", exposed=True),
    *openings(every_nth("WEEKLY"), "every {nth} week"),
    *openings(every_n("WEEKLY"), "{count} w|week|weeks", completes=True),
    *openings(every("WEEKLY"), "once a|per|every week", exposed=True),
    *openings(every("WEEKLY", BYDAY=WORKDAYS), *workdays("every|each WORKDAY"), "on weekdays|workdays"),
    *openings(every("WEEKLY", BYDAY=WORKDAYS), "weekdays|workdays", exposed=True),
    *openings(workdays_in, "on? weekday|workday {periods}", period=True),
    *openings(days_in, "on {weekdays} {periods}", period=True),
    *openings(days_in, "{weekdays} {periods}", period=True, exposed=True),
    *openings(every("WEEKLY", BYDAY="SA,SU"), "every|each weekend", "on weekends"),
    *openings(every("WEEKLY", BYDAY="SA,SU"), "weekends", exposed=True),
    *openings(on_weekdays(1), "every|each single? {weekdays}", "every {letters}"),
    *openings(on_weekdays(1), "on? {weekdays} every|each week", "on? {weekdays} weekly"),
    *openings(on_weekdays(2), "every other|alternate {weekdays}"),
    *openings(on_weekdays(2), "on? {weekdays} every other|second|2nd|two|2 week|weeks"),
    *openings(on_weekdays(1), "{most_days}", "{three_days}", "{slashed_days}", "on {plural_days}"),
    *openings(on_weekdays(1), "{plural_days}", exposed=True),
    *openings(every_nth_weekday, "every|each {place} {weekday}"),
    *openings(
        nth_weekday,
        "every|each {place} {weekday} of|in the|each|every? month",
        "on? the? {place} {weekday} of|in every|each month",
    ),
    *openings(
        two_weekdays,
        "every|each {place} and|& {place} {weekday}",
        "every|each {place} and|& {place} {weekday} of|in the|each|every? month",
        "on? the? {place} and|& {place} {weekday} of|in every|each month",
    ),
    *openings(
        nth_workday,
        *workdays(
            "every|each {place} WORKDAY",
            "every|each {place} WORKDAY of|in the|each|every? month",
            "on? the? {place} WORKDAY of|in every|each month",
        ),
    ),
    *openings(every("MONTHLY"), "every|each month"),
    *openings(every("MONTHLY"), "monthly", exposed=True),
    *openings(every("MONTHLY", 2), "every other|second|2nd|alternate month"),
    *openings(every("MONTHLY", 2), "bimonthly|bi-monthly", exposed=True),
    *openings(every_n("MONTHLY"), "every {many} mo|mos|month|months"),
    *openings(every_nth("MONTHLY"), "every {nth} month"),
    *openings(every_n("MONTHLY"), "{count} mo|month|months", completes=True),
    *openings(every("MONTHLY"), "once a|per|every month", exposed=True),
    *openings(every("MONTHLY", 6), "every half year", "every half a year"),
    *openings(every("MONTHLY", 6), "semiannually|semi-annually|biannually|half-yearly|semi-yearly", exposed=True),
    *openings(every("MONTHLY", 3), "every|each quarter"),
    *openings(every("MONTHLY", 3), "once a|per|every quarter", exposed=True),
    *openings(every("MONTHLY", 6), "every other|second|2nd quarter"),
    *openings(every_n_quarters, "every {n} quarters"),
    *openings(every("MONTHLY", 3), "quarterly", exposed=True),
    *openings(
        day_of_month,
        "every|each {nth} day? of the|each|every? month",
        "on? the? {nth} day? of every|each month",
        "on? day {n} of every|each month",
    ),
    *openings(every("MONTHLY", BYMONTHDAY="1"), "at|on|in? the? beginning|start of every|each month"),
    *openings(every("MONTHLY", BYMONTHDAY="15"), "in|at? the? middle of every|each month", "mid every|each month"),
    *openings(
        days_of_month,
        "every|each {month_days}",
        "every|each {month_days} of the|each|every? month",
        "on? the {month_days} of every|each month",
    ),
    *openings(
        every("YEARLY", BYMONTH="1,4,7,10", BYMONTHDAY="1"),
        "on|at? the? first|1st day of every|each quarter",
        "at|on? the? start|beginning of every|each quarter",
    ),
    *openings(
        every("YEARLY", BYMONTH="3,6,9,12", BYMONTHDAY="-1"),
        "on|at? the? last day of every|each quarter",
        "at|on? the? end of every|each quarter",
    ),
    *openings(
        every("MONTHLY", BYMONTHDAY="-1"),
        "every last day of the? month",
        "on? the? last day of every|each month",
        "at? the? end of every|each month",
        "every month end",
    ),
    *openings(every("MONTHLY", BYMONTHDAY="-1"), "every last day", exposed=True),
    *openings(every("YEARLY"), "every|each year"),
    *openings(every_nth("YEARLY"), "every {nth} year"),
    *openings(every_n("YEARLY"), "{count} y|year|years", completes=True),
    *openings(every("YEARLY"), "once a|per|every year", exposed=True),
    *openings(every("YEARLY"), "yearly|annually", exposed=True),
    *openings(every("YEARLY", 2), "every other|second|2nd|alternate year"),
    *openings(every("YEARLY", 2), "biennially", exposed=True),
    *openings(every_n("YEARLY"), "every {many} y|yr|yrs|year|years"),
    *openings(every("YEARLY", BYMONTH="12", BYMONTHDAY="31"), "at|on? the? end of every|each year"),
    *openings(every("YEARLY", BYMONTH="1", BYMONTHDAY="1"), "at|on? the? beginning|start of every|each year"),
    *openings(weekday_of_year, "every|each {place} {weekday} of|in {month}"),
    *openings(months_of_year, "every|each {months}", exposed=True),
    *openings(holiday_of_year, "every|each {holiday}", exposed=True),
    *openings(day_of_year, "every|each {dayno} of? {month}", "every|each {ord} of? {month}"),
    *openings(day_of_year_american, "every|each {month} {dayno}", "every|each {month} {ord}"),
)


OPENINGS_INDEX = Index(OPENINGS, lambda opening: opening.pattern)
