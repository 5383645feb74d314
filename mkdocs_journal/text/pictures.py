"""Lazy pictures, which a script loads: their addresses are in `data-src` or `<noscript>`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from mkdocs_journal.text.html import Token, attributes, tokens, with_candidates
from mkdocs_journal.text.tags import written

_REAL: Final = {
    "src": ("data-src", "data-lazy-src", "data-original"),
    "srcset": ("data-srcset", "data-lazy-srcset"),
    "poster": ("data-poster",),
}
"""Attributes from which scripts take the value of another one."""
_LAZY: Final = frozenset(name for names in _REAL.values() for name in names)
_COMMON: Final = "data-"
"""The beginning of all these names."""
_PICTURES: Final = frozenset({"img", "source", "video", "audio", "iframe", "embed"})


def with_real_pictures(html: str) -> str:
    """Return HTML whose pictures load without a script: `data-src` becomes `src`.

    A picture in `<noscript>` replaces that element, unless the same picture is shown elsewhere.
    """
    lower = html.lower()
    if "<noscript" not in lower and (_COMMON not in lower or not any(name in lower for name in _LAZY)):
        return html
    out: list[Token] = []
    inside: list[Token] | None = None
    hidden: list[tuple[int, list[Token]]] = []
    for token in tokens(html):
        found = _real(token) if token.kind == "start" and token.name in _PICTURES else token
        if token.name == "noscript":
            if token.kind == "start" and inside is None:
                inside = []
            elif token.kind == "end" and inside is not None:
                hidden.append((len(out), inside))
                inside = None
        elif inside is None:
            out.append(found)
        else:
            inside.append(found)
    shown = {source for token in out for source in _sources(token)}
    return _joined(out, [(at, part) for at, part in hidden if _is_new(part, shown)])


def _joined(out: list[Token], added: list[tuple[int, list[Token]]]) -> str:
    """Return the tokens as HTML, with the tokens of each part in place."""
    parts: list[str] = []
    last = 0
    for at, part in added:
        parts += [token.text for token in out[last:at]]
        parts += [token.text for token in part]
        last = at
    return "".join([*parts, *(token.text for token in out[last:])])


def _is_new(part: list[Token], shown: set[str]) -> bool:
    """Return whether a part has a picture that is not shown yet."""
    found = {source for token in part for source in _sources(token)}
    return bool(found) and not found & shown


def _sources(token: Token) -> Iterator[str]:
    """Yield the address of a picture, if a token is one."""
    if token.kind == "start" and token.name in {"img", "video", "iframe"} and (source := attributes(token.text).get("src")):
        yield source.strip()


def _real(token: Token) -> Token:
    """Return a tag with its real addresses; the first of several becomes `src`."""
    if "data-" not in token.text.lower():
        return token
    found = attributes(token.text)
    real = {name: value for name in _REAL if (value := next((found[n] for n in _REAL[name] if found.get(n)), ""))}
    if not real:
        return token
    if token.name == "img" and "src" not in real and (first := real.get("srcset", "").split()):
        real["src"] = first[0].rstrip(",")
    values = {**{name: value for name, value in found.items() if name not in _LAZY}, **real}
    return token._replace(text=written(token.name, values, closed=token.text.endswith("/>")))


def with_lazy_links(html: str, change: Callable[[str], str]) -> str:
    """Return `html` with the addresses for scripts passed through `change`; unchanged ones keep their bytes."""
    if not any(name in html.lower() for name in _LAZY):
        return html
    return "".join(
        _with_lazy_links(token, change) if token.kind == "start" and "data-" in token.text.lower() else token.text
        for token in tokens(html)
    )


def _with_lazy_links(token: Token, change: Callable[[str], str]) -> str:
    found = attributes(token.text)
    new = {
        name: with_candidates(value, change) if name.endswith("srcset") else change(value.strip())
        for name, value in found.items()
        if name in _LAZY and value
    }
    if all(value in {found[name], found[name].strip()} for name, value in new.items()):
        return token.text
    return written(token.name, {**found, **new}, closed=token.text.endswith("/>"))
