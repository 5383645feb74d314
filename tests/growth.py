"""How the time of every pattern and every text function grows with hostile input.

Run `python -m tests.growth` for a table of the times at n, 2n and 4n characters.
"""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
import re
import signal
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from types import FrameType
from typing import Any, Final

import mkdocs_journal

RATIO: Final = 2.6
"""Doubling the input takes at most so many times the time."""
LEAST: Final = 0.005
"""Seconds that the smaller input must take for a ratio to mean anything."""
SCREEN: Final = 12_000
"""Characters of the first look: what is quadratic takes longer than `SUSPECT` for them."""
SUSPECT: Final = 0.004
CAP: Final = 1_600_000
"""Characters beyond which a pattern that still takes less than `LEAST` counts as linear."""
LIMIT: Final = 1.0
"""Seconds after which a run counts as endless."""

PACKAGE: Final = Path(mkdocs_journal.__file__).parent
METHODS: Final = frozenset({"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"})

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
    """Return every pattern of the package: those of its modules, those in tables, and literals given to functions of `re`."""
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))}
    used: dict[str, set[str]] = {}
    for tree in trees.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in METHODS and isinstance(node.value, ast.Name):
                used.setdefault(node.value.id, set()).add(node.attr)
    found: dict[tuple[Any, int], Pattern] = {}
    for module in modules():
        for name, value in vars(importlib.import_module(module)).items():
            for pattern in _in_value(value, 4):
                known = found.get((pattern.pattern, pattern.flags))
                methods = used.get(name, METHODS) | (known.methods if known else frozenset())
                where = known.where if known else f"{module.removeprefix('mkdocs_journal.')}.{name}"
                found[pattern.pattern, pattern.flags] = Pattern(where, pattern, frozenset(methods))
    for path, tree in trees.items():
        for line, method, pattern in _literals(tree):
            where = f"{path.relative_to(PACKAGE).as_posix()}:{line}"
            found.setdefault((pattern.pattern, pattern.flags), Pattern(where, pattern, frozenset({method})))
    return sorted(found.values(), key=lambda pattern: pattern.where)


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
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            if node.func.value.id == "re" and node.func.attr in METHODS | {"compile"}:
                yield node, node.func.attr


def _literals(tree: ast.AST) -> Iterator[tuple[int, str, re.Pattern[Any]]]:
    """Yield the patterns that are written in calls of functions of `re`, but `re.compile`."""
    for node, method in _calls(tree):
        if method != "compile" and isinstance(node.args[0], ast.Constant):
            flags = [ast.unparse(word.value) for word in node.keywords if word.arg == "flags"]
            value = eval(flags[0], {"re": re}) if flags else 0
            yield node.lineno, method, re.compile(node.args[0].value, value)


def made_patterns() -> Iterator[str]:
    """Yield, as `module: code`, each pattern that a function makes from values: `MADE` has examples of them."""
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(node) for function in _functions(tree) for node in ast.walk(function)}
        for node, method in _calls(tree):
            constant = isinstance(node.args[0], ast.Constant)
            if (id(node) in inside and not constant) or (method != "compile" and not constant):
                yield f"{path.relative_to(PACKAGE).as_posix()}: {ast.unparse(node.args[0])}"


def _functions(tree: ast.AST) -> Iterator[ast.AST]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


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
            return once * max(least, 1)
        if code is codes.SUBPATTERN:
            text = self.walk(value[3], before)
            self.groups[value[0]] = text
            return text
        if code is codes.ATOMIC_GROUP:
            return self.walk(value, before)
        if code is codes.BRANCH:
            return [self.walk(branch, before) for branch in value[1]][0]
        if code is codes.ASSERT and value[0] > 0:
            self.walk(value[1], before)
        return self.groups.get(value, "") if code is codes.GROUPREF else ""

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
    whole = sampler.walk(
        parser.parse(source, pattern.flags & ~re.UNICODE if isinstance(pattern.pattern, bytes) else pattern.flags), ""
    )
    signs = sorted(sampler.signs)[:12] + [" ", "\n", "a"]
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
    """Return the least time of a run; one beyond `LIMIT` is broken off.

    Raises:
        EndlessError: It was.
    """
    best = float("inf")
    for _ in range(times):
        signal.setitimer(signal.ITIMER_REAL, LIMIT)
        start = time.perf_counter()
        try:
            run(text)
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        best = min(best, time.perf_counter() - start)
    return best


def _break_off(_signal: int, _frame: FrameType | None) -> None:
    raise EndlessError


def grows(run: Run, text: Text, *, screen: int = SCREEN) -> str:
    """Return what is wrong with the growth of a run, or nothing.

    Small inputs come first, so that exponential time is seen and not suffered. What is fast for `screen` characters is
    linear; of anything else the time for the double input is compared.
    """
    before = signal.signal(signal.SIGALRM, _break_off)
    try:
        for size in (16, 24, 40, 64, 100, 400, 2_000):
            if seconds(run, text(size)) > 0.25 and seconds(run, text(size), times=3) > 0.25:
                return f"{text.__doc__}: slow for {size} characters"
        if seconds(run, text(screen)) < SUSPECT or seconds(run, text(screen), times=2) < SUSPECT:
            return ""
        return _ratio(run, text, screen)
    except EndlessError:
        return f"{text.__doc__}: endless"
    finally:
        signal.signal(signal.SIGALRM, before)


def _ratio(run: Run, text: Text, size: int) -> str:
    while (least := seconds(run, text(size), times=2)) < LEAST:
        size *= 2
        if size > CAP:
            return ""
    ratio = 0.0
    for times in (1, 5, 5, 5):  # a busy machine is forgiven
        gc.collect()
        least = seconds(run, text(size), times=times)
        ratio = seconds(run, text(2 * size), times=times) / least
        if ratio <= RATIO:
            return ""
    return f"{text.__doc__}: {ratio:.1f} times the time for {2 * size} characters"


def misses(pattern: Pattern) -> list[str]:
    """Return where the time of a pattern grows faster than its input."""
    found = []
    for method, run in runs_of(pattern).items():
        for text in hostile_texts(pattern.pattern):
            if said := grows(run, text):
                found.append(f"{pattern.where}.{method}: {said}")
                break
    return found


if __name__ == "__main__":
    start = time.time()
    for one in patterns():
        begin = time.time()
        texts = hostile_texts(one.pattern)
        for line in misses(one):
            print(line)
        if "-v" in sys.argv:
            print(one.where, sorted(runs_of(one)), len(texts), f"{time.time() - begin:.2f}")
    print(f"{time.time() - start:.1f}")
