"""The plan of all outputs: URLs of posts, archives, feeds and redirects."""
