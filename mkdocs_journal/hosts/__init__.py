"""One package for each program that builds sites."""
