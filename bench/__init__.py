"""How quick TaskChat is: the figures of `bin/bench`."""
