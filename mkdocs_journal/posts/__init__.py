"""Posts: the front matter of a source, checked and converted to values."""
