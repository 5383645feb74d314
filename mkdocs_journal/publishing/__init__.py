"""Where everything is published: addresses of posts, feeds and redirects."""
