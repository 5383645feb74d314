"""The front matter of a file: splitting, parsing with places, and keys."""
