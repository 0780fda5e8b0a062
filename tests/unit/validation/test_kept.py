"""What pydantic makes of models, kept from run to run: used when right, made again when not."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from makebrief.content.models import Brief, Series
from makebrief.style.model import Style
from makebrief.validation import kept
from makebrief.validation.definition import core_schema
from makebrief.validation.kept import DEFINING, keep_schema, kept_schema
from makebrief.validation.model import Model
from tests.samples import CHECKOUT

MODELS = (Series, Brief, Style)


@pytest.mark.parametrize("model", MODELS)
def test_what_was_kept_is_found_again(model: type[Model], tmp_path: Path) -> None:
    schema = core_schema(model)
    keep_schema(model, schema, tmp_path)
    assert repr(kept_schema(model, tmp_path)) == repr(schema)


def test_models_are_kept_also_where_python_writes_no_bytecode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    keep_schema(Brief, core_schema(Brief), tmp_path)
    assert kept_schema(Brief, tmp_path) is not None


def test_nothing_is_found_where_nothing_was_kept(tmp_path: Path) -> None:
    assert kept_schema(Brief, tmp_path / "nowhere") is None


@pytest.mark.parametrize("damage", [b"", b"\x80", b"not a pickle", b"cnowhere\nnothing\n."])
def test_a_damaged_file_is_as_if_there_were_none(damage: bytes, tmp_path: Path) -> None:
    keep_schema(Brief, core_schema(Brief), tmp_path)
    [file] = (tmp_path / "models").iterdir()
    whole = file.read_bytes()
    for wrong in (damage, whole[: len(whole) // 2], whole[:-1], whole.replace(b"a-z", b"a-y")):
        assert wrong != whole
        file.write_bytes(wrong)
        assert kept_schema(Brief, tmp_path) is None


def test_what_was_made_from_other_definitions_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep_schema(Brief, core_schema(Brief), tmp_path)
    [file] = (tmp_path / "models").iterdir()
    monkeypatch.setattr(kept, "DEFINING", DEFINING[1:])
    assert kept_schema(Brief, tmp_path) is None
    monkeypatch.setattr(kept, "crc32", lambda _: int(file.name.rpartition("-")[2], 16))
    assert kept_schema(Brief, tmp_path) is None


def test_a_folder_that_cannot_be_written_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "models").write_text("a file in the way")
    keep_schema(Brief, core_schema(Brief), tmp_path)
    assert kept_schema(Brief, tmp_path) is None


@pytest.mark.parametrize("model", MODELS)
def test_every_module_that_a_schema_names_is_among_those_it_is_checked_against(
    model: type[Model],
) -> None:
    named = {module for module in _modules(core_schema(model)) if module.startswith("makebrief.")}
    known = {"makebrief." + name.removesuffix(".py").replace("/", ".") for name in DEFINING}
    assert named
    assert named <= known


def _modules(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _modules(value)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _modules(value)
    elif isinstance(node, partial):
        yield from _modules((node.func, *node.args))
    elif isinstance(node, type | FunctionType):
        yield node.__module__


def test_a_run_whose_data_is_right_never_imports_pydantic(tmp_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from makebrief.content.load import load_bundle
from makebrief.style.load import load_styles
kept = Path({str(tmp_path)!r})
load_bundle(Path("briefs/2024-h1"), kept)
load_styles(Path("templates/gongwen"), Path("templates"), None, kept)
print("pydantic" in sys.modules, "pydantic_core" in sys.modules)
"""
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": str(CHECKOUT / "src")}
    said = [
        subprocess.run(
            command, cwd=CHECKOUT, env=environment, capture_output=True, text=True, check=True
        ).stdout.strip()
        for _ in range(2)
    ]
    assert said == ["True True", "False False"]
