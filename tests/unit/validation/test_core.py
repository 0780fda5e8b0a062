"""pydantic's core is found without its package, and is the same one when that comes after all."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.samples import CHECKOUT

ORDERS = (
    ("makebrief.validation.core", "pydantic_core"),
    ("pydantic_core", "makebrief.validation.core"),
    ("makebrief.validation.core", "pydantic"),
    ("pydantic", "makebrief.validation.core"),
)


def said_by(program: str) -> str:
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": str(CHECKOUT / "src")}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout.strip()


@pytest.mark.parametrize("order", ORDERS)
def test_there_is_one_core_whichever_is_imported_first(order: tuple[str, str]) -> None:
    program = f"""
import {order[0]}
import {order[1]}
import pydantic_core
from makebrief.validation.core import SchemaValidator, ValidationError, __version__
print(SchemaValidator is pydantic_core.SchemaValidator)
print(ValidationError is pydantic_core.ValidationError)
print(__version__ == pydantic_core.__version__)
"""
    assert said_by(program).split() == ["True", "True", "True"]


def test_a_core_that_lies_elsewhere_is_imported_as_usual() -> None:
    program = """
import sys
import importlib.machinery
from types import SimpleNamespace
importlib.machinery.PathFinder = SimpleNamespace(find_spec=lambda *_: None)
from makebrief.validation.core import SchemaValidator
print(SchemaValidator.__name__, "pydantic_core" in sys.modules)
"""
    assert said_by(program).split() == ["SchemaValidator", "True"]
