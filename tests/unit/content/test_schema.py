from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from makebrief.content.choices import BLOCK_KINDS
from makebrief.content.schema import json_schema
from tests.samples import BRIEF, CHECKOUT, SERIES

FILES = sorted((CHECKOUT / "briefs").glob("*/*.yaml"))


def validator(name: str) -> Any:
    schema = json.loads(json_schema(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def typed(text: str) -> Any:
    """YAML with numbers as numbers, as an editor's validator sees them."""
    loaded = yaml.safe_load(text)
    return json.loads(json.dumps(loaded, default=lambda day: day.isoformat()))


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def test_the_repositorys_series_are_valid(file: Path) -> None:
    name = "series" if file.stem == "series" else "brief"
    errors = [
        f"{list(error.absolute_path)}: {error.message[:200]}"
        for error in validator(name).iter_errors(typed(file.read_text(encoding="utf-8")))
    ]
    assert not errors


def test_there_are_series_to_validate() -> None:
    assert len(FILES) >= 4


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("brief", BRIEF.replace("title:", "titel:")),
        ("brief", BRIEF.replace("value: 62", "value: many")),
        ("brief", BRIEF.replace("- text:", "- txet:")),
        ("series", SERIES.replace("year: 2024", "year: 2024.5")),
        ("series", SERIES + "layout: columns\n"),
        ("series", SERIES.replace("departments:", "department:")),
    ],
)
def test_the_schema_refuses_what_the_model_refuses(name: str, written: str) -> None:
    assert list(validator(name).iter_errors(typed(written)))


def test_the_schema_accepts_the_smallest_files() -> None:
    assert not list(validator("brief").iter_errors(typed(BRIEF)))
    assert not list(validator("series").iter_errors(typed(SERIES)))


def test_the_schema_names_each_kind_of_block() -> None:
    schema = json_schema("brief")
    for kind in BLOCK_KINDS:
        assert f'"{kind}"' in schema


def test_fields_are_described_for_editors() -> None:
    brief = json.loads(json_schema("brief"))
    assert brief["properties"]["department"]["description"]
    assert "discriminator" not in json_schema("brief")
