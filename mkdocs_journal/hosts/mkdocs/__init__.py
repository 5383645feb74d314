"""What needs MkDocs (or ProperDocs): its files, pages, navigation and events."""
