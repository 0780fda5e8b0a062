"""What the content model alone cannot see: names, figures and shapes that must fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from makebrief.checks.glossary import check_glossary
from makebrief.checks.parts import FileParts, read_parts
from makebrief.content.inline import FigureReference, MarkupError, parse_inline
from makebrief.content.load import Bundle
from makebrief.content.models import (
    ChartContent,
    Figure,
    Image,
    KeyFiguresBlock,
    Pair,
    TableContent,
    Total,
    Unit,
)
from makebrief.content.pictures import PictureError, load_picture
from makebrief.content.source import Path, closest
from makebrief.errors import Diagnostic, error, warning
from makebrief.messages import Message, say

_BEGINNING = 20


def check_bundle(bundle: Bundle) -> tuple[Diagnostic, ...]:
    """What is wrong with a series before anything is set."""
    files = read_parts(bundle)
    glossary = bundle.series.content.glossary
    return (*check_references(files), *check_glossary(files, glossary), *check_pairs(files))


def check_references(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """Every figure, picture, table and chart that does not hold together, file by file."""
    for file in files:
        yield from _check_totals(file)
        yield from _check_figures(file)
        yield from _check_texts(file)
        yield from _check_panels(file)
        yield from _check_tables(file)
        yield from _check_charts(file)
        yield from _check_pictures(file)


def check_pairs(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """A warning for each text that has no English yet."""
    for file in files:
        for path, pair in file.pairs():
            if pair.en is None:
                span = file.source.value(path)
                yield warning(say("untranslated", words=_beginning(pair.zh)), span)


def _beginning(text: str) -> str:
    """The first words of a text, ending before a brace that would be cut."""
    return text[:_BEGINNING].rpartition("{")[0] or text[:_BEGINNING]


def _check_totals(file: FileParts) -> Iterator[Diagnostic]:
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


def _check_figures(file: FileParts) -> Iterator[Diagnostic]:
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


def _check_texts(file: FileParts) -> Iterator[Diagnostic]:
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


def _texts(file: FileParts) -> Iterator[tuple[Path, str]]:
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


def _check_panels(file: FileParts) -> Iterator[Diagnostic]:
    for path, block in file.of(KeyFiguresBlock):
        for index, name in enumerate(block.key_figures):
            yield from _check_labelled(file, name, (*path, "key_figures", index))


def _check_labelled(file: FileParts, name: str, path: Path) -> Iterator[Diagnostic]:
    figure = file.find(name)
    span = file.source.value(path)
    if figure is None:
        yield error(_undefined(name), span, *_figure_hints(name, file))
    elif figure.label is None:
        yield error(say("figure-label", name=name), span, say("hint-label"))


def _check_tables(file: FileParts) -> Iterator[Diagnostic]:
    for path, table in file.of(TableContent):
        for index, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                message = say("row-length", cells=len(row), columns=len(table.columns))
                yield error(message, file.source.value((*path, "rows", index)))


def _check_charts(file: FileParts) -> Iterator[Diagnostic]:
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
    file: FileParts, chart: ChartContent, value: object, path: Path
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


def _check_pictures(file: FileParts) -> Iterator[Diagnostic]:
    for path, image in file.of(Image):
        try:
            load_picture(file.folder, image.file)
        except PictureError as failure:
            yield error(failure.message, file.source.value((*path, "file")))


def _undefined(name: str) -> Message:
    return say("figure-undefined", name=name)


def _figure_hints(name: str, file: FileParts) -> list[Message]:
    own = {full.removeprefix(f"{file.id}."): full for full in file.figures}
    near = closest(name, list(own))
    return [say("hint-did-you-mean", name=near)] if near else [say("hint-define-figure")]
