"""Plain models as pydantic models of the same names and fields, and as pydantic's core schemas."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache, partial, reduce
from importlib import import_module
from operator import or_
from typing import Annotated, Any, ClassVar, ForwardRef, Literal, get_args, get_origin

from msgspec import NODEFAULT
from pydantic import BaseModel, ConfigDict, Field, create_model
from pydantic_core import CoreSchema

from makebrief.validation.model import Model, construct

_FOR_OTHERS = frozenset({"metadata", "serialization", "serialization_alias"})
"""What a core schema holds for JSON Schemas and for output, not for validation."""


class Definition(BaseModel):
    """A pydantic model made from a plain one."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)
    plain: ClassVar[type[Model]]


class _StrictDefinition(Definition):
    model_config = ConfigDict(strict=True)


@cache
def define(model: type[Model]) -> type[Definition]:
    """The pydantic model that a plain one's annotations, defaults and docstring describe."""
    names = _names_for(model)
    defaults = dict(_defaults(model))
    fields: dict[str, Any] = {
        name: (_defined(eval(annotation, names), model), defaults.get(name, ...))
        for name, annotation in model.__annotations__.items()
        if name in model.__struct_fields__
    }
    base = _StrictDefinition if model.strict else Definition
    definition = create_model(model.__name__, __base__=base, __doc__=model.__doc__, **fields)
    definition.plain = model
    return definition


def core_schema(model: type[Model]) -> CoreSchema:
    """What pydantic's core needs to turn data into a plain model, and nothing of pydantic's own."""
    definition = define(model)
    definition.model_rebuild()
    schema: CoreSchema = _plain(definition.__pydantic_core_schema__)
    return schema


def _names_for(model: type[Model]) -> dict[str, Any]:
    """What the annotations of a model may name: its module's names and those of its `kinds`."""
    kinds = import_module(f"{model.__module__.rpartition('.')[0]}.kinds")
    return {**vars(kinds), **vars(sys.modules[model.__module__])}


def _defaults(model: type[Model]) -> Iterator[tuple[str, Any]]:
    """The fields that may be left out, each with its default as pydantic wants it."""
    given = model.__struct_defaults__
    names = model.__struct_fields__[len(model.__struct_fields__) - len(given) :]
    for name, default in zip(names, given, strict=True):
        if hasattr(default, "factory"):
            yield name, Field(default_factory=_factory(default.factory))
        elif default is not NODEFAULT:
            yield name, default


def _factory(factory: Any) -> Any:
    """A default's maker whose signature pydantic can read without evaluating annotations."""
    plain = isinstance(factory, type) and issubclass(factory, Model)
    return partial(construct, factory, ({}, None, None)) if plain else factory


def _defined(kind: Any, inside: type[Model]) -> Any:
    """A type with the pydantic model in the place of each plain one."""
    if isinstance(kind, type) and issubclass(kind, Model):
        return ForwardRef(kind.__name__) if kind is inside else define(kind)
    origin = get_origin(kind)
    if origin is None or origin is Literal:
        return kind
    if origin is Annotated:
        return Annotated[(_defined(kind.__origin__, inside), *kind.__metadata__)]
    parts = tuple(_defined(part, inside) for part in get_args(kind))
    return origin[parts] if origin in {tuple, dict} else reduce(or_, parts)


def _plain(node: Any) -> Any:
    """A core schema that makes plain models, without what only pydantic's own use."""
    if isinstance(node, list | tuple):
        return type(node)(_plain(each) for each in node)
    if not isinstance(node, dict):
        return node
    parts = {key: _plain(value) for key, value in node.items() if key not in _FOR_OTHERS}
    if node.get("type") != "model":
        return parts
    made = {
        "type": "function-after",
        "function": {"type": "no-info", "function": partial(construct, node["cls"].plain)},
        "schema": parts["schema"],
    }
    return {**made, "ref": node["ref"]} if "ref" in node else made
