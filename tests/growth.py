"""How the time of every pattern and every text function grows with hostile input.

Run `python -m tests.growth` for a table of the times at n, 2n and 4n characters.
"""

from __future__ import annotations

import ast
import gc
import importlib
import inspect
import itertools
import pkgutil
import re
import signal
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass, replace
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from types import SimpleNamespace as Stub
from typing import Any, Final

import mkdocs_journal
from mkdocs_journal.archives.queries import Selection
from mkdocs_journal.archives.query_keys import read_list
from mkdocs_journal.archives.relations import related_posts
from mkdocs_journal.audit.allowing import allowed
from mkdocs_journal.audit.marks import Marks
from mkdocs_journal.audit.missed_files import missed_files
from mkdocs_journal.audit.search import contained_in, found_in
from mkdocs_journal.audit.secrets import secrets_of
from mkdocs_journal.audit.signs import Signs
from mkdocs_journal.editing.front_matter_text import FrontMatterText
from mkdocs_journal.editing.safe_fixes import fixed
from mkdocs_journal.feeds import xml
from mkdocs_journal.feeds.content import absolute, feed_content
from mkdocs_journal.feeds.identity import stable_id
from mkdocs_journal.front_matter.front_matter_error import FrontMatterError
from mkdocs_journal.front_matter.located_yaml import YamlError
from mkdocs_journal.front_matter.source import Source
from mkdocs_journal.front_matter.usual_yaml import read_usual
from mkdocs_journal.hosts.mkdocs.page_marks import MARKS
from mkdocs_journal.markup.bodies import read_body
from mkdocs_journal.markup.checking import Readers, check_body
from mkdocs_journal.markup.heading_links import HeadingLinks
from mkdocs_journal.markup.kramdown.attribute_lists import read_attribute_list
from mkdocs_journal.markup.kramdown.backticks import code_and_text
from mkdocs_journal.markup.kramdown.element_tree import AttributeList
from mkdocs_journal.markup.kramdown.escaping import escape
from mkdocs_journal.markup.kramdown.html_blocks import attributes_of
from mkdocs_journal.markup.kramdown.ids import github_id, latin_id
from mkdocs_journal.markup.kramdown.tables import cells_of
from mkdocs_journal.markup.liquid.evaluation import evaluate_body
from mkdocs_journal.markup.liquid.expressions import evaluate
from mkdocs_journal.markup.liquid.filters import apply_filter
from mkdocs_journal.markup.liquid.known_values import Known, Unknown
from mkdocs_journal.metadata.head import Head, with_head, without_languages
from mkdocs_journal.metadata.head_elements import link, meta
from mkdocs_journal.moving.import_plan import Findings
from mkdocs_journal.moving.jekyll_site import SiteFile
from mkdocs_journal.moving.page_texts import note_post
from mkdocs_journal.options.journal_options import Options
from mkdocs_journal.options.names import advice
from mkdocs_journal.pages.hidden import with_ends
from mkdocs_journal.pages.list_blocks import with_lists
from mkdocs_journal.pages.theme_headings import with_one_title
from mkdocs_journal.pages.theme_neighbours import with_neighbours_once
from mkdocs_journal.posts.any_dates import read_any_date
from mkdocs_journal.posts.dates import read_date
from mkdocs_journal.posts.model import Journal, Post, State
from mkdocs_journal.posts.post import read_post
from mkdocs_journal.posts.read_dates import UnreadableDate
from mkdocs_journal.posts.suffixes import may_be_post
from mkdocs_journal.problems.catalogue import problem
from mkdocs_journal.problems.problem import Place
from mkdocs_journal.publishing.backlinks import backlinks
from mkdocs_journal.publishing.link_resolver import LinkResolver
from mkdocs_journal.publishing.output_file import OutputFile
from mkdocs_journal.publishing.page_links import PageLinkRewriter
from mkdocs_journal.publishing.permalinks import filled
from mkdocs_journal.publishing.shown_titles import shown_title
from mkdocs_journal.publishing.withheld import WithheldPosts
from mkdocs_journal.spelling import Spellings, is_near
from mkdocs_journal.text import html, link_attributes, usual_markup
from mkdocs_journal.text.code_spans import with_code
from mkdocs_journal.text.dead_links import without_links
from mkdocs_journal.text.excerpt import first_words, has_more, marked
from mkdocs_journal.text.headings import without_title
from mkdocs_journal.text.hiding import place_of
from mkdocs_journal.text.journal_blocks import JournalBlock, rendered_with_blocks, with_blocks
from mkdocs_journal.text.lines import Lines
from mkdocs_journal.text.pictures import with_lazy_links
from mkdocs_journal.text.reading_time import minutes
from mkdocs_journal.text.search_sections import material_sections, mkdocs_sections
from mkdocs_journal.text.tags import without_attributes, written
from mkdocs_journal.text.unicode_forms import normalized
from mkdocs_journal.text.usual_markup import parts_of
from mkdocs_journal.text.well_formed import rewritten
from mkdocs_journal.urls.images import file_of
from mkdocs_journal.urls.link_places import is_markdown_target, is_target, is_value, may_be_anywhere
from mkdocs_journal.urls.links import mended, moved
from mkdocs_journal.urls.odd_names import OddNames
from mkdocs_journal.urls.references import FileNames
from mkdocs_journal.urls.routes import Routes
from mkdocs_journal.urls.slugs import distinct_slugs, shortened, slugify

RATIO: Final = 2.6
"""Doubling the input takes at most so many times the time."""
LEAST: Final = 0.005
"""Seconds that the smaller input must take for a ratio to mean anything."""
ROUNDS: Final = 6
"""Times that both sizes are run before a ratio counts as missed; at least five."""
SCREEN: Final = 9_000
"""Characters of the first look: what is quadratic takes longer than `SUSPECT` for them."""
SUSPECT: Final = 0.002
CAP: Final = 400_000
"""Characters beyond which a pattern that still takes less than `LEAST` counts as linear."""
LIMIT: Final = 1.5
"""Seconds of the processor after which a run counts as endless, however busy the machine is."""

PACKAGE: Final = Path(mkdocs_journal.__file__).parent
METHODS: Final = frozenset({"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"})

OF_READERS: Final = {"take": "match", "check": "match", "word": "match", "find": "search", "read": "search"}
"""Methods that are given a pattern, and how they use it."""
USED_IN_TABLES: Final = {
    "RULES": frozenset({"match"}),
    "_QUOTES": frozenset({"match"}),
    "DAY_FORMS": frozenset({"match"}),
    "REWRITTEN": frozenset({"sub"}),
    "_OTHER_FENCES": frozenset({"match"}),
}
"""How the patterns of a table are used; by default in every way."""

Run = Callable[[Any], object]
Text = Callable[[int], str]


class EndlessError(Exception):
    """A run took longer than `LIMIT`."""


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern, with where it is and how it is used."""

    where: str
    pattern: re.Pattern[Any]
    methods: frozenset[str] = field(default=METHODS)


def modules() -> Iterator[str]:
    """Yield the name of each module of the package."""
    for module in pkgutil.walk_packages(mkdocs_journal.__path__, "mkdocs_journal."):
        if not module.name.endswith("__main__"):
            yield module.name


def patterns() -> list[Pattern]:
    """Return every pattern of the package: of its modules, in tables, and the texts given to functions of `re`."""
    paths = (path for path in sorted(PACKAGE.rglob("*.py")))
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    used: dict[str, set[str]] = {}
    for path, tree in trees.items():
        module = ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
        for name, method in _uses(tree):
            used.setdefault(f"{module}.{name}" if name.startswith("_") else name, set()).add(method)
    found: dict[tuple[Any, int], Pattern] = {}
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            for pattern in _in_value(value, 4):
                known = found.get((pattern.pattern, pattern.flags))
                methods = (
                    used.get(f"{module}.{name}")
                    or used.get(name)
                    or USED_IN_TABLES.get(name, METHODS) | (known.methods if known else frozenset())
                )
                where = known.where if known else f"{module.removeprefix('mkdocs_journal.')}.{name}"
                found[pattern.pattern, pattern.flags] = Pattern(where, pattern, frozenset(methods))
    for path, tree in trees.items():
        for line, method, pattern in _literals(tree, path):
            where = f"{path.relative_to(PACKAGE).as_posix()}:{line}"
            found.setdefault((pattern.pattern, pattern.flags), Pattern(where, pattern, frozenset({method})))
    return sorted(found.values(), key=lambda pattern: pattern.where)


def _uses(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Yield the name of each pattern that is used, and how: by a method of its own, or by one of `SourceText`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS and isinstance(node.value, ast.Name):
            yield node.value.id, node.attr
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in OF_READERS:
            yield from ((one.id, OF_READERS[node.func.attr]) for one in node.args if isinstance(one, ast.Name))
        elif isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in USED_IN_TABLES and node.value:
            how = USED_IN_TABLES[ast.unparse(node.target)]
            yield from ((one.id, method) for one in ast.walk(node.value) if isinstance(one, ast.Name) for method in how)


def _in_value(value: object, depth: int) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, Mapping) and depth:
        for item in (*value.keys(), *value.values()):
            yield from _in_value(item, depth - 1)
    elif isinstance(value, tuple | list | frozenset | set) and depth:
        for item in value:
            yield from _in_value(item, depth - 1)
    elif isinstance(value, type) and depth and value.__module__.startswith("mkdocs_journal"):
        for item in vars(value).values():
            yield from _in_value(item, depth - 1)


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        function = node.func if isinstance(node, ast.Call) else None
        method = function.attr if isinstance(function, ast.Attribute) and ast.unparse(function.value) == "re" else ""
        if isinstance(node, ast.Call) and method in METHODS | {"compile"}:
            yield node, method


def _literals(tree: ast.AST, path: Path) -> Iterator[tuple[int, str, re.Pattern[Any]]]:
    """Yield the patterns that are given as texts to functions of `re`, but `re.compile`."""
    for node, method in _calls(tree):
        if method != "compile" and (text := _text_of(node.args[0], path)):
            flags = [ast.unparse(word.value) for word in node.keywords if word.arg == "flags"]
            value = eval(flags[0], {"re": re}) if flags else 0
            yield node.lineno, method, re.compile(text, value)


def _text_of(node: ast.expr, path: Path) -> str | bytes:
    """Return a text that is written in a call, or a constant of the module; empty for a value."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str | bytes) else ""
    module = importlib.import_module(".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts))
    found = getattr(module, node.id, "") if isinstance(node, ast.Name) else ""
    return found if isinstance(found, str | bytes) else ""


def made_patterns() -> Iterator[str]:
    """Yield, as `module: function`, each function that makes a pattern from values."""
    for path in (path for path in sorted(PACKAGE.rglob("*.py"))):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and any(
                method == "compile" or not _text_of(node.args[0], path) for node, method in _calls(function)
            ):
                yield f"{path.relative_to(PACKAGE).as_posix()}: {function.name}"


@dataclass
class Sampler:
    """Finds what makes a pattern work hard: each repeat of it, with what must stand before."""

    ends: list[tuple[str, str]] = field(default_factory=list)
    """Of each repeat without a limit, what leads to it, and one turn of it."""
    signs: set[str] = field(default_factory=set)
    groups: dict[int, str] = field(default_factory=dict)

    def walk(self, tree: Iterable[Any], before: str) -> str:
        """Return a text that the tree matches, nearly; record the repeats in it."""
        text = ""
        for code, value in tree:
            text += self._one(code, value, before + text)
        return text

    def _one(self, code: Any, value: Any, before: str) -> str:
        if code is codes.LITERAL:
            self.signs.add(chr(value))
            return chr(value)
        if code in {codes.NOT_LITERAL, codes.ANY}:
            return "a" if value != ord("a") else "b"
        if code is codes.IN:
            return self._of_set(value)
        if code in {codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT}:
            least, most, inner = value
            once = self.walk(inner, before)
            if most > 9:
                self.ends.append((before, once))
            return str(once * max(least, 1))
        if code is codes.SUBPATTERN:
            text = str(self.walk(value[3], before))
            self.groups[value[0]] = text
            return text
        if code is codes.ATOMIC_GROUP:
            return self.walk(value, before)
        if code is codes.BRANCH:
            return max([self.walk(branch, before) for branch in value[1]], key=len)
        if code is codes.ASSERT and value[0] > 0:
            self.walk(value[1], before)
        return str(self.groups.get(value, "")) if code is codes.GROUPREF else ""

    def _of_set(self, items: Iterable[Any]) -> str:
        found = []
        negated = False
        for code, value in items:
            if code is codes.NEGATE:
                negated = True
            elif code is codes.LITERAL:
                found.append(chr(value))
            elif code is codes.RANGE:
                found.append(chr(value[0]))
            elif code is codes.CATEGORY:
                space, digit = value is codes.CATEGORY_SPACE, value is codes.CATEGORY_DIGIT
                found.append(" " if space else "0" if digit else "a")
        self.signs.update(found[:4])
        return next(sign for sign in "a-0 .\0" if sign not in found) if negated else found[0]


def hostile_texts(pattern: re.Pattern[Any]) -> list[Text]:
    """Return texts for a pattern, each for a number of characters: every repeat pumped, alone and with what leads to it."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    sampler = Sampler()
    flags = pattern.flags & (re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE)
    whole = sampler.walk(parser.parse(source, flags), "")
    signs = [*sorted(sampler.signs)[:12], " ", "\n", "a", "!", ":"]
    shapes: dict[tuple[str, str, str], None] = {}
    for before, once in sampler.ends:
        for end in ("", "\0", "\n!", whole[-1:] + "\0"):
            for pump in dict.fromkeys((once, before + once, *(once + sign for sign in signs), *signs)):
                shapes[before, pump, end] = None
        for pump in dict.fromkeys((once, before + once, before)):
            shapes["", pump, "\0"] = None
    for pump in dict.fromkeys((whole, whole[:-1])):
        shapes["", pump, "\0"] = None
    return [_pumped(*shape) for shape in shapes if shape[1]]


def _pumped(before: str, pump: str, end: str) -> Text:
    def text(size: int) -> str:
        return before + pump * (size // len(pump) + 1) + end

    text.__doc__ = f"{before[-30:]!r} + {pump[-30:]!r} * n + {end!r}"
    return text


def runs_of(pattern: Pattern) -> dict[str, Run]:
    """Return the ways in which a pattern is used."""
    compiled = pattern.pattern
    runs: dict[str, Run] = {}
    if pattern.methods & {"sub", "subn", "split", "findall", "finditer"}:
        runs["findall"] = compiled.findall
    elif "search" in pattern.methods:
        runs["search"] = compiled.search
    if "match" in pattern.methods:
        runs["match"] = compiled.match
    if "fullmatch" in pattern.methods:
        runs["fullmatch"] = compiled.fullmatch
    if isinstance(compiled.pattern, bytes):
        return {name: _on_bytes(run) for name, run in runs.items()}
    return runs


def _on_bytes(run: Run) -> Run:
    return lambda text: run(text.encode("utf-8"))


def seconds(run: Run, text: str, *, times: int = 1) -> float:
    """Return the least time of the processor of a run, whatever else the machine does; one beyond `LIMIT` is broken off.

    Raises:
        EndlessError: It was.
    """
    best = float("inf")
    for _ in range(times):
        signal.setitimer(signal.ITIMER_VIRTUAL, LIMIT)
        start = time.thread_time()  # of this thread: that of the process is coarse while a timer runs
        try:
            run(text)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        best = min(best, time.thread_time() - start)
    return best


def _break_off(_signal: int, _frame: FrameType | None) -> None:
    raise EndlessError


def grows(run: Run, text: Text, *, screen: int = SCREEN) -> str:
    """Return what is wrong with the growth of a run, or nothing.

    Small inputs come first, so that exponential time is seen and not suffered. What is fast for `screen` characters is
    linear; of anything else the time for the double input is compared.
    """
    before = signal.signal(signal.SIGVTALRM, _break_off)
    try:
        for size in (24, 100, 400):
            if seconds(run, text(size)) > 0.25 and _busy(run, text(size)) > 0.25:
                return f"{text.__doc__}: slow for {size} characters"
        return _ratio(run, text, screen)
    except EndlessError:
        return f"{text.__doc__}: endless"
    finally:
        signal.signal(signal.SIGVTALRM, before)


def _ratio(run: Run, text: Text, size: int) -> str:
    least, ratio = seconds(run, text(size)), 0.0
    if least < SUSPECT:
        return ""
    while least < LEAST:
        size *= 2
        if size > CAP:
            return ""
        least = seconds(run, text(size), times=2)
    double = seconds(run, text(2 * size))
    for _ in range(ROUNDS):  # both sizes in turn, for on a busy machine single times say little
        ratio = double / least
        if ratio <= RATIO:
            return ""
        gc.collect()
        least = min(least, seconds(run, text(size)))
        double = min(double, seconds(run, text(2 * size)))
    ratio = min(_busy(run, text(2 * size)) / _busy(run, text(size)) for _ in range(2))
    return "" if ratio <= RATIO else f"{text.__doc__}: {ratio:.1f} times the time for {2 * size} characters"


def _busy(run: Run, text: str) -> float:
    """Return how long a run keeps the processor, whatever else the machine does; the clock of that is coarse."""
    turns, start = 0, time.process_time()
    while (spent := time.process_time() - start) < 0.25:
        run(text)
        turns += 1
    return spent / turns


def misses(pattern: Pattern) -> list[str]:
    """Return where the time of a pattern grows faster than its input."""
    found = []
    for method, run in runs_of(pattern).items():
        for text in hostile_texts(pattern.pattern):
            if growth := grows(run, text):
                found.append(f"{pattern.where}.{method}: {growth}")
                break
    return found


PIECES: Final = (
    "<", ">", "&", '"', "'", "`", "[", "]", "(", ")", "*", "_", "#", "!", ":", ".", ",", "-", "=", "~", "|", "\\",
    "/", "{", "}", "@", "a", "0", " ", "\n", "\t", "\x00", "é", "<!--", "-->", "<!-- x -->\n", "<!", "<?", "</",
    "<a ", "<a b='", '<a b="', "<a b=x ", "<a href=x>", "<b>", "</b>", "<div>", "<p>", "<p>x", "<p></p>", "<h1",
    "<h1>", "<h1>a</h1>", "<li>", "<svg>", "<svg><g>", "</g>", "<svg/>", "<math><mi>", "<script>", "<script><!--",
    "<!--<script>", "<title>", "<textarea", "<template>", "<select>", "</select>", "<pre>", "<ins>",
    "<ins datetime=2024-01-01>", '<div class="update">', '<div class="update"><p class="admonition-title">',
    "<label>a", '<div class="tabbed-labels"><label>', "<svg><title>", "<meta ", "<meta name=", "</head", "<link rel=",
    "`a", "`a``", "``a`", "\\`", "[a", "[a](", "![a](", "[a](b)", "[a][", "](", "][", "*a", "*a*b", "**a", "_a_",
    "a_", "***", "&#", "&amp", "&amp;", "&lt;", "a@", "@a", "a!", "a.b@c.d ", "<a@b>", "mailto:", "(a", "http://",
    "https:", "a, ", ":a", ":a:", "# a\n", "#", "a\n===\n", "```\n", "~~~\n", "---\n", "---", "-- ", "...\n",
    "a: b\n", "a:\n", "- a\n", "- ", "!!! update", '!!! update "2024-01-01"\n', "2024-01-01 ", "2024-", "{#a}",
    "{: a", "{", "%", "%20", "a/", "../", "//", "?a#", "a.png", "a.png-", "x.png, ", ",,", ", ,", " 1x", "a b", "́",
    "\u0301\u0316", "update", "<!-- more", "{%", "<https:", "0:00",
)  # fmt: skip
"""What hostile texts are made of."""
FRAMES: Final = ("{}", "# {}b", "---\ntitle: {}\n---\n")
"""What stands around them; the braces are filled."""


def _edited(text: str) -> None:
    front = FrontMatterText(text)
    front.with_value("k", "v", aliases=("a",), below=("b",))
    front.without("a", "b", "title")


_FIXABLE: Final = tuple(
    problem(code, Place("a.md", 1, 1), "authr", found="x", meant="x", advice="write ---")
    for code in ("J103", "J104", "J201")
)


def text_runs() -> dict[str, Run]:
    """Return every text function of the package, each as a function of one text.

    A function that needs more than texts stands in `CALLS`; one that is given no content in `NO_CONTENT`. A class or module
    there stands for all that is in it.

    Raises:
        KeyError: One stands in neither.
    """
    found: dict[str, Run] = {}
    for name in rooms():
        module = importlib.import_module(name)
        for function, parameters in functions_of_text(module):
            short = f"{name.removeprefix('mkdocs_journal.')}.{function.__qualname__}"
            if any(whole in NO_CONTENT or (whole in CALLS and whole != short) for whole in wholes(short)):
                continue
            simple = all(_is_text(one) or one.default is not one.empty for one in parameters.values())
            found[short] = _guarded(CALLS[short]) if short in CALLS or not simple else _with_text(function, parameters)
    return found | {short: _guarded(run) for short, run in CALLS.items()}


def wholes(name: str) -> Iterator[str]:
    """Yield a name with a dot in it, and those of the class and the modules that it is in."""
    while "." in name:
        yield name
        name = name.rpartition(".")[0]


def rooms() -> list[str]:
    """Return the modules that handle texts of posts or of what is built."""
    return [name for name in modules() if not name.removeprefix("mkdocs_journal.").startswith(OF_OPTIONS)]


OF_OPTIONS: Final = (
    "options.reading",
    "options.option",
    "options.values",
    "options.journal_values",
    "options.feed",
    "options.site_values",
    "options.archive_values",
    "moving.jekyll_settings",
    "commands",
)
"""Beginnings of the names of modules that read what the site's owner configures."""


def functions_of_text(module: Any) -> Iterator[tuple[Callable[..., object], dict[str, inspect.Parameter]]]:
    """Yield the functions of a module, and the methods of its classes, that take a text, with their parameters."""
    for function in _functions(module):
        parameters = dict(inspect.signature(function).parameters)
        if any(_is_text(parameter) for parameter in parameters.values()):
            yield function, parameters


def _functions(module: Any) -> Iterator[Callable[..., object]]:
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", "") != module.__name__:
            continue
        if inspect.isclass(value):
            made = not is_dataclass(value) and not issubclass(value, Exception)
            methods = {name for name in vars(value) if not name.startswith("_")} | ({"__init__"} if made else set())
            yield from (method for name in sorted(methods) if inspect.isfunction(method := vars(value).get(name)))
        elif inspect.isfunction(value) or hasattr(value, "__wrapped__"):
            yield value


def _is_text(parameter: inspect.Parameter) -> bool:
    return _kind(parameter) in {"str", "bytes", "Iterable[str]", "list[str]", "tuple[str, ...]"}


def _kind(parameter: inspect.Parameter) -> str:
    """Return the type of a parameter as it is written; some modules evaluate their annotations."""
    kind = parameter.annotation
    return kind if isinstance(kind, str) else inspect.formatannotation(kind).removeprefix("collections.abc.")


def _with_text(function: Callable[..., object], parameters: Mapping[str, inspect.Parameter]) -> Run:
    """Return a function that gives one text to every parameter that takes a text."""
    bare = inspect.unwrap(function)
    return _guarded(lambda text: bare(**{name: _as(one, text) for name, one in parameters.items() if _is_text(one)}))


def _guarded(run: Run) -> Run:
    """Return a run whose iterators are used up and whose refusals are results."""

    def guarded(text: str) -> object:
        try:
            value = run(text)
            return list(value) if isinstance(value, Iterator) else value
        except (ValueError, YamlError, FrontMatterError, UnreadableDate):  # the text is refused
            return None

    return guarded


def _as(parameter: inspect.Parameter, text: str) -> object:
    kind = _kind(parameter)
    if kind == "bytes":
        return text.encode("utf-8", "replace")
    return text if kind == "str" else list(dict.fromkeys([text, *text.split("\n")]))


def _read(front: str, body: str) -> object:
    path = PurePosixPath("journal/2024-01-01-a.md")
    return read_post(
        Source(path=path, shown=f"docs/{path}", data=f"---\n{front}\n---\n{body}".encode("utf-8", "replace")), OPTIONS, NOW
    )


def _post(body: str) -> Post:
    return Post(
        source=PurePosixPath("journal/a.md"), title=body, date=NOW, slug="a", body=body, description=body, excerpt=body
    )


def _pages(text: str) -> tuple[str, ...]:
    """Return pages with a text between many elements of different kinds, and in elements that are never closed."""
    number, short = len(text) // 40, text[:20].replace("<", "")
    kinds = (f"<p>{short}</p>", f'<h2 id="a">{short}</h2>', f"<code>{short}</code> ", "<sub> </sub>", "<div>", "<pre>")
    return (text, *(kind * number for kind in kinds), "<code></code>" * number + "<sub>a</sub>" * number)


def _alike(most: int) -> Iterator[str]:
    """Yield different names that have the same slug."""
    return (f"a{''.join(signs)}" for signs in itertools.islice(itertools.product("!?.,;:", repeat=6), most))


def _found(text: str) -> object:
    secrets = secrets_of(_post(text[:300]), "a/b", ())
    found = found_in([("a.html", text.encode("utf-8", "replace"))], secrets)
    return found, contained_in([text.encode("utf-8", "replace")], secrets)


def _near_names(text: str) -> object:
    """Look for as many names as there are others, each of them nearly one of these."""
    starts = range(0, len(text), 100)
    names = [f"{text[start : start + 3].strip()}{start * 7_654_321 % 10**10:010}" for start in starts]
    known = Spellings(names)
    return [known.nearest(f"{name}x") for name in names]


def _links_of(text: str) -> list[str]:
    """Return the parts of a text, made different."""
    return [f"{text[start : start + 100]}?{start}" for start in range(0, len(text), 100)]


def _file(text: str) -> OutputFile:
    data = text.encode("utf-8", "replace")
    return OutputFile(source="journal/b.md", url="journal/b/", destination="journal/b/index.html", data=data)


def _page_links(text: str) -> object:
    """Rewrite many links of a page that is that text; what its HTML goes through has runs of its own."""
    resolver = LinkResolver(PUBLICATION, (), "https://example.org/")  # type: ignore[arg-type]  # what it asks of one
    rewriter, page = PageLinkRewriter(resolver), _file(text)
    found = [rewriter.rewrite(f"{start}{link}", page) for link in _links_of(text) for start in ("http://[", "a.md?")]
    return found, rewriter.finish("", page)


def _withheld(text: str) -> object:
    posts = WithheldPosts([(_DRAFT, OPTIONS)], "https://e.org/")
    return posts.at(text, ("a/", ""), str.isspace), posts.may_be_in(text)


def _checked(text: str) -> object:
    """Look for what neither reader of bodies knows."""
    posts = (replace(_post(text), markup=markup) for markup in ("kramdown", "host"))
    return [[*check_body(post, Known, Readers(), liquid="show", places=lambda *_: _HERE)] for post in posts]


def _filtered(text: str) -> list[object]:
    return [_filter(name, text) for name in FILTERS]


def _filter(name: str, text: str) -> object:
    try:
        return apply_filter(name, text, ["%Y"] if name == "date" else [], Known(), str)
    except Unknown:
        return None


def _evaluated(text: str) -> object:
    try:
        return evaluate(text, Known(), str)
    except Unknown:
        return None


def _shown_title(text: str) -> str:
    return shown_title(text, _post("a"), Stub(options=OPTIONS))  # type: ignore[arg-type]  # what it asks of an edition


NOW: Final = datetime(2024, 6, 1, tzinfo=UTC)
OPTIONS: Final = Options()
_WHERE: Final = PurePosixPath("journal/a.md")
_HERE: Final = Place("a.md", 1, 1)
FILTERS: Final = (
    "strip_html", "escape_once", "slugify", "normalize_whitespace", "truncatewords", "truncate", "date", "url_encode",
    "uri_escape", "relative_url", "absolute_url", "date_to_string", "plus",
)  # fmt: skip
"""Filters of Liquid that read a text."""
_DRAFT: Final = replace(_post("a"), state=State.DRAFT)
_PLAN: Final = Stub(options=OPTIONS, journal=Stub(withheld=(_DRAFT,)), candidates={})
_SITE: Final = Stub(
    posts={}, post_files={}, archive_files={}, options=OPTIONS, journal=Stub(withheld=(_DRAFT,)), plan=_PLAN
)
PUBLICATION: Final = Stub(editions=(_SITE,), all=(_SITE,), serving=False, elsewhere=(), routes=Routes())
"""A publication with a draft."""
_LIST_MARKS: Final = "<!-- journal-list 0 -->"
_NO_LISTS: Final[tuple[Any, ...]] = (PUBLICATION, (), None)


def _of_block(block: JournalBlock) -> tuple[str, ...]:
    return (block.content,)


def _related(text: str) -> object:
    """Relate a post with that title, and many with its lines."""
    where = map(PurePosixPath, map(str, itertools.count()))
    return related_posts([replace(_DRAFT, title=one, source=next(where)) for one in (text, *text.split("\n"))], 5, {})


def _backlinks(text: str) -> object:
    """Look for links in the body of a post."""
    options, site = Stub(backlinks=True), Stub(url="https://example.org/")
    edition: Any = Stub(options=options, site=site, html={_DRAFT.source: text}, url=lambda _: "a/b/", front_links={})
    return backlinks(Stub(editions=(edition,), all_posts=(_DRAFT,), edition_of=str), ())  # type: ignore[arg-type]  # a stub


def _missed(text: str) -> object:
    """Look for a withheld file in a page that is that text."""
    site: Any = Stub(attachments=(_file(""),), site=Stub(url="https://example.org/", output="site"))
    return list(missed_files(site, ["a/b.html"], lambda _: text.encode("utf-8", "replace"), ()))


CALLS: Final[Mapping[str, Run]] = {
    "audit.missed_files.missed_files": _missed,
    "audit.search.found_in": _found,
    "audit.signs.Signs.possible": lambda text: Signs(
        [text.encode("utf-8", "replace"), text.encode("utf-8", "replace")[:20]]
    ).possible(text.encode("utf-8", "replace")),
    "audit.marks.Marks.possible": lambda text: Marks([(0, text.encode("utf-8", "replace"), False)]).possible(
        text.encode("utf-8", "replace")
    ),
    "audit.allowing.allowed": lambda text: allowed("a/b.html", text, ["*a*.html", "some words"]),
    "audit.secrets.secrets_of": lambda text: secrets_of(_post(text), text, ()),
    "archives.query_keys.read_list": lambda text: [
        read_list(f"{key}: {text}\n", ("news",)) for key in ("tag", "layout", "heading", "journal", text)
    ],
    "archives.queries.Selection.label": lambda text: Selection(Journal(posts=())).label("tags", text),
    "archives.queries.Selection.nearest": lambda text: Selection(Journal(posts=())).nearest("tags", text),
    "archives.similar_posts.similar_posts": _related,
    "publishing.backlinks.backlinks": _backlinks,
    "publishing.permalinks.filled": lambda text: filled(f"{text}:slug{text}", _DRAFT, OPTIONS),
    "text.journal_blocks.rendered_with_blocks": lambda text: rendered_with_blocks(
        f"{text}\n```journal\n{text}\n```\n{text}", _of_block, lambda new: new[len(text) :], str
    ),
    "text.journal_blocks.with_blocks": lambda text: with_blocks(f"{text}\n```journal\n{text}\n```\n{text}", _of_block),
    "pages.list_blocks.with_lists": lambda text: with_lists(text + _LIST_MARKS, _file(text), *_NO_LISTS),
    "feeds.identity.stable_id": lambda text: stable_id(text, "https://example.org/", OPTIONS),
    "feeds.xml.element": lambda text: xml.element("a", text, {"b": text}),
    "feeds.xml.start": lambda text: xml.start("a", {"b": text}),
    "moving.page_texts.note_post": lambda text: note_post(SiteFile(PurePosixPath("a.md"), b"", "post"), text, Findings()),
    "pages.theme_headings.with_one_title": lambda text: with_one_title(f'{text}<h1 id="a">b</h1>', "a", text),
    "pages.theme_neighbours.with_neighbours_once": lambda text: with_neighbours_once(
        f'<nav class="journal-around">{text}</nav></article>{text} href="', "a/"
    ),
    "pages.hidden.with_ends": lambda text: with_ends(text, _post(text), _file(text)),
    "publishing.page_links.PageLinkRewriter": _page_links,
    "publishing.shown_titles.shown_title": _shown_title,
    "editing.front_matter_text.FrontMatterText": _edited,
    "editing.safe_fixes.fixed": lambda text: [fixed(text, found) for found in _FIXABLE],
    "markup.bodies.read_body": lambda text: read_body(text, Known()),
    "markup.bodies.read_body (line)": lambda text: read_body(text.replace("\n", " "), Known()),
    "markup.checking.check_body": _checked,
    "markup.kramdown.attribute_lists.read_attribute_list": lambda text: read_attribute_list(text, AttributeList()),
    "markup.kramdown.backticks.code_and_text": code_and_text,
    "markup.kramdown.escaping.escape": escape,
    "markup.kramdown.html_blocks.attributes_of": attributes_of,
    "markup.heading_links.HeadingLinks.end": lambda text: HeadingLinks({"permalink": True}).end(text),
    "markup.kramdown.ids.github_id": github_id,
    "markup.kramdown.ids.latin_id": latin_id,
    "markup.kramdown.tables.cells_of": lambda text: cells_of(text.replace("\n", " "), leading=True),
    "markup.liquid.evaluation.evaluate_body": lambda text: evaluate_body(text, Known(), str),
    "markup.liquid.expressions.evaluate": _evaluated,
    "markup.liquid.filters.apply_filter": _filtered,
    "metadata.head.Head": lambda text: [Head(text).picture, Head(text).has_canonical, Head(text).is_noindex],
    "options.names.advice": lambda text: advice(text, ["folder", "per_page"]),
    "spelling.Spellings.nearest": _near_names,
    "spelling.is_near": lambda text: is_near(text, "description"),
    "text.lines.Lines": lambda text: [*map(Lines(text).of, _links_of(text))],
    "publishing.withheld.WithheldPosts": _withheld,
    "metadata.head.with_head": lambda text: with_head(text + "</head>", [meta("name", "a", text), link("canonical", text)]),
    "metadata.head.without_languages": lambda text: without_languages(
        f'<link rel="alternate" hreflang="de">{text}</head>', {"de"}
    ),
    "posts.dates.read_date": lambda text: read_date(text, quoted=True, zone=UTC),
    "posts.any_dates.read_any_date": lambda text: read_any_date(" ".join(text.split()), quoted=True, zone=UTC),
    "posts.post.read_post (body)": lambda text: _read("title: A", text),
    "posts.post.read_post (key)": lambda text: _read(f"author: {text}\ntags: {text}\ndate: {text}\nexcerpt: {text}", ""),
    "posts.post.read_post (text)": lambda text: _read(f"author: |\n  {text}\nguid: |\n  {text}\ndate: |\n  {text}", ""),
    "posts.suffixes.may_be_post": lambda text: may_be_post(_WHERE, text.encode("utf-8", "replace")),
    "front_matter.usual_yaml.read_usual": lambda text: [
        read_usual(front, 2)
        for front in (text, f"a: {text}", f"a: [{text}", f"a: [{text}]", f'a: "{text}', f"a:\n- {text}")
    ],
    "text.well_formed.rewritten": lambda text: [
        rewritten(html, lambda tag, name: tag) for html in (text, f"<p>{text}</p>", "<b>" * (len(text) // 3))
    ],
    "text.code_spans.with_code": lambda text: with_code(text, str.upper),
    "text.link_attributes.with_candidates": lambda text: link_attributes.with_candidates(text, str.upper),
    "text.link_attributes.with_style_links": lambda text: link_attributes.with_style_links(text, str.upper),
    "text.link_attributes.with_address": lambda text: [
        link_attributes.with_address(text, name, "img", str.upper) for name in ("src", "srcset", "style")
    ],
    "text.html.with_links": lambda text: html.with_links(text, str.upper),
    "text.html.without": lambda text: html.without(text, lambda token: token.name in {"svg", "p"}),
    "text.dead_links.without_links": lambda text: without_links(text, lambda link: not link),
    "text.headings.without_title": lambda text: [
        *without_title(html.tokens(text), "A", any_first=True),
        *without_title(html.tokens("<h2>A</h2>"), text, any_first=False),
    ],
    "text.pictures.with_lazy_links": lambda text: with_lazy_links(text, str.upper),
    "text.usual_markup.parts_of": lambda text: [
        list(parts_of(html) or ()) for html in (text, f"<p>{text}</p>", f"<p {text}>")
    ],
    "text.usual_markup.attributes_of": lambda text: [
        usual_markup.attributes_of(written) for written in (text, f' a="{text}"')
    ],
    "text.search_sections.mkdocs_sections": lambda text: [mkdocs_sections(parts_of(html) or ()) for html in _pages(text)],
    "text.search_sections.material_sections": lambda text: [
        material_sections(html, parts_of(html) or ()) for html in _pages(text)
    ],
    "text.tags.without_attributes": lambda text: without_attributes(f"<a {text}>", {"id"}),
    "text.tags.written": lambda text: written("a", {"b": text}),
    "text.excerpt.first_words": lambda text: first_words(text, 300),
    "text.excerpt.has_more": lambda text: has_more(text, text, "A"),
    "text.reading_time.minutes": lambda text: minutes(text, 265),
    "text.excerpt.marked": lambda text: (marked(text, "<!-- cut -->"), marked(text, "\n")),
    "urls.slugs.distinct_slugs": lambda text: distinct_slugs((text, *_alike(len(text) // 64))),
    "urls.slugs.shortened": lambda text: shortened(text, 100),
    "text.unicode_forms.normalized": lambda text: (normalized("NFC", text), normalized("NFKC", text)),
    "urls.slugs.slugify": lambda text: [slugify(text, mode) for mode in ("default", "pretty", "latin", "material")],
    "text.hiding.place_of": lambda text: [place_of(text, name, markdown=True) for name in ("!--", "script")],
    "urls.images.file_of": lambda text: file_of(text, _WHERE, ()),
    "urls.links.mended": lambda text: mended(text, "a/b/", ("c/",), {"a.png"}, str),
    "urls.references.FileNames": lambda text: (
        FileNames(["journal/a.png", "b.png", "a b.png"]).named_in(text, _WHERE),
        FileNames(["journal/a.png", "b.png", "a b.png"]).named_in(text, _WHERE, only_targets=True, moved=True),
        FileNames(["journal/a.png", "b.png", "a b.png"]).ending_in(text),
        FileNames(["journal/a.png", "b.png", "a b.png"], others=["c.png", "c/a b.png"]).ending_in(text, _WHERE),
        FileNames(f"{number}_{number % 7} x.png" for number in range(len(text) // 20)).ending_in(text),
    ),
    "urls.link_places.is_markdown_target": lambda text: [is_markdown_target(text, at) for at in range(0, len(text), 8)],
    "urls.link_places.is_target": lambda text: [is_target(text, at) for at in range(0, len(text), 8)],
    "urls.link_places.is_value": lambda text: [is_value(text, at) for at in range(0, len(text), 8)],
    "urls.link_places.may_be_anywhere": lambda text: [may_be_anywhere(text, at) for at in range(0, len(text), 8)],
    "urls.odd_names.OddNames": lambda text: list(OddNames(["a b.png", "b.png", "a_b c.png"]).found_in(text)),
    "hosts.mkdocs.page_marks.Values.cut": lambda text: MARKS.marks(3, "").cut(text),
    "urls.links.moved": lambda text: moved(text, "a/b/", "c/"),
    "feeds.content.feed_content": lambda text: feed_content(text, "https://example.org/a/", title="A"),
    "feeds.content.absolute": lambda text: inspect.unwrap(absolute)(text, "https://example.org/a/"),
}
"""Functions that are called with more than a text, and what calls several of them."""
NO_CONTENT: Final[Mapping[str, str]] = {
    "archives.queries": "the name of a kind",
    "pages.relation_views": "paths that are limited",
    "addresses.below": "parts of an address that others have split",
    "audit.named_files": "the configuration of the site and files that it names",
    "editing.source_files": "bytes that are written",
    "problems.report.as_sarif": "the version of this package",
    "feeds.writing.FeedWriter": "the name of a format",
    "history.histories.revisions_in": "the name of a file of the site's owner",
    "hosts.mkdocs.build.Build.views": "an address that MkDocs has made",
    "hosts.mkdocs.for_neighbours": "a page of the theme, as `with_one_title` gets it",
    "publishing.publication": "paths that are limited",
    "hosts.mkdocs.post_files.give_body": "hands the text on",
    "hosts.mkdocs.page_files": "the path of a list",
    "hosts.mkdocs.page_marks.Style.marks": "the start of a mark",
    "hosts.mkdocs.theme_reads.Reads.found_in": "looks for a few texts of the theme",
    "hosts.mkdocs.feed_cache": "a feed that is kept as it is",
    "hosts.mkdocs.finished_pages": "hands the page on to functions that are here",
    "hosts.mkdocs.nothing_kept": "hands the page on",
    "hosts.mkdocs.output_cache": "a page that is kept as it is",
    "hosts.mkdocs.serve_cache": "the same",
    "problems.long_parts": "the name of a part of a build",
    "publishing.kept": "names, and results that are kept as they are",
    "pages.journal_view": "an address that MkDocs has made",
    "hosts.mkdocs.neighbours": "the names of events and plugins",
    "hosts.mkdocs.plugin_names": "the names of plugins",
    "hosts.mkdocs.watch": "paths that are limited, and the names of events",
    "language.labels.Labels": "the key of a label",
    "options.names.meant_by": "as `advice` gives it",
    "options.page_values.ListLayouts": "the name of a kind",
    "markup.kramdown": "parts of the body; `read_body` and the functions above read them",
    "markup.liquid.date_formats": "a format, as `date` gives it",
    "markup.liquid.filters": "as `apply_filter` gives it",
    "markup.liquid.known_values": "as `evaluate` gives it",
    "markup.traces": "a body, as `check_body` gives it",
    "plugin.JournalPlugin": "hands texts on to functions that are here",
    "problems.catalogue": "values that `Quoted` cuts",
    "front_matter.front_matter_error.misplaced": "words of a message",
    "front_matter.misplaced.unclosed": "a file without an end of its front matter, as `split_front_matter` gives it",
    "front_matter.fields": "the name of a key; `read_post` reads the values",
    "text.foreign": "the name of an element",
    "text.search_sections.Section": "the id and the name of a heading, which are kept",
    "text.tags.OpenElements": "the name of an element",
    "urls.routes": "a path that is limited",
    "feeds.identity.entry_id": "a path that is limited, and the options",
    "feeds.identity.entry_ids": "a path that is limited, and the options",
    "feeds.identity.proposed_base": "an option",
    "language.locales.locale_of": "an option",
    "language.locales.language_tag": "an option",
    "language.labels.labels_for": "an option",
    "language.locales.language_attributes": "an option",
    "language.locales.page_language_attributes": "an option",
    "language.locales.document_language": "an option",
    "language.locales.is_language": "an option",
    "language.locales.is_code_of": "an option",
    "language.locales.language_name": "an option",
    "language.catalogues": "an option",
    "feeds.xml.document": "entries that are made already",
    "history.git.names": "a command for Git",
    "urls.bundles.bundles": "paths that are limited",
    "urls.links.served": "a path that is limited",
    "history.histories.read_revisions": "a file of the site's owner",
    "posts.date_forms.month_of": "what a pattern has found",
    "posts.term_labels.read_labels": "the name of a key; `read_post` reads the values",
    "posts.term_labels.folders_of": "a path that is limited",
    "posts.profiles.author_of": "values of YAML that is limited",
    "posts.terms.taxonomy": "the name of a kind",
    "posts.updates.read_updates": "the body, as `read_post` gives it",
    "posts.vocabulary.in_vocabulary": "labels, as `read_post` gives them",
    "front_matter.yaml_errors.explained": "words of the YAML library",
    "front_matter.yaml_errors.is_reported_where_it_begins": "words of the YAML library",
    "text.invisible.is_invisible": "one character",
    "spelling.Spellings.__init__": "names, as `nearest` gets them",
    "spelling.shortened": "a name of 40 letters at most",
    "spelling.distance": "two names of nearly one length, of which one is ours",
    "text.hiding.end_of": "the name of an element",
    "feeds.changing_ids.changing_ids": "an option",
    "feeds.making.feed_links": "a path that is limited",
    "metadata.people.image_facts": "a name, which is written as it is",
    "posts.data_places.data_path": "options",
    "posts.data_places.data_paths": "options",
    "publishing.attachments.attachments_of_withheld": "texts, as `FileNames` gets them",
    "publishing.missing_folder.Places": "a path that is limited",
    "publishing.output_file.place_of": "names of keys",
    "publishing.outputs.archive_route": "a path that is limited",
    "publishing.outputs.name_twin": "the name of a key or option",
    "publishing.outputs.redirects_route": "an option",
    "publishing.permalinks.address_of_path": "a path that is limited",
    "publishing.post_urls.address_redirects": "an option",
    "publishing.snapshots.snapshot": "a body, as `mended` and `fragment` get it",
    "publishing.theme_templates.unusable_key": "the name of a key",
    "publishing.whole_files.digest": "what is written",
    "publishing.whole_files.unwritable": "the reason of an error",
    "publishing.whole_files.write_whole": "what is written",
    "feeds.entries.Entries": "a path that is limited",
    "hosts.mkdocs.nav.ArchiveEntry": "a title and a path that is limited",
    "hosts.mkdocs.files.names": "a path that is limited",
    "hosts.mkdocs.static_i18n": "names of languages, and paths that are limited",
    "metadata.alternates.language_links": "a path that is limited",
    "options.journal_options.Options.below_root": "a path that is limited",
    "options.journal_options.below_folder": "an option",
    "options.localised.localised": "an option",
    "publishing.translations.Translations": "a path that is limited, and an option",
    "hosts.mkdocs.internals.origins_of": "the names of events",
    "hosts.mkdocs.internals.render_as": "hands the text on",
    "hosts.mkdocs.internals.skip_pages": "the name of an event",
    "hosts.mkdocs.links.finish_links": "hands the text on",
    "hosts.mkdocs.snapshots.note_title": "a body, as `shown_title` gets it",
    "pages.archive_content": "a page of its author, and titles, which are put into a template",
    "pages.archive_views": "paths that are limited",
    "pages.post_frame.post_content": "a body that is put into a template",
    "pages.own_lists": "texts that are joined",
    "pages.own_parts": "texts that are escaped and joined",
    "pages.post_lists": "paths that are limited",
    "pages.post_views": "paths that are limited; the excerpt is cut by `cut_excerpt`",
    "pages.profile_views": "a path that is limited, and a title that is put into a record",
    "pages.page_meta": "the name of a theme",
    "pages.redirect_pages": "paths that are limited",
    "pages.series_views": "paths that are limited",
    "pages.templates": "the name of a template",
    "pages.own_fragments": "the name of a template",
    "hosts.mkdocs.templates": "the name of a template",
    "publish.publish": "options",
    "publishing.edition": "paths that are limited",
    "publishing.link_resolver.LinkResolver": "a link; `PageLinkRewriter` asks for all those of a page",
    "publishing.promised": "paths that are limited",
    "pages.text_checks.problems_in_texts": "an option",
    "publishing.site_info.SiteInfo": "an option, and paths that are limited",
    "editing.config_nodes": "a file of the site's owner",
    "editing.plugin_replacing": "a file of the site's owner",
    "moving.jekyll_import.plan_import": "a site; each of its texts is measured where it is read",
    "moving.built_site": "addresses that are limited, and the beginning of a page",
    "moving.import_plan": "names of what was found",
    "moving.jekyll_site": "names of files and keys",
    "moving.material_blog": "options",
    "moving.mkdocs_config": "options",
    "publishing.outputs.alias_route": "a path that is limited",
    "publishing.jekyll_config": "a file of the site's owner",
    "publishing.redirects.netlify_rules": "addresses that are limited",
}
"""Functions that get no content of posts, and why."""


def hostile_frames() -> list[Text]:
    """Return hostile texts for functions: every piece many times, and each sign inside other things."""
    shapes = [(frame, piece) for frame in FRAMES for piece in PIECES if frame == "{}" or len(piece) == 1]
    return [_framed(*shape) for shape in shapes]


def _framed(frame: str, piece: str) -> Text:
    def text(size: int) -> str:
        return frame.replace("{}", piece * (size // len(piece) + 1))

    text.__doc__ = f"{frame!r} around {piece!r} * n"
    return text


def text_misses(name: str, run: Run) -> list[str]:
    """Return where the time of a function grows faster than its input."""
    found = (f"{name}: {growth}" for text in hostile_frames() if (growth := grows(run, text, screen=3_000)))
    return list(itertools.islice(found, 3))


def table() -> Iterator[str]:
    """Yield the lines of a table: the worst text of every pattern and function, with its time at n, 2n and 4n."""
    signal.signal(signal.SIGVTALRM, _break_off)
    yield "| what | hostile text | n | n, ms | 2n, ms | 4n, ms |"
    yield "|---|---|---:|---:|---:|---:|"
    for one in patterns():
        for method, run in runs_of(one).items():
            yield _line(f"{one.where}.{method}", run, hostile_texts(one.pattern))
    for name, run in text_runs().items():
        yield _line(name, run, hostile_frames())


def _line(name: str, run: Run, texts: list[Text]) -> str:
    worst = max(texts or [_pumped("", "a", "")], key=lambda text: seconds(run, text(4_000)))
    size = 12_500
    while seconds(run, worst(size), times=2) < LEAST and size < 400_000:
        size *= 2
    times = [1_000 * seconds(run, worst(factor * size), times=5) for factor in (1, 2, 4)]
    shown = (worst.__doc__ or "").replace("|", "\\|").replace("`", "'")
    return f"| {name} | `{shown}` | {size:,} | " + " | ".join(f"{time:.1f}" for time in times) + " |"


if __name__ == "__main__":
    for row in table():
        print(row, flush=True)
