"""The Git history of files, read in one pass."""
