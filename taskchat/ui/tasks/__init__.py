"""Tasks: state, quick add, filters, rows, editor, list, places."""
