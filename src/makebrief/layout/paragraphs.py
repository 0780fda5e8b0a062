"""Texts in their roles into strips, one a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

from makebrief.document.model import BULLET, Text, Texts
from makebrief.layout.context import Context
from makebrief.layout.lines import Measure, balance_lines, break_lines, own_align
from makebrief.layout.marks import Dots, FigureMark, Link, Mark, PlacedLine, PlacedRun, Strip
from makebrief.layout.setting import set_line
from makebrief.layout.shape import find_face, shape_text
from makebrief.layout.titles import title_lines
from makebrief.messages import Language
from makebrief.style.model import TextStyle

MISSING_MARK = "[EN]"
"""What stands in the margin beside Chinese that has no English yet."""

_MARK_SIZE = 8.0
_MARK_DISTANCE = 6.0


class Lines(Struct, frozen=True):
    """The lines of a text in a box: placed from the box's top left, and their pitch in pt."""

    placed: tuple[PlacedLine, ...]
    marks: tuple[tuple[Mark, ...], ...]
    pitch: float

    @property
    def height(self) -> float:
        """The height of all lines in pt."""
        return len(self.placed) * self.pitch


class Box(Struct, frozen=True):
    """Where texts are set: their role, the width they have in pt, what is printed before them.

    `leads` gives what begins each language's text, such as a heading's number; `marker` is what
    hangs before it, such as a bullet; `flat` sets the first line without an indent, `size` is
    another size than the role's, in pt, and `scale` sets it in type so much smaller. `inset` is how
    much is kept of what the role indents on both sides.
    """

    role: str
    width: float
    leads: Mapping[Language, str] = {}
    marker: str = ""
    align: str | None = None
    flat: bool = False
    size: float | None = None
    scale: float = 1.0
    inset: float = 1.0


def set_text(text: Text, box: Box, context: Context) -> Lines:
    """A text's lines in a box, each with its own baseline from the box's top."""
    style = context.text_style(box.role, text, box.scale)
    if box.size:
        style = replace(style, size=box.size)
    em = context.style.em(style, text.language)
    lead = box.leads.get(text.language, "")
    shaped = shape_text(text, style, context.faces, lead, em - style.size)
    left, right = style.left * em * box.inset, style.right * em * box.inset
    measure = box.width - left - right
    indent = 0.0 if box.marker or box.flat else style.indent * em
    align = box.align or own_align(style, text.language, measure)
    if context.style.role(box.role).by_sense:
        spans = title_lines(shaped, text, measure, context.names)
    else:
        widths = Measure(measure - indent, measure, align == "justify")
        spans = (balance_lines if align == "center" else break_lines)(shaped, widths)
    pitch, baseline = context.pitch(style), context.baseline(style)
    placed, marks = [], []
    for number, span in enumerate(spans):
        start = indent if number == 0 else 0.0
        target = measure - start
        last = number == len(spans) - 1
        line = set_line(shaped, span, target, align == "justify" and not last, style.colour)
        x = left + start + _offset(align, target - line.width)
        y = number * pitch + baseline
        placed.append(PlacedLine(x, y, line.width, line.runs, text.language, box.role, text.origin))
        marks.append(tuple(shift(line.marks, x, y)))
    if box.marker:
        placed[0] = _with_marker(placed[0], box.marker, style, context)
    return Lines(tuple(placed), tuple(marks), pitch)


def title_breaks(text: Text, box: Box, context: Context) -> tuple[int, ...]:
    """The offsets at which the lines of a text in a box begin, but the first, by its sense (P4)."""
    style = context.text_style(box.role, text)
    em = context.style.em(style, text.language)
    shaped = shape_text(text, style, context.faces, "", em - style.size)
    measure = box.width - (style.left + style.right) * em * box.inset
    lines = title_lines(shaped, text, measure, context.names)
    return tuple(line.start for line in lines[1:])


def _offset(align: str, room: float) -> float:
    if align == "center":
        return max(room, 0.0) / 2
    return max(room, 0.0) if align == "right" else 0.0


def list_marker(number: int | None) -> str:
    """What hangs before an item of a list: its number or a bullet."""
    return BULLET if number is None else f"{number}."


def _with_marker(line: PlacedLine, marker: str, style: TextStyle, context: Context) -> PlacedLine:
    """A list's first line with its bullet or number hanging before it."""
    face = find_face(marker[0], context.faces.face(style.latin), style, context.faces)
    x = style.indent * context.style.em(style, line.language)
    run = PlacedRun(marker, face.id, style.size, style.colour, x)
    return replace(line, runs=(run, *line.runs))


def paragraph_strips(texts: Texts, box: Box, context: Context) -> Iterator[Strip]:
    """A paragraph's strips, language after language; widows and orphans are kept (L9).

    In a role that keeps with the next, the languages keep to each other as well: the last line of
    one to the first of the other.
    """
    if not texts:
        return
    first = context.text_style(box.role, texts[0])
    last = context.text_style(box.role, texts[-1])
    yield from blank_lines(first.before, context)
    for number, text in enumerate(texts):
        for at, strip in enumerate(text_strips(text, box, context)):
            keep = first.keep_with_next and number > 0 and at == 0
            yield replace(strip, keep=True) if keep else strip
    yield from blank_lines(last.after, context)


def text_strips(text: Text, box: Box, context: Context) -> Iterator[Strip]:
    """One language's lines, without the blank lines before and after its paragraph."""
    lines = set_text(text, box, context)
    count = len(lines.placed)
    on_grid = lines.pitch == context.page.line_pitch
    align = box.align or context.text_style(box.role, text).align
    for number, (line, marks) in enumerate(zip(lines.placed, lines.marks, strict=True)):
        top = number * lines.pitch
        indent = line.x if align == "right" else 0.0
        moved = (replace(line, y=line.y - top, indent=indent), *shift(marks, 0.0, -top))
        if text.untranslated and number == 0:
            moved = (*moved, _missing_mark(moved[0], context))
        keep = number > 0 and number in {1, count - 1}
        yield Strip(lines.pitch, moved, keep=keep, snap=number == 0 and on_grid)


def _missing_mark(line: Mark, context: Context) -> PlacedLine:
    assert isinstance(line, PlacedLine)
    style = context.style.role(line.role).en
    run = PlacedRun(MISSING_MARK, style.strong_latin, _MARK_SIZE, "808080", 0.0)
    x = context.page.measure + _MARK_DISTANCE
    return PlacedLine(x, line.y, 0.0, (run,), "en", line.role, line.origin)


def blank_lines(count: int, context: Context) -> Iterator[Strip]:
    """Blank lines of the grid, dropped at the top of a page."""
    if count:
        yield Strip(count * context.page.line_pitch, blank=True, snap=True)


def stack_texts(texts: Texts, box: Box, context: Context) -> tuple[tuple[Mark, ...], float]:
    """Texts one under another as marks from the box's top left, and their height in pt."""
    marks: list[Mark] = []
    top = 0.0
    for text in texts:
        lines = set_text(text, box, context)
        marks += shift(lines.placed, 0.0, top)
        marks += shift(tuple(mark for each in lines.marks for mark in each), 0.0, top)
        top += lines.height
    return tuple(marks), top


def shift(marks: tuple[Mark, ...], x: float, y: float) -> Iterator[Mark]:
    """Marks moved by x and y; lines, links, dots and figures, which is what texts consist of."""
    for mark in marks:
        if isinstance(mark, PlacedLine):
            yield replace(mark, x=mark.x + x, y=mark.y + y)
        elif isinstance(mark, Link):
            yield Link(mark.x0 + x, mark.y0 + y, mark.x1 + x, mark.y1 + y, mark.target)
        elif isinstance(mark, Dots):
            moved = tuple((across + x, down + y) for across, down in mark.points)
            yield Dots(moved, mark.size, mark.colour)
        elif isinstance(mark, FigureMark):
            yield FigureMark(mark.figure, mark.y + y)


def natural_width(texts: Texts, role: str, context: Context) -> tuple[float, float]:
    """The width in pt below which a word would be cut, and the width that needs no break."""
    least = most = 0.0
    for text in texts:
        style = context.text_style(role, text)
        tracking = context.style.em(style, text.language) - style.size
        shaped = shape_text(text, style, context.faces, "", tracking)
        stops = [0, *shaped.breaks, len(shaped.text)]
        widths = (shaped.edges[b] - shaped.edges[a] for a, b in pairwise(stops))
        least = max(least, max(widths, default=0.0))
        most = max(most, shaped.edges[-1])
    return least, most
