"""What is to be made, what came of it, and finished documents into files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from makebrief.errors import Diagnostic
from makebrief.resources import fonts_folder
from makebrief.style.model import Outfit
from makebrief.typeface.embedding import Embedding
from makebrief.typeface.repertoire import WordFonts

if TYPE_CHECKING:
    from makebrief.files import Staging

Format = Literal["pdf", "docx"]


class Order(Struct, frozen=True):
    """What is to be made: which documents, in which layout and formats, with what of a house.

    Then which faces the Word files carry, and whether they name the official fonts instead.
    """

    names: tuple[str, ...]
    layout: str
    outfit: Outfit
    formats: tuple[Format, ...]
    kept: Path | None = None
    embedding: Embedding = "edit"
    official_fonts: bool = False

    @property
    def fonts(self) -> WordFonts:
        """What the Word files are to carry and name."""
        return WordFonts(fonts_folder(), self.kept, self.embedding, self.official_fonts)


class Rendered(Struct, frozen=True):
    """A finished document: its bytes by format, and its pages if it was laid out as PDF."""

    name: str
    files: Mapping[str, bytes]
    pages: int | None


class Result(Struct, frozen=True):
    """What became of one document: its rendered files, or what is wrong with it."""

    name: str
    rendered: Rendered | None
    diagnostics: tuple[Diagnostic, ...] = ()
    seconds: float = 0.0


class Written(Struct, frozen=True):
    """A file that was written: where, how many pages (None if it was not laid out), its size."""

    path: Path
    pages: int | None
    size: int


def stage_rendered(document: Rendered, folder: Path, staging: Staging) -> tuple[Written, ...]:
    """Has the files of a document lie beside their places, unless they do; returns the places."""
    written = []
    for kind, data in document.files.items():
        path = folder / f"{document.name}.{kind}"
        if path not in staging:
            staging.add(path, data)
        written.append(Written(path, document.pages if kind == "pdf" else None, len(data)))
    return tuple(written)


def write_rendered(
    documents: Iterable[Rendered], folder: Path, staging: Staging
) -> tuple[Written, ...]:
    """Writes the files of several documents, all of them or none; some may be staged already."""
    written = [stage_rendered(each, folder, staging) for each in documents]
    staging.replace_all()
    return tuple(chain.from_iterable(written))
