"""What a person can do: one function, one transaction, then the news."""
