"""A module that is imported later is the same module, and is not read before it is used."""

from __future__ import annotations

import importlib
import subprocess
import sys

import pytest

from makebrief.later import absent
from tests.samples import CHECKOUT


def said_by(program: str) -> list[str]:
    """What a new process prints."""
    command = [sys.executable, "-c", program]
    environment = {"PYTHONPATH": str(CHECKOUT / "src")}
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return run.stdout.split()


def test_pillow_is_not_read_by_a_run_without_pictures() -> None:
    program = """
import sys, makebrief.pdf.render
print("PIL._imaging" in sys.modules)
from PIL import Image
print(Image.new("L", (2, 3)).size[1], "PIL._imaging" in sys.modules)
"""
    assert said_by(program) == ["False", "3", "True"]


@pytest.mark.parametrize("first", ["import PIL.Image", "from PIL import ImageDraw", "import PIL"])
def test_who_imported_it_before_keeps_it(first: str) -> None:
    program = f"""
{first}
from makebrief.later import import_later
import_later("PIL", "Image")
import PIL.Image
from PIL import ImageDraw
print(PIL.Image is ImageDraw.Image, PIL.Image.Image.__name__)
"""
    assert said_by(program) == ["True", "Image"]


@pytest.mark.parametrize("name", ["Missing", "missing.deeper"])
def test_what_does_not_exist_is_missed_when_it_is_imported(name: str) -> None:
    program = f"""
import PIL
from makebrief.later import import_later
try:
    import_later("PIL", {name!r})
    import PIL.{name}
except ModuleNotFoundError:
    print("missed")
"""
    assert said_by(program) == ["missed"]


def test_an_absent_module_is_not_found_and_then_is() -> None:
    sys.modules.pop("colorsys", None)
    with absent("colorsys"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("colorsys")
    assert importlib.import_module("colorsys").__name__ == "colorsys"


def test_a_module_that_is_read_already_stays() -> None:
    with absent("sys"):
        assert importlib.import_module("sys") is sys
