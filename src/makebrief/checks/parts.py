"""The content of each file taken apart once, for all checks that look at its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path as FilePath
from typing import Any, TypeVar

from msgspec import Struct

from makebrief.content.bundle import SERIES, Bundle
from makebrief.content.models import Brief, Column, Figure, Pair, Series, TableContent
from makebrief.content.source import Path, Source
from makebrief.content.totals import all_figures
from makebrief.content.walk import walk_all
from makebrief.validation.model import Model

_Part = TypeVar("_Part")


class FileParts(Struct, frozen=True):
    """One file under check: its id, content, source and parts by type, and what it can refer to."""

    id: str
    content: Series | Brief
    source: Source
    figures: Mapping[str, Figure]
    folder: FilePath
    parts: Mapping[type, list[tuple[Path, Any]]]

    @property
    def footnotes(self) -> Mapping[str, Pair]:
        """The footnotes that this file's texts can mark."""
        return self.content.footnotes

    def of(self, kind: type[_Part]) -> list[tuple[Path, _Part]]:
        """The parts of a type, in reading order, each with its path."""
        return self.parts.get(kind, [])

    def pairs(self) -> Iterator[tuple[Path, Pair | Column]]:
        """Every text in both languages, the headings of columns among them."""
        yield from self.of(Pair)
        yield from self.of(Column)

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Every text as written, in one language or for both, with its path."""
        for path, pair in self.pairs():
            yield (*path, "zh"), pair.zh
            if pair.en is not None:
                yield (*path, "en"), pair.en
        for path, table in self.of(TableContent):
            for row_index, row in enumerate(table.rows):
                for cell_index, cell in enumerate(row):
                    if isinstance(cell, str):
                        yield (*path, "rows", row_index, cell_index), cell

    def find(self, name: str) -> Figure | None:
        """A figure by the name that this file's texts use."""
        return self.figures.get(self.full_name(name))

    def full_name(self, name: str) -> str:
        """A figure's full name, `department.figure`, from the one that this file's texts use."""
        return name if name in self.figures else f"{self.id}.{name}"


def read_parts(bundle: Bundle) -> tuple[FileParts, ...]:
    """Every file of a series taken apart, the series' own first."""
    figures = all_figures(bundle)
    return tuple(
        FileParts(
            id=name,
            content=bundle.content(name),
            source=bundle.source(name),
            figures=figures,
            folder=bundle.folder,
            parts=_by_kind(bundle.content(name)),
        )
        for name in (SERIES, *bundle.briefs)
    )


def _by_kind(content: Model) -> dict[type, list[tuple[Path, Any]]]:
    parts: dict[type, list[tuple[Path, Any]]] = defaultdict(list)
    for path, part in walk_all(content):
        parts[type(part)].append((path, part))
    return parts


_RUNNING_FIELDS = frozenset({"lead", "foreword", "next_steps", "text", "list", "q", "a", "note"})
_SET_APART = frozenset({"table", "chart", "image", "at_a_glance"})


def print_order(file: FileParts) -> list[tuple[Path, Pair | Column]]:
    """Every pair of a file in the order in which a reader meets it: annexes come last."""
    return sorted(file.pairs(), key=lambda each: "annex" in each[0])


def is_running(path: Path) -> bool:
    """Whether a text belongs to the running text: no title, heading, label or cell of a table."""
    fields = {part for part in path if isinstance(part, str)}
    return not fields.isdisjoint(_RUNNING_FIELDS) and fields.isdisjoint(_SET_APART)
