"""What the content model alone cannot see: names, figures and shapes that must fit each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any, TypeVar

from makebrief.checks.glossary import check_glossary
from makebrief.content.inline import FigureReference, MarkupError, parse_inline
from makebrief.content.load import SERIES, Bundle
from makebrief.content.models import (
    ChartContent,
    Column,
    Figure,
    Image,
    KeyFiguresBlock,
    Model,
    Pair,
    TableContent,
    Total,
    Unit,
)
from makebrief.content.pictures import PictureError, load_picture
from makebrief.content.source import Path, Source, closest
from makebrief.content.totals import all_figures
from makebrief.content.walk import walk_all
from makebrief.errors import Diagnostic, error, warning
from makebrief.messages import Message, say

_Part = TypeVar("_Part")
_BEGINNING = 20


@dataclass(frozen=True, slots=True)
class _File:
    """One file under check: its id, content and source, and what it can refer to."""

    id: str
    source: Source
    figures: Mapping[str, Figure]
    folder: FilePath
    parts: Mapping[type, list[tuple[Path, Any]]]

    def of(self, kind: type[_Part]) -> list[tuple[Path, _Part]]:
        return self.parts.get(kind, [])

    def find(self, name: str) -> Figure | None:
        return self.figures.get(name) or self.figures.get(f"{self.id}.{name}")


def check_bundle(bundle: Bundle) -> tuple[Diagnostic, ...]:
    """What is wrong with a series before anything is set."""
    return (*check_references(bundle), *check_glossary(bundle), *check_pairs(bundle))


def check_references(bundle: Bundle) -> Iterator[Diagnostic]:
    """Every figure, picture, table and chart that does not hold together, file by file."""
    figures = all_figures(bundle)
    for name in (SERIES, *bundle.briefs):
        content = bundle.content(name)
        file = _File(name, bundle.source(name), figures, bundle.folder, _by_kind(content))
        yield from _check_totals(file)
        yield from _check_figures(file)
        yield from _check_texts(file)
        yield from _check_panels(file)
        yield from _check_tables(file)
        yield from _check_charts(file)
        yield from _check_pictures(file)


def _by_kind(content: Model) -> dict[type, list[tuple[Path, Any]]]:
    """The parts of a file's content by their type, walked once."""
    parts: dict[type, list[tuple[Path, Any]]] = defaultdict(list)
    for path, part in walk_all(content):
        parts[type(part)].append((path, part))
    return parts


def check_pairs(bundle: Bundle) -> Iterator[Diagnostic]:
    """A warning for each text that has no English yet."""
    for name in (SERIES, *bundle.briefs):
        for path, pair in walk_all(bundle.content(name)):
            if isinstance(pair, Pair | Column) and pair.en is None:
                span = bundle.source(name).value(path)
                yield warning(say("untranslated", words=_beginning(pair.zh)), span)


def _beginning(text: str) -> str:
    """The first words of a text, ending before a brace that would be cut."""
    return text[:_BEGINNING].rpartition("{")[0] or text[:_BEGINNING]


def _check_totals(file: _File) -> Iterator[Diagnostic]:
    for path, total in file.of(Total):
        units: list[object] = []
        bounds: set[str] = set()
        for index, name in enumerate(total.sum):
            figure = file.figures.get(name)
            span = file.source.value((*path, "sum", index))
            if figure is None:
                yield error(_undefined(name), span, *_figure_hints(name, file))
            elif figure.value is None or figure.form != "count" or figure.to is not None:
                yield error(say("total-not-a-count", name=name), span)
            else:
                units.append(figure.unit)
                bounds.add(figure.bound or "")
                if figure.unit != units[0]:
                    yield error(say("total-units", name=name), span)
        if len(bounds - {""}) > 1:
            yield error(say("total-bounds"), file.source.value((*path, "sum")))


def _check_figures(file: _File) -> Iterator[Diagnostic]:
    for path, figure in file.of(Figure):
        span = file.source.key(path)
        name = str(path[-1])
        if (figure.value is None) == (figure.day is None):
            yield error(say("figure-value", name=name), span)
        elif figure.day is not None and not _is_day(figure.day):
            message = say("date-invalid", value=figure.day)
            yield error(message, file.source.value((*path, "day")))
        elif figure.form != "count" and (not isinstance(figure.value, int) or figure.value < 1):
            yield error(say("figure-order", name=name), file.source.value((*path, "value")))
        if figure.bound and (figure.form != "count" or figure.day or figure.unit == "year"):
            yield error(say("figure-bound", name=name), file.source.value((*path, "bound")))
        if figure.to is not None and figure.value is not None and figure.to <= figure.value:
            yield error(say("figure-range", name=name), file.source.value((*path, "to")))
        if _lacks_singular(figure):
            yield error(say("figure-one", name=name), span, say("hint-one"))


def _lacks_singular(figure: Figure) -> bool:
    unit = figure.unit
    counted = isinstance(unit, Unit) and unit.en != "" and unit.one is None
    return counted and figure.value == 1 and figure.form == "count" and figure.to is None


def _is_day(day: str) -> bool:
    from datetime import date

    try:
        date.fromisoformat(day + "-01-01"[: len("2024-01-01") - len(day)])
    except ValueError:
        return False
    return True


def _check_texts(file: _File) -> Iterator[Diagnostic]:
    for path, text in _texts(file):
        try:
            pieces = parse_inline(text)
        except MarkupError as failure:
            span = file.source.within(path, failure.words, failure.at)
            yield error(failure.message, span, failure.hint)
            continue
        for piece in pieces:
            if isinstance(piece, FigureReference) and file.find(piece.name) is None:
                span = file.source.within(path, "{" + piece.name)
                yield error(_undefined(piece.name), span, *_figure_hints(piece.name, file))


def _texts(file: _File) -> Iterator[tuple[Path, str]]:
    for path, pair in file.of(Pair):
        yield (*path, "zh"), pair.zh
        if pair.en is not None:
            yield (*path, "en"), pair.en
    for path, table in file.of(TableContent):
        for index, column in enumerate(table.columns):
            yield (*path, "columns", index, "zh"), column.zh
            if column.en is not None:
                yield (*path, "columns", index, "en"), column.en
        for row_index, row in enumerate(table.rows):
            for cell_index, cell in enumerate(row):
                if isinstance(cell, str):
                    yield (*path, "rows", row_index, cell_index), cell


def _check_panels(file: _File) -> Iterator[Diagnostic]:
    for path, block in file.of(KeyFiguresBlock):
        for index, name in enumerate(block.key_figures):
            yield from _check_labelled(file, name, (*path, "key_figures", index))


def _check_labelled(file: _File, name: str, path: Path) -> Iterator[Diagnostic]:
    figure = file.find(name)
    span = file.source.value(path)
    if figure is None:
        yield error(_undefined(name), span, *_figure_hints(name, file))
    elif figure.label is None:
        yield error(say("figure-label", name=name), span, say("hint-label"))


def _check_tables(file: _File) -> Iterator[Diagnostic]:
    for path, table in file.of(TableContent):
        for index, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                message = say("row-length", cells=len(row), columns=len(table.columns))
                yield error(message, file.source.value((*path, "rows", index)))


def _check_charts(file: _File) -> Iterator[Diagnostic]:
    for path, chart in file.of(ChartContent):
        expected = len(chart.categories or chart.series[0].values)
        for index, series in enumerate(chart.series):
            place = (*path, "series", index)
            if len(series.values) != expected:
                message = say("chart-length", values=len(series.values), categories=expected)
                yield error(message, file.source.value((*place, "values")))
            if series.label is None and len(chart.series) > 1:
                yield error(say("chart-label"), file.source.value(place))
            for at, value in enumerate(series.values):
                yield from _check_chart_value(file, chart, value, (*place, "values", at))


def _check_chart_value(
    file: _File, chart: ChartContent, value: object, path: Path
) -> Iterator[Diagnostic]:
    if isinstance(value, str):
        figure = file.find(value)
        if figure is not None and figure.value is None:
            yield error(say("chart-value", name=value), file.source.value(path))
        elif chart.categories is None:
            yield from _check_labelled(file, value, path)
        elif figure is None:
            yield error(_undefined(value), file.source.value(path), *_figure_hints(value, file))
        number = figure.value if figure else None
    else:
        number = value  # type: ignore[assignment]
        if chart.categories is None:
            yield error(say("chart-categories"), file.source.value(path))
    if number is not None and number < 0 and chart.kind in {"pie", "stacked_bar"}:
        yield error(say("chart-negative", kind=chart.kind), file.source.value(path))


def _check_pictures(file: _File) -> Iterator[Diagnostic]:
    for path, image in file.of(Image):
        try:
            load_picture(file.folder, image.file)
        except PictureError as failure:
            yield error(failure.message, file.source.value((*path, "file")))


def _undefined(name: str) -> Message:
    return say("figure-undefined", name=name)


def _figure_hints(name: str, file: _File) -> list[Message]:
    own = {full.removeprefix(f"{file.id}."): full for full in file.figures}
    near = closest(name, list(own))
    return [say("hint-did-you-mean", name=near)] if near else [say("hint-define-figure")]
