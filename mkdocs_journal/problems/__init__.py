"""What went wrong in a source, said to its author."""
