"""The JSON Schemas of a series and of a briefing, for editors that complete and check."""

from __future__ import annotations

import json
from typing import Any

from makebrief.content.models import Brief, Series
from makebrief.validation.definition import define
from makebrief.validation.model import Model

SCHEMAS: dict[str, type[Model]] = {"series": Series, "brief": Brief}


def json_schema(name: str) -> str:
    """The schema called `series` or `brief` as JSON text."""
    schema = define(SCHEMAS[name]).model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **_without_tags(schema)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _without_tags(node: Any) -> Any:
    """Drops what pydantic adds for programs only: discriminators and generated titles."""
    if isinstance(node, dict):
        return {
            key: _without_tags([each for each in value if each != {"type": "null"}])
            if key == "oneOf"
            else _without_tags(value)
            for key, value in node.items()
            if key != "discriminator" and not (key == "title" and isinstance(value, str))
        }
    return [_without_tags(item) for item in node] if isinstance(node, list) else node
