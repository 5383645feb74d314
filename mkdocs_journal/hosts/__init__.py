"""The programs that build sites."""
