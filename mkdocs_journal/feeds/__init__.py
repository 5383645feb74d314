"""Feeds: one model of a feed, three formats."""
