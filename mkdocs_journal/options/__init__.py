"""What the user sets in `mkdocs.yml`: each option once, its values, and how they are read."""
