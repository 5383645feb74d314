"""URLs: slugs, links, and the table with one owner for each URL."""
