"""Tables and panels of key figures as Word tables of fixed widths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import repeat

from msgspec import Struct

from makebrief.document.model import (
    Facing,
    FacingPair,
    KeyFigure,
    KeyFigures,
    Table,
    Text,
    Texts,
)
from makebrief.layout.facing import column_inset, column_width
from makebrief.layout.panels import panel_box
from makebrief.layout.paragraphs import Box
from makebrief.layout.plans import MeasuredTable
from makebrief.layout.rows import cell_align
from makebrief.layout.tables import never_alone
from makebrief.messages import Language
from makebrief.word.captions import write_caption, write_remarks
from makebrief.word.cellstyles import CellLook
from makebrief.word.desk import Desk
from makebrief.word.formats import number_properties
from makebrief.word.tablegrid import GridCell, body_rows, head_rows
from makebrief.word.tablestyles import (
    COLUMNS,
    PANEL,
    THREE_LINES,
    cell_margins,
    column_margins,
    head_borders,
)
from makebrief.word.text import Setting, air, set_plain, set_text, spacer
from makebrief.word.units import twips
from makebrief.word.widths import column_widths, equal_widths
from makebrief.word.xml import Element, qualified, word


class _Frame(Struct, frozen=True):
    """The outside of a Word table: `heads` rows repeat, `tall` ones may go on over the page.

    Rows are counted from the first that is no head.
    """

    style_id: str
    widths: Sequence[int]
    heads: int = 0
    has_total: bool = False
    title: str = ""
    description: str = ""
    margins: Element | None = None
    tall: frozenset[int] = frozenset()


class _Cell(Struct, frozen=True):
    """A cell of a row: its paragraphs, and how it departs from a cell of one column."""

    paragraphs: list[Element]
    across: int = 1
    upright: str = ""
    borders: Element | None = None
    margins: Element | None = None


def write_table(table: Table, desk: Desk) -> None:
    """A caption, a table whose heads repeat and whose rows stay whole, its notes."""
    write_caption(desk, table, repeat(Setting("caption")))
    _take_lead(desk)
    measured = desk.house.measure_table(table)
    writer = _CellWriter(table, desk, measured)
    heads = head_rows(table)
    plan, limits = measured.plan, desk.house.style.tables
    tight = plan.padding != limits.padding or plan.scale != 1
    frame = _Frame(
        THREE_LINES,
        column_widths(plan.widths),
        heads=len(heads),
        has_total=table.total,
        title=" ".join(text.plain for text in table.caption),
        description=_in_words(table),
        margins=cell_margins(plan.padding, limits.padding * plan.scale) if tight else None,
        tall=measured.tall,
    )
    remarks = (*(table.note or ()), *(table.source or ()))
    kept = _kept_rows(table, measured)
    rows = [[writer.cell(cell, keep=True, lined=len(heads) > 1) for cell in row] for row in heads]
    for at, row in enumerate(body_rows(table), 1):
        keep = at in kept if at < len(table.rows) else bool(remarks)
        rows.append([writer.cell(cell, keep=keep) for cell in row])
    desk.story.append(_table(frame, rows))
    if not remarks:
        desk.story.append(air(desk))
    write_remarks(desk, remarks)


def _kept_rows(table: Table, measured: MeasuredTable) -> frozenset[int]:
    """The rows that stay with the one before, as on our pages.

    All of a low table; else no first or last row is alone on a page, and rows under one cell
    stay together, unless one of them takes more than half a page.
    """
    last = len(table.rows) - 1
    if measured.together:
        return frozenset(range(last + 1))
    kept = {*never_alone(len(table.rows))}
    for each in table.merged:
        rows = range(each.row, each.row + each.down)
        if each.down > 1 and not measured.tall.intersection(rows):
            kept.update(rows[1:])
    return frozenset(kept)


def _in_words(table: Table) -> str:
    """What a table holds, for those who cannot see it: its rows and the names of its columns."""
    words = []
    for caption in table.caption:
        heads = [_pick(column.head, caption.language) for column in table.columns]
        if caption.language == "zh":
            words.append(f"共{len(table.rows)}行，各列为：{'、'.join(heads)}。")
        else:
            words.append(f"{len(table.rows)} rows; columns: {', '.join(heads)}.")
    return " ".join(words)


def _pick(texts: Texts, language: Language) -> str:
    same = [text.plain for text in texts if text.language == language]
    return (same or [text.plain for text in texts] or [""])[0]


class _CellWriter:
    """Writes a table's cells in the styles that its plan asks for."""

    def __init__(self, table: Table, desk: Desk, measured: MeasuredTable) -> None:
        self.table = table
        self.desk = desk
        self.plan = measured.plan
        self.insets = measured.insets

    def cell(self, cell: GridCell, keep: bool = False, lined: bool = False) -> _Cell:
        """A cell; `lined` tables have a rule under each heading of their own."""
        paragraphs = [
            set_text(
                self.desk,
                text,
                Setting(cell.role, self._style(cell, text), keep_with_next=keep),
            )
            for text in cell.texts
        ]
        borders = head_borders(self.desk.house.style.rules, cell.lined) if lined else None
        return _Cell(paragraphs or _empty_cell(self.desk, keep), cell.across, cell.upright, borders)

    def _style(self, cell: GridCell, text: Text) -> str:
        column = self.table.columns[cell.column]
        align = cell_align(column, cell.role, cell.across)
        inset = self.insets.get((cell.row, cell.column, text.language))
        if align == "decimal":
            align = "center" if inset is None else "right"
        look = CellLook(cell.role, text.language, align, self.plan.scale, twips(inset or 0.0))
        return self.desk.sheet.cell(look)


def write_key_figures(panel: KeyFigures, desk: Desk) -> None:
    """Values over their labels, up to three in a row, together on a page."""
    desk.story.append(air(desk, over=True))
    per_row = panel.columns
    rows = [
        _figure_row(
            desk,
            panel.entries[start : start + per_row],
            per_row,
            keep=start + per_row < len(panel.entries),
        )
        for start in range(0, len(panel.entries), per_row)
    ]
    rows[-1] += [_empty_cell(desk) for _ in range(per_row - len(rows[-1]))]
    widths = equal_widths(per_row, twips(desk.house.style.page.measure))
    desk.story.append(_table(_Frame(PANEL, widths), rows))
    desk.story.append(air(desk))


def write_facing(block: Facing, desk: Desk) -> None:
    """Pairs side by side, a row each; only a long one may go on over the page.

    A program that breaks a row heeds no rule for the lines of its cells (L9).
    """
    _take_lead(desk)
    numbers = _ListNumbers(desk)
    tall = frozenset(at for at, pair in enumerate(block.pairs) if desk.house.may_go_on(pair))
    rows = [
        [
            _Cell(_facing_cell(desk, pair, text, _Row(numbers, at not in tall)), margins=margins)
            for text, margins in zip((pair.left, pair.right), column_margins(), strict=True)
        ]
        for at, pair in enumerate(block.pairs)
    ]
    widths = equal_widths(2, twips(desk.house.style.page.measure))
    desk.story.append(_table(_Frame(COLUMNS, widths, tall=tall), rows))


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


class _Row(Struct, frozen=True):
    """The lists that a pair may count in, and whether its row stays on one page."""

    numbers: _ListNumbers
    whole: bool


def _facing_cell(desk: Desk, pair: FacingPair, text: Text | None, row: _Row) -> list[Element]:
    if text is None:
        return _empty_cell(desk)
    role = desk.house.style.role(pair.role)
    own = desk.sheet.text_style(pair.role, text.language)
    desk.lead.lines = max(role.zh.before, role.en.before) - own.before
    width = column_width(desk.house.style.page.measure)
    style_id = desk.sheet.column(pair.role, text.language, width)
    keep = row.whole and own.keep_with_next
    number = row.numbers.properties(pair, text)
    box = Box(pair.role, width, inset=column_inset(pair.role))
    return [set_text(desk, text, Setting(pair.role, style_id, keep, number, box=box))]


def _figure_row(
    desk: Desk, entries: Sequence[KeyFigure], columns: int, keep: bool
) -> list[list[Element]]:
    """A row's cells, each with as many lines for its value, so that labels stand side by side."""
    fullest = max((entry.value for entry in entries), key=len)
    value = Setting("figure-value", keep_with_next=keep)
    box = panel_box("figure-label", desk.house.style.page.measure / columns)
    label = Setting("figure-label", keep_with_next=keep, box=box)
    return [
        [
            *(set_text(desk, text, value) for text in entry.value),
            *(_blank_line(desk, text, value) for text in fullest[len(entry.value) :]),
            *(set_text(desk, text, label) for text in entry.label),
        ]
        for entry in entries
    ]


def _blank_line(desk: Desk, text: Text, setting: Setting) -> Element:
    """A line as high as a text's, with nothing on it."""
    style_id = desk.sheet.paragraph(setting.role, text.language)
    return set_plain(desk, [], style_id, setting.keep_with_next)


def _empty_cell(desk: Desk, keep: bool = False) -> list[Element]:
    style_id = desk.sheet.paragraph("table-cell", desk.document.languages[0])
    return [set_plain(desk, [], style_id, keep)]


def _take_lead(desk: Desk) -> None:
    """A table cannot begin with blank lines or a new page, nor follow another: a gap does."""
    if desk.lead or (desk.story and desk.story[-1].tag == qualified("w:tbl")):
        desk.story.append(spacer(desk))


def _table(frame: _Frame, rows: Iterable[Sequence[_Cell | list[Element]]]) -> Element:
    look = (0x20 if frame.heads else 0) + (0x40 if frame.has_total else 0)
    return word(
        "tbl",
        word(
            "tblPr",
            word("tblStyle", val=frame.style_id),
            word("tblW", w=sum(frame.widths), type="dxa"),
            word("tblLayout", type="fixed"),
            frame.margins,
            word(
                "tblLook",
                val=f"{look:04X}",
                firstRow=int(frame.heads > 0),
                lastRow=int(frame.has_total),
                firstColumn=0,
                lastColumn=0,
                noHBand=1,
                noVBand=1,
            ),
            word("tblCaption", val=frame.title) if frame.title else None,
            word("tblDescription", val=frame.description) if frame.description else None,
        ),
        word("tblGrid", *(word("gridCol", w=width) for width in frame.widths)),
        *(_row(cells, frame, at) for at, cells in enumerate(rows)),
    )


def _row(cells: Sequence[_Cell | list[Element]], frame: _Frame, at: int) -> Element:
    whole = at - frame.heads not in frame.tall
    made = word(
        "tr",
        word(
            "trPr",
            word("cantSplit") if whole else None,
            word("tblHeader") if at < frame.heads else None,
        ),
    )
    column = 0
    for each in cells:
        cell = each if isinstance(each, _Cell) else _Cell(each)
        width = sum(frame.widths[column : column + cell.across])
        column += cell.across
        properties = word(
            "tcPr",
            word("tcW", w=width, type="dxa"),
            word("gridSpan", val=cell.across) if cell.across > 1 else None,
            word("vMerge", val=cell.upright) if cell.upright else None,
            cell.borders,
            cell.margins,
        )
        made.append(word("tc", properties, *cell.paragraphs))
    return made
