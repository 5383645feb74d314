"""How the option `audit` is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

LEVELS: Final = ("error", "warn", "off")
_WANTED: Final = "error, warn, off, or {level: …, allow: [globs of outputs or phrases]}"


@dataclass(frozen=True, slots=True)
class Audit:
    """How the outputs are searched for what belongs to withheld posts."""

    level: str = "error"
    """`error`: what proves a leak fails the build; `warn`: it is a warning; `off`: nothing is searched."""
    allow: tuple[str, ...] = ()
    """Globs of outputs and phrases that are not reported."""


def audit(value: object) -> Audit:
    """Read the option `audit`; `off` is false and `on` is true for YAML."""
    inside = value if isinstance(value, Mapping) else {"level": value}
    level, allow = inside.get("level", "error"), inside.get("allow", [])
    level = {False: "off", True: "error"}.get(level, level) if isinstance(level, bool) else level
    allow = [allow] if isinstance(allow, str) else allow
    if level not in LEVELS or not set(inside) <= {"level", "allow"}:
        raise ValueError(_WANTED)
    if not isinstance(allow, list) or not all(isinstance(item, str) and item.strip() for item in allow):
        raise ValueError(_WANTED)
    return Audit(str(level), tuple(allow))
