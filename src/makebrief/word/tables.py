"""Tables and panels of key figures as Word tables of fixed widths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct

from makebrief.document.model import (
    Column,
    Facing,
    FacingPair,
    KeyFigure,
    KeyFigures,
    Table,
    Text,
    Texts,
)
from makebrief.word.desk import Desk
from makebrief.word.formats import number_properties
from makebrief.word.tablestyles import COLUMNS, PANEL, THREE_LINES
from makebrief.word.text import Setting, set_plain, set_text, spacer
from makebrief.word.units import twips
from makebrief.word.widths import column_widths, equal_widths
from makebrief.word.xml import Element, qualified, word


class _Frame(Struct, frozen=True):
    """The outside of a Word table."""

    style_id: str
    widths: Sequence[int]
    has_head: bool = False
    title: str = ""
    whole_rows: bool = True


def write_table(table: Table, desk: Desk) -> None:
    """A caption, a table whose head repeats and whose rows stay whole, a note."""
    for text in table.caption:
        desk.story.append(set_text(desk, text, Setting("caption")))
    _take_lead(desk)
    frame = _Frame(
        THREE_LINES,
        column_widths(table, desk.house.style),
        has_head=True,
        title=" ".join(text.plain for text in table.caption),
    )
    head = [_column_cell(desk, "table-head", column.head, column) for column in table.columns]
    last = len(table.rows) - 1
    rows = [
        [
            _column_cell(desk, "table-cell", cell, column, bool(table.note) and at == last)
            for cell, column in zip(row, table.columns, strict=True)
        ]
        for at, row in enumerate(table.rows)
    ]
    desk.story.append(_table(frame, [head, *rows]))
    for text in table.note or ():
        desk.story.append(set_text(desk, text, Setting("table-note")))


def write_key_figures(panel: KeyFigures, desk: Desk) -> None:
    """Values over their labels, up to three in a row, together on a page."""
    _take_lead(desk)
    per_row = panel.columns
    rows = [
        [
            _figure_cell(desk, entry, keep=start + per_row < len(panel.entries))
            for entry in panel.entries[start : start + per_row]
        ]
        for start in range(0, len(panel.entries), per_row)
    ]
    rows[-1] += [_empty_cell(desk) for _ in range(per_row - len(rows[-1]))]
    widths = equal_widths(per_row, twips(desk.house.style.page.measure))
    desk.story.append(_table(_Frame(PANEL, widths), rows))


def write_facing(block: Facing, desk: Desk) -> None:
    """Pairs side by side, a row each; a row may go on over the page."""
    _take_lead(desk)
    numbers = _ListNumbers(desk)
    rows = [
        [_facing_cell(desk, pair, text, numbers) for text in (pair.left, pair.right)]
        for pair in block.pairs
    ]
    widths = equal_widths(2, twips(desk.house.style.page.measure))
    desk.story.append(_table(_Frame(COLUMNS, widths, whole_rows=False), rows))


class _ListNumbers:
    """The Word lists of numbered pairs: one a language, a new one where the numbers restart."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._lists: dict[str, int] = {}

    def properties(self, pair: FacingPair, text: Text) -> Element | None:
        if pair.number is None:
            return None
        if pair.number == 1:
            self._lists[text.language] = self.desk.lists.new_numbered(text.language)
        return number_properties(0, self._lists[text.language])


def _facing_cell(
    desk: Desk, pair: FacingPair, text: Text | None, numbers: _ListNumbers
) -> list[Element]:
    if text is None:
        return _empty_cell(desk)
    role = desk.house.style.role(pair.role)
    desk.lead.lines = max(role.zh.before, role.en.before) - _own_before(desk, pair, text)
    return [set_text(desk, text, Setting(pair.role, number=numbers.properties(pair, text)))]


def _own_before(desk: Desk, pair: FacingPair, text: Text) -> int:
    """The blank lines that a text's own Word style begins with."""
    return desk.sheet.text_style(pair.role, text.language).before


def _figure_cell(desk: Desk, entry: KeyFigure, keep: bool) -> list[Element]:
    value = Setting("figure-value", keep_with_next=keep)
    label = Setting("figure-label", keep_with_next=keep)
    return [*_cell(desk, entry.value, value), *_cell(desk, entry.label, label)]


def _column_cell(
    desk: Desk, role: str, texts: Texts, column: Column, keep: bool = False
) -> list[Element]:
    paragraphs = [
        set_text(
            desk,
            text,
            Setting(
                role,
                desk.sheet.aligned(role, text.language, column.align),
                keep_with_next=keep,
            ),
        )
        for text in texts
    ]
    return paragraphs or _empty_cell(desk)


def _cell(desk: Desk, texts: Texts, setting: Setting) -> list[Element]:
    return [set_text(desk, text, setting) for text in texts] or _empty_cell(desk)


def _empty_cell(desk: Desk) -> list[Element]:
    return [set_plain(desk, [], desk.sheet.paragraph("table-cell", desk.document.languages[0]))]


def _take_lead(desk: Desk) -> None:
    """A table cannot begin with blank lines or a new page, nor follow another: a gap does."""
    if desk.lead or (desk.story and desk.story[-1].tag == qualified("w:tbl")):
        desk.story.append(spacer(desk))


def _table(frame: _Frame, rows: Iterable[Sequence[list[Element]]]) -> Element:
    return word(
        "tbl",
        word(
            "tblPr",
            word("tblStyle", val=frame.style_id),
            word("tblW", w=sum(frame.widths), type="dxa"),
            word("tblLayout", type="fixed"),
            word(
                "tblLook",
                val="0020" if frame.has_head else "0000",
                firstRow=int(frame.has_head),
                lastRow=0,
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
            word("tblCaption", val=frame.title) if frame.title else None,
        ),
        word("tblGrid", *(word("gridCol", w=width) for width in frame.widths)),
        *(_row(cells, frame, is_head=at == 0) for at, cells in enumerate(rows)),
    )


def _row(cells: Sequence[list[Element]], frame: _Frame, is_head: bool) -> Element:
    head = word("tblHeader") if frame.has_head and is_head else None
    return word(
        "tr",
        word("trPr", word("cantSplit") if frame.whole_rows else None, head),
        *(
            word("tc", word("tcPr", word("tcW", w=width, type="dxa")), *paragraphs)
            for paragraphs, width in zip(cells, frame.widths, strict=True)
        ),
    )
