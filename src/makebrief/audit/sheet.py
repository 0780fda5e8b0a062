"""A bundle into rows: each figure, what both languages print, where, its source and its day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct

from makebrief.checks.parts import FileParts, read_parts
from makebrief.content.aspects import ASPECTS, aspect_words
from makebrief.content.bundle import SERIES, Bundle
from makebrief.content.figures import figure_words
from makebrief.content.inline import FigureReference, MarkupError, parse_inline
from makebrief.content.models import ChartContent, Figure, KeyFiguresBlock, Pair
from makebrief.content.source import Path
from makebrief.layout.references import page_list
from makebrief.messages import LANGUAGES, Language

FigurePages = Mapping[str, Mapping[str, tuple[int, ...]]]
"""The pages of each document on which each figure is printed."""


class Place(Struct, frozen=True):
    """A place that prints a figure: its line in the YAML, and in which languages."""

    file: str
    line: int
    languages: tuple[Language, ...]


class AuditRow(Struct, frozen=True):
    """A figure as it is to be signed: `aspect` is empty for its value, else `change` and so on."""

    figure: str
    aspect: str
    label: Pair | None
    words: Pair
    places: tuple[Place, ...]
    pages: tuple[int, ...]
    source: str
    as_of: date | None

    @property
    def page_words(self) -> str:
        """The pages as an index prints them."""
        return page_list(self.pages)

    def lines(self, language: Language) -> tuple[str, ...]:
        """The places that print it in a language, as `file:line`."""
        found = (each for each in self.places if language in each.languages)
        return tuple(dict.fromkeys(f"{each.file}:{each.line}" for each in found))


class AuditPart(Struct, frozen=True):
    """The rows of one file: a department's with its name, or the series' own totals."""

    file: str
    name: Pair | None
    rows: tuple[AuditRow, ...]


def read_sheet(bundle: Bundle, money: str, pages: FigurePages) -> tuple[AuditPart, ...]:
    """Every figure of a series, department by department, the series' totals last."""
    files = read_parts(bundle)
    places = _places(files)
    parts = []
    for file in (*files[1:], files[0]):
        own = pages.get(file.id, {})
        rows = tuple(
            row
            for name, figure in file.figures.items()
            if name.startswith(f"{file.id}.")
            for row in _rows(name, figure, money, places[name], own.get(name, ()))
        )
        if rows:
            name = None if file.id == SERIES else bundle.briefs[file.id].content.department
            parts.append(AuditPart(file.id, name, rows))
    return tuple(parts)


def _rows(
    name: str,
    figure: Figure,
    money: str,
    places: Mapping[str, list[Place]],
    pages: tuple[int, ...],
) -> Iterator[AuditRow]:
    """A row for a figure's value, and one for each of its aspects that a text prints."""
    for aspect in ("", *ASPECTS):
        words = [_words(figure, aspect, language, money) for language in LANGUAGES]
        if None in words or (aspect and aspect not in places):
            continue
        yield AuditRow(
            figure=name,
            aspect=aspect,
            label=figure.label,
            words=Pair(zh=words[0] or "", en=words[1] or ""),
            places=tuple(places.get(aspect, ())),
            pages=pages,
            source=figure.source or "",
            as_of=figure.as_of,
        )


def _words(figure: Figure, aspect: str, language: Language, money: str) -> str | None:
    if aspect:
        return aspect_words(figure, aspect, language, money)
    return figure_words(figure, language, money)


def _places(files: tuple[FileParts, ...]) -> Mapping[str, Mapping[str, list[Place]]]:
    """Where each figure is printed, by its full name and by its aspect."""
    found: dict[str, dict[str, list[Place]]] = defaultdict(lambda: defaultdict(list))
    for file in files:
        for path, name, aspect in _named(file):
            language = path[-1] if path[-1] in LANGUAGES else None
            languages = LANGUAGES if language is None else (language,)
            span = file.source.value(path)
            found[file.full_name(name)][aspect].append(Place(span.file, span.line, languages))
    return found


def _named(file: FileParts) -> Iterator[tuple[Path, str, str]]:
    """The figures that a file names: in its texts, its panels and its charts."""
    for path, text in file.texts():
        try:
            pieces = parse_inline(text)
        except MarkupError:
            continue
        for piece in pieces:
            if isinstance(piece, FigureReference):
                yield path, piece.name, piece.aspect
    for path, block in file.of(KeyFiguresBlock):
        for at, name in enumerate(block.key_figures):
            yield (*path, "key_figures", at), name, ""
    for path, chart in file.of(ChartContent):
        for index, series in enumerate(chart.series):
            for at, value in enumerate(series.values):
                if isinstance(value, str):
                    yield (*path, "series", index, "values", at), value, ""
