"""The conversation: state, stream, composer, messages, steps."""
