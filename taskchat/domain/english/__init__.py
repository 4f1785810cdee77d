"""The English of dates, times and repeats: tables of words and rows, and nothing else."""

from taskchat.domain.spoken import tables

__path__ = tables("domain", __path__)
