"""The Document: the blocks and inlines that PDF and Word share, each with where it comes from."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from makebrief.errors import Span
from makebrief.messages import Language

Alignment = Literal["left", "center", "right", "decimal"]


TEMPLATE_PATH = "template:"
"""What the path of words begins with that come from a template, not from the content."""


class Origin(Struct, frozen=True):
    """The content path (`market-regulation:sections[2].heading.zh`) and file position of a text."""

    path: str
    span: Span


class Run(Struct, frozen=True):
    """Characters with the same marks; `figure` names the typed figure that they print.

    `source` is the content path of a run in a text that a template composed of several;
    empty, the run belongs to its text's own path. `footnote` names the note whose mark it is,
    `reference` a table or figure whose number it prints: `table:market-regulation.stations`.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    figure: str | None = None
    number: bool = False
    source: str = ""
    footnote: str | None = None
    reference: str = ""


class Text(Struct, frozen=True):
    """One language's text of a pair; `untranslated` marks Chinese that still lacks its English.

    `breaks` are the offsets at which its author begins a new line, if it is set as a title.
    """

    language: Language
    runs: tuple[Run, ...]
    origin: Origin
    untranslated: bool = False
    breaks: tuple[int, ...] = ()

    @property
    def plain(self) -> str:
        """The characters alone, without the marks of footnotes."""
        return "".join(run.text for run in self.runs if run.footnote is None)

    @property
    def printed(self) -> str:
        """The characters as they are printed, the marks of footnotes among them."""
        return "".join(run.text for run in self.runs)


Texts = tuple[Text, ...]
"""The languages of one text, in the order in which they are set: zh, en, or both."""


class Paragraph(Struct, frozen=True):
    """A paragraph in a typographic role; it takes at least so many lines of the grid."""

    role: str
    texts: Texts
    lines: int = 0


class Heading(Struct, frozen=True):
    """A heading: level 0 is a title, 1 to 4 are numbered; the anchor names it for references."""

    level: int
    texts: Texts
    anchor: str
    number: int | None = None


BULLET = "•"
"""What hangs before an item of a list that is not numbered."""


class ListBlock(Struct, frozen=True):
    """A bulleted or numbered list."""

    numbered: bool
    items: tuple[Texts, ...]


class FacingPair(Struct, frozen=True):
    """A Chinese text and its English twin side by side; `number` is that of a numbered list.

    `role` says how both are set; a pair of a list has `listed` set. The twin is None while it is
    not translated.
    """

    role: str
    left: Text
    right: Text | None
    listed: bool = False
    number: int | None = None


class Facing(Struct, frozen=True):
    """Pairs in two columns, each pair aligned at its first line."""

    pairs: tuple[FacingPair, ...]


class KeyFigure(Struct, frozen=True):
    """One large number and what it counts."""

    value: Texts
    label: Texts


class KeyFigures(Struct, frozen=True):
    """A panel of large numbers."""

    entries: tuple[KeyFigure, ...]

    @property
    def columns(self) -> int:
        """How many stand in a row: up to three, four as two by two."""
        count = len(self.entries)
        return 2 if count == 4 else max(1, min(count, 3))


class Column(Struct, frozen=True):
    """A table column: its heading, alignment and share of the width (None: by its content).

    `group` is a heading over it and over its neighbours of the same group.
    """

    head: Texts
    align: Alignment
    width: int | None = None
    group: Texts = ()


class Merged(Struct, frozen=True):
    """A cell that takes `across` columns and `down` rows, by where it begins."""

    row: int
    column: int
    across: int
    down: int


class Numbered(Struct, frozen=True):
    """What texts refer to: the name they use, the number it prints if any, the anchor it has."""

    name: str = ""
    number: int | None = None
    anchor: str = ""


class Table(Struct, frozen=True):
    """A table; every row has as many cells as there are columns, those under a merged one empty.

    `total` says that the last row sums up the others; a `landscape` table has pages of its own,
    turned by a quarter (P11).
    """

    caption: Texts
    columns: tuple[Column, ...]
    rows: tuple[tuple[Texts, ...], ...]
    note: Texts | None = None
    source: Texts | None = None
    merged: tuple[Merged, ...] = ()
    total: bool = False
    landscape: bool = False
    label: Numbered = Numbered()


class ChartValue(Struct, frozen=True):
    """A value of a chart and how it is written beside its mark."""

    number: Decimal
    words: Texts


class ChartSeries(Struct, frozen=True):
    """One series of a chart."""

    label: Texts | None
    values: tuple[ChartValue, ...]


class Chart(Struct, frozen=True):
    """A chart; every series has a value for each category."""

    kind: Literal["bar", "stacked_bar", "line", "pie"]
    caption: Texts
    categories: tuple[Texts, ...]
    series: tuple[ChartSeries, ...]
    unit: Texts | None = None
    note: Texts | None = None
    source: Texts | None = None
    label: Numbered = Numbered()


class Picture(Struct, frozen=True):
    """A picture: its bytes as they lie in the file, its size in pixels, its width in mm."""

    data: bytes
    pixels: tuple[int, int]
    width: float
    caption: Texts
    alt: Texts
    label: Numbered = Numbered()


class Contents(Struct, frozen=True):
    """The list of headings down to a level, with their pages."""

    depth: int
    entries: tuple[ContentsEntry, ...] = ()


class ContentsEntry(Struct, frozen=True):
    """A line of the contents list."""

    level: int
    texts: Texts
    anchor: str
    number: int | None


class IndexEntry(Struct, frozen=True):
    """A figure in the index: its label, its words, and its full name."""

    label: Texts
    value: Texts
    figure: str


class FigureIndex(Struct, frozen=True):
    """Where each figure appears, by page."""

    entries: tuple[IndexEntry, ...]


class Masthead(Struct, frozen=True):
    """The red header: the organ's mark, the document's number, a rule (P12)."""

    mark: Texts
    number: Texts


class Signature(Struct, frozen=True):
    """Who signs, and when (P10)."""

    organ: Texts
    date: Texts


class AnnexList(Struct, frozen=True):
    """The names of the annexes, under the text that they belong to (P8)."""

    titles: tuple[Texts, ...]


class PageBreak(Struct, frozen=True):
    """What follows begins a new page."""


class Space(Struct, frozen=True):
    """Blank lines of the grid; dropped at the top of a page."""

    lines: int


Block = (
    Paragraph
    | Heading
    | ListBlock
    | Facing
    | KeyFigures
    | Table
    | Chart
    | Picture
    | Contents
    | FigureIndex
    | Masthead
    | Signature
    | AnnexList
    | PageBreak
    | Space
)


class Footnote(Struct, frozen=True):
    """A note at the foot of the page; `name` is what runs call it, `mark` how it is numbered."""

    name: str
    texts: Texts
    mark: str = ""


class Section(Struct, frozen=True):
    """Blocks on pages of one kind, with the footnotes whose marks stand in them."""

    page: Literal["body", "cover"]
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()


class Imprint(Struct, frozen=True):
    """The foot of the last page: who is sent copies, who issues it, when (P13)."""

    copies: Texts
    organ: Texts
    date: Texts


class Running(Struct, frozen=True):
    """What each page carries: marks at its head, the first at the left, a watermark behind all."""

    heads: tuple[Texts, ...] = ()
    watermark: Texts = ()


class Document(Struct, frozen=True):
    """A whole document, ready for either output; the date comes from the content.

    `names` are what no line of a title divides if it can be helped.
    """

    title: Texts
    author: Texts
    subject: Texts
    date: str
    languages: tuple[Language, ...]
    sections: tuple[Section, ...]
    names: tuple[str, ...] = ()
    imprint: Imprint | None = None
    running: Running = Running()
