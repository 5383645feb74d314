"""The site of the journals, independent of the program that builds it."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple
from urllib.parse import quote

from mkdocs_journal.options.option_places import place_of_option
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.urls.links import encoded


class SiteInfo(NamedTuple):
    """The settings of a site."""

    name: str = ""
    url: str = ""
    """Its address with a slash at its end; empty if it is not set, then no feeds are written."""
    description: str = ""
    author: str = ""
    copyright: str = ""
    language: str = "en"
    """The language of its theme; the option `locale` of a journal takes precedence."""
    favicon: str = ""
    """A path below the site or an address; empty if the theme's default path is used."""
    docs: Path = Path("docs")
    """The folder of the sources."""
    output: Path = Path("site")
    """The folder that the site is written to."""
    configuration: Path | None = Path("mkdocs.yml")
    """The file with the options; None if there is none."""
    jekyll: Path | None = None
    """The file that the option `jekyll` names."""
    use_directory_urls: bool = True
    """Whether the page of `a.md` is `a/index.html`, otherwise `a.html`."""

    def place_of(self, option: str) -> Place:
        """Return the place of an option in the configuration, for a problem with it."""
        return place_of_option(self.configuration, option)

    def destination(self, source: PurePosixPath) -> str:
        """Return the file, below the site folder, of a page with the given source path."""
        name = "index" if source.stem == "README" else source.stem
        folder = source.parent if name == "index" or not self.use_directory_urls else source.parent / name
        return (folder / ("index.html" if name == "index" or self.use_directory_urls else f"{name}.html")).as_posix()

    def url_of(self, destination: str, written: str = "") -> str:
        """Return the URL, percent-encoded, of a file below the site folder; empty for the home page.

        Args:
            destination: The file.
            written: The path to link for a file that is not the index of its folder.
        """
        folder, _, name = destination.rpartition("/")
        if name == "index.html" and self.use_directory_urls:
            return quote(f"{folder}/") if folder else ""
        return encoded(written) if written and name != "index.html" else quote(destination)
