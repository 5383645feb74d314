"""Files of users: which of them can be read."""
