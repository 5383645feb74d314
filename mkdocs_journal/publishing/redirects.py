"""Redirects from old addresses to posts."""

import json
import re
from collections.abc import Iterable
from pathlib import PurePosixPath
from typing import Final, NamedTuple
from urllib.parse import unquote

from mkdocs_journal.addresses import path_at_host, path_of, split, unsplit
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Post
from mkdocs_journal.publishing.permalinks import Address, PermalinkError, address_of_path, filled
from mkdocs_journal.urls.links import encoded

_PLACEHOLDER: Final = re.compile(r":(?=[A-Za-z_])")
_OF_SITE: Final = Options()
_UNSAFE: Final = "is not a safe path below the site"


class Redirect(NamedTuple):
    """An old URL that redirects to a post or a list."""

    address: Address
    """The old one."""
    source: PurePosixPath
    """The source of the post, or of the page of a list."""


def old_address(text: str, site_url: str, options: Options = _OF_SITE, post: Post | None = None) -> Address:
    """Return the old address named by a value of `redirect_from`.

    Args:
        text: A path below the site, with or without a leading slash, percent-encoded or not; or the whole address of a page
            of this site.
        site_url: The address of the site, or empty.
        options: Those of the journal: a path is below the folder of its language, as every address of a post is.
        post: The post, whose values replace placeholders such as `:year`; with `compat: jekyll` there are none.

    Raises:
        PermalinkError: It is on another site, has a query, or is not a safe path.

    Source: https://github.com/jekyll/jekyll-redirect-from
    """
    path = text.strip()
    parts = split(path)
    if parts is None or parts.scheme or path.startswith("//"):
        root = path_of(site_url).rstrip("/") + "/"
        at_host = path_at_host(path, site_url) or ""
        if parts is None or not at_host.startswith(root):
            raise PermalinkError("J506", "redirect_from", found=repr(text[:60]), reason="is not an address of this site")
        path = unsplit(parts._replace(scheme="", netloc="", path=at_host[len(root) :]))
    has_fragment, path = "#" in path, unquote(path)
    try:
        path = filled(path, post, options) if post and not options.jekyll else path
        return address_of_path(options.below_root(path), "redirect_from", of_names=not has_fragment)
    except PermalinkError:
        raise PermalinkError("J506", "redirect_from", found=repr(text[:60]), reason=_UNSAFE) from None


def netlify_rules(targets: Iterable[tuple[Address, str]], root: str) -> str:
    """Return the rules of a file `_redirects`.

    Args:
        targets: Old addresses with their targets: a path with a leading slash, or an address.
        root: The path of the site on its web host, with slashes at both ends.

    Sources: https://docs.netlify.com/manage/routing/redirects/overview/ and
    https://developers.cloudflare.com/pages/configuration/redirects/#placeholders
    """
    return "".join(f"{_literal(root + _path(address))} {_literal(target)} 301\n" for address, target in targets)


def _path(address: Address) -> str:
    return encoded(address.url).replace("%3A", ":")


def _literal(address: str) -> str:
    """Return an address in which hosting services find no placeholder: `:name` is one anywhere in a path."""
    return _PLACEHOLDER.sub("%3A", address)


def json_map(targets: Iterable[tuple[Address, str]]) -> str:
    """Return a JSON object with the target of each old address, as jekyll-redirect-from writes it."""
    found = {f"/{address.url}": target for address, target in targets}
    return json.dumps(found, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
