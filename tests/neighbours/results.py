"""What came out beside each neighbour, and the table of it in the documentation."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

RESULTS: Final = Path(__file__).parent / "results.json"
"""Written by `run.py`; `docs/reference/compatibility.md` is generated from it."""

_START: Final = "<!-- table -->"
_END: Final = "<!-- end of the table -->"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Outcome:
    """One test beside one installed package, with one host."""

    package: str
    """The name of the neighbour at the package index."""
    version: str
    host: str
    """`mkdocs` or `properdocs`."""
    test: str
    passed: bool
    setting: str = ""
    """What a site has to write to build beside it."""
    why: str = ""
    """Why it does not work; such a test is expected to fail."""
    note: str = ""
    """What works in another way than one might expect."""


def read_outcomes(file: Path = RESULTS) -> tuple[Outcome, ...]:
    """Return the outcomes of a file, one JSON object a line."""
    return tuple(Outcome(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines())


def as_lines(outcomes: Iterable[Outcome]) -> str:
    """Return outcomes as a file has them, sorted."""
    return "".join(f"{json.dumps(asdict(outcome))}\n" for outcome in sorted(outcomes))


def table(outcomes: Iterable[Outcome]) -> str:
    """Return the table of the documentation: a row for each neighbour, a column for each host."""
    rows: dict[tuple[str, str], list[Outcome]] = {}
    for outcome in sorted(outcomes):
        rows.setdefault((outcome.package, outcome.version), []).append(outcome)
    lines = ["| neighbour | version | MkDocs | ProperDocs | note |", "|---|---|---|---|---|"]
    for (package, version), mine in rows.items():
        words = [_word([outcome for outcome in mine if outcome.host == host]) for host in ("mkdocs", "properdocs")]
        notes = dict.fromkeys(text for outcome in mine for text in (outcome.setting, outcome.why, outcome.note) if text)
        lines.append(f"| {package} | {version} | {' | '.join(words)} | {'; '.join(notes)} |")
    return "\n".join(lines)


def written_page(page: str, outcomes: Iterable[Outcome]) -> str:
    """Return a page of the documentation with the table between its two marks."""
    before, _, rest = page.partition(_START)
    return f"{before}{_START}\n\n{table(outcomes)}\n\n{_END}{rest.partition(_END)[2]}"


def _word(outcomes: list[Outcome]) -> str:
    if not outcomes:
        return "not tested"
    if any(outcome.why for outcome in outcomes):
        return "in part" if any(outcome.passed and not outcome.why for outcome in outcomes) else "does not work"
    if not all(outcome.passed for outcome in outcomes):
        return "fails"
    return "works with a setting" if any(outcome.setting for outcome in outcomes) else "works"
