"""The fields that a model knows at a place in the data, for hints and for the reference."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from makebrief.validation.model import Model


def field_names(model: type[Model], location: tuple[str | int, ...]) -> tuple[str, ...]:
    """The names allowed beside the unknown one that ends a pydantic location."""
    from makebrief.validation.definition import define

    schema = define(model).model_json_schema()
    nodes = [schema]
    for part in location[:-1]:
        if isinstance(part, str) and part.startswith("<"):
            continue
        name = "list" if part == "list_" else part
        nodes = [child for node in nodes for child in _children(node, name, schema)]
    known = {
        name: None
        for node in nodes
        for each in _options(node, schema)
        for name in each.get("properties", {})
    }
    return tuple(known)


def _options(node: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "$ref" in node:
        yield from _options(schema["$defs"][node["$ref"].rpartition("/")[2]], schema)
    for choice in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        yield from _options(choice, schema)
    if "properties" in node or "items" in node or "additionalProperties" in node:
        yield node


def _children(
    node: dict[str, Any], part: str | int, schema: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    for option in _options(node, schema):
        if isinstance(part, int):
            if isinstance(option.get("items"), dict):
                yield option["items"]
        elif part in option.get("properties", {}):
            yield option["properties"][part]
        elif isinstance(option.get("additionalProperties"), dict):
            yield option["additionalProperties"]
        elif isinstance(option.get("patternProperties"), dict):
            yield from option["patternProperties"].values()
