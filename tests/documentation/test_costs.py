"""The README and the page about performance have the figures of `benchmarks/measured.yml`."""

from __future__ import annotations

from tests.conftest import ROOT, Golden
from tests.documentation.costs import costs_table, replaced_table
from tests.test_documentation import with_written


def test_the_figures_of_the_readme(golden: Golden) -> None:
    """`--update-golden` writes them."""
    golden(ROOT / "README.md", with_written(ROOT / "README.md", replaced_table(), mark="costs"))


def test_the_figures_of_the_documentation(golden: Golden) -> None:
    page = ROOT / "docs/explanation/performance.md"

    golden(page, with_written(page, costs_table(), mark="costs"))
