"""What a house and its layout lend to a Word file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from msgspec import Struct

from makebrief.document.model import AnnexList, Chart, FacingPair, Imprint, Table, Text, Texts
from makebrief.layout.formal import AnnexLine
from makebrief.layout.paragraphs import Box
from makebrief.layout.plans import MeasuredTable
from makebrief.layout.references import FigurePlace
from makebrief.style.model import Style
from makebrief.typeface.catalogue import FaceFile
from makebrief.typeface.repertoire import WordFonts


class Places(Struct, frozen=True):
    """Where our own layout sets the formal parts; lengths in pt.

    An organ mark's size and the height of its ink; where organ and date begin; the annex list's
    lines; how wide a label and how high an imprint is.
    """

    organ_mark: Callable[[Text], tuple[float, float]]
    signature: Callable[[Text, Text], tuple[float, float]]
    annexes: Callable[[AnnexList], Iterable[AnnexLine]]
    label_width: Callable[[Text], float]
    imprint_height: Callable[[Imprint], float]


class House(Struct, frozen=True):
    """The style, its faces by id, what the file carries of them, and what the layout knows.

    `series` is the series' name, `name` the document's within it: a department's id, or that of
    the consolidated report. Pages (headings by anchor, figures by full name), the height of a
    chart and the width of its labels in pt come from our own layout of the same Document.
    `may_go_on` says whether a pair side by side is long enough to be divided between pages.
    `break_title` gives the offsets at which lines of a text in a box begin, broken by its sense.
    """

    series: str
    name: str
    style: Style
    faces: Mapping[str, FaceFile]
    fonts: WordFonts
    heading_pages: Mapping[str, int]
    figure_places: Mapping[str, tuple[FigurePlace, ...]]
    chart_height: Callable[[Chart], float]
    label_width: Callable[[Texts], float]
    break_title: Callable[[Text, Box], tuple[int, ...]]
    places: Places
    measure_table: Callable[[Table], MeasuredTable]
    may_go_on: Callable[[FacingPair], bool]
