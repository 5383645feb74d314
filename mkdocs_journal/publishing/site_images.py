"""Finds the pictures of posts, authors and the site among the published files."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_journal.addresses import path_of
from mkdocs_journal.files.regular_files import bytes_of
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.posts.model import Journal, PostImage
from mkdocs_journal.problems.catalogue import Quoted, problem
from mkdocs_journal.problems.problem import Place, Problem
from mkdocs_journal.publishing.output_file import OutputFile, place_of
from mkdocs_journal.publishing.site_info import SiteInfo
from mkdocs_journal.text.image_size import MOST, Size, image_size
from mkdocs_journal.urls.images import ImageError, file_of, is_remote, mime_type, remote_url


@dataclass(frozen=True, kw_only=True)
class SiteImage:
    """The picture of a post, found."""

    alt: str
    """The alternative text, plain, or empty."""
    mime_type: str
    """The MIME type by its suffix; empty if a remote address has none."""
    remote: str = ""
    """The address of a remote picture: linked, never fetched."""
    file: OutputFile | None = None
    """The file of a picture in the docs."""

    @property
    def url(self) -> str:
        """Its address, or its URL below the site, without a leading slash."""
        return self.file.url if self.file else self.remote

    @property
    def length(self) -> int | None:
        """The size of the file in bytes, if it exists."""
        if self.file is None:
            return None
        try:
            return self.file.path.stat().st_size if self.file.path else len(self.file.data)
        except OSError:
            return None

    @cached_property
    def size(self) -> Size | None:
        """Its width and height in pixels, if the file contains them."""
        if self.file is None:
            return None
        try:
            if self.file.path is None:
                return image_size(self.file.data[:MOST])
            return image_size(bytes_of(self.file.path, MOST))
        except OSError:
            return None


class Pictures(NamedTuple):
    """The pictures that do not belong to one post."""

    social: SiteImage | None = None
    """The picture of pages without their own."""
    avatars: Mapping[str, SiteImage] = MappingProxyType({})
    """The pictures of authors, by the path or address as written."""


def find_pictures(
    journal: Journal, files: Iterable[OutputFile], options: Options, places: Mapping[str, Place], site: SiteInfo
) -> tuple[Pictures, list[Problem]]:
    """Look for the pictures of the authors of public posts, and for the one of the site.

    Args:
        journal: The journal with the authors.
        files: Every file of the site, those of the theme included.
        options: The options of the journal.
        places: The place of each picture in the authors file.
        site: The site.

    Returns:
        The pictures, and the problems of missing ones.
    """
    published = {file.source: file for file in files if not file.left_out}
    named = dict.fromkeys(author.avatar for post in journal.public for author in post.authors if author.avatar)
    avatars: dict[str, SiteImage] = {}
    problems = []
    for path in named:
        try:
            avatars[path] = _image(PostImage(path), PurePosixPath(options.folder) / options.authors, published)
        except ImageError as error:
            if path in places:
                problems.append(problem("J601", places[path], "avatar", found=Quoted(path), reason=error))
    social = None
    try:
        social = _image(PostImage(options.social_image), PurePosixPath("-"), published) if options.social_image else None
    except ImageError as error:
        place = site.place_of(f"{options.within}social_image")
        problems.append(problem("J601", place, "social_image", found=Quoted(options.social_image), reason=error))
    return Pictures(social=social, avatars=avatars), problems


def find_images(
    journal: Journal, files: Iterable[OutputFile], candidates: Mapping[PurePosixPath, OutputFile]
) -> tuple[dict[PurePosixPath, SiteImage], list[Problem]]:
    """Look for the picture of each public post.

    Args:
        journal: The journal with the posts.
        files: Every file of the site, those of the theme included.
        candidates: The files of posts by their source, to name them in messages.

    Returns:
        The pictures by the source of their post, and the problems of missing ones.
    """
    found: dict[PurePosixPath, SiteImage] = {}
    problems = []
    pictured = [(post, post.image) for post in journal.public if post.image]
    published = {file.source: file for file in files if not file.left_out} if pictured else {}
    for post, image in pictured:
        try:
            found[post.source] = _image(image, post.source, published)
        except ImageError as error:
            if image.key == "image":
                place = place_of(post, candidates[post.source], "image")
                problems.append(problem("J601", place, "image", found=Quoted(image.path), reason=error))
    return found, problems


def _image(image: PostImage, source: PurePosixPath, published: Mapping[str, OutputFile]) -> SiteImage:
    if is_remote(image.path):
        url = remote_url(image.path)
        return SiteImage(alt=image.alt, mime_type=mime_type(path_of(url)), remote=url)
    name = file_of(image.path, source, published)
    return SiteImage(alt=image.alt, mime_type=mime_type(name), file=published[name])
