"""Texts as they come out of Markdown."""
