"""The English of dates, times and repeats: tables of words and rows, and nothing else."""
