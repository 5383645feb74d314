"""What Git knows about the files: asked once, in one pass."""
