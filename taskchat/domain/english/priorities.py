"""What people call how much a task matters."""

HIGH = ("high", "h", "1", "p1", "urgent", "important", "highest", "critical", "top")
MEDIUM = ("medium", "med", "m", "2", "p2", "normal", "none", "default", "", "no")
LOW = ("low", "l", "3", "p3", "4", "p4", "lowest", "minor", "unimportant")
PRIORITY = "priority"
"""Beside one of these it says nothing."""
