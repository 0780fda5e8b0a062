"""Placed marks: what is painted where; lengths in pt, x from the left, y down from the top."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from makebrief.document.model import Origin
from makebrief.messages import Language


class PlacedRun(Struct, frozen=True):
    """Characters of one face and size, from `x` on the line.

    `wide` gives characters (by index) that take another advance, in 1/1000 em, than their own:
    a mark closed up, a Han character with its gap to Latin. `kerns` moves what follows a
    character by pt. `tracking` is added after every character, in pt. `rise` lifts the run above
    the baseline of its line, in pt, or lowers it below.
    """

    text: str
    face: str
    size: float
    colour: str
    x: float
    tracking: float = 0.0
    wide: tuple[tuple[int, float], ...] = ()
    kerns: tuple[tuple[int, float], ...] = ()
    rise: float = 0.0


class PlacedLine(Struct, frozen=True):
    """A line of text: its baseline, its runs, and the text it belongs to.

    A line of a column names the `pitch` of its lines, and the `indent` from where the leftmost line
    of its text begins, in pt; one on the right of the page, from where others begin. In columns and
    over two of them `reach` is how far it is to reach at least for readers of the file.
    """

    x: float
    y: float
    width: float
    runs: tuple[PlacedRun, ...]
    language: Language
    role: str
    origin: Origin | None
    pitch: float = 0.0
    indent: float = 0.0
    reach: float = 0.0


class Rule(Struct, frozen=True):
    """A straight line; `dots` makes it a dotted leader with that distance."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float
    colour: str
    dots: float = 0.0


class Area(Struct, frozen=True):
    """A filled polygon."""

    points: tuple[tuple[float, float], ...]
    colour: str


class Outline(Struct, frozen=True):
    """Filled outlines of letters that are a picture, not text: `m`, `l`, `c`, `h` and points."""

    commands: tuple[tuple[str, tuple[tuple[float, float], ...]], ...]
    colour: str


class Dots(Struct, frozen=True):
    """Emphasis dots (着重号): the middle of each, their diameter in pt and their colour."""

    points: tuple[tuple[float, float], ...]
    size: float
    colour: str


class PlacedPicture(Struct, frozen=True):
    """A picture in a rectangle."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    alt: str


class Link(Struct, frozen=True):
    """A rectangle that leads to a web address or, after `#`, to an anchor of the document."""

    x0: float
    y0: float
    x1: float
    y1: float
    target: str


class Anchor(Struct, frozen=True):
    """A place that headings are found by: a bookmark at this height."""

    name: str
    title: str
    level: int
    y: float


class Destination(Struct, frozen=True):
    """A place that links lead to after `#`, and that no outline names."""

    name: str
    y: float


class FigureMark(Struct, frozen=True):
    """Says that a typed figure is printed here, in the line with this baseline."""

    figure: str
    y: float = 0.0


class PageReference(Struct, frozen=True):
    """A place where page numbers will stand, right-aligned at `x`, once the pages are known.

    `target` is an anchor or, after `figure:`, a figure's name; a dotted leader runs from `leader`.
    """

    x: float
    y: float
    leader: float
    target: str
    line: PlacedLine


Mark = (
    PlacedLine
    | Rule
    | Area
    | Outline
    | Dots
    | PlacedPicture
    | Link
    | Anchor
    | Destination
    | FigureMark
    | PageReference
)


class Strip(Struct, frozen=True):
    """A slice of a page that is not divided: its height and its marks, from its own top left.

    `keep` forbids a page break before it; `blank` drops it at the top of a page; `snap` moves it
    down to the next line of the grid (L10); `head` is repeated when it begins a page. A row of two
    columns names the `pair` of texts that it belongs to, and how many marks the `left` one has.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    keep: bool = False
    blank: bool = False
    snap: bool = False
    head: tuple[Strip, ...] = ()
    pair: str = ""
    left: int = 0


class PlacedStrip(Struct, frozen=True):
    """A strip on a page, by the top left corner of the strip.

    A `turned` one is read with the left edge of the sheet on top, and placed from there (P11).
    """

    x: float
    y: float
    strip: Strip
    turned: bool = False


class Page(Struct, frozen=True):
    """A finished page; sizes in pt, of the sheet upright also where its text is turned."""

    number: int
    width: float
    height: float
    strips: tuple[PlacedStrip, ...]
    turned: bool = False

    def as_read(self) -> Iterator[tuple[PlacedStrip, tuple[Mark, ...]]]:
        """The strips and their marks as they are read: of a pair in columns, first the left one."""
        for pair, rows in groupby(self.strips, key=attrgetter("strip.pair")):
            if not pair:
                yield from ((row, row.strip.marks) for row in rows)
                continue
            both = tuple(rows)
            yield from ((row, row.strip.marks[: row.strip.left]) for row in both)
            yield from ((row, row.strip.marks[row.strip.left :]) for row in both)
