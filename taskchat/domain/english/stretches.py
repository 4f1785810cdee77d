"""Spans of days that have a name: "next week", "june 2027", "q3"."""

from taskchat.domain.stretches import (
    Rows,
    month,
    named_half,
    named_month,
    named_quarter,
    named_year,
    next_named_month,
    quarter,
    rows,
    season,
    this_month,
    week,
    weekend,
    year,
)

MONTH_ROWS = (
    *rows(named_month, "{month} {year}?"),
    *rows(next_named_month, "next|this|coming {month}"),
)
SEASONS_NAMED = rows(season, "the? {season} {year}?")
WEEK_ROWS = (
    *rows(week(0), "the|this|current? week"),
    *rows(week(1), "the? next|following|coming week"),
    *rows(week(2), "the? week after next"),
)
FIGURES = (*rows(named_quarter, "{quarter} {year}?"), *rows(named_half, "{half} {year}?"))
SEASON_ROWS = (
    *SEASONS_NAMED,
    *FIGURES,
    *rows(named_quarter, "the? {nth} quarter|qtr {year}?"),
    *rows(named_half, "the? {nth} half {year}?"),
)
QUARTERS = (
    *rows(quarter(0), "the|this|current? quarter|qtr"),
    *rows(quarter(1), "the? next|following|coming quarter|qtr"),
)
STRETCHES: Rows = (
    *MONTH_ROWS,
    *SEASON_ROWS,
    *WEEK_ROWS,
    *rows(this_month, "the|current? month"),
    *rows(month(0), "this month"),
    *rows(month(1), "the? next|following|coming month"),
    *rows(month(2), "the? month after next"),
    *QUARTERS,
    *rows(year(0), "the|this|current? year|yr"),
    *rows(year(1), "the? next|following|coming year|yr"),
    *rows(named_year, "{full_year}"),
    *rows(weekend(0), "the|this? weekend"),
)
QUARTER, HALF = "q", "h"
"""Before a figure: "q3", "h1"."""
