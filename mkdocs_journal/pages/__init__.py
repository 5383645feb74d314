"""What templates see, and what is put on pages; no host."""
