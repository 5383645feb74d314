"""The front matter of a file: found, parsed with places, and its keys."""
