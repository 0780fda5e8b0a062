"""What is generated in the documentation is fresh, and can be generated whole."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from makebrief.content import models
from makebrief.content.parse import load_source
from makebrief.content.schema import SCHEMAS
from makebrief.reference import CHECKOUT, find_mistake, read_examples, render_files
from makebrief.reference_words import ELEMENTS, MISTAKES, Mistake
from makebrief.template.vocabulary import VOCABULARY
from makebrief.validation.definition import define
from makebrief.validation.model import Model
from tests.unit.docs.documents import SHIPPED_SERIES

FRESH = render_files(CHECKOUT)


@pytest.mark.parametrize("path", FRESH, ids=lambda path: path.relative_to(CHECKOUT).as_posix())
def test_generated_parts_are_fresh(path: Path) -> None:
    written = path.read_text(encoding="utf-8")
    assert written == FRESH[path], "run: python -m makebrief.reference"


@pytest.mark.parametrize("model", [models.Series, models.Brief])
def test_every_group_of_fields_has_its_table(model: type[Model]) -> None:
    guide = (CHECKOUT / "briefs" / "README.md").read_text(encoding="utf-8")
    groups = [
        name
        for name, schema in define(model).model_json_schema()["$defs"].items()
        if schema.get("type") == "object" and not name.endswith("Block")
    ]
    assert groups
    assert [each for each in groups if f"fields of {each} -->" not in guide] == []


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.english)
def test_mistake_is_one_and_is_found(mistake: Mistake) -> None:
    texts = {Path(name).name: text for name, text in read_examples(CHECKOUT / "README.md").items()}

    assert mistake.right in texts[mistake.file]
    assert find_mistake(mistake)


def test_every_element_has_its_chinese() -> None:
    assert list(ELEMENTS) == list(VOCABULARY)


def files_with_schemas() -> list[tuple[str, Path]]:
    files = sorted((CHECKOUT / SHIPPED_SERIES).glob("*.yaml"))
    return [("series" if each.stem == "series" else "brief", each) for each in files]


@pytest.mark.parametrize(("name", "file"), files_with_schemas(), ids=lambda value: Path(value).stem)
def test_shipped_files_are_valid_by_the_published_schemas(name: str, file: Path) -> None:
    schema = CHECKOUT / "briefs" / f"{name}.schema.json"
    validator = jsonschema.Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))

    validator.validate(as_json(load_source(file).data))


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_one_and_refuses_an_unknown_field(name: str) -> None:
    schema = json.loads((CHECKOUT / "briefs" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)

    errors = jsonschema.Draft202012Validator(schema).iter_errors({"titel": "x"})

    assert any("titel" in each.message for each in errors)


def as_json(data: Any) -> Any:
    """YAML's data as an editor hands it to a schema."""
    return json.loads(json.dumps(data, default=float))
