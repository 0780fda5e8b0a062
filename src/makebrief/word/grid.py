"""A Chart into a grid of cells, which its workbook shows and its part refers to.

The first column holds the categories, then a column for the values of each series, then one for
how each series' values are written. The latter are formulas where they can be, so that a value
that somebody changes in the workbook changes its label as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from msgspec import Struct

from makebrief.document.model import Chart, ChartSeries, Text, Texts

SHEET = "Sheet1"
_LABELS = {"zh": "标注", "en": "labels"}
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALES = (0, 4, 6, 8, 9, 12)
_LONGEST_LITERAL = 255


class Column(Struct, frozen=True):
    """A column of cells under its head: what they say, and which cells they are."""

    letter: str
    head: str
    cells: tuple[str, ...]

    @property
    def head_reference(self) -> str:
        """The cell of the head, as a formula names it."""
        return f"{SHEET}!${self.letter}$1"

    @property
    def reference(self) -> str:
        """The cells below the head, as a formula names them."""
        return f"{SHEET}!${self.letter}$2:${self.letter}${len(self.cells) + 1}"


class SeriesColumns(Struct, frozen=True):
    """A series: its values, how they are written, and the formulas that write them."""

    values: Column
    labels: Column
    formulas: tuple[str | None, ...]


class Grid(Struct, frozen=True):
    """All cells of a chart."""

    categories: Column
    series: tuple[SeriesColumns, ...]

    @property
    def words(self) -> str:
        """All characters in it."""
        columns = [self.categories, *(each for pair in self.series for each in _both(pair))]
        return "".join(column.head + "".join(column.cells) for column in columns)


def chart_grid(chart: Chart) -> Grid:
    """The cells of a chart; a series without a name is called as the chart is."""
    categories = Column("A", "", tuple(map(stacked, chart.categories)))
    count = len(chart.series)
    series = tuple(
        _series(each, stacked(each.label or chart.caption), (_letter(at), _letter(at + count)))
        for at, each in enumerate(chart.series, 1)
    )
    return Grid(categories, series)


def chart_cells(chart: Chart) -> Iterator[tuple[str, Text]]:
    """The cell in which each text of a chart stands, and the text."""
    count = len(chart.series)
    for row, category in enumerate(chart.categories, 2):
        yield from ((f"A{row}", text) for text in category)
    for at, series in enumerate(chart.series, 1):
        yield from ((f"{_letter(at)}1", text) for text in series.label or ())
        for row, value in enumerate(series.values, 2):
            yield from ((f"{_letter(at + count)}{row}", text) for text in value.words)


def stacked(texts: Texts) -> str:
    """The languages of a text in one cell, a line each."""
    return "\n".join(text.plain for text in texts)


def label_formula(texts: Texts, number: Decimal, cell: str) -> str | None:
    """A formula that writes a cell's number as the texts do; None if they do not simply write it.

    `135.22亿元` of 13522000000 in B2 is `=TEXT(B2/10^8,"0.00")&"亿元"`.
    """
    lines = [_line_formula(text, number, cell) for text in texts]
    if not lines or None in lines:
        return None
    return "=" + "&CHAR(10)&".join(line for line in lines if line)


def _series(series: ChartSeries, head: str, letters: tuple[str, str]) -> SeriesColumns:
    values, labels = letters
    numbers = tuple(f"{value.number:f}" for value in series.values)
    said = tuple(stacked(value.words) for value in series.values)
    languages = dict.fromkeys(text.language for value in series.values for text in value.words)
    suffix = " ".join(_LABELS[language] for language in languages)
    formulas = tuple(
        label_formula(value.words, value.number, f"{values}{row}")
        for row, value in enumerate(series.values, 2)
    )
    name = f"{head} · {suffix}"
    return SeriesColumns(Column(values, head, numbers), Column(labels, name, said), formulas)


def _line_formula(text: Text, number: Decimal, cell: str) -> str | None:
    found = list(_NUMBER.finditer(text.plain))
    if len(found) != 1:
        return None
    before, after = text.plain[: found[0].start()], text.plain[found[0].end() :]
    digits = found[0].group()
    scale = _scale(Decimal(digits.replace(",", "")), number)
    if scale is None or max(len(before), len(after)) > _LONGEST_LITERAL:
        return None
    decimals = len(digits.partition(".")[2])
    whole = "#,##0" if text.language == "en" or "," in digits else "0"
    pattern = whole + ("." + "0" * decimals if decimals else "")
    value = f"{cell}/10^{scale}" if scale else cell
    parts = (_literal(before), f'TEXT({value},"{pattern}")', _literal(after))
    return "&".join(part for part in parts if part)


def _scale(written: Decimal, number: Decimal) -> int | None:
    return next((scale for scale in _SCALES if written.scaleb(scale) == number), None)


def _literal(words: str) -> str:
    quoted = words.replace('"', '""')
    return f'"{quoted}"' if words else ""


def _both(series: SeriesColumns) -> Iterable[Column]:
    return series.values, series.labels


def _letter(at: int) -> str:
    return chr(ord("A") + at)
