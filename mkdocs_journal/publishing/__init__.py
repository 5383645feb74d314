"""Where outputs are published: URLs of posts, feeds and redirects."""
