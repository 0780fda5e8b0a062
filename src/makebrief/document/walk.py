"""Nodes of a Document taken apart and put together again: blocks, texts, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import Block, Document, Text, Texts

_Node = TypeVar("_Node")


def rebuild(node: Any, change: Callable[[Texts], Texts]) -> Any:
    """A node with each of its texts, in all languages, changed."""
    if isinstance(node, tuple):
        if node and isinstance(node[0], Text):
            return change(node)
        return tuple(rebuild(item, change) for item in node)
    if not isinstance(node, Struct) or isinstance(node, Text):
        return node
    values = {name: getattr(node, name) for name in node.__struct_fields__}
    changed = {name: rebuild(value, change) for name, value in values.items() if _may_hold(value)}
    return replace(node, **changed) if changed else node


def _may_hold(value: Any) -> bool:
    return isinstance(value, tuple | Struct)


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
    if isinstance(node, Text):
        yield node
    elif isinstance(node, tuple):
        for item in node:
            yield from texts_of(item)
    elif isinstance(node, Struct):
        for name in node.__struct_fields__:
            value = getattr(node, name)
            if _may_hold(value):
                yield from texts_of(value)
