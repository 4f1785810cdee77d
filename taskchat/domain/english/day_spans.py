"""Spans of days and choices between days, "july 1 to 14", "wed or thu"."""

TO = "-|–|—|to|until|till|through|thru|and|or|&|/"
SPANS = (
    f"from|between? {{month}} the? {{nth}} {TO} the? {{nth}} ,? {{year}}?",
    f"from|between? {{month}} {{dayno}} {TO} {{dayno}} ,? {{year}}?",
    f"from|between? the? {{nth}} {TO} the? {{nth}} of? {{month}} {{year}}?",
    f"from|between? {{dayno}} {TO} {{dayno}} of? {{month}} {{year}}?",
    f"from|between {{month}} the? {{nth}} {TO} {{month}} the? {{nth}} ,? {{year}}?",
    f"from|between {{month}} {{dayno}} {TO} {{month}} {{dayno}} ,? {{year}}?",
    f"from|between {{weekday}} {TO} {{weekday}}",
    "on? {weekday} or|/ {weekday}",
)
