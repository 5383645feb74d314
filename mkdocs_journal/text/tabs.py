"""Content tabs, which need controls: an excerpt shows only the first one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journal.text.html import Token
from mkdocs_journal.text.tags import OpenElements, classes


def with_one_tab(found: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens with each set of tabs replaced by the content of its first tab.

    Both styles of `pymdownx.tabbed` are read: a label above each content, and all labels above all contents.

    Source: https://facelessuser.github.io/pymdown-extensions/extensions/tabbed/
    """
    tabs = _Tabs()
    for token in found:
        if tabs.keeps(token):
            yield token


class _Tabs:
    """The sets of tabs that are open."""

    def __init__(self) -> None:
        self._open = OpenElements()
        """The open elements from the outermost set of tabs on."""
        self._roles: list[str] = []
        """For each open element: `set`, `around` (the shown content), `hidden`, or empty for content."""
        self._blocks: list[str] = []
        """For each open set the class of its tab contents, with a sign in front after the first was shown."""
        self._hidden = 0

    def keeps(self, token: Token) -> bool:
        """Process a token and return whether it is shown."""
        if token.kind == "end":
            return self._ended(token.name)
        if token.kind != "start" or token.alone:
            return not self._hidden
        role = self._role(token)
        if role or self._roles:
            self._open.push(token.name)
            self._roles.append(role)
            self._hidden += role == "hidden"
        return not self._hidden and not role

    def _role(self, token: Token) -> str:
        names = classes(token.text) if "tabbed-" in token.text else frozenset()
        if self._hidden:
            return ""
        if "tabbed-set" in names:
            self._blocks.append("tabbed-block" if "tabbed-alternate" in names else "tabbed-content")
            return "set"
        if not self._roles:
            return ""
        if "tabbed-labels" in names or (token.name == "label" and self._roles[-1] == "set"):
            return "hidden"
        block = self._blocks[-1]
        if names & {block, block[1:]}:
            self._blocks[-1] = "+" + block.lstrip("+")
            return "hidden" if block.startswith("+") else "around"
        return "around" if "tabbed-content" in names else ""

    def _ended(self, name: str) -> bool:
        hidden = self._hidden
        ended = self._open.close(name)
        if not ended:
            return not hidden
        roles = self._roles[-len(ended) :]
        del self._roles[-len(ended) :]
        self._hidden -= roles.count("hidden")
        for role in roles:
            if role == "set":
                self._blocks.pop()
        return not hidden and not roles[0]
