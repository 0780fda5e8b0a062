"""The table styles: three lines, a panel of key figures, two columns of text."""

from __future__ import annotations

from collections.abc import Iterator

from makebrief.layout.facing import COLUMN_GAP
from makebrief.style.model import Rules
from makebrief.word.units import eighths, twips
from makebrief.word.widths import CELL_SIDE
from makebrief.word.xml import Element, word

THREE_LINES = "ThreeLineTable"
PANEL = "KeyFigurePanel"
COLUMNS = "FacingColumns"
_PRIORITY = 80


def table_styles(rules: Rules) -> Iterator[Element]:
    """Every table style of ours."""
    fill = word("shd", val="clear", color="auto", fill=rules.fill.upper()) if rules.fill else None
    outer, inner = (rules.outer, rules.colour), (rules.inner, rules.colour)
    yield _style(
        (THREE_LINES, "三线表 Three-line Table"),
        (_borders("tblBorders", top=outer, bottom=outer), _margins()),
        word(
            "tblStylePr",
            word("tblPr"),
            word(
                "tcPr",
                _borders("tcBorders", top=outer, bottom=inner),
                fill,
                word("vAlign", val="center"),
            ),
            type="firstRow",
        ),
    )
    accent, hairline = (rules.outer, rules.accent), (rules.inner, rules.accent)
    yield _style(
        (PANEL, "数字面板 Key Figure Panel"),
        (_borders("tblBorders", top=accent, bottom=accent, insideH=hairline), _margins()),
        upright="top",
    )

    yield _style(
        (COLUMNS, "双栏对照 Facing Columns"),
        (_borders("tblBorders"), _column_margins()),
        upright="top",
    )


def _style(
    identity: tuple[str, str],
    layout: tuple[Element, Element],
    *parts: Element,
    upright: str = "center",
) -> Element:
    made, name = identity
    borders, margins = layout
    return word(
        "style",
        word("name", val=name),
        word("basedOn", val="TableNormal"),
        word("uiPriority", val=_PRIORITY),
        word("tblPr", word("tblInd", w=0, type="dxa"), borders, margins),
        word("tcPr", word("vAlign", val=upright)),
        *parts,
        type="table",
        styleId=made,
        customStyle=1,
    )


def _borders(name: str, **rules: tuple[float, str]) -> Element:
    lines = (
        word(side, val="single", sz=eighths(width), space=0, color=colour.upper())
        for side, (width, colour) in rules.items()
    )
    return word(name, *lines)


def _column_margins() -> Element:
    """Half of the blank between the columns on each inner side, as the page has it."""
    sides = {"top": 0, "left": 0, "bottom": 0, "right": twips(COLUMN_GAP / 2)}
    return word("tblCellMar", *(word(side, w=size, type="dxa") for side, size in sides.items()))


def _margins() -> Element:
    sides = {"top": CELL_SIDE, "left": CELL_SIDE, "bottom": CELL_SIDE, "right": CELL_SIDE}
    return word("tblCellMar", *(word(side, w=size, type="dxa") for side, size in sides.items()))
