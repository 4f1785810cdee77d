"""Answers files of lines, one JSON line each, so that what TaskChat understands can be judged from outside."""
