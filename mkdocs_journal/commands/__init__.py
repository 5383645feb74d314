"""The edge to the terminal: one module for each command."""
