"""Lists: with bullets, with numbers, of tasks, of definitions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from mkdocs_journal.markup.kramdown.attribute_lists import read_attribute_list
from mkdocs_journal.markup.kramdown.block_reader import BlockReader
from mkdocs_journal.markup.kramdown.element_tree import Element
from mkdocs_journal.markup.kramdown.patterns import (
    ATTRIBUTE_LIST,
    ATTRIBUTE_TEXT,
    BLANK_LINE,
    DEFINITION_START,
    END_OF_BLOCK,
    HTML_START,
    HTML_STOP,
    ID_NAME,
    LIST_START,
    RULE,
    SPACE,
    TAGS,
    compiled,
)

MARKERS = {"ul": r"[+*-]", "ol": r"\d+\.", "dl": ":"}
ITEM_ATTRIBUTES = compiled(rf"\s*\{{:(?!(?:{ID_NAME})?:|/)({ATTRIBUTE_TEXT})\}}\s*")
NOTHING_BEHIND = compiled(rf"\s*+(?:\{{:(?!(?:{ID_NAME})?:|/){ATTRIBUTE_TEXT}\}}\s*+)?\Z")
TASK = compiled(r"\s*\[([ xX])\]\s+")
BULLET = compiled(rf"{SPACE}[+*-][\t| ]")
TAG = compiled(rf"\s*[{TAGS}]")


@lru_cache(maxsize=256)
def item_start(kind: str, indentation: int) -> re.Pattern[str]:
    """Return the pattern of a line that starts the next item of a list whose text has this indentation."""
    return compiled(rf"( {{0,{min(indentation, 4) - 1}}}{MARKERS[kind]})([\t| ][^\n]*\n)")


@lru_cache(maxsize=256)
def item_lines(indentation: int) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return the patterns of a line that an item contains by indentation, and of one that continues its text without it."""
    tabs, blanks = divmod(indentation, 4)
    indented = rf"(?:(?:\t| {{4}}){{{tabs}}} {{{blanks}}}|(?:\t| {{4}}){{{tabs + 1}}})[^\n]*\S[^\n]*\n"
    lazy = rf"(?! {{0,{min(indentation, 3)}}}(?:{ATTRIBUTE_LIST}|{HTML_STOP}|{HTML_START}))[^\n]*\S[^\n]*\n"
    return compiled(indented), compiled(lazy)


@dataclass(slots=True)
class Item:
    """An item whose lines are being collected."""

    element: Element
    indentation: int
    parts: list[list[str]] = field(default_factory=list)
    """Lines without their indentation; a nested list starts a new part."""
    nested: bool = False
    """Whether a nested list or a blank line was found."""
    indented: re.Pattern[str] = field(init=False)
    lazy: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        self.indented, self.lazy = item_lines(self.indentation)


def first_line(marker: str, text: str, kind: str) -> Item:
    """Return the item that starts with `marker`, and the rest of the line."""
    indentation = len(marker)
    if NOTHING_BEHIND.match(text):
        indentation = 4
    else:
        before = text[: len(text) - len(text.lstrip(" \t"))]
        indentation = len((" " * indentation + before).expandtabs(4))
    element = Element("dd" if kind == "dl" else "li")
    text = text.lstrip(" \t\r\n\f\v")
    if attributes := ITEM_ATTRIBUTES.match(text):
        read_attribute_list(attributes[1], element.attribute_list())
        text = text[attributes.end() :]
    return Item(element, indentation, [[text]], nested=bool(LIST_START.match(text)))


def read_list(reader: BlockReader, found: re.Match[str]) -> bool:
    """Read a list with bullets or numbers."""
    kind = "ul" if BULLET.match(found[0]) else "ol"
    items, ended = _gather(reader, kind)
    whole = reader.add(Element(kind, children=[item.element for item in items]))
    last: Element | None = None
    for item in items:
        holder = Element("temp")
        for part in item.parts:
            reader.nested(holder, "".join(part))
        item.element.children = holder.children
        last = _settle(whole, item.element, ended=ended)
    mark_tasks(whole)
    if last is not None and not ended:
        reader.tree.children.append(last)
    return True


def _gather(reader: BlockReader, kind: str) -> tuple[list[Item], bool]:
    """Return the items of a list, and whether a line `^` ended it."""
    items: list[Item] = []
    start, after_blank = item_start(kind, 4), False
    while not reader.at_end:
        if after_blank and reader.check(RULE):
            break
        if reader.take(END_OF_BLOCK):
            return items, True
        if found := reader.take(start):
            items.append(first_line(found[1], found[2], kind))
            start, after_blank = item_start(kind, items[-1].indentation), False
            continue
        item = items[-1]
        if found := (reader.take(item.indented) or (None if after_blank else reader.take(item.lazy))):
            _continue(item, found[0])
            after_blank = False
        elif found := reader.take(BLANK_LINE):
            item.nested = after_blank = True
            item.parts[-1].append(found[0])
        else:
            break
    return items, False


def without_indentation(line: str, indentation: int) -> tuple[str, bool]:
    """Return a line without the indentation of its item, and whether it had one."""
    tabs = len(line) - len(line.lstrip("\t"))
    line = " " * 4 * tabs + line[tabs:]
    return (line[indentation:], True) if line.startswith(" " * indentation) else (line, False)


def _continue(item: Item, line: str) -> None:
    """Add a line to an item."""
    line, indented = without_indentation(line, item.indentation)
    if LIST_START.match(line):
        if indented and not item.nested:
            item.parts.append([])
            item.nested = True
        elif item.nested and not indented:
            line = " " * (item.indentation + 4) + line
    item.parts[-1].append(line)


def _settle(whole: Element, item: Element, *, ended: bool) -> Element | None:
    """Decide whether the text of an item is a paragraph; remove and return the blank lines at its end."""
    inside = item.children
    if not inside:
        return None
    if len(inside) > 1 and inside[0].kind == "p" and inside[1].kind == "end" and inside[0].listed:
        del inside[1]
    first, is_last = inside[0], whole.children[-1] is item
    follows_directly = len(inside) < 2 or inside[1].kind != "blank" or (is_last and len(inside) == 2 and not ended)
    if first.kind == "p" and follows_directly and (not is_last or len(whole.children) == 1 or any_plain(whole)):
        if len(inside) > 1 and inside[1].kind != "blank":
            first.children[0].value += "\n"
        first.plain = True
    return _leaving(item, is_last=is_last and not ended)


def _leaving(item: Element, *, is_last: bool) -> Element | None:
    """Remove the blank lines at the end of an item; Liquid on them is kept unless the item is the last."""
    last = item.children[-1]
    if last.kind != "blank" or (not is_last and TAG.match(last.value)):
        return None
    return item.children.pop()


def any_plain(whole: Element) -> bool:
    """Return whether an item before the last one has plain text or is empty."""
    return any(not i.children or i.children[0].kind != "p" or i.children[0].plain for i in whole.children[:-1])


def mark_tasks(whole: Element) -> None:
    """Turn `[ ]` and `[x]` at the start of items into check boxes."""
    tasks = False
    for item in whole.children:
        if not item.children or item.children[0].kind != "p":
            continue
        text = item.children[0].children[0]
        if box := TASK.match(text.value):
            checked = "" if box[1] == " " else ' checked="checked"'
            text.value = (
                f'<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"{checked} />'
                + text.value[box.end() :]
            )
            tasks = True
        if tasks:
            item.attrs["class"] = "task-list-item"
    if tasks:
        whole.attrs["class"] = "task-list"


def read_definitions(reader: BlockReader, _found: re.Match[str]) -> bool:
    """Read terms and their definitions: the lines above the first `:` are the terms."""
    terms, loose = _terms(reader)
    if terms is None:
        return False
    whole = Element("dl", listed=terms.listed)
    for line in terms.children[0].value.split("\n"):
        term = Element("dt")
        attributes = ITEM_ATTRIBUTES.match(line)
        if attributes:
            read_attribute_list(attributes[1], term.attribute_list())
        term.children.append(Element("raw text", line[attributes.end() :] if attributes else line))
        whole.children.append(term)
    items = _gather_definitions(reader, loose=loose)
    last: Element | None = None
    for item in items:
        whole.children.append(item.element)
        reader.nested(item.element, "".join(item.parts[0]))
        last = _settle_definition(item.element, is_last=item is items[-1])
    _append_definitions(reader.tree.children, whole)
    if last is not None:
        reader.tree.children.append(last)
    return True


def _terms(reader: BlockReader) -> tuple[Element | None, bool]:
    """Remove the paragraph above from the tree and return it, and whether a blank line follows it."""
    above = reader.tree.children
    if above and above[-1].kind == "p":
        return above.pop(), False
    if len(above) >= 2 and above[-1].kind == "blank" and above[-1].value == "\n" and above[-2].kind == "p":
        above.pop()
        return above.pop(), True
    return None, False


def _gather_definitions(reader: BlockReader, *, loose: bool) -> list[Item]:
    items: list[Item] = []
    start, after_blank = DEFINITION_START, False
    while not reader.at_end:
        if found := reader.take(start):
            items.append(first_line(found[1], found[2], "dl"))
            items[-1].element.loose = loose
            start, loose, after_blank = item_start("dl", items[-1].indentation), False, False
            continue
        item = items[-1]
        if reader.check(END_OF_BLOCK):
            break
        if found := (reader.take(item.indented) or (None if after_blank else reader.take(item.lazy))):
            item.parts[0].append(without_indentation(found[0], item.indentation)[0])
            loose = after_blank = False
        elif found := reader.take(BLANK_LINE):
            item.parts[0].append(found[0])
            loose = after_blank = True
        else:
            break
    return items


def _settle_definition(item: Element, *, is_last: bool) -> Element | None:
    if not item.children:
        return None
    last = _leaving(item, is_last=is_last)
    if item.children and item.children[0].kind == "p" and not item.loose:
        if len(item.children) > 1:
            item.children[0].children[0].value += "\n"
        item.children[0].plain = True
    return last


def _append_definitions(blocks: list[Element], whole: Element) -> None:
    """Append to the list above, if there is one."""
    if len(blocks) >= 2 and blocks[-1].kind == "blank" and blocks[-2].kind == "dl" and not TAG.match(blocks[-1].value):
        blocks.pop()
    if blocks and blocks[-1].kind == "dl":
        blocks[-1].children += whole.children
    else:
        blocks.append(whole)
