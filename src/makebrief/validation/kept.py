"""What pydantic made of a model, kept in the user's folder from run to run.

A kept file holds what it was made from: the text of the modules that define models, and the
versions of pydantic, its core and Python. If anything differs, or the file cannot be read, it is
as if there were none.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import crc32

from makebrief.keeping import read_kept, write_kept
from makebrief.validation.core import __version__
from makebrief.validation.model import Model

if TYPE_CHECKING:
    from pydantic_core import CoreSchema

_PACKAGE = Path(__file__).parents[1]
DEFINING = (
    *("content/models.py", "content/kinds.py", "content/choices.py", "content/written.py"),
    *("style/model.py", "style/kinds.py", "style/patterns.py"),
    *("document/layouts.py", "validation/definition.py", "validation/model.py"),
)
"""The modules that a core schema is made from."""


def kept_schema(model: type[Model], folder: Path) -> CoreSchema | None:
    """The core schema of a model as an earlier run left it, if it is still right."""
    made_from = _made_from()
    schema: CoreSchema | None = read_kept(_file(model, folder, made_from), made_from.__eq__)
    return schema


def keep_schema(model: type[Model], schema: CoreSchema, folder: Path) -> None:
    """Leaves a core schema for later runs, whole or not at all."""
    made_from = _made_from()
    write_kept(_file(model, folder, made_from), made_from, schema)


def _made_from() -> bytes:
    """Everything that a core schema follows from."""
    pydantic = find_spec("pydantic")
    version = (
        Path(pydantic.origin).with_name("version.py") if pydantic and pydantic.origin else None
    )
    files = (version, *(_PACKAGE / name for name in DEFINING))
    versions = f"{sys.version} {__version__}".encode()
    return b"\0".join((versions, *(file.read_bytes() for file in files if file)))


def _file(model: type[Model], folder: Path, made_from: bytes) -> Path:
    return folder / "models" / f"{model.__name__.lower()}-{crc32(made_from):08x}"
