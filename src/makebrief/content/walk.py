"""Content models into the sequence of their parts, each with its path in the YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from makebrief.content.models import Model
from makebrief.content.source import Path

_Part = TypeVar("_Part")


def walk(content: Any, kind: type[_Part], path: Path = ()) -> Iterator[tuple[Path, _Part]]:
    """Every part of a kind inside some content, in reading order, with its path."""
    if isinstance(content, kind):
        yield path, content
    for name, child in children(content):
        yield from walk(child, kind, (*path, name))


def children(content: Any) -> Iterator[tuple[str | int, Any]]:
    """The direct parts of a model, a tuple or a mapping, by the names the YAML gives them."""
    if isinstance(content, Model):
        for name in type(content).model_fields:
            yield name.rstrip("_"), getattr(content, name)
    elif isinstance(content, tuple):
        yield from enumerate(content)
    elif isinstance(content, Mapping):
        yield from content.items()
