"""The English that the assistant understands: tables of words and rows, and nothing else."""
