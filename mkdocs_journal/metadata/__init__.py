"""Page metadata for search engines, previews and other programs."""
