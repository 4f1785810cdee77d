"""Words around a time that only a reminder or an alarm makes sense of."""

CALLING = frozenset(["alarms", "reminders", "alerts", "remind", "alarm", "reminder", "notify", "alert", "wake"])
"""Words after which "for 7" is an hour."""
