"""TaskChat: a self-hosted task manager one can talk to."""
