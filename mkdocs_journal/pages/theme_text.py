"""Text that is safe in themes."""

from __future__ import annotations

import re

from markupsafe import Markup


def themed(text: str) -> str:
    """Return a text that is safe in themes that do not escape it, and correct in themes that do.

    Many themes print titles without escaping. Only characters that would be markup are changed.
    """
    if not re.search(r"[<>\"]|&(?=#|\w+;)", text):
        return text
    return Markup(re.sub(r"&(?=#|\w+;)", "&amp;", text).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;"))  # noqa: S704
