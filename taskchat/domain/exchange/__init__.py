"""Tasks of other programs and of our own files: what comes in, and what goes out; pure."""
