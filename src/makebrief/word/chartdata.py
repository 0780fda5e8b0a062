"""A chart's cells as its part holds them: each with the words or numbers found there last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from makebrief.word.grid import Column, SeriesColumns
from makebrief.word.xml import Element, drawing

LABEL_FIELDS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
"""The extension by which labels show cells (Office 2013 and later, LibreOffice 7.1 and later)."""

_LABEL_CELLS = "{02D57815-91ED-43cb-92C2-25804820EDAC}"


def strings(reference: str, cells: Sequence[str]) -> Element:
    """Cells that hold words."""
    return drawing("c:strRef", _formula(reference), _cache("c:strCache", cells))


def numbers(column: Column) -> Element:
    """Cells that hold numbers, digits as given."""
    cache = _cache("c:numCache", column.cells)
    general = drawing("c:formatCode")
    general.text = "General"
    cache.insert(0, general)
    return drawing("c:numRef", _formula(column.reference), cache)


def _cache(name: str, cells: Sequence[str]) -> Element:
    made = drawing(name, drawing("c:ptCount", val=len(cells)))
    for at, cell in enumerate(cells):
        value = drawing("c:v")
        value.text = cell
        made.append(drawing("c:pt", value, idx=at))
    return made


def _formula(reference: str, name: str = "c:f") -> Element:
    made = drawing(name)
    made.text = reference
    return made


def label_range(columns: SeriesColumns) -> Element:
    """Where the words of the labels stand."""
    column = columns.labels
    return extension(
        _LABEL_CELLS,
        drawing(
            "c15:datalabelsRange",
            _formula(column.reference, "c15:f"),
            _cache("c15:dlblRangeCache", column.cells),
        ),
    )


def extension(identity: str, content: Element) -> Element:
    """What programs may pass over that do not know it."""
    return drawing("c:extLst", drawing("c:ext", content, uri=identity))


def shown(value: int) -> Iterator[Element]:
    """What a label shows by itself: the value or nothing."""
    for name in ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize"):
        yield drawing(f"c:show{name}", val=value if name == "Val" else 0)
