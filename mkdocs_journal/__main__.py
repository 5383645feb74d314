"""`python -m mkdocs_journal`: the command line."""

from __future__ import annotations

from mkdocs_journal.commands.main import main

main()
