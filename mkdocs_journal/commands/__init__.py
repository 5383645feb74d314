"""The command line: one module per command.

Where ProperDocs is the only host, it is asked for its alias of `mkdocs`, which its own commands have by themselves.
"""

from importlib import import_module
from importlib.util import find_spec

if find_spec("mkdocs") is None:
    import_module("properdocs.replacement")
