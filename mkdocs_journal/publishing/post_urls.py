"""Gives posts their URLs and their redirects from old URLs."""

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from mkdocs_journal.journal import newest_first
from mkdocs_journal.posts.model import Post
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.clashes import clash_advice
from mkdocs_journal.publishing.old_urls import address_key, path_below_site
from mkdocs_journal.publishing.output_file import OutputFile, place_of
from mkdocs_journal.publishing.output_plan import OutputPlan
from mkdocs_journal.publishing.outputs import name_twin
from mkdocs_journal.publishing.permalinks import Address, PermalinkError, address_of
from mkdocs_journal.publishing.redirects import Redirect, old_address
from mkdocs_journal.publishing.withheld import WithheldPosts, paths_meant
from mkdocs_journal.urls.links import served
from mkdocs_journal.urls.routes import Route, Routes


class PostUrls(NamedTuple):
    """The addresses of posts, by their source."""

    addresses: dict[PurePosixPath, Address | None]
    """None if the post keeps the URL of its file."""
    refused: dict[PurePosixPath, Problem]
    """Why the URL of a post is refused."""
    doubts: dict[PurePosixPath, list[Problem]]
    """Problems with the addresses of published posts."""
    redirects: list[Redirect]
    """Old URLs that redirect to posts."""
    targets: dict[PurePosixPath, str]
    """Targets of posts that redirect elsewhere: http(s), or a path below the site with a leading slash."""
    left_out: dict[PurePosixPath, tuple[str, ...]]
    """The keys of each post that link to withheld posts."""


def address_posts(found: Sequence[OutputPlan], routes: Routes) -> PostUrls:
    """Claim the URLs of all posts, the smaller source path first; with `compat: jekyll` the one that Jekyll writes last."""
    addressed = PostUrls({}, {}, {}, [], {}, {})
    holders: dict[str, Post] = {}
    overwritten = {source: by for one in found if one.options.jekyll for source, by in _overwritten(one).items()}
    for post, one in _by_source(found):
        file = one.candidates[post.source]
        if by := overwritten.get(post.source):
            where, other = _where(post, "permalink", file), one.candidates[by.post].shown
            addressed.refused[post.source] = problem("J515", where, "permalink", url=f"/{by.url}", other=other)
            continue
        try:
            address = address_of(post, one.options)
        except PermalinkError as error:
            where = _where(post, error.key, file)
            addressed.refused[post.source] = problem(error.code, where, error.key, **error.values)
            continue
        dest, url = (address.file, address.url) if address else (file.destination, file.url)
        at_url = routes.at(url) if url != dest else None  # a post at /a.xml is written to a.xml.html, beside a file a.xml
        if owner := at_url or routes.claim(Route(dest, file.shown, "post")):
            advice = clash_advice(post, holders.get(dest), one.options, lambda file: routes.owner(file) is None)
            values = {"url": f"/{url}", "other": owner.owner, "advice": advice}
            addressed.refused[post.source] = problem("J504", _where(post, "permalink", file), "permalink", **values)
            continue
        addressed.addresses[post.source] = address
        holders[dest] = post
        if twin := routes.twin(dest):
            doubt = name_twin(Route(dest, file.shown, "post"), twin, _where(post, "permalink", file), "permalink")
            addressed.doubts.setdefault(post.source, []).append(doubt)
    return addressed


class _Last(NamedTuple):
    """The post that Jekyll writes last to each file."""

    post: PurePosixPath
    url: str


def _overwritten(found: OutputPlan) -> dict[PurePosixPath, _Last]:
    """Return the posts that Jekyll overwrites with a later post, each with that post.

    Source: https://github.com/jekyll/jekyll/blob/master/lib/jekyll/document.rb (`<=>`: by date, then by path)
    """
    written: dict[str, list[tuple[PurePosixPath, str]]] = {}
    for post in sorted(found.journal.public, key=newest_first):
        file = found.candidates[post.source]
        try:
            address = address_of(post, found.options)
        except PermalinkError:
            continue
        dest, url = (address.file, address.url) if address else (file.destination, file.url)
        written.setdefault(dest, []).append((post.source, url))
    return {source: _Last(*posts[-1]) for posts in written.values() for source, _ in posts[:-1]}


def doubt_suffixless(found: Sequence[OutputPlan], addressed: PostUrls, routes: Routes) -> None:
    """Report posts at `/name` beside a page at `/name/`: hosting services differ in which one they show."""
    for post, one in _by_source(found):
        address = addressed.addresses.get(post.source)
        if address and (other := _page_in_folder(address, routes)):
            where = _where(post, "permalink", one.candidates[post.source])
            doubt = problem("J516", where, "permalink", url=f"/{address.url}", other=other.owner)
            addressed.doubts.setdefault(post.source, []).append(doubt)


def _page_in_folder(address: Address, routes: Routes) -> Route | None:
    """Return the page at `/name/`, unless it is a redirect, if the address is `/name`; else None."""
    found = routes.at(f"{address.url}/index.html") if address.file == f"{address.url}.html" else None
    return found if found and found.kind != "redirect" else None


def address_redirects(
    found: Sequence[OutputPlan], addressed: PostUrls, routes: Routes, site_url: str, elsewhere: Sequence[OutputPlan] = ()
) -> None:
    """Claim old URLs for published posts; one that is taken is reported and left out.

    Args:
        found: The journals.
        addressed: The URLs of their posts; extended.
        routes: All outputs; extended.
        site_url: The address of the site with a slash at its end, or empty.
        elsewhere: The journals of other languages.
    """
    hidden = WithheldPosts.of((*found, *elsewhere), site_url)
    for post, one in _by_source(found):
        if post.source in addressed.addresses:
            _leave_out(post, one.candidates[post.source], hidden, addressed, routes)
            file = one.candidates[post.source]
            doubts = addressed.doubts.setdefault(post.source, [])
            for old in post.redirect_from:
                if reason := _redirect(old, post, one, addressed, routes, site_url):
                    doubts.append(problem("J506", _where(post, "redirect_from", file), "redirect_from", **reason))
    for post, one in _by_source(found):
        hidden_target = "redirect_to" in addressed.left_out.get(post.source, ())
        if post.source in addressed.addresses and post.redirect_to and not hidden_target:
            _aim(post, one.candidates[post.source], addressed, routes, site_url)


def _leave_out(post: Post, file: OutputFile, hidden: WithheldPosts, addressed: PostUrls, routes: Routes) -> None:
    """Record the keys of a post that name the URL or source of a withheld post, unless something is published there."""
    left_out = []
    for key, link in (("redirect_to", post.redirect_to), ("canonical_url", post.canonical_url)):
        own = addressed.addresses[post.source]
        bases = ("", unquote(own.url if own else file.url), post.source.as_posix())
        if found := hidden.at(link, bases, lambda address: _is_published(address, routes)):
            doubt = problem("J510", _where(post, key, file), key, found=Quoted(link), state=found.state.value)
            addressed.doubts.setdefault(post.source, []).append(doubt)
            left_out.append(key)
    if left_out:
        addressed.left_out[post.source] = tuple(left_out)


def _is_published(address: str, routes: Routes) -> bool:
    """Return whether something is published at an address, as `address_key()` makes it."""
    return _route_at(address, routes) is not None


def _route_at(address: str, routes: Routes) -> Route | None:
    files = (address, f"{address}.html", f"{address}/index.html")
    return next((route for file in files if (route := routes.at(file.lstrip("/")))), None)


def _redirect(
    old: str, post: Post, found: OutputPlan, addressed: PostUrls, routes: Routes, site_url: str
) -> Mapping[str, object] | None:
    """Claim an old URL; return why it is invalid, or None."""
    file = found.candidates[post.source]
    try:
        address = old_address(old, site_url, found.options, post)
    except PermalinkError as error:
        return error.values
    route, twin = Route(address.file, file.shown, "redirect"), routes.twin(address.file)
    if twin and twin[1:] == route[1:]:  # where the two are one file, it redirects from both addresses
        twin = None
    owner = routes.owner(address.file) or routes.at(address.url) or twin
    folder = _page_in_folder(address, routes)
    if not owner and folder and folder.owner == file.shown:  # servers lead from `/name` to `/name/`
        return None
    owner = owner or folder
    if owner is None:
        routes.claim(route)
        addressed.redirects.append(Redirect(address, post.source))
        return None
    if owner == route:  # another spelling of one that exists
        return None
    own = owner.owner == file.shown and owner.kind == "post"
    return {"found": Quoted(old), "reason": "is the post's own URL" if own else f"is used by {owner.owner}"}


def _aim(post: Post, file: OutputFile, addressed: PostUrls, routes: Routes, site_url: str) -> None:
    """Record the redirect target of a post, unless it is the post itself or does not exist on this site."""
    whole = "://" in post.redirect_to
    target = post.redirect_to if whole else "/" + post.redirect_to.lstrip("/")
    meant = list(paths_meant(target, site_url, ()))[::-1]  # a path below the site comes before one below its host
    found = next(((path, route) for path in meant if (route := _route_at(address_key(path), routes))), None)
    if found and found[1].owner == file.shown:
        reason = "is the post's own URL"
    elif not (found or whole):
        reason = "does not exist on this site"
    else:
        if found and not whole:
            below_host = found[0] != meant[0]
            target = "/" + _as_served(path_below_site(target, site_url) if below_host else target[1:], found[1], routes)
        addressed.targets[post.source] = target
        return
    told = problem("J507", _where(post, "redirect_to", file), "redirect_to", found=Quoted(post.redirect_to), reason=reason)
    addressed.doubts.setdefault(post.source, []).append(told)


def _as_served(target: str, route: Route, routes: Routes) -> str:
    """Return a target below the site; if servers do not find its file by the path as written, the address of the file."""
    end = min((target.find(sign) for sign in "?#" if sign in target), default=len(target))
    if served(unquote(target[:end]), routes):
        return target
    folder, _, name = route.file.rpartition("/")
    return (f"{folder}/".lstrip("/") if name == "index.html" else route.file) + target[end:]


def _by_source(found: Sequence[OutputPlan]) -> list[tuple[Post, OutputPlan]]:
    posts = [(post, one) for one in found for post in one.journal.public]
    return sorted(posts, key=lambda item: item[0].source)


def _where(post: Post, key: str, file: OutputFile) -> Place:
    """Return the place of the key that decides the URL of a post, or line 1."""
    return place_of(post, file, key, "permalink", "slug", "date")
