"""E-mail addresses next to names of people; they are printed only with `show_emails`."""

from __future__ import annotations

import re
from typing import Final

_ADDRESS: Final = re.compile(
    r"[<(]?(?:mailto:)?(?<![^\s<>(),;:\"'])(?P<mail>(?P<local>[^\s<>()@,;:\"']++)@[^\s<>()@,;:\"']+)[>)]?"
)
_LEFT: Final = " \t,;\"'"
"""Characters that may be left around a name without its address."""


def parted(text: str) -> tuple[str, str]:
    """Return a name without the e-mail addresses in it, and the first of these, or empty.

    The name of a text that is only an address is the part before the `@`. `@ada@example.org` is a handle, not an address.
    """
    if "@" not in text:
        return text, ""
    found = list(_ADDRESS.finditer(text))
    if not found:
        return text, ""
    name = re.sub(" (?=[,;])", "", " ".join(_ADDRESS.sub("", text).split())).strip(_LEFT)
    if name.startswith("(") and name.endswith(")"):  # ada@example.org (Ada Lovelace), as in old mails
        name = name[1:-1]
    return name or ", ".join(match["local"] for match in found), found[0]["mail"]
