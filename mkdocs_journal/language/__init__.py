"""Dates and labels in the language of the site."""
