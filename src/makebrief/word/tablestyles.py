"""The table styles: three lines, a panel of key figures, two columns of text."""

from __future__ import annotations

from collections.abc import Iterator

from makebrief.layout.facing import COLUMN_GAP
from makebrief.style.model import Rules
from makebrief.word.units import eighths, twips
from makebrief.word.xml import Element, word

THREE_LINES = "ThreeLineTable"
PANEL = "KeyFigurePanel"
COLUMNS = "FacingColumns"
_PRIORITY = 80


def table_styles(rules: Rules, padding: float) -> Iterator[Element]:
    """Every table style of ours; `padding` is the blank in their cells, in pt."""
    fill = word("shd", val="clear", color="auto", fill=rules.fill.upper()) if rules.fill else None
    outer, inner = (rules.outer, rules.colour), (rules.inner, rules.colour)
    yield _style(
        (THREE_LINES, "三线表 Three-line Table"),
        (_borders("tblBorders", top=outer, bottom=outer), cell_margins(padding)),
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
        word(
            "tblStylePr",
            word("tblPr"),
            word("tcPr", _borders("tcBorders", top=inner, bottom=outer)),
            type="lastRow",
        ),
    )
    accent, hairline = (rules.outer, rules.accent), (rules.inner, rules.accent)
    yield _style(
        (PANEL, "数字面板 Key Figure Panel"),
        (
            _borders("tblBorders", top=accent, bottom=accent, insideH=hairline),
            cell_margins(padding),
        ),
        upright="top",
    )

    yield _style(
        (COLUMNS, "双栏对照 Facing Columns"),
        (_borders("tblBorders"), cell_margins(0.0)),
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


def head_borders(rules: Rules, lined: bool) -> Element:
    """The rule under a heading of two rows: a thin one under its own columns, or none."""
    if lined:
        return _borders("tcBorders", bottom=(rules.inner, rules.colour))
    return word("tcBorders", word("bottom", val="nil"))


def column_margins() -> Iterator[Element]:
    """Of the left and the right column: half of the blank between them on its inner side.

    Each cell says its own, which every program respects; the margins of a table are the same
    for all its cells, and one of the columns would end before the edge of the text.
    """
    for inner in ("right", "left"):
        yield word("tcMar", word(inner, w=twips(COLUMN_GAP / 2), type="dxa"))


def cell_margins(side: float, edge: float | None = None) -> Element:
    """The blank beside, above and below a cell's text, given in pt."""
    across, down = twips(side), twips(side if edge is None else edge)
    sides = {"top": down, "left": across, "bottom": down, "right": across}
    return word("tblCellMar", *(word(name, w=size, type="dxa") for name, size in sides.items()))
