"""The widths of a table's columns: the author's shares, or what their content asks for."""

from __future__ import annotations

import re
from itertools import accumulate

from makebrief.document.model import Table, Text
from makebrief.layout.classes import HAN, classify
from makebrief.layout.tables import CELL_PADDING
from makebrief.style.model import Style
from makebrief.word.units import twips

CELL_SIDE = twips(CELL_PADDING)
"""The margin left and right in a cell, in twips."""

_LATIN_WIDTH = 0.52
_ROOM = 1.03
_UNDIVIDED = 4
_UNBROKEN = re.compile(r"[^\s\u2e80-\uffff]+|^[\u2e80-\uffff]{1,4}$")


def column_widths(table: Table, style: Style) -> list[int]:
    """A width in twips for each column; together they fill the measure."""
    measure = twips(style.page.measure)
    shares = [column.width for column in table.columns]
    columns = [_column_texts(table, at) for at in range(len(shares))]
    most = [max(_widths(texts, style)) + 2 * CELL_SIDE for texts in columns]
    least = [_least_width(texts, style, measure // _UNDIVIDED) for texts in columns]
    if sum(least) > measure:
        least = [_least_width(texts, style, 0) for texts in columns]
    if all(shares):
        return _round(
            [measure * (share or 0) / sum(share or 0 for share in shares) for share in shares]
        )
    if sum(most) <= measure:
        return _round([width + (measure - sum(most)) / len(most) for width in most])
    spread = sum(most) - sum(least) or 1.0
    room = max(measure - sum(least), 0.0) / spread
    widths = [low + (high - low) * room for low, high in zip(least, most, strict=True)]
    return _round([width * measure / sum(widths) for width in widths])


def equal_widths(count: int, measure: int) -> list[int]:
    """Columns of the same width."""
    return _round([measure / count] * count)


def _round(widths: list[float]) -> list[int]:
    edges = [round(edge) for edge in accumulate(widths)]
    return [edge - before for before, edge in zip([0, *edges], edges, strict=False)]


def _column_texts(table: Table, at: int) -> list[tuple[str, Text]]:
    head = [("table-head", text) for text in table.columns[at].head]
    return head + [("table-cell", text) for row in table.rows for text in row[at]]


def _widths(texts: list[tuple[str, Text]], style: Style) -> list[float]:
    return [0.0, *(_text_width(text.plain, text, role, style) for role, text in texts)]


def _least_width(texts: list[tuple[str, Text]], style: Style, whole: int) -> float:
    """What the longest word needs; texts up to a width are not divided at all."""
    widths = [0.0]
    for role, text in texts:
        width = _text_width(text.plain, text, role, style)
        if width <= whole:
            widths.append(width)
        else:
            words = _UNBROKEN.findall(text.plain)
            widths += [_text_width(word, text, role, style) for word in words]
    return max(widths) + 2 * CELL_SIDE


def _text_width(words: str, text: Text, role: str, style: Style) -> float:
    classes = classify(words, text.language)
    ems = sum(1 if letter in HAN else _LATIN_WIDTH for letter in classes)
    return twips(ems * style.role(role).text_style(text.language).size * _ROOM)
