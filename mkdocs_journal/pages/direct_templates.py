"""Compiles the templates of fragments to quicker code than Jinja does, which must allow for any template and any value.

A fragment gets values of the journal and is small, so that most of its cost is what Jinja does around it: each included
template is looked up and gets all variables again, each attribute is read by a function that also tries items. Here
attributes are read and labels called as in Python, and an included template is compiled when it is first rendered. What
this code cannot do raises an exception; `Fragments` then renders the template as Jinja compiles it, which is what decides.
A loop knows the places of its items and no more; and a rendering has no blocks and no exports to prepare.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Final

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import EvalContext
from jinja2.runtime import Context, LoopContext
from jinja2.utils import missing
from markupsafe import Markup, escape

from mkdocs_journal.publishing.assets import FOLDER

_SIGNS: Final = re.compile("[&<>\"']")
_OURS: Final = re.compile(re.escape(f"{FOLDER}{os.sep}"))
_INCLUDED: Final = re.compile(r"{% include \"([^\"]+)\" %}")
"""How our templates include others."""
_OWN_SCOPE: Final = (nodes.Extends, nodes.Block, nodes.Import, nodes.FromImport, nodes.Macro)
"""What makes a template more than text that can stand inside another."""
Find = Callable[[str], "DirectTemplate | None"]
"""Returns the direct form of a template, or None if it has none."""


class DirectTemplate:
    """A template that is compiled to direct code."""

    def __init__(self, template: Template, find: Find) -> None:
        code = template.root_render_func.__globals__
        code["escape"], code["LoopContext"] = escaped, _loop
        self._template = template
        self._find = find

    def render(self, values: Mapping[str, object]) -> str:
        """Return the template filled with values.

        Raises:
            Exception: Jinja must render it.
        """
        return "".join(self.parts(values))

    def parts(self, values: Mapping[str, object]) -> Iterator[str]:
        """Return the parts of the template filled with values."""
        parts: Iterator[str] = self._template.root_render_func(_Values(self._template, values, self._find))
        return parts


def direct_template(name: str, environment: Environment, find: Find) -> DirectTemplate | None:
    """Return a template, compiled to direct code, or None if it must be as Jinja compiles it.

    Args:
        name: The template.
        environment: It reads the template.
        find: Returns the direct forms of the templates that it includes.

    Raises:
        TemplateError: The template cannot be read.
    """
    if environment.is_async or environment.sandboxed or environment.loader is None:
        return None
    source, file, _ = environment.loader.get_source(environment, name)
    tree = environment._parse(source, name, file)  # noqa: SLF001 - `parse()` hides the class of errors
    if tree.find(_OWN_SCOPE) is not None:  # type: ignore[arg-type]  # Jinja declares one kind only
        return None
    ours = environment.overlay()
    ours.code_generator_class = _DirectCode
    tree.body = [nodes.Scope(tree.body, lineno=1)]  # so that no assignment is noted for templates that import this one
    return DirectTemplate(ours.template_class.from_code(ours, ours.compile(tree, name, name), dict(ours.globals)), find)


def is_ours(name: str, environment: Environment) -> bool:
    """Return whether a template and all that it includes are templates of the journal, none of the site or of a theme.

    Raises:
        TemplateError: A template cannot be read.
    """
    if environment.finalize or environment.loader is None:
        return False
    source, file, _ = environment.loader.get_source(environment, name)
    return bool(_OURS.match(file or "")) and all(is_ours(one, environment) for one in _INCLUDED.findall(source))


class _Names(dict[str, object]):
    """Values by their names, and Jinja's sign for each other name."""

    def __missing__(self, name: str) -> object:
        return missing


class _Values(Context):
    """The values of one rendering, without blocks and exports, which a template with direct code does not have."""

    def __init__(self, template: Template, values: Mapping[str, object], find: Find) -> None:
        self._find = find
        self.environment, self.name = template.environment, template.name
        self.parent = _Names(template.globals)
        self.parent.update(values)
        self.resolve_or_missing = self.parent.__getitem__  # type: ignore[method-assign,assignment]  # nothing is added to it
        self.eval_ctx = EvalContext(self.environment, self.name)
        self.vars, self.blocks = {}, {}
        self.exported_vars, self.globals_keys = set(), set()

    def included(self, name: str, around: Mapping[str, object]) -> Iterator[str]:
        """Return the parts of a template that is included here; `around` are the variables that this template has set."""
        template = self._find(name)
        if template is None:
            raise LookupError(name)
        return template.parts({**self.parent, **{key: value for key, value in around.items() if value is not missing}})


class _Place:
    """What a loop knows of an item; a template that needs more is rendered by Jinja."""

    __slots__ = ("index", "length")

    def __init__(self, length: int) -> None:
        self.index, self.length = 0, length

    @property
    def first(self) -> bool:
        return self.index == 1

    @property
    def last(self) -> bool:
        return self.index == self.length


def _loop(items: Iterable[Any], undefined: Any, recurse: Any = None, depth: int = 0) -> Iterable[tuple[Any, Any]]:
    """Return items each with its place in a loop; as Jinja does where there is more to know."""
    if recurse is not None or not isinstance(items, tuple | list):
        return LoopContext(items, undefined, recurse, depth)
    return _placed(items)


def _placed(items: tuple[Any, ...] | list[Any]) -> Iterator[tuple[Any, _Place]]:
    loop = _Place(len(items))
    for item in items:
        loop.index += 1
        yield item, loop


def escaped(value: object) -> object:
    """Return a value as markupsafe escapes it; a text as plain text again, because it is only joined to others."""
    if type(value) is not str:
        return value if type(value) is Markup else str(value) if type(value) is int else escape(value)
    if not _SIGNS.search(value):
        return value
    value = value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return value.replace('"', "&#34;").replace("'", "&#39;")


class _DirectCode(CodeGenerator):
    """Writes attributes and calls of labels as Python has them, and included templates as their direct code."""

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write the parts of an included template; one whose name is not written here is left to Jinja."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if not isinstance(name, str) or node.ignore_missing or not node.with_context or frame.buffer:
            super().visit_Include(node, frame)
            return
        self.writeline(f"yield from context.included({name!r}, {self.dump_local_context(frame)})", node)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        """Write an attribute; an object without it raises an exception."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802 - Jinja's signature
        """Write a call of a label; other functions may want Jinja's context."""
        if forward_caller or node.dyn_args or node.dyn_kwargs or _root(node.node) != "labels":
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for number, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if number else "")
            self.visit(argument, frame)
        self.write(")")


def _root(node: nodes.Node) -> str:
    """Return the variable of which an expression is an attribute, or empty."""
    while isinstance(node, nodes.Getattr):
        node = node.node
    return node.name if isinstance(node, nodes.Name) else ""
