"""What a person is reminded of: the bell, its inbox, the notices, and the devices that take them."""
