"""Content models into the sequence of their parts, each with its path in the YAML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar

from makebrief.content.source import Path
from makebrief.validation.model import Model

_Part = TypeVar("_Part")
_LEAVES = (str, int, Decimal, date, type(None))


def walk(content: Any, kind: type[_Part], path: Path = ()) -> Iterator[tuple[Path, _Part]]:
    """Every part of a kind inside some content, in reading order, with its path."""
    for place, part in walk_all(content, path):
        if isinstance(part, kind):
            yield place, part


def walk_all(content: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every part of some content, in reading order, with its path."""
    waiting: list[tuple[Path, Any]] = [(path, content)]
    while waiting:
        place, part = waiting.pop()
        yield place, part
        if not isinstance(part, _LEAVES):
            inside = [((*place, name), child) for name, child in children(part)]
            waiting += reversed(inside)


def children(content: Any) -> Iterator[tuple[str | int, Any]]:
    """The direct parts of a model, a tuple or a mapping, by the names the YAML gives them."""
    if isinstance(content, Model):
        for field, name in field_names(type(content)):
            yield name, getattr(content, field)
    elif isinstance(content, tuple):
        yield from enumerate(content)
    elif isinstance(content, Mapping):
        yield from content.items()


@cache
def field_names(model: type[Model]) -> tuple[tuple[str, str], ...]:
    """A model's fields, each with the name that the YAML gives it."""
    return tuple((name, name.rstrip("_")) for name in model.__struct_fields__)
