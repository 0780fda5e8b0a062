"""Data into models by pydantic's core, without importing pydantic if nothing is wrong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from makebrief.validation.core import SchemaValidator
from makebrief.validation.kept import keep_schema, kept_schema
from makebrief.validation.model import Model

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_Made = TypeVar("_Made", bound=Model)


def validate(model: type[_Made], data: object, kept: Path | None = None) -> _Made:
    """Data as a model; raises pydantic's ValidationError with all that is wrong in it.

    `kept` is the user's folder for what pydantic makes of models, if it is to be kept.
    """
    made: _Made = _validator(model, kept).validate_python(data)
    return made


@cache
def _validator(model: type[Model], kept: Path | None) -> SchemaValidator:
    schema = kept_schema(model, kept) if kept else None
    if schema is None:
        schema = _define(model)
        if kept:
            keep_schema(model, schema, kept)
    return SchemaValidator(schema, {"strict": model.strict, "extra_fields_behavior": "forbid"})


def _define(model: type[Model]) -> CoreSchema:
    from makebrief.validation.definition import core_schema

    return core_schema(model)
