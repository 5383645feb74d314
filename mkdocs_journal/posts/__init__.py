"""Posts: what a source says, checked and made into values."""
