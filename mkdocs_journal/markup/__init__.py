"""Converts bodies in kramdown and Liquid to HTML, as Jekyll does."""
