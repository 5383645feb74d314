"""Text that is safe in themes."""

from __future__ import annotations

import re
from typing import Final

from markupsafe import Markup

_SIGNS: Final = re.compile(r"[<>\"]|&(?=#|\w+;)")
_ENTITY: Final = re.compile(r"&(?=#|\w+;)")


def themed(text: str) -> str:
    """Return a text that is safe in themes that do not escape it, and correct in themes that do.

    Many themes print titles without escaping. Only characters that would be markup are changed.
    """
    if not _SIGNS.search(text):
        return text
    return Markup(_ENTITY.sub("&amp;", text).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;"))  # noqa: S704
