"""What a program touches: routes, guards, headers."""
