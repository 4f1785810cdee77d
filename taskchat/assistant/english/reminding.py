"""Words around a time that only a reminder or an alarm makes sense of."""

CALLING = frozenset(["alarms", "reminders", "alerts", "remind", "alarm", "reminder", "notify", "alert", "wake"])
"""Words after which "for 7" is an hour."""
FOR, AT, MORNING = "for", "at", "am"
""" "For 7" is "at 7", and "at 7 am" where somebody is to be woken."""
FOLLOWS = "today|tomorrow|tonight|on|every|each|in_the|to|please"
"""What may stand behind such an hour."""
WAKING = ("wake|get|be me|us? up", "i'm up", "wake|awake")
LATE = "evening|night|tonight|afternoon|noon|from_now|in_an|in_a|nap|am|pm|a.m|p.m"
"""With these an hour at which to be woken is no morning's, or says itself which it is."""
HOURS = ("at", "for", "by")
OWNERS = "today|tomorrow|tonight|{weekday}"
"""Tomorrow's meeting is a meeting tomorrow."""
BEFORE = "before"
BEFORE_IT = "before it|that|then|hand"
IN_MINUTES = r"in (\d{1,2}|five|ten|fifteen|twenty|thirty|forty|fifty)(?= to\b|$)"
""" "In 15", of minutes."""
MINUTES = "minutes"
FROM_NOW = "from now"
AMOUNT = r"\d+|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|half|about"
