"""Changes to sources by commands: single spans of front matter, the rest of a file byte for byte."""
