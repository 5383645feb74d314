"""From the bytes of a source to checked values."""
