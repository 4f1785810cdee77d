"""Words around the words of a day: what leads to them, and days that own something ("tomorrow's meeting")."""

LEADING = ("due", "on", "for")
FROM = "from"
"""Leads to a day as well, where no end of a span (TO) follows."""
TO = ("to", "until", "till")
OWNING = "today|tomorrow|yesterday|tonight|morning|afternoon|evening|week|month|year|{weekday}"
MINE = "my|our {own}"
OWN = "week|weekend|month|morning|afternoon|evening"
THIS = "this"
""" "My week" is this week."""
