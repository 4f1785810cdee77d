"""The task list: state, quick add, filters, rows, editor."""
