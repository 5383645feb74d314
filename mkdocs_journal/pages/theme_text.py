"""Text as themes may print it."""

from __future__ import annotations

import re

from markupsafe import Markup


def themed(text: str) -> str:
    """Return a text that is safe where a theme prints it as it is, and right where it escapes it.

    Themes print titles without escaping. Only what would be markup is changed, so that ordinary text is plain text.
    """
    if not re.search(r"[<>\"]|&(?=#|\w+;)", text):
        return text
    return Markup(re.sub(r"&(?=#|\w+;)", "&amp;", text).replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;"))  # noqa: S704
