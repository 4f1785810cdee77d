"""The small vocabulary every page is written in."""
