"""Makes the description of the package from the README.

Links of the README lead to files of the repository, so that they are right wherever the repository is. Indexes of packages
show the README elsewhere: there links lead to the documentation, whose address is `Documentation` below `[project.urls]`.
Until there is one, the text of each link is left, and pictures are left out.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from hatchling.metadata.plugin.interface import MetadataHookInterface

LINK = re.compile(r"(!?)\[([^\]]*)\]\(docs/([^)#]*)(#[^)]*)?\)")


def description(readme: str, documentation: str) -> str:
    """Return the README with its links below `documentation`, an address with a slash at its end, or empty."""

    def link(found: re.Match[str]) -> str:
        picture, text, path, anchor = found[1], found[2], found[3], found[4] or ""
        if not documentation:
            return "" if picture else text
        page = re.sub(r"(^|/)index\.md$", r"\1", path)
        return f"{picture}[{text}]({documentation}{re.sub(r'[.]md$', '/', page)}{anchor})"

    return LINK.sub(link, readme)


class CustomMetadataHook(MetadataHookInterface):
    """Hatchling calls it with the table `[project]`."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set the description."""
        readme = Path(self.root, "README.md").read_text(encoding="utf-8")
        text = description(readme, metadata.get("urls", {}).get("Documentation", ""))
        metadata["readme"] = {"content-type": "text/markdown", "text": text}
