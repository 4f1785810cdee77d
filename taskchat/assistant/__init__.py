"""The ChatKit server, its agent, tools and models."""
