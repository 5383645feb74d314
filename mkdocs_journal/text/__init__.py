"""Rendered HTML and Markdown text: excerpts, titles, tokens."""
