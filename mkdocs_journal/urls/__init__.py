"""Where things are published: slugs, permalinks, one owner for each URL, links between them."""
