"""The options in `mkdocs.yml`: each described once, with its values and their readers."""
