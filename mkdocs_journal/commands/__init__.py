"""The command line: one module per command.

If only ProperDocs is installed, it is imported for its alias of `mkdocs`, which its own commands set up themselves.
"""

from importlib import import_module
from importlib.util import find_spec

if find_spec("mkdocs") is None:
    import_module("properdocs.replacement")
