"""What the content model alone cannot see: names, figures and shapes that must fit each other."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from makebrief.checks.figures import check_figures, check_periods
from makebrief.checks.footnotes import check_footnotes
from makebrief.checks.names import figure_hints, undefined_figure
from makebrief.checks.parts import FileParts, read_parts
from makebrief.checks.tables import check_tables
from makebrief.checks.totals import check_totals
from makebrief.content.aspects import ASPECTS, aspect_words
from makebrief.content.bundle import Bundle
from makebrief.content.inline import FigureReference, MarkupError, parse_inline
from makebrief.content.models import (
    ChartContent,
    Image,
    KeyFiguresBlock,
    TableContent,
)
from makebrief.content.pictures import PictureError, load_picture
from makebrief.content.source import Path
from makebrief.errors import Diagnostic, error
from makebrief.messages import say


def check_bundle(bundle: Bundle) -> tuple[Diagnostic, ...]:
    """What is wrong with a series before anything is set."""
    return check_files(bundle, read_parts(bundle))


def check_files(
    bundle: Bundle, files: tuple[FileParts, ...], *, closely: bool = False
) -> tuple[Diagnostic, ...]:
    """What is wrong with a series' files; if looked at closely, what may be wrong as well."""
    from makebrief.checks.unlisted import check_unlisted
    from makebrief.checks.words import check_words

    return (
        *check_shapes(files),
        *chain.from_iterable(check_words(bundle, files)),
        *(check_unlisted(files, bundle.series.content.glossary) if closely else ()),
    )


def check_shapes(files: tuple[FileParts, ...]) -> tuple[Diagnostic, ...]:
    """What keeps a series from being set: names, figures, notes and tables that do not fit."""
    return (*check_references(files), *check_footnotes(files), *check_tables(files))


def check_references(files: tuple[FileParts, ...]) -> Iterator[Diagnostic]:
    """Every figure, picture, table and chart that does not hold together, file by file."""
    for file in files:
        yield from check_periods(file)
        yield from check_totals(file)
        yield from check_figures(file)
        yield from _check_texts(file)
        yield from _check_panels(file)
        yield from _check_tables(file)
        yield from _check_charts(file)
        yield from _check_pictures(file)


def _check_texts(file: FileParts) -> Iterator[Diagnostic]:
    for path, text in file.texts():
        try:
            pieces = parse_inline(text)
        except MarkupError as failure:
            span = file.source.within(path, failure.words, failure.at)
            yield error(failure.message, span, failure.hint)
            continue
        for piece in pieces:
            if isinstance(piece, FigureReference):
                yield from _check_named(file, path, piece)


def _check_named(file: FileParts, path: Path, piece: FigureReference) -> Iterator[Diagnostic]:
    figure = file.find(piece.name)
    span = file.source.within(path, "{" + piece.name)
    if figure is None:
        yield error(undefined_figure(piece.name), span, *figure_hints(piece.name, file))
    elif piece.aspect and piece.aspect not in ASPECTS:
        known = ", ".join(ASPECTS)
        yield error(say("aspect-unknown", aspect=piece.aspect, known=known), span)
    elif piece.aspect and aspect_words(figure, piece.aspect, "zh") is None:
        message = say("aspect-absent", name=piece.name, aspect=piece.aspect)
        yield error(message, span, say("hint-aspect", aspect=piece.aspect))


def _check_panels(file: FileParts) -> Iterator[Diagnostic]:
    for path, block in file.of(KeyFiguresBlock):
        for index, name in enumerate(block.key_figures):
            yield from _check_labelled(file, name, (*path, "key_figures", index))


def _check_labelled(file: FileParts, name: str, path: Path) -> Iterator[Diagnostic]:
    figure = file.find(name)
    span = file.source.value(path)
    if figure is None:
        yield error(undefined_figure(name), span, *figure_hints(name, file))
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
            yield error(
                undefined_figure(value), file.source.value(path), *figure_hints(value, file)
            )
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
