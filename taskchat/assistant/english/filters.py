"""The words of filters: what names a list, a tag, an order, a state."""

LATE = frozenset({"late", "missed", "past due"})
