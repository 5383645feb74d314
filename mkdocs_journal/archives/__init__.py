"""Posts collected under a heading: by date, tag, category, author."""
