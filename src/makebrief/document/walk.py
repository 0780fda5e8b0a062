"""Nodes of a Document taken apart and put together again: blocks, texts, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Block, Document, Text, Texts

_Node = TypeVar("_Node")
_HOLDING = (tuple, Struct)
"""What may hold texts."""


def rebuild(node: Any, change: Callable[[Texts], Texts]) -> Any:
    """A node with each of its texts, in all languages, changed."""
    if isinstance(node, tuple):
        if node and isinstance(node[0], Text):
            return change(node)
        return tuple(rebuild(item, change) for item in node)
    if not isinstance(node, Struct) or isinstance(node, Text):
        return node
    values = {name: getattr(node, name) for name in node.__struct_fields__}
    changed = {
        name: rebuild(value, change)
        for name, value in values.items()
        if isinstance(value, _HOLDING)
    }
    return replace(node, **changed) if changed else node


def map_blocks(document: Document, change: Callable[[Block], Block]) -> Document:
    """A document with each of its blocks changed."""
    sections = tuple(
        replace(section, blocks=tuple(change(block) for block in section.blocks))
        for section in document.sections
    )
    return replace(document, sections=sections)


def iterate(document: Document, kind: type[_Node]) -> Iterator[_Node]:
    """Every block of a kind, in order."""
    for section in document.sections:
        for block in section.blocks:
            if isinstance(block, kind):
                yield block


def texts_of(node: Any) -> Iterator[Text]:
    """Every text inside a node, in reading order."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if isinstance(part, Text):
            yield part
        elif isinstance(part, tuple):
            waiting += part[::-1]
        elif isinstance(part, Struct):
            values = [getattr(part, name) for name in part.__struct_fields__[::-1]]
            waiting += [value for value in values if isinstance(value, _HOLDING)]
