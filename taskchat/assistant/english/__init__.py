"""The English that the assistant understands: tables of words and rows, and nothing else."""

from taskchat.domain.spoken import tables

__path__ = tables("assistant", __path__)
